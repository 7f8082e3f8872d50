"""The texts of a record that the public reads, wherever they stand.

In: a group of fields. Out: each text in a field declared public, at any depth, with its path in
the file and its declaration. Terms are no texts: their words are ours. It yields no problem.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from huiying.records import Record, construct, parse
from huiying.records.common import Common
from huiying.records.field import Field, Model, fields_of
from huiying.records.history import closed_as, is_erased
from huiying.records.site import Site
from huiying.settings import Settings
from huiying.standing import KEPT_WHEN_WITHDRAWN


def public_texts(fields: Model, path: str = "") -> Iterator[tuple[str, Field, str]]:
    """Path, declaration and value of every public text."""
    found: list[tuple[str, Field, str]] = []
    _gather(fields, f"{path}." if path else "", found)
    return iter(found)


@cache
def _public(model: type[Model]) -> tuple[Field, ...]:
    return tuple(item for item in fields_of(model) if item.key.public and item.type != "term")


def _gather(fields: Model, path: str, found: list[tuple[str, Field, str]]) -> None:
    """Into one list, as a dozen rules walk through every record: generators cost twice as much."""
    for item in _public(type(fields)):
        value = getattr(fields, item.name)
        if value is not None:
            _add(value, item, path + item.name, found)


def _add(value: Any, item: Field, path: str, found: list[tuple[str, Field, str]]) -> None:
    if isinstance(value, str):
        found.append((path, item, value))
    elif isinstance(value, Model):
        _gather(value, f"{path}.", found)
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            _add(part, item, f"{path}.{number}", found)


def site_record(folder: Path, base: str, settings: Settings) -> Record[Site] | None:
    """site.yml as it is written, with its places; None where it cannot be read."""
    file, place = folder / "site.yml", f"{base}/site.yml"
    if not file.is_file():
        return None
    parsed = parse(file.read_bytes(), place, Site, "zh")
    return construct(parsed, Site, "site", "site", place, settings.zone)[0]


def is_read(path: str, fields: Common, now: datetime) -> bool:
    """Whether readers still see a public value: what was taken back for privacy must not be held
    against the record that takes it back."""
    name, _, rest = path.partition(".")
    if name == "history":
        number, _, key = rest.partition(".")
        return not is_erased(fields.history, int(number), key)
    return name in KEPT_WHEN_WITHDRAWN or "withdrawn" not in closed_as(fields.history, now)
