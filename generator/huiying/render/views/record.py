"""What the pages of all records share: title, state, correction, sources, history, rail, relations.

In: the plan's values of one record page. Out: parts of its view. Which record is where and when is
decided by the plan; here it becomes words, links and order.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from huiying.public import is_correction
from huiying.records.vocabulary import HISTORY_TYPE, SOURCE_TYPE, SUBJECT
from huiying.render.views.card import KIND_LABELS, STATE_LABELS, badge, card, sort_of
from huiying.render.views.frame import (
    Frame,
    View,
    day,
    html,
    link,
    moment,
    year_of,
)
from huiying.render.views.headline import headline
from huiying.render.views.rail import name_of, rail

Values = Mapping[str, Any]
PREVIEW_NOTES = {
    "draft": "还没有写完。读者看不到这一页。",
    "in_review": "读者看不到这一页。",
    "embargoed": "到发布时间才公开。",
    "unsigned": "五关签完、涉及单位确认了才公开。",
}
RELATION_LABELS = (
    ("answers", "答复的是", "这些内容答复了本条"),
    ("interprets", "解读的是", "对本条的解读"),
    ("corrects", "纠正的是", "纠正本条的是"),
    ("supersedes", "替代了", "已由下面的内容替代"),
    ("follows_up", "是以下内容的后续", "后续"),
    ("same_event", "同一件事", "同一件事"),
)
"""Relation, its heading here, its heading at the other end."""
RELATED_MOST = 6


def common(page: Values, frame: Frame) -> View:
    """Everything that does not depend on the kind of record."""
    record, year = page["record"], year_of(page["published_at"], frame)
    updated = page["updated_at"] > page["published_at"]
    words = [*record.get("keywords", ()), *record.get("places", ())]
    return {
        "kind": KIND_LABELS[page["kind"]],
        "title": headline(record["title"], words),
        "summary": record.get("summary", ""),
        "subjects": [SUBJECT.label(term) for term in record.get("subjects", ())],
        "published": moment(page["published_at"], frame),
        "updated": moment(page["updated_at"], frame, year) if updated else "",
        "badge": badge(page["kind"], page["term"]),
        "sort": sort_of(page["kind"], page["term"]),
        "banners": banners(page, frame, year),
        "correction": correction(page, frame, year) if page["correction_shown"] else {},
        "facts_html": html(record.get("facts"), frame, "facts-"),
        "measures_html": html(record.get("measures"), frame, "measures-"),
        "outcome_html": html(record.get("outcome"), frame, "outcome-"),
        "unknowns_html": html(record.get("unknowns"), frame, "unknowns-"),
        "next_update": moment(record["next_update_due"], frame, year)
        if "next_update_due" in record
        else "",
        "sources": sources(record, frame),
        "history": history(page, frame, year),
        "related": related(page, frame),
        "rail": rail(page, frame, year),
        "imported_from": record.get("imported_from", ""),
    }


def banners(page: Values, frame: Frame, year: int) -> list[View]:
    """What must be read before the page: not public yet, withdrawn, superseded, expired."""
    marks, record = page["marks"], page["record"]
    shown: list[View] = []

    def add(term: str, title: str, text: str = "", targets: Sequence[str] = ()) -> None:
        found = [card(page["cards"][place], frame) for place in targets if place in page["cards"]]
        shown.append({"term": term, "title": title, "text": text, "cards": found})

    if page["state"] in PREVIEW_NOTES:
        add("preview", STATE_LABELS[page["state"]], PREVIEW_NOTES[page["state"]])
    history = record.get("history", ())
    if "withdrawn" in marks:
        entry = _withdrawal(page)
        add("withdrawn", "本条已撤回", entry["note"], replacements(page))
        shown[-1]["since"] = moment(entry["at"], frame, year)
    elif "superseded" in marks:
        add("superseded", "已有新的内容替代本条", "", replacements(page))
    if "archived" in marks:
        notes = [entry["note"] for entry in history if entry["type"] == "archived"]
        add("archived", "本条已归档", f"发布时属实，现在是历史情况。{''.join(notes[-1:])}")
    if "expired" in marks:
        until = moment(record["expires_at"], frame, year) if "expires_at" in record else ""
        shown.append({"term": "expired", "title": "本条已失效", "text": "", "cards": []})
        shown[-1]["until"] = until
    return [{"since": "", "until": "", **banner} for banner in shown]


def _withdrawal(page: Values) -> Values:
    """The newest withdrawal of a withdrawn record."""
    found = (e for e in page["record"].get("history", ()) if e["type"] == "withdrawn")
    return max(found, key=lambda entry: entry["at"])


def replacements(page: Values) -> list[str]:
    """What the banners send readers to instead, each once."""
    entry = _withdrawal(page) if "withdrawn" in page["marks"] else {}
    places = [entry["alternative"]] if "alternative" in entry else []
    if "superseded" in page["marks"]:
        places += [place for relation, place in page["incoming"] if relation == "supersedes"]
    return list(dict.fromkeys(places))


def correction(page: Values, frame: Frame, year: int) -> View:
    """The newest correction, with the old and the new wording."""
    entries = [entry for entry in page["record"].get("history", ()) if is_correction(entry)]
    return change(max(entries, key=lambda entry: entry["at"]), page, frame, year)


def change(entry: Values, page: Values, frame: Frame, year: int = 0) -> View:
    """One entry of the history."""
    return {
        "term": entry["type"],
        "label": HISTORY_TYPE.label(entry["type"]),
        "time": moment(entry["at"], frame, year),
        "note": entry["note"],
        "organisation": name_of(entry.get("org", ""), page),
        "before": entry.get("before", ""),
        "after": entry.get("after", ""),
        "ref": entry.get("ref", ""),
        "is_minor": entry.get("minor", False),
    }


def history(page: Values, frame: Frame, year: int) -> list[View]:
    """Every public change since the first publication, the newest first."""
    found = sorted(page["record"].get("history", ()), key=lambda e: e["at"], reverse=True)
    return [change(entry, page, frame, year) for entry in found]


def sources(record: Values, frame: Frame) -> list[View]:
    """What the record rests on, in the editor's order."""
    return [
        {
            "type": SOURCE_TYPE.label(source["type"]),
            "title": source["title"],
            "organisation": source.get("org", ""),
            "doc_no": source.get("doc_no", ""),
            "href": link(source.get("url"), frame),
            "archived_href": link(source.get("archived_url"), frame),
            "hash": source.get("hash", ""),
            "accessed": day(source["accessed"], frame) if "accessed" in source else "",
        }
        for source in record.get("sources", ())
    ]


def related(page: Values, frame: Frame) -> list[View]:
    """Records tied to this one in either direction, under what ties them; no record twice.

    What the banners name stands there only.
    """
    seen = {page["address"], *replacements(page)}
    shown: list[View] = []
    outgoing = page["record"].get("relations", {})
    for relation, here, there in RELATION_LABELS:
        incoming = [place for name, place in page["incoming"] if name == relation]
        for label, places in ((here, outgoing.get(relation, ())), (there, incoming)):
            found = [place for place in places if place in page["cards"] and place not in seen]
            seen.update(found)
            views = [card(page["cards"][place], frame) for place in found[:RELATED_MOST]]
            if views and shown and shown[-1]["title"] == label:
                shown[-1]["cards"] += views
            elif views:
                shown.append({"title": label, "cards": views})
    return shown
