"""The page of a topic: the answer of the hour, what is known and not, and all that belongs to it.

In: its planned page, with the records that its sections gather. Out: its view.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from huiying.records.vocabulary import TOPIC_STATE
from huiying.render.plan import Page
from huiying.render.views.block import blocks, timeline, updates
from huiying.render.views.card import cards, standing
from huiying.render.views.frame import Frame, View, days, html, year_of
from huiying.render.views.record import common

GATHERED_MOST = 12
SHORT = 2
"""Cards of a section that needs no more than half the page."""


def topic(page: Page, frame: Frame) -> View:
    """A topic. What belongs to it and stands in no section comes last, so that nothing is lost."""
    values = page.values
    record, year = values["record"], year_of(values["published_at"], frame)
    pinned = [place for place in record.get("pinned", ()) if place in values["cards"]]
    drawn = (_section(number, page, frame) for number in range(len(record.get("sections", ()))))
    # A query may find nothing yet: a heading over nothing is no section.
    sections = [each for each in drawn if each["html"] or each["blocks"] or each["cards"]]
    shown = {place for section in sections for place in section["places"]}.union(pinned)
    shared = common(values, frame)
    return {
        **shared,
        "responsible": shared["rail"],
        "rail": {**shared["rail"], "bodies": []},
        "lead_html": html(record.get("lead"), frame, "lead-"),
        "state": TOPIC_STATE.label(record["state"]) if "state" in record else "",
        "is_open": record.get("state") == "open",
        "period": days(record["period"], frame) if "period" in record else "",
        "pinned": cards((values["cards"][place] for place in pinned), frame),
        "rows": _rows(sections),
        "jumps": [{"id": section["id"], "title": section["title"]} for section in sections],
        "blocks": blocks(record.get("blocks", ()), values, frame),
        "others": _others(values, shown, frame),
        "timeline": timeline(record.get("timeline", ()), frame, year),
        "updates": updates(values, frame, year),
    }


def _section(number: int, page: Page, frame: Frame) -> View:
    """One section: what was picked by hand before what was gathered, no record twice."""
    values = page.values
    section = values["record"]["sections"][number]
    wanted = [*section.get("records", ()), *values["found"].get(str(number), ())]
    places = [place for place in dict.fromkeys(wanted) if place in values["cards"]]
    return {
        "id": f"s-{number + 1}",
        "title": section["title"],
        "html": html(section.get("text"), frame, f"section-{number}-"),
        "blocks": blocks(section.get("blocks", ()), values, frame, f"section-{number}"),
        "places": places,
        "cards": cards((values["cards"][place] for place in places), frame),
    }


def _rows(sections: Sequence[View]) -> list[list[View]]:
    """The sections in their order; two short ones in a row stand side by side where there is room.

    Short is what has a card or two and nothing to look at.
    """
    rows: list[list[View]] = []
    for section in sections:
        is_short = not section["blocks"] and len(section["cards"]) <= SHORT
        if is_short and rows and len(rows[-1]) == 1 and rows[-1][0]["is_short"]:
            rows[-1].append(section)
        else:
            rows.append([section])
        section["is_short"] = is_short
    return rows


def _others(values: Mapping[str, Any], shown: set[str], frame: Frame) -> list[View]:
    """Current members of the topic that no section shows, newest first."""
    places = {place for relation, place in values["incoming"] if relation == "part_of_topic"}
    found = [values["cards"][place] for place in places - shown if place in values["cards"]]
    found = [card for card in found if not standing(card["marks"])]
    found.sort(key=lambda card: (card["published_at"], card["address"]), reverse=True)
    return cards(found[:GATHERED_MOST], frame)
