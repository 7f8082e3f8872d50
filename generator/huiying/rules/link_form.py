"""正文里的链接要能打开。

链接要以 https:// 或 http:// 加域名开头，也可以是 mailto: 邮箱、tel: 电话、# 本页的一处，或以 / 开
头的本站页面。别的写法网站不会做成链接，只留下文字，读的人点不开。图片不写在正文里，请放进“内容块”。
从网页编辑器里复制来的 HTML 标签（<p>、<br>、<span>）会原样显示给读者，请删去。

依据：国办发〔2017〕47号关于链接可用性的要求；DESIGN §4。

对：

    事实: 详见[供水公告](/rumours/20260312-tingshui/)。

错：

    事实: 详见[供水公告](rumours/20260312-tingshui)。

In English: a link in a text has an address that the site turns into a link; pictures are blocks,
and HTML would be shown as it is written.
"""

import re
from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.rules._texts import public_texts
from huiying.settings import Settings

NAME = "link-form"
_CODE = re.compile(r"(?ms)^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1|\Z)|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)")
_TARGET = re.compile(
    r"(?<!\\)(?P<image>!?)\[(?:[^\[\]\n\\]|\\.)*\]\(\s*(?:<(?P<framed>[^<>\n]*)>|(?P<bare>[^\s)]*))"
    r"|(?m:^ {0,3})\[[^\]\n^][^\]\n]*\]:[ \t]*(?P<defined>[^\s<>]+)"
    r"|(?<!\\)<(?P<auto>[a-z][a-z0-9+.-]+:[^\s<>]*)>",
    re.IGNORECASE,
)
# What an editing program for the web leaves behind. Prose knows entities, other texts do not.
_HTML = re.compile(
    r"(?<![\\(])</?(?:[abiu]|br|div|em|font|h[1-6]|hr|iframe|img|li|o:p|ol|p|script|section|span"
    r"|strong|style|su[bp]|table|tbody|t[dhr]|ul|video)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:nbsp|lt|gt|amp|quot|[lr]dquo|middot|#\d{1,6});")
# In step with the values that are addresses, and with the one policy for what prose shows.
_OPENS = re.compile(
    r"https?://[\w.-]+(?::[0-9]{1,5})?(?:[/?#].*)?|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?[^@]*)?"
    r"|tel:\+?[0-9()-]{2,24}|#.*|/(?:[^/].*)?",
    re.IGNORECASE,
)
_UPWARDS = re.compile(r"^/(?:.*/)?(?:\.|%2e){2}(?:[/?#]|$)", re.IGNORECASE)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each link of a text that the site would not make a link of."""
    for record in library.records.values():
        for path, item, text in public_texts(record.fields):
            if item.type == "prose" and ("](" in text or "]:" in text or "<" in text):
                yield from _judge(record, path, text)
            if ("<" in text or "&" in text) and (tag := _tag(text, item.type == "prose")):
                values = {"target": tag[:40]}
                yield Problem(NAME, record.mark(path), "html", values, Level.WARNING)


def _tag(text: str, is_prose: bool) -> str:
    """The first piece of HTML that readers would be shown as it is written; or nothing."""
    shown = _CODE.sub("", text) if is_prose else text
    found = _HTML.search(shown) or (None if is_prose else _ENTITY.search(shown))
    return found[0] if found else ""


def _judge(record: Record[Common], path: str, text: str) -> Iterator[Problem]:
    for target, is_image in targets(text):
        if is_image or not opens(target):
            case = "image" if is_image else ""
            values = {"target": target[:80]}
            yield Problem(NAME, record.mark(path), case, values, Level.WARNING)


def targets(text: str) -> Iterator[tuple[str, bool]]:
    """Where the links of a text in Markdown lead, and whether each is a picture's."""
    for target, is_image, _ in placed_targets(text):
        yield target, is_image


def placed_targets(text: str) -> Iterator[tuple[str, bool, int]]:
    """The same, and where each link begins in the text."""
    without_code = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    for match in _TARGET.finditer(without_code):
        target = next((found for found in match.group(2, 3, 4, 5) if found), "")
        yield target, bool(match["image"]), match.start()


def opens(target: str) -> bool:
    """Whether a link with this target can be followed."""
    if re.search(r"[\s\\\x00-\x1f\x7f-\x9f]", target) or _UPWARDS.search(target):
        return False
    return bool(_OPENS.fullmatch(target))
