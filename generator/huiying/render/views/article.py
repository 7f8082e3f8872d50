"""The pages of single records: a clarification and a response.

In: their planned pages. Out: views in the order in which people read: the truth, then the claim,
then how we know, then what to do.
"""

from collections.abc import Mapping
from typing import Any

from huiying.records.vocabulary import (
    APPEARANCE_FORM,
    MEDIA_AUTHENTICITY,
    RESPONSE_STATE,
    SOURCE_TYPE,
    VERDICT,
)
from huiying.render.plan import Page
from huiying.render.views.block import blocks, groups, pictures_apart, timeline, updates
from huiying.render.views.frame import Frame, View, html, link, moment, year_of
from huiying.render.views.record import common

UNVERIFIED = "unverified"


def article(page: Mapping[str, Any], frame: Frame) -> View:
    """What all kinds but topics share: the common parts, blocks in groups, timeline, news."""
    record, year = page["record"], year_of(page["published_at"], frame)
    return {
        **common(page, frame),
        "groups": list(groups(blocks(record.get("blocks", ()), page, frame))),
        "timeline": timeline(record.get("timeline", ()), frame, year),
        "updates": updates(page, frame, year),
    }


def clarification(page: Page, frame: Frame) -> View:
    """The truth about a rumour. A withdrawn one has neither claims nor verdict left."""
    record = page.values["record"]
    verdict = record.get("verdict", "")
    year = year_of(page.values["published_at"], frame)
    shared = article(page.values, frame)
    return {
        **shared,
        **pictures_apart(shared["groups"]),
        "claims": [_claim(claim, frame, year) for claim in record.get("claims", ())],
        "verdict_reason": record.get("verdict_reason", ""),
        "verdict_meaning": VERDICT.by_en[verdict].help_zh if verdict else "",
        "is_unverified": verdict == UNVERIFIED,
        "is_spreading": record.get("spread_state") in ("spreading", "recurring"),
        "authenticity": MEDIA_AUTHENTICITY.label(record["media_authenticity"])
        if "media_authenticity" in record
        else "",
        "evidence": [_evidence(entry, frame) for entry in record.get("evidence", ())],
        "advice_html": html(record.get("harm_advice"), frame, "advice-"),
    }


def _claim(claim: Mapping[str, Any], frame: Frame, year: int) -> View:
    """What was said. The posts themselves are not linked: that would help them to spread."""
    seen = [_appearance(entry) for entry in claim.get("appearances", ())]
    archived = (link(entry.get("archived"), frame) for entry in claim.get("appearances", ()))
    return {
        "text": claim["text"].strip("“”\n "),
        "first_seen": moment(claim["first_seen"], frame, year) if "first_seen" in claim else "",
        "seen": "、".join(dict.fromkeys(seen)),
        "archived": [href for href in archived if href],
        "claimant": claim.get("claimant", "网传"),
    }


def _appearance(entry: Mapping[str, Any]) -> str:
    form = f"（{APPEARANCE_FORM.label(entry['form'])}）" if "form" in entry else ""
    return f"{entry['platform']}{form}"


def _evidence(entry: Mapping[str, Any], frame: Frame) -> View:
    return {
        "text": entry["text"],
        "type": SOURCE_TYPE.label(entry["type"]) if "type" in entry else "",
        "source": entry.get("source", ""),
        "href": link(entry.get("url"), frame),
    }


def response(page: Page, frame: Frame) -> View:
    """An official answer: facts, measures, outcome, and what is not known yet."""
    state = page.values["record"].get("handling_state", "")
    return {
        **article(page.values, frame),
        "state_meaning": RESPONSE_STATE.by_en[state].help_zh if state else "",
        "is_open": state == "handling",
    }
