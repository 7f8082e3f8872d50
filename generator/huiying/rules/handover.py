"""移交公安、网络监管部门的情况不公开。

移交登记册里的文号，记录“内部”“移交”里写的内容，都不能出现在公开的内容里，出现了是错误。公开的内容里写
“已移交公安机关”这样的话，又没有引用警情通报的，是警告：公安机关发布之前，由公安机关来说。

依据：柳政办〔2017〕120号二（二）造谣线索移交公安机关、网络监管部门依法处理。

对：

    事实: 市水务局核实：全市6座水厂运行正常，没有停水安排。

错：

    事实: 全市6座水厂运行正常，造谣线索已移交公安机关。

In English: what was handed over to the police or to the supervisors of the web, when and by which
letter, is not public; that something was, is said by the police.
"""

# Reference: DOMAIN CLM-3、M24.

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from huiying.library import Library
from huiying.privacy import fold
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.rules._police import cites_notice
from huiying.rules._texts import is_read, public_texts
from huiying.settings import Settings

NAME = "handover"
SHORTEST = 5
"""Characters; shorter values stand everywhere by chance."""
# 示例市公安局 and the day are named for many reasons; the number of a letter is not.
_NUMBER = re.compile(r"(?=.*\d)(?![\d\-/:.年月日时分秒TZ+]+\Z).")
_TOLD = re.compile(
    r"(?:移交|移送|转交|报送)(?:给|至|了|到)?[一-龥]{0,6}(?:公安|警方|网警|派出所|网信|网络监管)"
    r"|(?:已|并)(?:向|由)[一-龥]{0,6}(?:公安机关|警方|派出所)(?:报案|立案)"
)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each public text that tells of a handover."""
    letters = [entry.fields.ref for entry in library.registers.get("handover", {}).values()]
    for record in library.records.values():
        internal = record.fields.internal
        own = _strings(internal.handover) if internal else []
        for path, problem in _judge(record, _folded([*letters, *own])):
            is_shown = is_read(path, record.fields, settings.now)
            yield problem if is_shown else replace(problem, level=Level.NOTE)


def _judge(record: Record[Any], private: frozenset[str]) -> Iterator[tuple[str, Problem]]:
    """Path and problem of each text that tells."""
    is_approved = record.fields.status == "approved"
    may_tell = cites_notice(record.fields)
    for path, item, text in public_texts(record.fields):
        key = {"key": item.label(record.language)}
        if private and any(value in _close(text) for value in private):
            level = Level.ERROR if is_approved else Level.NOTE
            yield path, Problem(NAME, record.mark(path), "", key, level)
        elif not may_tell and _TOLD.search(text):
            level = Level.WARNING if is_approved else Level.NOTE
            yield path, Problem(NAME, record.mark(path), "told", key, level)


def _strings(tree: Any) -> list[str]:
    """The values of a free tree."""
    if isinstance(tree, dict):
        return [text for value in tree.values() for text in _strings(value)]
    if isinstance(tree, list | tuple):
        return [text for value in tree for text in _strings(value)]
    return [str(tree)] if tree is not None else []


def _folded(values: list[str | None]) -> frozenset[str]:
    closed = (_close(value) for value in values if value)
    return frozenset(value for value in closed if len(value) >= SHORTEST and _NUMBER.match(value))


def _close(text: str) -> str:
    """A text without spaces, in one width."""
    return "".join(fold(text).split())
