"""The page of a question from the public: the answer is the text, the question a quiet quotation.

In: its planned page. Out: its view.
"""

from collections.abc import Mapping
from typing import Any

from huiying.records.vocabulary import QA_CHANNEL, SATISFACTION
from huiying.render.plan import Page
from huiying.render.views.article import article
from huiying.render.views.frame import Frame, View, day, duration, html, moment, year_of
from huiying.render.views.rail import bodies, name_of


def qa(page: Page, frame: Frame) -> View:
    """A question and its answer. A withdrawn one has neither left."""
    values, record = page.values, page.values["record"]
    year = year_of(values["published_at"], frame)
    return {
        **article(values, frame),
        "channel": QA_CHANNEL.label(record["channel"]) if "channel" in record else "",
        "question_html": html(record.get("question"), frame, "question-", 4),
        "redactions": record.get("redactions", ()),
        "received": day(record["received_at"], frame, year) if "received_at" in record else "",
        "answer_html": html(record.get("answer"), frame, "answer-"),
        "handling": _handling(values, frame, year),
    }


def _handling(values: Mapping[str, Any], frame: Frame, year: int) -> list[View]:
    """How it was handled, as labels with what stands for them; only what is known."""
    record = values["record"]
    found: list[View] = []
    for name, label in (
        ("received_at", "收到"),
        ("accepted_at", "受理"),
        ("replied_at", "答复"),
    ):
        if name in record:
            found.append({"label": label, "text": moment(record[name], frame, year), "href": ""})
    if "received_at" in record and "replied_at" in record:
        took = duration(record["received_at"], record["replied_at"])
        if took:
            found.append({"label": "用时", "text": took, "href": ""})
    found += _handler(values, frame)
    if "satisfaction" in record:
        text = f"来信人评价：{SATISFACTION.label(record['satisfaction'])}"
        found.append({"label": "满意度", "text": text, "href": ""})
    return found


def _handler(values: Mapping[str, Any], frame: Frame) -> list[View]:
    """The body that handled it: the first responsible one where no other is named."""
    id = values["record"].get("handler", "")
    if name := name_of(id, values):
        return [{"label": "承办", "text": name, "href": f"{frame.base}organisations/{id}/"}]
    first = bodies(values, frame)[:1] if "question" in values["record"] else []
    return [{"label": "承办", "text": body["name"], "href": body["href"]} for body in first]
