"""Which feeds there are and what each one tells, before any format: `Channel`s of `Entry`s.

In: a projection. Out: channels with texts that every format can carry. An entry keeps its id for
ever, which is its page's address; a correction gives it a new `updated`. So does a withdrawal,
which replaces what it said: an entry that only went missing would stay as it was with all who have
read it. What is superseded or expired leaves the feeds, as it leaves the lists.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from huiying.public import Projection, PublicRecord, Values, corrections, organisations_of
from huiying.records import KIND_BY_NAME, KINDS
from huiying.records.vocabulary import HISTORY_TYPE, VERDICT
from huiying.render.feed_address import FOLDER, NEWEST
from huiying.render.head import about
from huiying.render.tags import COLUMNS, shorten

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of a feed without entries: formats want one, and an invented one would be false."""
# What XML 1.0 cannot carry in any spelling. Records refuse it; a feed that does not parse would
# take every other entry with it.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `url` is its id, too; `categories`: (term, label); times in the site's zone."""

    url: str
    title: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...]
    categories: tuple[tuple[str, str], ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Channel:
    """One feed. `path`: within the site, without a suffix; `page`: the address that it follows."""

    path: str
    title: str
    page: str
    entries: Sequence[Entry]

    @property
    def updated(self) -> datetime:
        """When its newest entry changed."""
        return self.entries[0].updated if self.entries else NEVER


def channels(projection: Projection) -> Iterator[Channel]:
    """Every feed: all, kinds, topics, bodies, corrections; each with its newest entries first.

    Of each topic and body with a page, also of those that nothing is told of yet: an address that
    somebody subscribed to stays.
    """
    site = projection.settings.site.name
    told = _by_place(newest_told(projection))
    entries: dict[str, Entry] = {}
    for place, title in _places(projection):
        found = told.get(place, ())[:NEWEST]
        for record in found:
            if record.address not in entries:
                entries[record.address] = _entry(record, projection)
        yield Channel(
            f"{FOLDER}/{place or 'all'}",
            clean(f"{title} - {site}" if title else site),
            f"{place}/" if place else "",
            [entries[record.address] for record in found],
        )
    yield _corrections(projection)


def newest_told(projection: Projection) -> list[PublicRecord]:
    """The records that feeds tell of, what changed last first."""
    told = [record for record in projection.records.values() if _is_told(record)]
    told.sort(key=lambda record: record.address)
    told.sort(key=lambda record: record.updated_at, reverse=True)
    return told


def clean(text: str) -> str:
    """The text without what XML cannot carry."""
    return _NOT_XML.sub("", text)


def bodies_of(record: PublicRecord, projection: Projection) -> tuple[str, ...]:
    """The names of the bodies that answer in a record."""
    known = projection.organisations
    return tuple(clean(known[id]["name"]) for id in organisations_of(record) if id in known)


def _is_told(record: PublicRecord) -> bool:
    return record.state == "public" and (record.listed or "withdrawn" in record.marks)


def _places(projection: Projection) -> Iterator[tuple[str, str]]:
    """The places that have a feed, without a `/` at the end, each with its title."""
    yield "", ""
    for kind in KINDS:
        yield kind.url_word, COLUMNS[kind.url_word].name
    for place, record in sorted(projection.records.items()):
        if record.kind == "topic" and record.state == "public":
            yield place, record.values["title"]
    for id, body in sorted(projection.organisations.items()):
        yield f"organisations/{id}", body["name"]


def _by_place(records: Sequence[PublicRecord]) -> dict[str, list[PublicRecord]]:
    """The records by the places whose feeds tell of them, in their order."""
    found: dict[str, list[PublicRecord]] = {}
    for record in records:
        places = ["", KIND_BY_NAME[record.kind].url_word]
        places += [f"topics/{topic}" for topic in record.topics]
        places += [f"organisations/{id}" for id in organisations_of(record)]
        if record.kind == "topic":
            places.append(record.address)
        for place in places:
            found.setdefault(place, []).append(record)
    return found


def _entry(record: PublicRecord, projection: Projection) -> Entry:
    zone = projection.settings.zone
    is_withdrawn = "withdrawn" in record.marks
    title = record.values["title"]
    categories = [(record.kind, KIND_BY_NAME[record.kind].zh)]
    if verdict := record.values.get("verdict"):
        categories.append((verdict, VERDICT.label(verdict)))
    return Entry(
        url=f"{projection.settings.base_url}{record.address}/",
        title=clean(f"已撤回：{title}" if is_withdrawn else title),
        published=record.published_at.astimezone(zone),
        updated=record.updated_at.astimezone(zone),
        authors=bodies_of(record, projection),
        categories=tuple(categories),
        summary=clean(shorten(about(record.values, is_withdrawn))),
    )


def _corrections(projection: Projection) -> Channel:
    """Records that were corrected, withdrawn or restored: each once, with its newest note."""
    found: dict[str, list[tuple[PublicRecord, Values]]] = {}
    for record, change in corrections(projection):
        if record.state == "public":
            found.setdefault(record.address, []).append((record, change))
    entries = [_corrected(changes, projection) for changes in list(found.values())[:NEWEST]]
    title = f"{COLUMNS['corrections'].name} - {projection.settings.site.name}"
    return Channel(f"{FOLDER}/corrections", clean(title), "corrections/", entries)


def _corrected(changes: Sequence[tuple[PublicRecord, Values]], projection: Projection) -> Entry:
    """The entry of one record in the feed of corrections. `changes`: newest first."""
    zone = projection.settings.zone
    (record, newest), (_, first) = changes[0], changes[-1]
    label = HISTORY_TYPE.label(newest["type"])
    return Entry(
        url=f"{projection.settings.base_url}{record.address}/",
        title=clean(f"{label}：{record.values['title']}"),
        published=first["at"].astimezone(zone),
        updated=newest["at"].astimezone(zone),
        authors=bodies_of(record, projection),
        categories=((newest["type"], label),),
        summary=clean(shorten(newest.get("note", "") or label)),
    )
