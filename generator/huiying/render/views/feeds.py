"""The page about the feeds, for people.

In: its planned page. Out: its view.
"""

from huiying.records import KINDS
from huiying.render.feed_address import FOLDER
from huiying.render.head import title
from huiying.render.plan import Page
from huiying.render.tags import COLUMNS
from huiying.render.views.frame import Frame, View

CORRECTIONS = "只告诉您更正、撤回和恢复了什么。转发过本站内容的，请订阅这一份。"


def feeds(page: Page, frame: Frame) -> View:
    """What each feed tells of, and its addresses in three formats."""
    values = page.values
    kinds = [
        (COLUMNS[kind.url_word].name, f"{FOLDER}/{kind.url_word}", COLUMNS[kind.url_word])
        for kind in KINDS
    ]
    rows = [_row("全部", f"{FOLDER}/all", frame, "各类内容合在一起，更正和撤回也在里面。")]
    rows += [_row(name, path, frame, column.description) for name, path, column in kinds]
    name = COLUMNS["corrections"].name
    rows.append(_row(name, f"{FOLDER}/corrections", frame, CORRECTIONS))
    return {
        "title": title(page),
        "lead": COLUMNS[page.column].description,
        "is_empty": values["is_empty"],
        "example": f"{values['interface']}{FOLDER}/all.xml",
        "rows": rows,
        "topics": [_row(name, path, frame) for name, path in values["topics"]],
        "bodies": [_row(name, path, frame) for name, path in values["bodies"]],
        "podcast": f"{frame.base}{FOLDER}/podcast.xml",
        "calendar": f"{frame.base}calendar.ics",
        "reviews": f"{frame.base}claimreview.json",
        "data": f"{frame.base}api/",
    }


def _row(name: str, path: str, frame: Frame, text: str = "") -> View:
    """One feed. `path`: within the site, without a suffix."""
    address = frame.base + path
    return {
        "name": name,
        "text": text,
        "atom": f"{address}.xml",
        "rss": f"{address}.rss.xml",
        "json": f"{address}.json",
    }
