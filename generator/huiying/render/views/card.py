"""What lists and pages show of another record: its card; and the names of terms.

In: cards of the plan. Out: views with every text and link decided.
"""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from huiying.prose import plain
from huiying.records import KINDS
from huiying.records.vocabulary import (
    AUTHOR_KIND,
    BRIEFING_STATE,
    POLICY_STANDING,
    QA_CHANNEL,
    RESPONSE_STATE,
    SURVEY_STATE,
    TOPIC_STATE,
    VERDICT,
)
from huiying.render.tags import bare
from huiying.render.views.frame import Frame, View, day, days, moment, span
from huiying.render.views.picture import picture

STATE_LABELS = {"draft": "草稿", "in_review": "审核中", "embargoed": "待发布", "unsigned": "待签"}
"""Only the preview shows such records."""
STANDING_LABELS = {
    "withdrawn": "已撤回",
    "expired": "已失效",
    "superseded": "已被替代",
    "archived": "已归档",
}
"""What no list shows as current; the weightiest first, as a card has room for one word."""
QUOTED_MOST = 60
"""Characters of what was said or asked, in lists."""
KIND_LABELS = {kind.name: kind.zh for kind in KINDS} | {"policy": "政策文件"}
COUNT_LABELS = {
    "response": "条回应",
    "clarification": "条辟谣",
    "interpretation": "篇解读",
    "briefing": "场发布会",
    "qa": "条问答",
    "survey": "项调查",
}
MARKS = {
    "clarification": VERDICT,
    "response": RESPONSE_STATE,
    "briefing": BRIEFING_STATE,
    "survey": SURVEY_STATE,
    "policy": POLICY_STANDING,
}
"""Kinds whose term is shown as a badge: a word, a shape and a colour."""
SAYS_ITS_KIND = {"clarification", "response", "policy"}
"""Kinds whose badge says enough: no list names them besides."""


def badge(kind: str, term: str) -> View:
    """The mark of a record: `term` names shape and colour, `label` says it. Empty for topics."""
    return {"term": term, "label": MARKS[kind].label(term)} if term and kind in MARKS else {}


def sort_of(kind: str, term: str) -> str:
    """Which sort of its kind a record is, where that is no state: who interprets, who asked."""
    if term and kind == "interpretation":
        return f"{AUTHOR_KIND.label(term)}解读"
    return QA_CHANNEL.label(term) if term and kind == "qa" else ""


def card(values: Mapping[str, Any], frame: Frame) -> View:
    """One record in a list. `quoted` is there for those who look for what they were sent."""
    kind, mark = values["kind"], badge(values["kind"], values["term"])
    return {
        "href": f"{frame.base}{values['address']}/",
        "title": values["title"],
        "short_title": values["short_title"],
        "summary": values["summary"],
        "quoted": _quoted(values),
        "when": _when(values, frame),
        "about": _about(values),
        "badge": mark,
        "kind": "" if mark and kind in SAYS_ITS_KIND else KIND_LABELS[kind],
        "sort": sort_of(kind, values["term"]) or values.get("doc_no", ""),
        "date": day(values["published_at"], frame) if values["published_at"] else "",
        "organisation": values["organisation"],
        "state": STATE_LABELS.get(values["state"], ""),
        "standing": standing(values["marks"]),
    }


def _about(values: Mapping[str, Any]) -> str:
    """Which document is explained, where the title does not say it."""
    name = bare(values.get("policy", ""))
    return f"解读《{name}》" if name and name not in values["title"] else ""


def _quoted(values: Mapping[str, Any]) -> str:
    """What was said or asked, cut: enough to recognise it, never louder than the truth."""
    if "claim" in values:
        text, opening = " ".join(values["claim"].split()), "网传"
    elif "question" in values:
        text, opening = plain(values["question"]), "问"
    else:
        return ""
    return f"{opening}：“{text if len(text) <= QUOTED_MOST else f'{text[:QUOTED_MOST]}…'}”"


def _when(values: Mapping[str, Any], frame: Frame) -> Markup | str:
    """When and where a briefing is held; from when to when a survey runs."""
    if "starts_at" in values:
        ends = values.get("ends_at")
        times = span(values["starts_at"], ends, frame) if ends else ""
        venue = f"，{values['venue']}" if "venue" in values else ""
        return (times or moment(values["starts_at"], frame)) + venue
    return days(values["period"], frame) if "period" in values else ""


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
    is_open = values["term"] != "closed"
    return {
        **card(values, frame),
        "cover": picture(values["cover_shown"], values["cover_shown"].get("alt", ""), frame),
        "counts": counts,
        "topic_state": TOPIC_STATE.label(values["term"]) if values["term"] else "",
        "is_open": is_open,
    }
