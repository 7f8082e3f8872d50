"""What the finder knows of a record: its words, and what a result shows of it.

In: a projection, so nothing that is not public. Out: one `Entry` for each record, oldest first.
Every text that stands on a record's page can be found; what it says of other records cannot, nor
what was corrected away.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from typing import Any

from huiying import prose
from huiying.finder.folding import fold
from huiying.public import Projection, PublicRecord, Values, organisations_of
from huiying.records import KIND_BY_NAME
from huiying.records.field import Field, Model, fields_of

ELSEWHERE = frozenset(
    "title history former_urls imported_from channels media_pickups relations review".split()
)
"""Fields of a record that say how it was made or spread, not what it answers; and its title,
which is a unit of its own."""
FORMS = {"clarification": ("claims", "text"), "qa": ("question",)}
"""Where a kind keeps what people sent or asked, in their words."""
_STATES = ("withdrawn", "superseded", "archived", "expired")


@dataclass(frozen=True)
class Entry:
    """One record in the finder. `shown`: the file that a browser fetches of it, as JSON values."""

    address: str
    shown: dict[str, Any]
    is_erased: bool = False
    """Whether a wording of it may not be read any more, as it hurt somebody."""

    @cached_property
    def file(self) -> bytes:
        """The bytes of that file."""
        return json.dumps(self.shown, ensure_ascii=False, separators=(",", ":")).encode()

    @cached_property
    def digest(self) -> str:
        """What is indexed and shown, in sixteen hex digits."""
        return blake2b(self.file, digest_size=8).hexdigest()

    @property
    def units(self) -> list[str]:
        """Folded: the body with the title, the title, each form."""
        title, text, forms = self.shown["title"], self.shown["text"], self.shown.get("forms", ())
        return [fold(f"{title}\n{text}"), fold(title), *(fold(form) for form in forms)]


def entries(projection: Projection) -> list[Entry]:
    """Every record of the projection, in the order in which they were published."""
    records = sorted(
        projection.records.values(), key=lambda each: (each.published_at, each.address)
    )
    return [_entry(record, projection) for record in records]


def _entry(record: PublicRecord, projection: Projection) -> Entry:
    values = record.values
    texts = list(_texts(KIND_BY_NAME[record.kind].model, values))
    sent = FORMS.get(record.kind)
    published = record.published_at.astimezone(projection.settings.zone)
    body = projection.organisations.get(next(iter(organisations_of(record)), ""), {})
    shown = {
        "address": record.address,
        "kind": record.kind,
        "title": values["title"],
        "verdict": values.get("verdict"),
        "published": f"{published:%Y-%m-%d}",
        "body": body.get("short_name") or body.get("name"),
        "state": next((state for state in _STATES if state in record.marks), None),
        "draft": record.state != "public",
        "forms": [text for path, text in texts if path == sent],
        "text": "\n".join(text for path, text in texts if path != sent),
    }
    given = {key: value for key, value in shown.items() if value or key == "text"}
    is_erased = any(entry.get("erased") for entry in values.get("history", ()))
    return Entry(record.address, given, is_erased)


@cache
def _fields(model: type[Model]) -> tuple[Field, ...]:
    """The fields that hold words, in themselves or below."""
    return tuple(item for item in fields_of(model) if item.group or item.type in ("line", "prose"))


def _texts(
    model: type[Model], values: Values, within: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text of a group, with the names of the fields in which it stands."""
    for item in _fields(model):
        value = values.get(item.name)
        if not value or (not within and item.name in ELSEWHERE):
            continue
        path = (*within, item.name)
        for one in value if isinstance(value, list) else [value]:
            if item.group:
                yield from _texts(item.group, one, path)
            else:
                yield path, prose.plain(one) if item.type == "prose" else one
