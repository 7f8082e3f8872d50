"""The page of a briefing: when and where while it is to come; what was said, once it was held.

In: its planned page. Out: its view. Every question has an anchor, so that an answer can be linked.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from huiying.prose import plain
from huiying.records.briefing import FILMS
from huiying.records.vocabulary import BRIEFING_FORM, BRIEFING_STATE, SPEAKER_ROLE
from huiying.render.plan import Page
from huiying.render.views.article import article
from huiying.render.views.block import blocks
from huiying.render.views.expertise import unsaid
from huiying.render.views.frame import (
    Frame,
    View,
    clock_time,
    html,
    link,
    moment,
    span,
)
from huiying.render.views.player import place
from huiying.render.views.rail import name_of

MOVED = ("postponed", "cancelled")
JUMP_LONGEST = 36
"""Characters of a question in the list above the transcript."""


def briefing(page: Page, frame: Frame) -> View:
    """A briefing in any of its states. A withdrawn one has none left."""
    values, record = page.values, page.values["record"]
    state = values["term"]
    meeting = transcript(record.get("transcript", ()), frame, record.get("recording", ""))
    return {
        **article(values, frame),
        "form": BRIEFING_FORM.label(record["form"]) if "form" in record else "",
        "term": state,
        "state_meaning": BRIEFING_STATE.by_en[state].help_zh if state in ("live",) else "",
        "moved": BRIEFING_STATE.label(state) if state in MOVED else "",
        "state_reason": record.get("state_reason", ""),
        "time": _time(record, frame),
        "venue": record.get("venue", ""),
        "host": _host(values, frame),
        "live_href": link(record.get("live_url"), frame),
        "can_watch": state in ("scheduled", "live") and "live_url" in record,
        "speakers": [_speaker(entry, values, frame) for entry in record.get("speakers", ())],
        "media": record.get("media", ()),
        "agenda": [
            {"time": clock_time(entry["at"], frame) if "at" in entry else "", "text": entry["text"]}
            for entry in record.get("agenda", ())
        ],
        "answers": [
            {
                "number": number,
                "question": entry["question"],
                "html": html(entry["answer"], frame, f"answer-{number}-", 4),
                "speaker": entry.get("speaker", ""),
            }
            for number, entry in enumerate(record.get("qa_extract", ()), 1)
        ],
        "recording": blocks(_recording(record, values), values, frame, "recording"),
        **meeting,
    }


def _time(record: Mapping[str, Any], frame: Frame) -> str:
    if "starts_at" not in record:
        return ""
    if "ends_at" in record:
        return span(record["starts_at"], record["ends_at"], frame)
    return moment(record["starts_at"], frame)


def _host(values: Mapping[str, Any], frame: Frame) -> View:
    id = values["record"].get("host", "")
    name = name_of(id, values)
    return {"name": name, "href": f"{frame.base}organisations/{id}/"} if name else {}


def _speaker(entry: Mapping[str, Any], values: Mapping[str, Any], frame: Frame) -> View:
    id = entry.get("expert", "")
    return {
        "name": entry["name"],
        "href": f"{frame.base}experts/{id}/" if id in values["experts"] else "",
        "role": SPEAKER_ROLE.label(entry["role"]),
        "title": entry.get("title", ""),
        "organisation": unsaid(entry.get("org", ""), entry.get("title", "")),
    }


def _recording(record: Mapping[str, Any], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The recording as a block, so that it is played, captioned and transcribed like any other."""
    file = record.get("recording", "")
    if not file:
        return []
    title = values["media"].get(file, {}).get("title", "全程回放")
    type = "video" if file.lower().endswith(FILMS) else "audio"
    return [{"type": type, "file": file, "title": title}]


def transcript(found: Sequence[Mapping[str, Any]], frame: Frame, recording: str = "") -> View:
    """What was said, in order: statements, and questions each with what answered it.

    Where a piece is in the recording (a path below media/), a reader can play it from there.

    `questions` is the list to jump from. The anchors are `q-1`, `q-2` … in the order of questions.
    """
    parts: list[View] = []
    questions: list[View] = []
    for number, entry in enumerate(found):
        said = {
            "speaker": entry["speaker"],
            "time": clock_time(entry["at"], frame) if "at" in entry else "",
            "html": html(entry["text"], frame, f"said-{number}-", 4),
            "place": place(entry["offset"], recording, frame) if "offset" in entry else {},
        }
        if entry["type"] == "question":
            name = f"q-{len(questions) + 1}"
            questions.append({"id": name, "text": _short(plain(entry["text"]))})
            parts.append({"id": name, "number": len(questions), "question": said, "said": []})
        elif entry["type"] == "answer" and parts and parts[-1]["id"]:
            parts[-1]["said"].append(said)
        else:
            if not parts or parts[-1]["id"]:
                parts.append({"id": "", "number": 0, "question": {}, "said": []})
            parts[-1]["said"].append(said)
    return {"parts": parts, "questions": questions}


def _short(text: str) -> str:
    return text if len(text) <= JUMP_LONGEST else f"{text[:JUMP_LONGEST]}…"
