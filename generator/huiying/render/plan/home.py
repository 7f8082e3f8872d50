"""What the home page shows: what is urgent, going round, going on now, and the newest of each kind.

In: a projection and cards. Out: one page.
"""

from collections.abc import Mapping
from math import inf
from typing import Any

from huiying.public import Projection, PublicRecord
from huiying.render.plan.card import Cards, chosen
from huiying.render.plan.page import Page, page
from huiying.render.plan.rumours import grouped, is_back, is_spreading, verdicts_of

HOME_CARDS = 6
HOME_LINKS = 4
"""How many of the quieter kinds: a line each."""
COMING = ("live", "running", "scheduled", "postponed")
"""States of briefings and surveys that the home page announces, in this order."""
NOW_MOST = 3


def home(projection: Projection, cards: Cards) -> Page:
    """The home page."""

    def listed(kind: str) -> list[PublicRecord]:
        return [record for record in projection.by_kind.get(kind, ()) if record.listed]

    clarifications = listed("clarification")
    spreading = [record for record in clarifications if is_spreading(record) or is_back(record)]
    going_round = {record.address for record in spreading}
    others = [record for record in clarifications if record.address not in going_round]
    topics = sorted(listed("topic"), key=lambda record: record.values.get("state") == "closed")
    banners = [
        {**record.values["banner"], "address": record.address}
        | {"next_update_due": record.values.get("next_update_due")}
        for record in topics
        if "banner" in record.values and record.values["banner"]["until"] > projection.settings.now
    ]
    covers = [cards[record.address]["cover"] for record in topics[:4]]
    return page(
        "index.html",
        "home",
        "",
        banners=banners,
        verdicts=list(grouped(clarifications, verdicts_of)),
        spreading=chosen(spreading[:HOME_CARDS], cards),
        coming=_coming(listed("briefing") + listed("survey"), projection, cards),
        clarifications=chosen(others[:HOME_CARDS], cards),
        topics=chosen(topics[:4], cards),
        responses=chosen(listed("response")[:HOME_CARDS], cards),
        interpretations=chosen(listed("interpretation")[:HOME_LINKS], cards),
        qa=chosen(listed("qa")[:HOME_LINKS], cards),
        media={name: projection.media[name] for name in covers if name in projection.media},
    )


def _coming(
    records: list[PublicRecord], projection: Projection, cards: Cards
) -> list[Mapping[str, Any]]:
    """Cards of what goes on now or next: live before announced, the nearest first."""
    now = projection.settings.now
    found = [cards[record.address] for record in records]
    found = [
        card
        for card in found
        if card["term"] in COMING
        and (card["term"] != "postponed" or card.get("starts_at", now) > now)
    ]
    found.sort(key=lambda card: (COMING.index(card["term"]), _presses(card), card["address"]))
    return found[:NOW_MOST]


def _presses(card: Mapping[str, Any]) -> float:
    """What sorts: when a briefing begins, when a survey closes."""
    if "starts_at" in card:
        return float(card["starts_at"].timestamp())
    ends_on = card.get("period", {}).get("ends_on")
    return float(ends_on.toordinal()) if ends_on else inf
