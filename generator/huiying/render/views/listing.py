"""Pages that list records: home, indexes and their months; and the page of a record that is broken.

In: their planned pages. Out: views. Which records are listed is the plan's decision.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from huiying.records.vocabulary import BANNER_LEVEL, SUBJECT, VERDICT
from huiying.render.head import title
from huiying.render.plan import Page
from huiying.render.tags import COLUMNS
from huiying.render.views.card import cards, topic_card
from huiying.render.views.frame import Frame, View, moment
from huiying.render.views.headline import headline

FACETS = {"verdict": VERDICT, "subject": SUBJECT}
FACET_LABELS = {"verdict": "按结论查看", "subject": "按主题查看", "organisation": "查看全部"}


def home(page: Page, frame: Frame) -> View:
    """The question that brings people here, what goes round now, topics, latest responses."""
    values = page.values
    return {
        "urgent": [_urgent(banner, frame) for banner in values["banners"]],
        "question": headline("收到一条消息，不知真假？"),
        "verdicts": facets("verdict", values["verdicts"], "", frame),
        "coming": cards(values["coming"], frame),
        "spreading": cards(values["spreading"], frame),
        "clarifications": cards(values["clarifications"], frame),
        "topics": [topic_card(entry, frame) for entry in values["topics"]],
        "responses": cards(values["responses"], frame),
        "interpretations": cards(values["interpretations"], frame),
        "qa": cards(values["qa"], frame),
    }


def _urgent(banner: Mapping[str, Any], frame: Frame) -> View:
    return {
        "term": banner["level"],
        "label": BANNER_LEVEL.label(banner["level"]),
        "text": banner["text"],
        "until": banner["until"].isoformat(),
        "href": f"{frame.base}{banner['address']}/",
        "next_update": moment(banner["next_update_due"], frame)
        if banner["next_update_due"]
        else "",
    }


def facets(name: str, met: Sequence[str], current: str, frame: Frame) -> list[View]:
    """Links to the lists of the verdicts or subjects met, in the order of the vocabulary."""
    return [
        {
            "term": term.en if name == "verdict" else "",
            "label": term.zh,
            "href": f"{frame.base}rumours/{name}/{term.en}/",
            "is_current": term.en == current,
        }
        for term in FACETS.get(name, ())
        if term.en in met
    ]


def index(page: Page, frame: Frame) -> View:
    """The newest of a kind, or of one verdict, subject or body."""
    return {**newest(page, frame), "total": page.values["total"], "is_month": False}


def month(page: Page, frame: Frame) -> View:
    """Everything of one month."""
    return {**newest(page, frame), "total": len(page.values["cards"]), "is_month": True}


def newest(page: Page, frame: Frame) -> View:
    """What an index and a month have in common."""
    values = page.values
    facet = {"name": "", "met": (), "current": "", **values["facet"]}
    is_topics = page.column == "topics"
    shown = [topic_card(entry, frame) for entry in values["cards"]] if is_topics else []
    listed = [] if is_topics else cards(values["cards"], frame)
    if values["folder"] == page.column:  # what the whole list is of need not be said each time
        listed = [{**entry, "kind": ""} for entry in listed]
    return {
        "title": title(page),
        "lead": _lead(page, facet),
        "is_part": bool(facet["current"]),
        "facets": facets(facet["name"], facet["met"], facet["current"], frame),
        "facets_label": FACET_LABELS.get(facet["name"], ""),
        "all_href": f"{frame.base}{page.column}/",
        "folder_href": f"{frame.base}{values['folder']}/",
        "topics": shown,
        "cards": listed,
        "years": years(values["months"], values["folder"], values.get("month", ""), frame),
    }


def _lead(page: Page, facet: Mapping[str, Any]) -> str:
    """What the list is of, in one sentence."""
    name, current = facet["name"], facet["current"]
    if not current:
        return COLUMNS[page.column].description
    if name in FACETS:
        return FACETS[name].by_en[current].help_zh
    return f"由{page.values['title']}作为第一责任单位作出的辟谣。"


def years(months: Sequence[Any], folder: str, current: str, frame: Frame) -> list[View]:
    """The months that hold something, by year, both the newest first."""
    shown: dict[str, list[View]] = {}
    for key, count in sorted(months, reverse=True):
        year, number = key.split("/")
        entry = {
            "label": f"{int(number)}月",
            "count": count,
            "href": f"{frame.base}{folder}/{key}/",
            "is_current": key == current,
        }
        shown.setdefault(year, []).append(entry)
    return [{"year": year, "months": entries} for year, entries in shown.items()]


def broken(page: Page, frame: Frame) -> View:
    """In the preview: why a record cannot be shown."""
    return {
        "address": page.values["address"],
        "file": page.values["file"],
        "faults_found": page.values["problems"],
    }
