"""公开过的变更记录和最新进展不能改，也不能删。

变更记录是给公众的凭据，只能往后加。上一次发布时已有的一条，这次内容不同、少了或换了位置，都要改
回去；写错了就再加一条更正。只有因个人信息或保密撤回、写了“清除”的，以前各条的“说明”“参见”“原文”
“新文”可以不见；一般的撤回不行。“最新进展”也一样，要改其中已公开的一条，须在变更记录里写明；写在前面
还是后面不要紧。

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

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from huiying.against.difference import Difference, Entries, is_announced
from huiying.manifest import Note

NAME = "rewritten-history"


def find(before: Entries, after: Entries) -> Iterator[Difference]:
    """A difference for the first note of each record that is not as it was."""
    for address in before.keys() & after.keys():
        old, new = before[address], after[address]
        erases = any(note.erases for note in new.history[len(old.history) :])
        number = _first_other(old.history, new.history, erases)
        if number is not None:
            values = {"number": str(number + 1), "at": old.history[number].at}
            yield Difference(NAME, address, "", f"history.{number}", values)
        lost = _lost(old.updates, new.updates)
        if lost is not None and not is_announced(old, new, "updates"):
            number = sorted(old.updates, key=lambda note: note.at).index(lost)
            values = {"number": str(number + 1), "at": lost.at}
            yield Difference(NAME, address, "update", _place(lost, new.updates), values)


def _first_other(old: Sequence[Note], new: Sequence[Note], erases: bool) -> int | None:
    """The number of the first old entry that is not in its place.

    A withdrawal for privacy takes reasons and wordings back; all else of an entry stays.
    """
    for number, note in enumerate(old):
        allowed = (note, replace(note, words="")) if erases else (note,)
        if number >= len(new) or new[number] not in allowed:
            return number
    return None


def _lost(old: Sequence[Note], new: Sequence[Note]) -> Note | None:
    """The earliest update that is no more. They are shown by their times, in whatever order they
    are written: the old ones are a part of the new ones."""
    left = Counter(new)
    left.subtract(old)
    return min((note for note in old if left[note] < 0), key=lambda note: note.at, default=None)


def _place(lost: Note, new: Sequence[Note]) -> str:
    """Where one of the same time stands now, which says something else; else the list."""
    times = [note.at for note in new]
    return f"updates.{times.index(lost.at)}" if lost.at in times else "updates"
