"""What lists and pages show of another record: its card; and the names of terms.

In: cards of the plan. Out: views with every text and link decided.
"""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from huiying.records import KINDS
from huiying.records.vocabulary import RESPONSE_STATE, TOPIC_STATE, VERDICT
from huiying.render.views.frame import Frame, View, day, medium

STATE_LABELS = {"draft": "草稿", "in_review": "审核中", "embargoed": "待发布"}
"""Only the preview shows such records."""
STANDING_LABELS = {
    "withdrawn": "已撤回",
    "expired": "已失效",
    "superseded": "已被替代",
    "archived": "已归档",
}
"""What no list shows as current; the weightiest first, as a card has room for one word."""
CLAIM_SHOWN = 60
"""Characters of what was said, in lists: enough to recognise it, never louder than the truth."""
KIND_LABELS = {kind.name: kind.zh for kind in KINDS}
COUNT_LABELS = {"response": "条回应", "clarification": "条辟谣"}


def badge(values: Mapping[str, Any]) -> View:
    """The mark of a record: `term` names shape and colour, `label` says it. Empty for topics."""
    if values.get("verdict"):
        return {"term": values["verdict"], "label": VERDICT.label(values["verdict"])}
    if values.get("handling_state"):
        term = values["handling_state"]
        return {"term": term, "label": RESPONSE_STATE.label(term)}
    return {}


def card(values: Mapping[str, Any], frame: Frame) -> View:
    """One record in a list. `claim` is there for those who look for what they were sent."""
    claim = " ".join(values["claim"].split())
    return {
        "href": f"{frame.base}{values['address']}/",
        "title": values["title"],
        "short_title": values["short_title"],
        "summary": values["summary"],
        "claim": claim if len(claim) <= CLAIM_SHOWN else f"{claim[:CLAIM_SHOWN]}…",
        "badge": badge(values),
        "kind": KIND_LABELS[values["kind"]],
        "date": day(values["published_at"], frame),
        "organisation": values["organisation"],
        "state": STATE_LABELS.get(values["state"], ""),
        "standing": standing(values["marks"]),
    }


def standing(marks: Container[str]) -> str:
    """Why a record no longer speaks for today, or nothing."""
    return next((label for mark, label in STANDING_LABELS.items() if mark in marks), "")


def cards(found: Iterable[Mapping[str, Any]], frame: Frame) -> list[View]:
    """Cards in the order given."""
    return [card(values, frame) for values in found]


def topic_card(values: Mapping[str, Any], frame: Frame) -> View:
    """A topic in a list, with its picture and how much belongs to it."""
    counts = [
        f"{values['counts'][kind]}{label}"
        for kind, label in COUNT_LABELS.items()
        if kind in values["counts"]
    ]
    is_open = values["topic_state"] != "closed"
    return {
        **card(values, frame),
        "cover": medium(values["cover"], frame) if values["cover"] else "",
        "cover_alt": values["cover_alt"],
        "counts": counts,
        "topic_state": TOPIC_STATE.label(values["topic_state"]) if values["topic_state"] else "",
        "is_open": is_open,
    }
