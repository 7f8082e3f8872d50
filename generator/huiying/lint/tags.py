"""What is wrong with the government's tags of one page.

In: a page as scanned. Out: problems of the rule `page-tags`. Which tags a page has to have follows
from what it has: any tag of an article makes it an article, any of a column a list, and
`og:type` says article too. Names and groups: 国办发〔2017〕47号, annex.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from difflib import get_close_matches
from urllib.parse import urlsplit

from huiying.audits.day import says
from huiying.audits.page_tags import ARTICLE, COLUMN, SITE
from huiying.lint.page import Page, Tag
from huiying.problem import Level, Mark, Problem

FURTHER = ("Keywords", "Author", "Description", "Image", "Url")
"""Recommended for articles. HTML's own lower-case names are other tags."""
REQUIRED = SITE + COLUMN + ARTICLE
NAMES = (*REQUIRED, *FURTHER)
_LOWER = {name.lower(): name for name in REQUIRED}
_HOST = re.compile(r"(?!.{254})(?:[\w-]{1,63}\.)+[\w-]{2,63}")
_CODE = re.compile(r"[0-9]{10}|bm[0-9]{8}|N[0-9]{9}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?", re.ASCII)
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|middot|#\d+|#x\w+);")
_LEFT = re.compile(r"\{\{|\{%|\$\{|<%|<\?|#\{|\[\[|%s\b")
STAND_INS = frozenset(
    "网站名称 站点名称 网站域名 域名 网站标识码 标识码 栏目名称 栏目描述 栏目介绍 栏目关键词 "
    "栏目关键字 栏目类型 栏目类别 文章标题 标题 发布日期 发布时间 时间 来源 信息来源 内容来源 作者 "
    "关键词 关键字 描述 摘要 图片 链接 地址 测试 暂无 无 空 test null none undefined nan todo tbd "
    "demo default 0 - -- … ...".split()
)
"""What templates and forms stand in with; 网站名称 was seen on a live portal."""


def judge(page: Page, file: str) -> Iterator[Problem]:
    """The problems of one page."""
    known: dict[str, list[Tag]] = {}
    meant: set[str] = set()
    for tag in page.metas:
        name = tag.attributes.get("name", "")
        if name in NAMES:
            known.setdefault(name, []).append(tag)
        elif near := _meant(tag):
            meant.add(near)
            yield _misnamed(tag, near, page, file)
    said = {name: _content(tags[0]) for name, tags in known.items()}
    for name in wanted(page, {*known, *meant}):
        if name not in known and name not in meant:
            mark = page.mark(file, page.head)
            yield Problem("page-tags", mark, "missing", {"tag": name})
    for name, tags in known.items():
        yield from _repeated(name, tags, page, file)
        for tag in tags:
            yield from _form(name, tag, page, file)
        if said[name]:
            mark = page.mark(file, tags[0].start)
            yield from _meaning(name, said, mark, page)


def wanted(page: Page, names: set[str]) -> tuple[str, ...]:
    """The tags that a page has to have, by those it has: home 3, list 7, article 10."""
    is_article = any(
        tag.attributes.get("property") == "og:type"
        and tag.attributes.get("content", "").strip() == "article"
        for tag in page.metas
    )
    if is_article or names.intersection(ARTICLE):
        return REQUIRED
    return SITE + COLUMN if names.intersection(COLUMN) else SITE


def _content(tag: Tag) -> str:
    return " ".join(tag.attributes.get("content", "").split())


def _meant(tag: Tag) -> str:
    """The tag that a meta element is meant to be, where its name is not written so; or nothing."""
    for key in ("name", "property", "itemprop", "http-equiv", "id"):
        name = tag.attributes.get(key, "").strip()
        if name in REQUIRED:
            return name
        if key == "name" and name.lower() in _LOWER:
            return _LOWER[name.lower()]
    name = tag.attributes.get("name", "").strip()
    near = get_close_matches(name, REQUIRED, 1, 0.85) if len(name) < 40 else []
    # `ColumnId` is a tag of other systems, not a slip.
    return near[0] if near and abs(len(near[0]) - len(name)) <= 2 else ""


def _misnamed(tag: Tag, near: str, page: Page, file: str) -> Problem:
    mark = page.mark(file, tag.start)
    name = tag.attributes.get("name")
    if name is None:
        key = next(key for key, value in tag.attributes.items() if value.strip() == near)
        return Problem("page-tags", mark, "attribute", {"tag": near, "value": key})
    return Problem("page-tags", mark, "name", {"tag": near, "value": name[:40]})


