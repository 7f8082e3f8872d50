"""The index of clarified rumours: what goes round now, what is back, and every way into the rest.

In: a projection and cards. Out: the index with its months, and a list for each verdict, subject and
first responsible body. All are bounded (DESIGN §4); those of subjects and bodies have months only
once they hold more than they show.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from huiying.public import Projection, PublicRecord
from huiying.records.vocabulary import SUBJECT, VERDICT
from huiying.render.plan.archive import archive, dated, part
from huiying.render.plan.card import Cards, chosen
from huiying.render.plan.letters import by_letter
from huiying.render.plan.page import Page, page

FOLDER = "rumours"
MOST_GOING_ROUND = 8
"""How many cards stand above the list, in each of the two sections."""
Groups = Mapping[str, Sequence[PublicRecord]]


def rumours(projection: Projection, cards: Cards) -> Iterator[Page]:
    """Every list of clarifications."""
    records = listed(projection)
    verdicts = grouped(records, verdicts_of)
    subjects = grouped(records, subjects_of)
    bodies = grouped(records, bodies_of)
    bodies = {id: found for id, found in bodies.items() if id in projection.organisations}
    facet = {"name": "verdict", "met": list(verdicts)}
    index, *months = archive(FOLDER, "辟谣", FOLDER, dated(records, cards), facet)
    more = _sections(records, cards)
    shown = [card for section in more.values() for card in section]
    newest = [card for card in index.values["cards"] if card not in shown]
    ways = {
        "cards": newest,
        "subjects": list(subjects),
        "bodies": _bodies(bodies, projection),
        "topics": _topics(projection, cards),
        "years": years_of(records),
    }
    yield page(index.path, "rumours", FOLDER, **{**index.values, **more, **ways})
    yield from months
    yield from _lists("verdict", verdicts, VERDICT.label, cards, archive)
    yield from _lists("subject", subjects, lambda term: f"{SUBJECT.label(term)}类", cards)
    names = projection.organisations
    yield from _lists("organisation", bodies, lambda id: str(names[id]["name"]), cards)


def listed(projection: Projection) -> list[PublicRecord]:
    """The clarifications that lists show, newest first."""
    return [record for record in projection.by_kind.get("clarification", ()) if record.listed]


def years_of(records: Iterable[PublicRecord]) -> list[str]:
    """The years that have a file of data, the newest first: drafts of a preview are in none."""
    found = {record.published_at.strftime("%Y") for record in records if record.state == "public"}
    return sorted(found, reverse=True)


def is_spreading(record: PublicRecord) -> bool:
    """Whether it goes round now: so the editors say, or nobody knows yet."""
    values = record.values
    is_told = values.get("spread_state") == "spreading" or values.get("verdict") == "unverified"
    return is_told and not is_back(record)


def is_back(record: PublicRecord) -> bool:
    """Whether an old story goes round again: 反复, or 旧闻翻炒 that spreads.

    The verdict alone does not say so: what was 旧闻翻炒 years ago may long have died down.
    """
    state = record.values.get("spread_state")
    is_old = record.values.get("verdict") == "outdated"
    return state == "recurring" or (is_old and state == "spreading")


def verdicts_of(record: PublicRecord) -> Iterable[str]:
    """Its verdict, if there is one."""
    return [record.values["verdict"]] if "verdict" in record.values else []


def subjects_of(record: PublicRecord) -> Iterable[str]:
    """Its subjects, each once."""
    return dict.fromkeys(record.values.get("subjects", ()))


def bodies_of(record: PublicRecord) -> Iterable[str]:
    """The first responsible body."""
    first = record.values.get("agencies", {}).get("first_responsible")
    return [first] if first else []


def grouped(
    records: Iterable[PublicRecord], keys_of: Callable[[PublicRecord], Iterable[str]]
) -> dict[str, list[PublicRecord]]:
    """Records by each of their keys; the keys in order, the records in theirs."""
    found: dict[str, list[PublicRecord]] = {}
    for record in records:
        for key in keys_of(record):
            found.setdefault(key, []).append(record)
    return dict(sorted(found.items()))


def _sections(records: Sequence[PublicRecord], cards: Cards) -> dict[str, Any]:
    spreading = [record for record in records if is_spreading(record)]
    back = [record for record in records if is_back(record)]
    return {
        "spreading": chosen(spreading[:MOST_GOING_ROUND], cards),
        "back": chosen(back[:MOST_GOING_ROUND], cards),
    }


def _lists(
    name: str,
    groups: Groups,
    label: Callable[[str], str],
    cards: Cards,
    make: Callable[..., Iterable[Page]] = part,
) -> Iterator[Page]:
    """The list of each verdict, subject or body."""
    for key, records in groups.items():
        facet = {"name": name, "current": key, "met": [] if name == "organisation" else [*groups]}
        yield from make(f"{FOLDER}/{name}/{key}", label(key), FOLDER, dated(records, cards), facet)


def _bodies(groups: Groups, projection: Projection) -> list[dict[str, Any]]:
    """The bodies that are first responsible for a clarification, A to Z."""
    entries = []
    for id, records in groups.items():
        body = projection.organisations[id]
        name = body.get("short_name") or body["name"]
        entries.append({"id": id, "name": name, "total": len(records)})
    return by_letter(entries, projection.settings.site.sponsor)


def _topics(projection: Projection, cards: Cards) -> list[dict[str, Any]]:
    """The topics to which clarifications belong, A to Z."""
    entries = [
        {"address": record.address, "name": record.values["title"], "total": total}
        for record in projection.by_kind.get("topic", ())
        if record.listed and (total := cards[record.address]["counts"].get("clarification", 0))
    ]
    return by_letter(entries, projection.settings.site.sponsor)
