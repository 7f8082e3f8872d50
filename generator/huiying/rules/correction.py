"""更正要让人看到改了什么、为什么。

变更记录里的“更正”要有“原文”和“新文”，两者不能一样；每一条的“说明”要用一句话讲清原因，只写
“更正”“无”或一个标点等于没有说。改了数字、标题或结论就不是“细微”。公开的文字已经改了，更正的时间就不能写在以后。

依据：柳政办〔2017〕120号一（二）2“确保发布的政府信息准确一致”。

对：

    变更记录:
      - 时间: 2026-03-12 09:40
        类型: 首发
        说明: 首次发布本条说明
      - 时间: 2026-03-13 10:00
        类型: 更正
        说明: 供水量的单位写错，现予更正
        原文: 41.2万升
        新文: 41.2万立方米

错：

    变更记录:
      - 时间: 2026-03-12 09:40
        类型: 首发
        说明: 首次发布本条说明
      - 时间: 2026-03-13 10:00
        类型: 更正
        说明: 更正
        新文: 41.2万立方米

In English: a correction shows the wording before and after, and every note says why.
"""

# Reference: DOMAIN HIST-1.

import re
import unicodedata
from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.field import fields_of
from huiying.records.history import NEVER_MINOR, HistoryEntry, is_erased, keys_named
from huiying.records.vocabulary import HISTORY_TYPE
from huiying.rules._standing import is_closed, weigh
from huiying.settings import Settings
from huiying.standing import state_of

NAME = "correction"
SAYS_NOTHING = frozenset(["", *"无 略 同上 修改 变更 说明 none n/a na tbd".split()])
"""Notes that tell the public nothing, besides the types' own names."""
CHANGES_TEXT = frozenset({"corrected", "clarified"})
"""With these the text itself changes; an update can wait for its time as the entry does."""
_FIGURE = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[〇零一二三四五六七八九十百千万亿两]+")
_TYPES = frozenset(name for term in HISTORY_TYPE for name in (term.zh, term.en))


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each change that does not say what or why."""
    for record in library.records.values():
        history = record.fields.history
        # Also before it is signed anew: then it can be read at once.
        state = state_of(record, library, settings) if history else "draft"
        can_be_read = state in ("public", "unsigned") and not is_closed(record.fields, settings.now)
        for number, entry in enumerate(history):
            path = f"history.{number}"
            # A first publication or a filing has nothing to explain.
            is_told = entry.type not in ("first_published", "archived")
            if is_told and not is_erased(history, number, "note"):
                yield from _note(record, entry, path, settings)
            if entry.type == "corrected" and not is_erased(history, number, "after"):
                yield from _wording(record, entry, path, settings)
            if entry.minor:
                yield from _weight(record, entry, path, settings)
            if entry.type in CHANGES_TEXT and can_be_read:
                yield from _future(record, entry, path, settings)


def _note(
    record: Record[Common], entry: HistoryEntry, path: str, settings: Settings
) -> Iterator[Problem]:
    said = "".join(letter for letter in entry.note if letter.isalnum() or letter == "/").lower()
    if said in SAYS_NOTHING or said in _TYPES:
        level = weigh(record.fields, settings)
        values = {"value": entry.note[:20]}
        yield Problem(NAME, record.mark(f"{path}.note"), "note", values, level)


def _wording(
    record: Record[Common], entry: HistoryEntry, path: str, settings: Settings
) -> Iterator[Problem]:
    level = weigh(record.fields, settings)
    for item in fields_of(HistoryEntry):
        if item.name in ("before", "after") and getattr(entry, item.name) is None:
            values = {"key": item.label(record.language)}
            yield Problem(NAME, record.mark(f"{path}.{item.name}"), "", values, level)
    if entry.before is not None and entry.before == entry.after:
        yield Problem(NAME, record.mark(f"{path}.after"), "same", {}, level)
    elif entry.minor and _figures(entry.before) != _figures(entry.after):
        yield Problem(NAME, record.mark(f"{path}.minor"), "minor", {}, level)


def _weight(
    record: Record[Common], entry: HistoryEntry, path: str, settings: Settings
) -> Iterator[Problem]:
    """What a record stands for is changed in sight of all."""
    named = keys_named(entry, type(record.fields)) & NEVER_MINOR
    for item in fields_of(type(record.fields)):
        if item.name in named:
            values = {"key": item.label(record.language)}
            level = weigh(record.fields, settings)
            yield Problem(NAME, record.mark(f"{path}.minor"), "minor-key", values, level)


def _figures(text: str | None) -> list[str]:
    return _FIGURE.findall(unicodedata.normalize("NFKC", text or ""))


def _future(
    record: Record[Common], entry: HistoryEntry, path: str, settings: Settings
) -> Iterator[Problem]:
    """The entry is under embargo, the text that it speaks of is not."""
    if entry.at > settings.now:
        term = HISTORY_TYPE.by_en[entry.type]
        values = {"type": term.zh if record.language == "zh" else term.en}
        # A warning: seen at an earlier instant, a site may well hold what was changed since.
        yield Problem(NAME, record.mark(f"{path}.at"), "future", values, Level.WARNING)
