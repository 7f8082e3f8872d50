"""政府网站页面标签齐全，而且和页面写的一致。

检查和其他门户靠这些标签读页面：每页有网站的三项，列表和文章有栏目的四项，文章还有标题、时间和来源。
标题就是页面的一级标题，时间就是读者看到的时间。旧网址的跳转页不要求标签。别的系统生成的网页，用
`huiying lint-html` 检查。

依据：国办发〔2017〕47号附件；国办秘函〔2019〕19号把发布日期造假列为一票否决。

对：

    <meta name="ArticleTitle" content="全市正常供水">  <h1>全市正常供水</h1>

错：

    <meta name="ArticleTitle" content="供水通知">  <h1>全市正常供水</h1>

In English: the government's page tags are there, filled in, and say what the page says: the title
is the h1, and the day of PubDate is shown. `huiying lint-html` asks the same of any HTML.
"""

from collections.abc import Iterator
from datetime import datetime

from huiying.audits.day import shows
from huiying.audits.markup import Markup, metas, title
from huiying.records import KIND_BY_WORD
from huiying.render.tags import COLUMNS

SITE = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE = ("ArticleTitle", "PubDate", "ContentSource")


def wanted(path: str) -> tuple[str, ...]:
    """The tags that the page at a path has to have."""
    parts = path.split("/")
    if parts[0] not in COLUMNS:
        return SITE
    # `rumours/2026/03/` and `rumours/verdict/…` lie deeper than any record.
    is_article = len(parts) == 3 and parts[0] in KIND_BY_WORD
    return SITE + COLUMN + ARTICLE if is_article else SITE + COLUMN


def look(path: str, markup: Markup) -> Iterator[tuple[str, str]]:
    """Faults of one page (head and body)."""
    if 'http-equiv="refresh"' in markup.tags:
        return
    found = metas(markup)
    for name in wanted(path):
        if not found.get(name, "").strip():
            yield "page-tags", name
    if "/" in found.get("SiteDomain", ""):
        yield "page-tags.domain", found["SiteDomain"]
    heading = found.get("ArticleTitle")
    if heading and " ".join(heading.split()) != title(markup):
        yield "page-tags.title", heading
    if found.get("PubDate"):
        yield from _date(found["PubDate"], markup.html)


def _date(text: str, html: str) -> Iterator[tuple[str, str]]:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or len(text) != len("2026-03-12 09:40"):
        yield "page-tags.form", text
    elif not shows(moment.date(), html[max(html.find("<main"), html.find("<body"), 0) :]):
        yield "page-tags.date", text
