"""Which pages there are, and what each one shows: projection → `Page`s, cheap and in order.

In: a projection. Out: one `Page` for each address of the site, carrying all that its templates may
show as plain values, so that a page can be drawn anywhere and its digest tells whether it changed.
It draws nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from huiying.public import Projection, PublicRecord, Values, corrections, organisations_of
from huiying.records import KIND_BY_NAME, KINDS

NEWEST = 50
"""How many entries a list shows before it sends readers to its months (DESIGN §4)."""
HOME_CARDS = 6


@dataclass(frozen=True, slots=True)
class PageClass:
    """One class of page: its template, and which government tags it wants."""

    name: str
    template: str
    tags: str
    """home, list or article (DOMAIN §(c)1)."""


PAGE_CLASSES = {
    entry.name: entry
    for entry in (
        PageClass("home", "pages/home.html", "home"),
        PageClass("topic", "pages/topic.html", "article"),
        PageClass("clarification", "pages/clarification.html", "article"),
        PageClass("response", "pages/response.html", "article"),
        PageClass("interpretation", "pages/response.html", "article"),
        PageClass("briefing", "pages/response.html", "article"),
        PageClass("qa", "pages/response.html", "article"),
        PageClass("survey", "pages/response.html", "article"),
        PageClass("index", "pages/index.html", "list"),
        PageClass("month", "pages/month.html", "list"),
        PageClass("organisation", "pages/organisation.html", "list"),
        PageClass("organisations", "pages/organisations.html", "list"),
        PageClass("channels", "pages/channels.html", "list"),
        PageClass("corrections", "pages/corrections.html", "list"),
        PageClass("broken", "pages/broken.html", "home"),
    )
}


def shell_name(page_class: str, column: str, depth: int) -> str:
    """The name of the shell that pages of this class, column and depth are filled into."""
    return f"{page_class}-{column or 'none'}-{depth}"


@dataclass(frozen=True, slots=True)
class Page:
    """One page to draw. `path` is its file in the site; `values` are plain and picklable."""

    path: str
    page_class: str
    column: str
    """The URL word of the menu entry it stands under, or nothing."""
    values: Mapping[str, Any]

    @property
    def depth(self) -> int:
        """How many folders deep the page lies."""
        return self.path.count("/")

    @property
    def address(self) -> str:
        """Its address within the site: `rumours/20260312-tingshui/`."""
        return self.path.removesuffix("index.html")


def pages(projection: Projection) -> Iterator[Page]:
    """Every page of the site."""
    cards = {place: card(record, projection) for place, record in projection.records.items()}
    yield _home(projection, cards)
    for record in projection.records.values():
        yield _record_page(record, projection, cards)
    for kind in KINDS:
        listed = [record for record in projection.by_kind.get(kind.name, ()) if record.listed]
        met = _verdicts_in(projection) if kind.name == "clarification" else ()
        yield from _archive(kind.url_word, kind.zh, kind.url_word, listed, cards, met)
    yield from _verdicts(projection, cards)
    yield from _organisations(projection, cards)
    yield _page("channels/index.html", "channels", "channels", channels=_channels(projection))
    yield _corrections(projection, cards)


def card(record: PublicRecord, projection: Projection) -> dict[str, Any]:
    """What lists show of a record: the truth in one line, what was said, verdict, date, body."""
    values = record.values
    first = values.get("agencies", {}).get("first_responsible")
    body = projection.organisations.get(first, {}) if first else {}
    claims = values.get("claims")
    entry = {
        "kind": record.kind,
        "address": record.address,
        "title": values["title"],
        "short_title": values.get("short_title") or values["title"],
        "summary": values.get("summary") or values.get("lead", ""),
        "claim": claims[0]["text"] if claims else "",
        "verdict": values.get("verdict", ""),
        "handling_state": values.get("handling_state", ""),
        "topic_state": values.get("state", ""),
        "cover": values.get("cover", ""),
        "published_at": record.published_at,
        "updated_at": record.updated_at,
        "organisation": body.get("short_name") or body.get("name", ""),
        "state": record.state,
        "marks": sorted(record.marks),
    }
    if record.kind == "topic":
        entry["counts"] = _counts(record, projection)
        entry["cover_alt"] = projection.media.get(entry["cover"], {}).get("alt", "")
    return entry


def _counts(record: PublicRecord, projection: Projection) -> dict[str, int]:
    """How many records of each kind belong to a topic."""
    counts: dict[str, int] = {}
    for relation, place in record.incoming:
        if relation == "part_of_topic" and projection.records[place].listed:
            kind = projection.records[place].kind
            counts[kind] = counts.get(kind, 0) + 1
    return counts


Cards = Mapping[str, Mapping[str, Any]]


def _page(path: str, page_class: str, column: str, **values: Any) -> Page:
    return Page(path, page_class, column, values)


def _home(projection: Projection, cards: Cards) -> Page:
    def listed(kind: str) -> list[PublicRecord]:
        return [record for record in projection.by_kind.get(kind, ()) if record.listed]

    spreading = [
        record
        for record in listed("clarification")
        if record.values.get("spread_state") in ("spreading", "recurring")
        or record.values.get("verdict") == "unverified"
    ]
    others = [record for record in listed("clarification") if record not in spreading]
    topics = sorted(listed("topic"), key=lambda record: record.values.get("state") == "closed")
    banners = [
        {**record.values["banner"], "address": record.address}
        | {"next_update_due": record.values.get("next_update_due")}
        for record in topics
        if "banner" in record.values and record.values["banner"]["until"] > projection.settings.now
    ]
    return _page(
        "index.html",
        "home",
        "",
        banners=banners,
        verdicts=_verdicts_in(projection),
        spreading=_cards(spreading[:HOME_CARDS], cards),
        clarifications=_cards(others[:HOME_CARDS], cards),
        topics=_cards(topics[:4], cards),
        responses=_cards(listed("response")[:HOME_CARDS], cards),
        media=_media([cards[record.address]["cover"] for record in topics[:4]], projection),
    )


def _cards(records: Iterable[PublicRecord], cards: Cards) -> list[Mapping[str, Any]]:
    return [cards[record.address] for record in records]


def _media(names: Iterable[str], projection: Projection) -> dict[str, Values]:
    return {name: projection.media[name] for name in names if name in projection.media}


def _strings(value: Any) -> Iterator[str]:
    """Every text in plain values, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)


