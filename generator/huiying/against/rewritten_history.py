"""公开过的变更记录和最新进展不能改，也不能删。

变更记录是给公众的凭据，只能往后加。上一次发布时已有的一条，这次内容不同、少了或换了位置，都要改
回去；写错了就再加一条更正。只有因个人信息撤回时清除的“原文”“新文”可以不见。“最新进展”也一样，
要改其中已公开的一条，须在变更记录里写明。

依据：柳政办〔2017〕120号一（二）2“确保发布的政府信息准确一致”。

对：

    变更记录:
      - 时间: 2026-03-12 09:40
        类型: 首发
        说明: 首次发布本条说明
      - 时间: 2026-03-13 10:00
        类型: 更新
        说明: 补充了水质数据

错（上一次发布时有的“更正”不见了）：

    变更记录:
      - 时间: 2026-03-12 09:40
        类型: 首发
        说明: 首次发布本条说明

In English: entries of the history that were public stay as they were; new ones follow them.
"""

# Reference: RELIABILITY "correction / withdrawal"; DOMAIN HIST-1.

from collections.abc import Iterator, Sequence
from dataclasses import replace

from huiying.against.difference import Difference, Entries, is_announced
from huiying.manifest import Note

NAME = "rewritten-history"


def find(before: Entries, after: Entries) -> Iterator[Difference]:
    """A difference for the first note of each record that is not as it was."""
    for address in before.keys() & after.keys():
        old, new = before[address], after[address]
        is_erased = any(note.type == "withdrawn" for note in new.history[len(old.history) :])
        number = _first_other(old.history, new.history, is_erased)
        if number is not None:
            values = {"number": str(number + 1), "at": old.history[number].at}
            yield Difference(NAME, address, "", f"history.{number}", values)
        number = _first_other(old.updates, new.updates)
        if number is not None and not is_announced(old, new):
            values = {"number": str(number + 1), "at": old.updates[number].at}
            yield Difference(NAME, address, "update", f"updates.{number}", values)


def _first_other(old: Sequence[Note], new: Sequence[Note], is_erased: bool = False) -> int | None:
    """The number of the first old note that is not in its place.

    A withdrawal for privacy takes wordings back; all else of a note stays.
    """
    for number, note in enumerate(old):
        allowed = (note, replace(note, words="")) if is_erased else (note,)
        if number >= len(new) or new[number] not in allowed:
            return number
    return None