def _repeated(name: str, tags: list[Tag], page: Page, file: str) -> Iterator[Problem]:
    """A tag that is there twice: readers take the first or the last, nobody knows which."""
    for again in tags[1:]:
        is_same = _content(again) == _content(tags[0])
        level = Level.WARNING if is_same else Level.ERROR
        mark, first = page.mark(file, again.start), page.mark(file, tags[0].start)
        values = {"tag": name, "line": str(first.line)}
        yield Problem("page-tags", mark, "repeated", values, level, also=first)


def _form(name: str, tag: Tag, page: Page, file: str) -> Iterator[Problem]:
    """Faults that a tag has by itself, whatever the page says."""
    mark, raw = page.mark(file, tag.start), tag.attributes.get("content", "")
    values = {"tag": name, "value": _content(tag)[:60]}
    if not tag.is_closed:
        yield Problem("page-tags", mark, "unclosed", {"tag": name})
        return
    if not raw.strip():
        level = Level.ERROR if name in REQUIRED else Level.WARNING
        yield Problem("page-tags", mark, "empty", {"tag": name}, level)
        return
    if tag.in_body:
        yield Problem("page-tags", mark, "in-body", {"tag": name}, Level.WARNING)
    if raw != raw.strip() or "\n" in raw or "\t" in raw:
        yield Problem("page-tags", mark, "spaces", values, Level.WARNING)
    if _is_stand_in(name, _content(tag)):
        yield Problem("page-tags", mark, "stand-in", values)
    elif _MARKUP.search(raw):
        yield Problem("page-tags", mark, "markup", values)
    elif "\ufffd" in raw:
        yield Problem("page-tags", mark, "unreadable", {"tag": name})


def _is_stand_in(name: str, text: str) -> bool:
    bare = text.strip(" 【】[]()（）<>《》:：").lower()
    filler = len(bare) > 1 and set(bare) <= {"x"}
    return bare in STAND_INS or bare == name.lower() or filler or bool(_LEFT.search(text))


def _meaning(name: str, said: dict[str, str], mark: Mark, page: Page) -> Iterator[Problem]:
    """Faults of a tag's first content: its own grammar, and what the page says."""
    text = said[name]
    values = {"tag": name, "value": text[:60]}
    if _is_stand_in(name, text):
        return
    if name == "SiteDomain" and not _HOST.fullmatch(text):
        yield Problem("page-tags", mark, "host", values)
    elif name == "SiteIDCode" and not _CODE.fullmatch(text):
        yield Problem("page-tags", mark, "code", values)
    elif name == "ArticleTitle":
        yield from _title(text, mark, page)
    elif name == "PubDate":
        yield from _date(text, mark, page)
    elif name in ("Url", "Image"):
        yield from _address(name, text, said.get("SiteDomain", ""), mark, page)


def _title(text: str, mark: Mark, page: Page) -> Iterator[Problem]:
    """The title is the page's heading; where a page has none, it stands in `title` or in sight."""
    if _MARKUP.search(text):
        return
    headings = page.titles.get("h1", [])
    if any(_same(text, heading) for heading in headings):
        return
    names = page.titles.get("title", [])
    if not headings and any(_bare(text) in _bare(each) for each in (*names, page.seen)):
        return
    shown = next(iter(headings), next(iter(names), ""))
    yield Problem("page-tags", mark, "heading", {"value": text[:60], "shown": shown[:60]})


def _bare(text: str) -> str:
    return "".join(text.split())


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _date(text: str, mark: Mark, page: Page) -> Iterator[Problem]:
    try:
        moment = datetime.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        moment = None
    if moment is None:
        yield Problem("page-tags", mark, "moment", {"value": text[:60]})
    elif not says(moment.date(), page.seen):
        yield Problem("page-tags", mark, "unseen", {"value": text})


def _address(name: str, text: str, host: str, mark: Mark, page: Page) -> Iterator[Problem]:
    """An address is absolute or begins with `/`; the page's own is on its own host."""
    values = {"tag": name, "value": text[:80]}
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    is_absolute = parts.scheme in ("http", "https") and bool(parts.netloc)
    if not is_absolute and not text.startswith("/"):
        yield Problem("page-tags", mark, "address", values)
    elif name == "Url" and is_absolute and _HOST.fullmatch(host) and parts.hostname != host.lower():
        yield Problem("page-tags", mark, "other-host", {**values, "host": host})
    elif name == "Url" and is_absolute and page.canonical not in ("", text):
        yield Problem("page-tags", mark, "other-page", {**values, "shown": page.canonical[:80]})