def _record_page(record: PublicRecord, projection: Projection, cards: Cards) -> Page:
    values = record.values
    found: dict[str, list[str]] = {}
    if record.kind == "topic":
        found = {
            str(number): _query(section["query"], record, projection)
            for number, section in enumerate(values.get("sections", ()))
            if "query" in section
        }
    named = {text for text in _strings(values) if len(text) < 200}
    places = [text for text in named if text in cards]
    places += [f"topics/{id}" for id in values.get("relations", {}).get("part_of_topic", ())]
    places += [place for _, place in record.incoming]
    places += [place for result in found.values() for place in result]
    bodies = named & projection.organisations.keys()
    return Page(
        f"{record.address}/index.html",
        record.kind,
        KIND_BY_NAME[record.kind].url_word,
        {
            "kind": record.kind,
            "id": record.id,
            "address": record.address,
            "record": values,
            "published_at": record.published_at,
            "updated_at": record.updated_at,
            "state": record.state,
            "marks": sorted(record.marks),
            "correction_shown": _correction_shown(record, projection),
            "incoming": [list(pair) for pair in record.incoming],
            "found": found,
            "organisations_named": list(organisations_of(record)),
            "cards": {place: cards[place] for place in sorted(set(places))},
            "organisations": {id: projection.organisations[id] for id in sorted(bodies)},
            "media": _media(sorted(named), projection),
        },
    )


def _correction_shown(record: PublicRecord, projection: Projection) -> bool:
    """Whether the page still opens with its newest correction (site.yml says for how long)."""
    made = [
        entry["at"] for entry in record.values.get("history", ()) if entry["type"] == "corrected"
    ]
    days = projection.settings.site.correction_banner_days
    return bool(made) and (projection.settings.now - max(made)).days < days


