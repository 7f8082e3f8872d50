"""The pages of registers: bodies, official accounts; and the site's list of corrections.

In: their planned pages. Out: views.
"""

from collections.abc import Mapping
from typing import Any

from huiying.records.vocabulary import CHANNEL_TYPE
from huiying.render.head import title
from huiying.render.plan import Page
from huiying.render.tags import COLUMNS
from huiying.render.views.card import card, cards
from huiying.render.views.frame import Frame, View, day, html, link, phone
from huiying.render.views.listing import years
from huiying.render.views.record import change


def organisation(page: Page, frame: Frame) -> View:
    """One body: what it does, how to reach it, what it answered."""
    values, body = page.values, page.values["organisation"]
    successor = values["successor"]
    return {
        "name": body["name"],
        "duties_html": html(body.get("duties"), frame, "duties-"),
        "href": link(body.get("url"), frame),
        "phone": body.get("phone", ""),
        "phone_href": phone(body.get("phone", "")),
        "address": body.get("address", ""),
        "ended": day(body["valid_to"], frame) if "valid_to" in body else "",
        "successor": {
            "name": successor["name"],
            "href": f"{frame.base}organisations/{body['successor']}/",
        }
        if successor
        else {},
        "channels": [_channel(entry, frame) for entry in values["channels"]],
        "cards": cards(values["cards"], frame),
        "total": values["total"],
        "years": years(values["months"], f"organisations/{values['id']}", "", frame),
    }


def organisations(page: Page, frame: Frame) -> View:
    """Every body, those still in office first."""
    entries = sorted(page.values["organisations"], key=lambda entry: "valid_to" in entry)
    return {
        "title": COLUMNS[page.column].name,
        "lead": COLUMNS[page.column].description,
        "organisations": [
            {
                "name": entry["name"],
                "href": f"{frame.base}organisations/{entry['id']}/",
                "duties_html": html(entry.get("duties"), frame, f"{entry['id']}-"),
                "total": entry["total"],
                "phone": entry.get("phone", ""),
                "has_ended": "valid_to" in entry,
            }
            for entry in entries
        ],
    }


def channels(page: Page, frame: Frame) -> View:
    """The official accounts, by kind of channel in the order of the vocabulary."""
    found = page.values["channels"]
    return {
        "title": COLUMNS[page.column].name,
        "lead": COLUMNS[page.column].description,
        "groups": [
            {"title": term.zh, "channels": members}
            for term in CHANNEL_TYPE
            if (members := [_channel(entry, frame) for entry in found if entry["type"] == term.en])
        ],
    }


def _channel(entry: Mapping[str, Any], frame: Frame) -> View:
    return {
        "type": CHANNEL_TYPE.label(entry["type"]),
        "name": entry["name"],
        "account": entry.get("account", ""),
        "href": link(entry.get("url"), frame),
        "verified": day(entry["verified_on"], frame) if "verified_on" in entry else "",
        "organisation": entry["body"].get("short_name") or entry["body"].get("name", ""),
        "organisation_href": f"{frame.base}organisations/{entry['organisation']}/"
        if entry["body"]
        else "",
    }


def corrections(page: Page, frame: Frame) -> View:
    """Every correction, withdrawal and restoration of the site, newest first."""
    return {
        "title": title(page),
        "lead": COLUMNS[page.column].description,
        "is_month": bool(page.values["month"]),
        "total": page.values["total"],
        "folder_href": f"{frame.base}corrections/",
        "years": years(page.values["months"], "corrections", page.values["month"], frame),
        "entries": [
            {
                "card": card(entry["card"], frame),
                "change": change(entry["entry"], page.values, frame),
            }
            for entry in page.values["entries"]
        ],
    }
