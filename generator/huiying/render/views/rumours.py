"""The index of clarified rumours: going round now, back again, the newest, every way on.

In: its planned page. Out: its view, with what the filters offer. What they find they read from the
data of the index (`render/rumour_index.py`).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from huiying.records.vocabulary import SUBJECT, VERDICT
from huiying.render.plan import Page
from huiying.render.plan.archive import NEWEST
from huiying.render.views.card import cards
from huiying.render.views.frame import Frame, View
from huiying.render.views.listing import facets, index


def rumours(page: Page, frame: Frame) -> View:
    """The index."""
    values = page.values
    here = f"{frame.base}rumours/"
    return {
        **index(page, frame),
        "spreading": cards(values["spreading"], frame),
        "back": cards(values["back"], frame),
        "subjects": facets("subject", values["subjects"], "", frame),
        "bodies": letters(values["bodies"], f"{here}organisation/", "id", "body"),
        "topics_found": letters(values["topics"], frame.base, "address", "topic"),
        "is_all": values["total"] <= NEWEST,
        "filters": _filters(page) if values["total"] else [],
        "badges": [{"term": term.en, "label": term.zh} for term in VERDICT],
        "downloads": [
            {"label": f"{year}年", "href": f"{here}{year}.csv"} for year in values["years"]
        ],
        "data_href": f"{here}index.json",
    }


def letters(groups: Iterable[Mapping[str, Any]], folder: str, key: str, sort: str) -> list[View]:
    """Names under their letters, each with where it leads; `id` to jump to."""
    return [
        {
            "letter": group["letter"],
            "id": f"{sort}-{group['letter'] if group['letter'] != '#' else 'other'}",
            "entries": [
                {"name": e["name"], "href": f"{folder}{e[key]}/", "total": e["total"]}
                for e in group["entries"]
            ],
        }
        for group in groups
    ]


def _filters(page: Page) -> list[View]:
    """What can be chosen, by the name it has in the page's address."""
    values = page.values
    verdicts = [term for term in VERDICT if term.en in values["facet"]["met"]]
    subjects = [term for term in SUBJECT if term.en in values["subjects"]]
    bodies = [entry for group in values["bodies"] for entry in group["entries"]]
    chosen = [
        ("verdict", "结论", [_option(term.en, term.zh) for term in verdicts]),
        ("subject", "主题", [_option(term.en, term.zh) for term in subjects]),
        ("organisation", "责任单位", [_option(body["id"], body["name"]) for body in bodies]),
    ]
    shown = [{"name": name, "label": label, "options": found} for name, label, found in chosen]
    return [*shown, {"name": "period", "label": "时间", "options": _periods(values["months"])}]


def _option(value: str, label: str) -> View:
    return {"value": value, "label": label}


def _periods(months: Sequence[Any]) -> list[View]:
    """Each year and, below it, its months, the newest first."""
    keys = sorted((key for key, _ in months), reverse=True)
    shown = []
    for year in dict.fromkeys(key[:4] for key in keys):
        shown.append(_option(year, f"{year}年"))
        for key in keys:
            if key.startswith(year):
                shown.append(_option(key.replace("/", "-"), f"{year}年{int(key[5:])}月"))
    return shown