def _query(query: Values, topic: PublicRecord, projection: Projection) -> list[str]:
    """Addresses of the records that a section gathers by itself, newest first."""
    wanted = f"topics/{query['topic']}" if "topic" in query else topic.address
    if wanted not in projection.records:
        return []
    members = {
        place
        for relation, place in projection.records[wanted].incoming
        if relation == "part_of_topic"
    }
    found = [
        record
        for record in map(projection.records.__getitem__, members)
        if record.listed
        and query.get("kind") in (None, record.kind)
        and (not query.get("subject") or query["subject"] in record.values.get("subjects", ()))
    ]
    found.sort(key=lambda record: (record.published_at, record.address), reverse=True)
    return [record.address for record in found[: query["limit"]]]


def _archive(
    folder: str,
    title: str,
    column: str,
    records: list[PublicRecord],
    cards: Cards,
    verdicts: Sequence[str] = (),
) -> Iterator[Page]:
    """An index of the newest and, below it, one page for each month.

    A month shows the months of its year only: a list of all would change with every new record.
    """
    months: dict[str, list[PublicRecord]] = {}
    for record in records:
        months.setdefault(f"{record.published_at:%Y/%m}", []).append(record)
    listing: list[tuple[str, int]] = [(month, len(found)) for month, found in months.items()]
    shared = {"folder": folder, "title": title, "verdicts": list(verdicts)}
    newest = _cards(records[:NEWEST], cards)
    yield Page(
        f"{folder}/index.html",
        "index",
        column,
        {**shared, "cards": newest, "months": listing, "total": len(records)},
    )
    for month, found in months.items():
        near = [entry for entry in listing if entry[0][:4] == month[:4]]
        values = {**shared, "month": month, "cards": _cards(found, cards), "months": near}
        yield Page(f"{folder}/{month}/index.html", "month", column, values)


def _verdicts_in(projection: Projection) -> list[str]:
    """The verdicts of the clarifications in lists."""
    found = {
        record.values["verdict"]
        for record in projection.by_kind.get("clarification", ())
        if record.listed and "verdict" in record.values
    }
    return sorted(found)


def _verdicts(projection: Projection, cards: Cards) -> Iterator[Page]:
    """The clarifications of each verdict, by month."""
    met = _verdicts_in(projection)
    for verdict in met:
        records = [
            record
            for record in projection.by_kind["clarification"]
            if record.listed and record.values.get("verdict") == verdict
        ]
        yield from _archive(f"rumours/verdict/{verdict}", verdict, "rumours", records, cards, met)


def _organisations(projection: Projection, cards: Cards) -> Iterator[Page]:
    entries = []
    for id, values in projection.organisations.items():
        listed = [record for record in projection.by_organisation.get(id, ()) if record.listed]
        entries.append({"id": id, **values, "total": len(listed)})
        months: Sequence[tuple[str, int]] = ()
        if len(listed) > NEWEST:
            name = values.get("short_name") or values["name"]
            index, *older = _archive(f"organisations/{id}", name, "organisations", listed, cards)
            months = index.values["months"]
            yield from older
        yield _page(
            f"organisations/{id}/index.html",
            "organisation",
            "organisations",
            id=id,
            organisation=values,
            cards=_cards(listed[:NEWEST], cards),
            total=len(listed),
            months=months,
            channels=[entry for entry in _channels(projection) if entry["organisation"] == id],
            successor=projection.organisations.get(values.get("successor", ""), {}),
        )
    yield _page("organisations/index.html", "organisations", "organisations", organisations=entries)


def _channels(projection: Projection) -> list[dict[str, Any]]:
    return [
        {"id": id, **values, "body": projection.organisations.get(values["organisation"], {})}
        for id, values in projection.channels.items()
    ]


def _corrections(projection: Projection, cards: Cards) -> Page:
    entries = [
        {"card": cards[record.address], "entry": entry}
        for record, entry in list(corrections(projection))[: NEWEST * 4]
    ]
    return _page("corrections/index.html", "corrections", "corrections", entries=entries)
