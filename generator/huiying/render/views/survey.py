"""The page of a survey: how to take part while it runs; what came of it, then the results, after.

In: its planned page. Out: its view. Counts that could tell who answered never get here.
"""

from collections.abc import Mapping
from typing import Any

from huiying.records.vocabulary import QUESTION_TYPE, SURVEY_METHOD, SURVEY_STATE
from huiying.render import infographic
from huiying.render.plan import Page
from huiying.render.views.article import article
from huiying.render.views.frame import Frame, View, days, html, link, medium


def survey(page: Page, frame: Frame) -> View:
    """A survey before, while and after it runs. A withdrawn one has no state left."""
    values, record = page.values, page.values["record"]
    state = values["term"]
    respondents = record.get("respondents")
    questions = [
        _question(number, entry, respondents)
        for number, entry in enumerate(record.get("questions", ()), 1)
    ]
    return {
        **article(values, frame),
        "term": state,
        "state_meaning": SURVEY_STATE.by_en[state].help_zh if state == "upcoming" else "",
        "period": days(record["period"], frame) if "period" in record else "",
        "methods": [SURVEY_METHOD.label(term) for term in record.get("method", ())],
        "target": record.get("target", ""),
        "respondents": f"{respondents:,}份" if respondents is not None else "",
        "response_rate": f"{record['response_rate']}%" if "response_rate" in record else "",
        "purpose_html": html(record.get("purpose"), frame, "purpose-"),
        "adoption_html": html(record.get("adoption"), frame, "adoption-"),
        "host_href": link(record.get("host_url"), frame),
        "can_take_part": state == "running" and "host_url" in record,
        "questions": questions,
        "has_results": any(question["chart"] for question in questions),
        "has_hidden": any(question["has_hidden"] for question in questions),
        "data": _data(record, values, frame),
    }


def _question(number: int, entry: Mapping[str, Any], respondents: int | None) -> View:
    """One question, as a chart once there are counts, before that as its options."""
    options = entry.get("options", ())
    answered = entry.get("answered", respondents)
    counts = [(option["label"], option.get("count")) for option in options]
    has_counts = any(count is not None for _, count in counts)
    figure = infographic.from_counts(counts, answered)
    title = f"{number}. {entry['text']}"
    return {
        "id": f"question-{number}",
        "title": title,
        "type": QUESTION_TYPE.label(entry["type"]),
        "is_multiple": entry["type"] == "multiple",
        "answered": f"{answered:,}" if answered is not None and has_counts else "",
        "options": [option["label"] for option in options],
        "most": infographic.most(figure),
        "has_hidden": has_counts and len(figure.known) < len(counts),
        "chart": infographic.view(figure, title, f"question-{number}-") if has_counts else {},
    }


def _data(record: Mapping[str, Any], values: Mapping[str, Any], frame: Frame) -> View:
    """The totals as a file, with what its sidecar says."""
    path = record.get("data_file", "")
    if not path:
        return {}
    sidecar = values["media"].get(path, {})
    return {
        "href": medium(path, frame),
        "title": sidecar.get("title", "调查汇总数据"),
        "extension": path.rpartition(".")[2].upper(),
        "source": sidecar.get("source", ""),
        "licence": sidecar.get("licence", ""),
        "map_approval_no": "",
    }
