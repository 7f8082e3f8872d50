"""The page of one record: its values, and of everything it names what the page may show.

In: a record of the projection, the cards. Out: one page.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from huiying.public import Projection, PublicRecord, Values, is_correction, organisations_of
from huiying.records import KIND_BY_NAME
from huiying.render.plan.card import Cards, term
from huiying.render.plan.page import Page
from huiying.render.plan.register import policy_values

LONGEST_NAME = 200
"""Characters; a longer text is no id, address or path."""


def record_page(record: PublicRecord, projection: Projection, cards: Cards) -> Page:
    """The page of a record."""
    values = record.values
    found = _gathered(record, projection)
    named = {text for text in _strings(values) if len(text) < LONGEST_NAME}
    places = {text for text in named if text in cards}
    places |= {f"topics/{id}" for id in values.get("relations", {}).get("part_of_topic", ())}
    places |= {place for _, place in record.incoming}
    places |= {place for result in found.values() for place in result}
    experts = {id: projection.experts[id] for id in sorted(named & projection.experts.keys())}
    policies = {
        id: policy_values(projection.policies[id], projection.settings)
        for id in sorted(named & projection.policies.keys())
    }
    named.update(expert["photo"] for expert in experts.values() if "photo" in expert)
    named.update(policy["issuer"] for policy in policies.values() if "issuer" in policy)
    media = [projection.media[name] for name in named & projection.media.keys()]
    named.update(known["poster"] for known in media if "poster" in known)
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
            "term": term(record, projection.settings),
            "published_at": record.published_at,
            "updated_at": record.updated_at,
            "state": record.state,
            "marks": sorted(record.marks),
            "timeliness": [dict(entry) for entry in record.timeliness],
            "correction_shown": _correction_shown(record, projection),
            "incoming": [list(pair) for pair in record.incoming],
            "found": found,
            "organisations_named": list(organisations_of(record)),
            "cards": {place: cards[place] for place in sorted(places)},
            "organisations": {id: projection.organisations[id] for id in sorted(bodies)},
            "experts": experts,
            "policies": policies,
            "media": {
                name: projection.media[name] for name in sorted(named) if name in projection.media
            },
        },
    )


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


def _correction_shown(record: PublicRecord, projection: Projection) -> bool:
    """Whether the page still opens with its newest correction (site.yml says for how long)."""
    if "withdrawn" in record.marks:  # there is nothing left to correct
        return False
    made = [entry["at"] for entry in record.values.get("history", ()) if is_correction(entry)]
    days = projection.settings.site.correction_banner_days
    return bool(made) and (projection.settings.now - max(made)).days < days


def _gathered(record: PublicRecord, projection: Projection) -> dict[str, list[str]]:
    """Addresses of what the sections of a topic gather by themselves, by the section's number."""
    if record.kind != "topic":
        return {}
    return {
        str(number): _query(section["query"], record, projection)
        for number, section in enumerate(record.values.get("sections", ()))
        if "query" in section
    }


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
