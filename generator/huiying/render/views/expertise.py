"""The pages of experts and policies, from both ends of what ties them to records.

In: their planned pages. Out: views. An expert's entry holds only what the expert agreed to show.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from huiying.records.vocabulary import POLICY_STANDING, SUBJECT
from huiying.render.plan import Page
from huiying.render.tags import COLUMNS, bare
from huiying.render.views.card import badge, cards
from huiying.render.views.frame import Frame, View, day, html, link
from huiying.render.views.listing import years
from huiying.render.views.picture import picture


def person(id: str, expert: Mapping[str, Any], media: Mapping[str, Any], frame: Frame) -> View:
    """An expert beside what the expert says: who it is, and with which interest."""
    photo = media.get(expert.get("photo", ""), {})
    return {
        "name": expert["name"],
        "href": f"{frame.base}experts/{id}/",
        "title": expert.get("title", ""),
        "organisation": unsaid(expert.get("org", ""), expert.get("title", "")),
        "photo": picture(photo, photo.get("alt", "") or f"{expert['name']}的照片", frame),
        "conflict_note": expert.get("conflict_note", ""),
    }


def unsaid(organisation: str, title: str) -> str:
    """Where somebody works, unless the post says it: 示例市水务局局长."""
    return "" if organisation in title else organisation


def expert(page: Page, frame: Frame) -> View:
    """One expert, and all interpretations and briefings that the expert takes part in."""
    values = page.values
    found = values["expert"]
    return {
        **person(values["id"], found, {found.get("photo", ""): values["photo"]}, frame),
        "fields": [SUBJECT.label(term) for term in found.get("fields", ())],
        "specialities": found.get("specialities", ()),
        "bio_html": html(found.get("bio"), frame, "bio-"),
        "term": _term(found, frame),
        "has_ended": found["has_ended"],
        **_taken_part(values, f"experts/{values['id']}", frame),
    }


def _term(found: Mapping[str, Any], frame: Frame) -> str:
    """From when to when the expert is in the register."""
    first = day(found["valid_from"], frame) if "valid_from" in found else ""
    if "valid_to" in found:
        last = day(found["valid_to"], frame)
        return (first + "至" if first else "至") + last
    return first + "起" if first else ""


def _taken_part(values: Mapping[str, Any], folder: str, frame: Frame) -> View:
    return {
        "cards": cards(values["cards"], frame),
        "total": values["total"],
        "years": years(values["months"], folder, "", frame),
    }


def experts(page: Page, frame: Frame) -> View:
    """The experts by subject, each under every subject; those whose term is over come last."""
    found = sorted(page.values["experts"], key=lambda entry: str(entry["id"]))
    current = [entry for entry in found if not entry["has_ended"]]
    groups = [
        {"title": term.zh, "experts": members}
        for term in SUBJECT
        if (members := _members([e for e in current if term.en in e.get("fields", ())], frame))
    ]
    former = _members([entry for entry in found if entry["has_ended"]], frame)
    return {
        "title": COLUMNS[page.column].name,
        "lead": COLUMNS[page.column].description,
        "groups": groups + ([{"title": "聘期已结束", "experts": former}] if former else []),
    }


def _members(found: Sequence[Mapping[str, Any]], frame: Frame) -> list[View]:
    return [
        {
            **person(entry["id"], entry, {}, frame),
            "photo": picture(entry["photo_shown"], "", frame),  # the name stands beside it
            "specialities": entry.get("specialities", ()),
            "total": entry["total"],
        }
        for entry in found
    ]


def policy(page: Page, frame: Frame) -> View:
    """One policy: how it stands, its facts, what replaced it or was replaced, who explains it."""
    values = page.values
    found, issuer = values["policy"], values["issuer"]
    standing = found["standing"]
    return {
        "title": bare(found["title"]),
        "badge": badge("policy", standing),
        "standing": POLICY_STANDING.label(standing) if standing != "in_force" else "",
        "standing_meaning": POLICY_STANDING.by_en[standing].help_zh,
        "later": _other(values["later"], frame),
        "earlier": [_other(entry, frame) for entry in values["earlier"]],
        "summary": found.get("summary", ""),
        "subjects": [SUBJECT.label(term) for term in found.get("subjects", ())],
        "doc_no": found.get("doc_no", ""),
        "issuer": {
            "name": issuer["name"],
            "href": f"{frame.base}organisations/{found['issuer']}/",
        }
        if issuer
        else {},
        "dates": [
            {"label": label, "day": day(found[name], frame)}
            for name, label in DATES
            if name in found
        ],
        "href": link(found.get("url"), frame),
        **_taken_part(values, f"policies/{values['id']}", frame),
    }


DATES = (
    ("issued_on", "成文日期"),
    ("published_on", "公布日期"),
    ("effective_from", "施行日期"),
    ("effective_to", "有效期至"),
)


def _other(found: Mapping[str, Any], frame: Frame) -> View:
    if not found:
        return {}
    return {
        "title": bare(found["title"]),
        "doc_no": found["doc_no"],
        "href": f"{frame.base}policies/{found['id']}/",
    }
