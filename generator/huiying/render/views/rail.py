"""The column beside the text of a record: who answers, which topic, when, how fast, where else.

In: the plan's values of one record page. Out: its view, and the names and links of bodies.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from huiying.public import is_correction
from huiying.records.vocabulary import (
    BASIS,
    CHANNEL_TYPE,
    CLOCK_BASIS,
    DEADLINE_PROFILE,
    MILESTONE,
    RESPONSE_FORM,
    TIMELINESS,
)
from huiying.render.views.card import card
from huiying.render.views.frame import Frame, View, duration, link, moment

Values = Mapping[str, Any]


def name_of(id: str, page: Values) -> str:
    """The short name of a body, or nothing."""
    body = page["organisations"].get(id, {})
    return str(body.get("short_name") or body.get("name", ""))


def rail(page: Values, frame: Frame, year: int) -> View:
    """The column beside the text: who answers, which topic, when, how fast, where else."""
    record = page["record"]
    agencies = record.get("agencies", {})
    topics = record.get("relations", {}).get("part_of_topic", ())
    places = [f"topics/{id}" for id in topics]
    return {
        "bodies": bodies(page, frame),
        "basis": BASIS.label(agencies["basis"]) if "basis" in agencies else "",
        "topics": [card(page["cards"][place], frame) for place in places if place in page["cards"]],
        "published": moment(page["published_at"], frame, year),
        "is_withdrawn": "withdrawn" in page["marks"],
        "corrections": sum(map(is_correction, record.get("history", ()))),
        "clock": clock(page, frame, year),
        "timeliness": timeliness(page),
        "places": record.get("places", ()),
        "forms": [RESPONSE_FORM.label(term) for term in record.get("response_forms", ())],
        "releases": releases(record.get("channels", ()), frame),
        "pickups": releases(record.get("media_pickups", ()), frame),
    }


ROLES = (("first_responsible", "第一责任"), ("lead", "牵头"), ("coordinator", "协调"))


def bodies(page: Values, frame: Frame) -> list[View]:
    """The bodies that answer, each once, with what they are in this matter."""
    agencies = page["record"].get("agencies", {})
    return [
        {
            "name": name_of(id, page),
            "href": f"{frame.base}organisations/{id}/",
            "role": "、".join(label for role, label in ROLES if agencies.get(role) == id),
        }
        for id in page["organisations_named"]
        if id in page["organisations"]
    ]


def clock(page: Values, frame: Frame, year: int) -> View:
    """How long the answer took."""
    started = page["record"].get("clock")
    if not started:
        return {}
    answered = page["record"].get("milestones", {}).get("responded_at", page["published_at"])
    took = duration(started["started_at"], answered)
    return (
        {
            "duration": took,
            "basis": CLOCK_BASIS.label(started["basis"]),
            "started": moment(started["started_at"], frame, year),
        }
        if took
        else {}
    )


def timeliness(page: Values) -> View:
    """Whether each milestone was in time, by which norm; empty where the site keeps that back."""
    found = page["timeliness"]
    milestones = [
        {
            "label": MILESTONE.label(entry["milestone"]),
            "verdict": TIMELINESS.label(entry["timeliness"]),
            "hours": entry["hours"],
        }
        for entry in found
    ]
    norm = DEADLINE_PROFILE.by_en[found[0]["profile"]].help_zh if found else ""
    return {"norm": norm, "milestones": milestones} if found else {}


def releases(found: Sequence[Values], frame: Frame) -> list[View]:
    """Where it was released too."""
    return [
        {
            "channel": CHANNEL_TYPE.label(entry["channel"]),
            "title": entry.get("title", ""),
            "href": link(entry.get("url"), frame),
        }
        for entry in found
    ]
