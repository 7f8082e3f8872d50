"""The pages of registers: bodies, official accounts, experts, policies; and the corrections.

In: a projection and cards. Out: pages. Lists on them are bounded like any other.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from huiying.public import Projection, PublicRecord, Values, corrections
from huiying.render.plan.archive import NEWEST, Dated, archive, below, dated
from huiying.render.plan.card import Cards, today
from huiying.render.plan.page import Page, page
from huiying.settings import Settings


def registers(projection: Projection, cards: Cards) -> Iterator[Page]:
    """Every page of every register."""
    yield from _organisations(projection, cards)
    yield page("channels/index.html", "channels", "channels", channels=_channels(projection))
    yield from _experts(projection, cards)
    yield from _policies(projection, cards)
    yield from _corrections(projection, cards)


def _organisations(projection: Projection, cards: Cards) -> Iterator[Page]:
    entries = []
    channels: dict[str, list[dict[str, Any]]] = {}
    for entry in _channels(projection):
        channels.setdefault(entry["organisation"], []).append(entry)
    for id, values in projection.organisations.items():
        folder, name = f"organisations/{id}", values.get("short_name") or values["name"]
        listed = dated(projection.by_organisation.get(id, ()), cards)
        shown, older = below(folder, name, "organisations", listed)
        entries.append({"id": id, **values, "total": len(listed)})
        yield from older
        yield page(
            f"{folder}/index.html",
            "organisation",
            "organisations",
            id=id,
            organisation=values,
            channels=channels.get(id, []),
            successor=projection.organisations.get(values.get("successor", ""), {}),
            **shown,
        )
    yield page("organisations/index.html", "organisations", "organisations", organisations=entries)


def _channels(projection: Projection) -> list[dict[str, Any]]:
    return [
        {"id": id, **values, "body": projection.organisations.get(values["organisation"], {})}
        for id, values in projection.channels.items()
    ]


def _experts(projection: Projection, cards: Cards) -> Iterator[Page]:
    """The experts who agreed to be named, and what each of them took part in."""
    taken_part = _naming(projection, _experts_of)
    entries = []
    for id, values in projection.experts.items():
        photo = projection.media.get(values.get("photo", ""), {})
        entry = {**values, "has_ended": _is_over(values.get("valid_to"), projection.settings)}
        listed = dated(taken_part.get(id, []), cards)
        shown, older = below(f"experts/{id}", values["name"], "experts", listed)
        entries.append({"id": id, **entry, "photo_shown": photo, "total": len(listed)})
        yield from older
        yield page(
            f"experts/{id}/index.html",
            "expert",
            "experts",
            id=id,
            expert=entry,
            photo=photo,
            **shown,
        )
    yield page("experts/index.html", "experts", "experts", experts=entries)


def _experts_of(values: Values) -> Iterator[str]:
    """Ids of the experts that a record names: who interprets, who speaks."""
    yield from values.get("experts", ())
    for speaker in values.get("speakers", ()):
        if "expert" in speaker:
            yield speaker["expert"]


def _policy_of(values: Values) -> Iterator[str]:
    if "policy" in values:
        yield values["policy"]


def _naming(
    projection: Projection, named: Callable[[Values], Iterator[str]]
) -> dict[str, list[PublicRecord]]:
    """The records that name an entry of a register, by the entry's id, newest first."""
    found: dict[str, list[PublicRecord]] = {}
    for kind in projection.by_kind.values():
        for record in kind:
            for id in dict.fromkeys(named(record.values)):
                found.setdefault(id, []).append(record)
    for records in found.values():
        records.sort(key=lambda record: record.address)
        records.sort(key=lambda record: record.published_at, reverse=True)
    return found


def _is_over(last: date | None, settings: Settings) -> bool:
    """Whether the last day lies behind us."""
    return last is not None and last < today(settings)


def policy_values(values: Values, settings: Settings) -> dict[str, Any]:
    """A policy with the standing that it has today: one whose term is over has lapsed, also where
    nobody has written so yet."""
    is_over = values["standing"] != "repealed" and _is_over(values.get("effective_to"), settings)
    return {**values, "standing": "lapsed" if is_over else values["standing"]}


def _policies(projection: Projection, cards: Cards) -> Iterator[Page]:
    """The policies, the newest first, and what interprets each of them."""
    interpreting = _naming(projection, _policy_of)
    policies = {
        id: policy_values(values, projection.settings) for id, values in projection.policies.items()
    }
    entries: list[Dated] = []
    replaced: dict[str, list[str]] = {}
    for id, values in policies.items():
        replaced.setdefault(values.get("replaced_by", ""), []).append(id)
    for id, values in policies.items():
        listed = dated(interpreting.get(id, []), cards)
        shown, older = below(f"policies/{id}", values["title"], "policies", listed)
        entries.append((values.get("issued_on"), _policy_card(id, values, projection)))
        yield from older
        yield page(
            f"policies/{id}/index.html",
            "policy",
            "policies",
            id=id,
            policy=values,
            issuer=projection.organisations.get(values.get("issuer", ""), {}),
            later=_named_policy(values.get("replaced_by", ""), policies),
            earlier=[_named_policy(other, policies) for other in replaced.get(id, ())],
            **shown,
        )
    entries.sort(key=lambda entry: str(entry[1]["address"]))
    entries.sort(key=lambda entry: entry[0] or date.min, reverse=True)
    yield from archive("policies", "政策文件", "policies", entries)


def _named_policy(id: str, policies: Mapping[str, Values]) -> dict[str, Any]:
    """What another policy's page says of a policy; nothing if there is none."""
    if id not in policies:
        return {}
    return {"id": id, "title": policies[id]["title"], "doc_no": policies[id].get("doc_no", "")}


def _policy_card(id: str, values: Values, projection: Projection) -> dict[str, Any]:
    """A policy as lists show it, in the form of a record's card."""
    issuer = projection.organisations.get(values.get("issuer", ""), {})
    return {
        "kind": "policy",
        "address": f"policies/{id}",
        "title": values["title"],
        "short_title": values["title"],
        "summary": values.get("summary", ""),
        "term": values["standing"],
        "doc_no": values.get("doc_no", ""),
        "published_at": values.get("issued_on"),
        "organisation": issuer.get("short_name") or issuer.get("name", ""),
        "state": "public",
        "marks": [],
    }


def _corrections(projection: Projection, cards: Cards) -> Iterator[Page]:
    """The newest corrections and withdrawals and, where there are more, all of them by month."""
    entries, months = [], dict[str, list[dict[str, Any]]]()
    for record, entry in corrections(projection):
        shown = {"card": cards[record.address], "entry": entry}
        entries.append(shown)
        month = f"{entry['at'].astimezone(projection.settings.zone):%Y/%m}"
        months.setdefault(month, []).append(shown)
    if len(entries) <= NEWEST:
        months = {}
    listing = [(month, len(found)) for month, found in months.items()]
    for month, found in [("", entries[:NEWEST]), *months.items()]:
        bodies = {shown["entry"]["org"] for shown in found if "org" in shown["entry"]}
        yield page(
            f"corrections/{month}/index.html" if month else "corrections/index.html",
            "corrections",
            "corrections",
            entries=found,
            organisations={
                id: projection.organisations[id]
                for id in sorted(bodies & projection.organisations.keys())
            },
            month=month,
            months=[entry for entry in listing if entry[0].startswith(month[:4])],
            total=len(found) if month else len(entries),
        )
