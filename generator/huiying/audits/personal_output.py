"""成品里没有来路不明的个人信息。

公开的字段、手写的页面和媒体文件，personal-data、personal-file 已经查过。这一项在成品里再查一遍：
网页的文字、替代文字、标签和网址，订阅、数据、日历，图里的字。查身份证号、手机号、银行卡号、车牌号、
邮箱和门牌号；哪个公开的字段里都没有，却出现在成品里的，一定是从别处漏出来的。姓名要看上下文，不在
这里查。

依据：个人信息保护法；国办秘函〔2019〕19号把泄密列为一票否决。

对：

    <p>来信人反映水压低。</p>

错：

    <meta name="author" content="13812345678">

In English: no number, mailbox or door of a person stands in any output, unless a public field holds
it, where the rules have judged it already. Names are not looked for here.
"""

import re
from collections.abc import Container, Iterator, Mapping
from html import unescape
from typing import Any, TypeAlias

from huiying.audits.markup import Markup
from huiying.privacy import Finding, find, find_in_address, find_traces
from huiying.privacy.drawing import words
from huiying.public import Projection
from huiying.rules.personal_file import TAUGHT

Trace: TypeAlias = tuple[str, str]
"""Digest and mask of a value: what a cache may keep of it."""
# Within a word or a number these make no gap.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u"
    r"|wbr)(?: [^>]*)?>"
)
_TAG = re.compile("<[^>]*>")
_SAID = re.compile(
    r" (?:alt|title|content|aria-[a-z]+|placeholder|value|label|summary|data-[a-z-]+)"
    r'="([^"]*[\d@][^"]*)"'
)
_QUERY = re.compile(r"(?:[?#].*\d.{6}|mailto:|tel:|\d{17})")


def look(markup: Markup) -> tuple[Trace, ...]:
    """The traces of persons in a page: its words, its labels, its addresses."""
    texts = [_TAG.sub("\n", _INLINE.sub("", markup.html)), *_SAID.findall(markup.tags)]
    found = [
        each for text in texts for each in find_traces(unescape(text) if "&" in text else text)
    ]
    for name in ("href", "src", "poster", "srcset"):
        for address in markup.values.get(name, ()):
            if _QUERY.search(address):
                found += find_in_address(address)
    return _traces(found)


def look_into_drawing(text: str) -> tuple[Trace, ...]:
    """The traces in the words of a picture."""
    return _traces([each for _, said in words(text.encode()) for each in find_traces(said)])


def look_into_data(text: str) -> tuple[Trace, ...]:
    """The traces in a feed, a table, a file of data."""
    return _traces(list(find_traces(text)))


def _traces(found: list[Finding]) -> tuple[Trace, ...]:
    return tuple(dict.fromkeys((each.digest, each.shown) for each in found))


def judge(
    found: Mapping[str, tuple[Trace, ...]],
    projection: Projection,
    by_hand: Container[str] = (),
) -> Iterator[tuple[str, str]]:
    """Of what was found in outputs (by path), what no public value holds: path and mask.

    Pages written by hand (`by_hand`) and media are read as such by the rule `personal-file`.
    """
    known = _known(projection) if found else frozenset()
    for path, traces in found.items():
        if path not in by_hand and not path.startswith("media/"):
            yield from ((path, shown) for digest, shown in traces if digest not in known)


def _known(projection: Projection) -> frozenset[str]:
    """The digests of all that stands in values that readers see: the rules have judged it there."""
    records = (record.values for record in projection.records.values())
    values = (projection.site, projection.registers, projection.media, *records)
    findings = (
        each
        for value in values
        for text in _strings(value)
        for each in (*find(text), *find_in_address(text))
    )
    taught = (each.digest for number in TAUGHT for each in find(number))
    return frozenset({*(each.digest for each in findings), *taught})


def _strings(value: Any) -> Iterator[str]:
    """Every text in plain values, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)
