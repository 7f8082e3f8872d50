"""What an embed shows: one record, or the newest of a list.

In: a projection. Out: `Shown`s: where they lie below `embed/` and `fragments/`, and plain values
for the templates. All links are absolute: an embed stands in pages of other hosts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from huiying.public import Projection, PublicRecord, is_correction
from huiying.records import KIND_BY_NAME, KINDS
from huiying.render.plan.card import card as card_values
from huiying.render.share import CLOSED
from huiying.render.tags import COLUMNS, shorten
from huiying.render.views.card import KIND_LABELS, card
from huiying.render.views.frame import Frame, View, day

NEWEST = 20
"""Records in a list; an element may ask for fewer."""
TEXT_MOST = 90
"""Characters of a summary."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One embed. `place`: `rumours/20260312-tingshui` or `lists/newest`."""

    place: str
    values: View


def shown_record(record: PublicRecord, projection: Projection) -> Shown:
    """A record's card."""
    return Shown(record.address, _card(record, projection))


def shown_lists(projection: Projection) -> Iterator[Shown]:
    """The newest of all, of each kind and of each topic."""
    base = projection.settings.base_url
    listed = [each for each in projection.records.values() if _is_listed(each)]
    yield _list("newest", "最新回应", base, listed, projection)
    for kind in KINDS:
        found = filter(_is_listed, projection.by_kind.get(kind.name, ()))
        name = COLUMNS[kind.url_word].name
        yield _list(kind.url_word, name, f"{base}{kind.url_word}/", found, projection)
    for topic in projection.by_kind.get("topic", ()):
        if topic.state == "public":
            yield _of_topic(topic, projection)


def _of_topic(topic: PublicRecord, projection: Projection) -> Shown:
    """What belongs to a topic; nothing where the topic itself was withdrawn."""
    places = [place for relation, place in topic.incoming if relation == "part_of_topic"]
    if "withdrawn" in topic.marks:
        places = []
    found = filter(_is_listed, map(projection.records.__getitem__, places))
    href = f"{projection.settings.base_url}{topic.address}/"
    name = topic.values.get("short_title") or topic.values["title"]
    shown = _list(f"topic-{topic.id}", name, href, found, projection)
    notices = [f"{line}。" for mark, (_, line) in CLOSED.items() if mark in topic.marks]
    return Shown(shown.place, {**shown.values, "notices": notices[:1]})


def _is_listed(record: PublicRecord) -> bool:
    return record.listed and record.state == "public"


def _list(
    name: str, title: str, href: str, found: Iterable[PublicRecord], projection: Projection
) -> Shown:
    newest = sorted(found, key=lambda each: (each.published_at, each.address), reverse=True)
    entries = [_card(record, projection) for record in newest[:NEWEST]]
    return Shown(f"lists/{name}", {"title": title, "href": href, "entries": entries, "notices": []})


def _card(record: PublicRecord, projection: Projection) -> View:
    settings = projection.settings
    frame = Frame(settings.base_url, settings.zone)
    entry = card(card_values(record, projection), frame)
    return {
        **entry,
        "title": told_title(record),
        "kind": KIND_LABELS[KIND_BY_NAME[record.kind].name],
        "summary": "" if "withdrawn" in record.marks else shorten(entry["summary"], TEXT_MOST),
        "notices": list(_notices(record, frame)),
    }


def told_title(record: PublicRecord) -> str:
    """The title as it is passed on: what was withdrawn must not seem to hold."""
    title = str(record.values["title"])
    return f"已撤回：{title}" if "withdrawn" in record.marks else title


def _notices(record: PublicRecord, frame: Frame) -> Iterator[str]:
    """What must be read before the card: that it no longer holds, or was corrected."""
    for mark, (_, line) in CLOSED.items():
        if mark in record.marks:
            yield f"{line}。"
            return
    made = [entry["at"] for entry in record.values.get("history", ()) if is_correction(entry)]
    if made:
        yield f"本条有更正，更正于{day(max(made), frame).striptags()}。"
