"""公开过的文字改了，要在“变更记录”里说一声。

与上一次发布的内容相比，公开的值变了，变更记录里却没有新的一条，读者就不知道页面改过。内容有错写
“更正”，有新情况写“更新”；只改错字、标点的，写“细微: 是”，并在“字段”里写明
改了哪几项；标题和结论改了，不算细微。发布渠道、媒体转载、旧网址和与别的记录
的关联不算；“最新进展”里新加的一条自己带时间，也不算。

依据：柳政办〔2017〕120号一（二）2“确保发布的政府信息准确一致”。

对：

    事实: 全市6座水厂当日供水41.2万立方米。
    变更记录:
      - 时间: 2026-03-12 09:40
        类型: 首发
        说明: 首次发布本条说明
      - 时间: 2026-03-13 10:00
        类型: 更正
        说明: 供水量的单位写错，现予更正
        原文: 41.2万升
        新文: 41.2万立方米

错（上一次发布时写的是41.2万升）：

    事实: 全市6座水厂当日供水41.2万立方米。
    变更记录:
      - 时间: 2026-03-12 09:40
        类型: 首发
        说明: 首次发布本条说明

In English: a public value that differs from the last release needs a new entry in the history.
"""

# Reference: DOMAIN HIST-1.

from collections.abc import Iterator

from huiying.against.difference import Difference, Entries, has_slip, is_announced

NAME = "silent-edit"


def find(before: Entries, after: Entries) -> Iterator[Difference]:
    """A difference for each key whose value changed without a word."""
    for address in before.keys() & after.keys():
        old, new = before[address], after[address]
        if old.digest == new.digest and old.fields == new.fields:
            continue
        keys = old.fields.keys() | new.fields.keys()
        changed = sorted(key for key in keys if old.fields.get(key) != new.fields.get(key))
        for key in changed or [""]:
            if not is_announced(old, new, key):
                case = "minor" if has_slip(old, new) else ""
                yield Difference(NAME, address, case, key, {"key": key})
