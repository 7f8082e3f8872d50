"""The page of an interpretation: what changes for me, whom it concerns, how to apply; then why.

In: its planned page. Out: its view. Who explains and which document stand above everything.
"""

from collections.abc import Mapping
from typing import Any

from huiying.records.vocabulary import AUTHOR_KIND, INTERPRETATION_FORM
from huiying.render.plan import Page
from huiying.render.tags import bare
from huiying.render.views.article import article
from huiying.render.views.block import pictures_apart
from huiying.render.views.card import badge
from huiying.render.views.expertise import person
from huiying.render.views.frame import Frame, View, day, html, link
from huiying.render.views.rail import bodies, name_of


def interpretation(page: Page, frame: Frame) -> View:
    """An interpretation. A withdrawn one has neither interpreter nor elements left."""
    values, record = page.values, page.values["record"]
    elements = record.get("elements", {})
    shared = article(values, frame)
    return {
        **shared,
        **pictures_apart(shared["groups"]),
        "interpreter": _interpreter(values, frame) if "author_kind" in record else {},
        "policy": _policy(values, frame),
        "points": [
            {
                "title": point.get("title", ""),
                "html": html(point["text"], frame, f"point-{number}-", 4),
            }
            for number, point in enumerate(elements.get("points", ()))
        ],
        "differences": [
            {"item": entry["item"], "before": entry.get("before", ""), "after": entry["after"]}
            for entry in elements.get("differences", ())
        ],
        "scope_html": html(elements.get("scope"), frame, "scope-"),
        "handling_html": html(elements.get("handling"), frame, "handling-"),
        "terms": elements.get("terms", ()),
        "background_html": html(elements.get("background"), frame, "background-"),
        "aim_html": html(elements.get("aim"), frame, "aim-"),
    }


def _interpreter(values: Mapping[str, Any], frame: Frame) -> View:
    """Who explains: experts by name, else the body or the medium."""
    record = values["record"]
    term = record["author_kind"]
    known = values["experts"]
    return {
        "label": f"{AUTHOR_KIND.label(term)}解读",
        "people": [
            person(id, known[id], values["media"], frame)
            for id in record.get("experts", ())
            if id in known
        ],
        "forms": [INTERPRETATION_FORM.label(term) for term in record.get("form", ())],
        "media_name": record.get("media_name", ""),
        "bodies": bodies(values, frame)[:1] if term in ("drafting_body", "leader") else [],
    }


def _policy(values: Mapping[str, Any], frame: Frame) -> View:
    """The document that is explained, with how it stands today."""
    record = values["record"]
    policy = values["policies"].get(record.get("policy", ""))
    if not policy:
        return {}
    return {
        "title": bare(policy["title"]),
        "href": f"{frame.base}policies/{record['policy']}/",
        "doc_no": policy.get("doc_no", ""),
        "badge": badge("policy", policy["standing"]),
        "issuer": name_of(policy.get("issuer", ""), values),
        "issued": day(policy["issued_on"], frame) if "issued_on" in policy else "",
        "text_href": link(policy.get("url"), frame),
        "is_together": record.get("released_with_policy", False),
    }
