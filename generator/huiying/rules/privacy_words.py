"""公开的内容里不能有隐私词。

site.yml 的“隐私词”列出不能公开的词，如举报人的姓名。记录、登记册、媒体说明文件里会公开的每一项都要
查，全角半角、中间加空格或看不见的字符也算同一个词。已审定的是错误；草稿、撤回后不再公开的先提示。

依据：个人信息保护法；政府信息公开条例第十五条；柳政办〔2017〕120号一（二）2“严把……保密关”。

对：

    事实: 举报人反映的情况已经核实。

错：

    事实: 举报人王小明反映的情况已经核实。

In English: no text that the public reads holds a word which site.yml lists as private.
"""

# Reference: DOMAIN PUB-2.

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from huiying.library import Library
from huiying.privacy import fold as seen
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.rules._texts import is_read, public_texts
from huiying.settings import Settings

NAME = "privacy-words"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each public text with such a word; only the word is repeated, not the text."""
    words = {fold(word): word for word in settings.site.privacy_words}
    if not words:
        return
    for record in library.records.values():
        is_approved = record.fields.status == "approved"
        for path, problem in _judge(record, "", words):
            is_shown = is_approved and is_read(path, record.fields, settings.now)
            yield problem if is_shown else replace(problem, level=Level.NOTE)
    for entries in library.registers.values():
        for id, entry in entries.items():
            yield from (problem for _, problem in _judge(entry, id, words))
    for sidecar in library.sidecars.values():
        yield from (problem for _, problem in _judge(sidecar, "", words))


def _judge(record: Record[Any], path: str, words: dict[str, str]) -> Iterator[tuple[str, Problem]]:
    """Path and problem of each text that holds a word."""
    for place, item, text in public_texts(record.fields, path):
        folded = fold(text)
        for word, written in words.items():
            if word in folded:
                mark = record.mark(place)
                values = {"key": item.label(record.language), "word": written}
                yield place, Problem(NAME, mark, "", values)


def fold(text: str) -> str:
    """A text as it is seen, without spaces: a space in a name hides it from no reader."""
    return "".join(seen(text).split())
