"""The page about the data, for people.

In: its planned page. Out: its view.
"""

from huiying.render.api.examples import javascript, python
from huiying.render.api.openapi import ENDPOINTS
from huiying.render.head import title
from huiying.render.plan import Page
from huiying.render.tags import COLUMNS
from huiying.render.views.frame import Frame, View, link


def api(page: Page, frame: Frame) -> View:
    """What there is, year by year and file by file, and programs that read it."""
    values, base = page.values, f"{frame.base}api/v1/"
    return {
        "title": title(page),
        "lead": COLUMNS[page.column].description,
        "total": values["total"],
        "years": [
            {
                "year": year,
                "records": count,
                "csv": f"{base}years/{year}.csv",
                "jsonl": f"{base}years/{year}.jsonl",
            }
            for year, count in values["years"]
        ],
        "files": [
            {
                "zh": each.zh,
                "path": f"/api/v1{each.path}",
                "href": "" if "{" in each.path else base + each.path[1:],
            }
            for each in ENDPOINTS
        ],
        "licence": link(values["licence"], frame),
        "index": f"{base}index.json",
        "openapi": f"{base}openapi.json",
        "python": python(values["interface"]),
        "javascript": javascript(values["interface"]),
    }
