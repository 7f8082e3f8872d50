"""更正说明写单位，不点个人。

变更记录的“说明”不写出错的人：不写起草人、审核人和登记册里审核人的姓名，也不写“编辑王某”“李某某同志”
这样的话。错在哪里、谁负责改，读者从“原文”“新文”和“单位”里看得到。登记过的姓名和“某”“同志”是错误；
只像“编辑张晓”这样职务后面跟着姓名的，是警告，因为名字无法认准。

依据：柳政办〔2017〕120号一（一）1“宽容失误”。

对：

    变更记录:
      - 时间: 2026-03-12 09:40
        类型: 首发
        说明: 首次发布本条说明
      - 时间: 2026-03-13 10:00
        类型: 更正
        说明: 供水量的单位写错，现予更正
        单位: shuiwuju
        原文: 41.2万升
        新文: 41.2万立方米

错：

    变更记录:
      - 时间: 2026-03-12 09:40
        类型: 首发
        说明: 首次发布本条说明
      - 时间: 2026-03-13 10:00
        类型: 更正
        说明: 值班编辑赵某疏忽，供水量的单位写错
        单位: shuiwuju
        原文: 41.2万升
        新文: 41.2万立方米

In English: the note on a correction names the body that made it, never the person who erred.
"""

# Reference: DOMAIN HIST-3, M7.

import re
from collections.abc import Iterator

from huiying.library import Library
from huiying.privacy.names import names
from huiying.privacy.surnames import SURNAMES, WORDS
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.history import is_erased
from huiying.rules._standing import weigh
from huiying.rules.privacy_words import fold
from huiying.settings import Settings

NAME = "correction-names-person"
_SURNAME = f"[{''.join(sorted(SURNAMES))}]"
# Of folded texts: their signs are half-width.
_ROLE = "(?:编辑|记者|撰稿人?|起草人|经办人|审核人|录入员|校对员?|值班员|工作人员|负责人|科员|干部)"
_WHOLE = rf"{_SURNAME}[\u4e00-\u9fff]{{1,2}}"
_START = r"(?:(?<![\u4e00-\u9fff])|(?<=[因由系是经对]))"
_TITLED = re.compile(
    rf"{_START}(?:(?P<name>{_WHOLE})同志|(?!任){_SURNAME}(?:科长|处长|主任|编辑)(?=$|[,。、的因将把在未误写]))"
)
_PERHAPS = re.compile(rf"{_ROLE}[:(]?{_WHOLE}(?=$|[,。、;)]|因|由于|疏忽|未|误|将|把)")


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each note that says who it was; the name is not repeated."""
    staff = {fold(entry.fields.name) for entry in library.registers.get("signer", {}).values()}
    for record in library.records.values():
        known = staff | {fold(name) for name in _staff_of(record)}
        for number, entry in enumerate(record.fields.history):
            if is_erased(record.fields.history, number, "note"):
                continue
            note = fold(entry.note)
            mark = record.mark(f"history.{number}.note")
            if any(name in note for name in known) or _somebody(note):
                yield Problem(NAME, mark, "", {}, weigh(record.fields, settings))
            elif _PERHAPS.search(note):
                level = weigh(record.fields, settings, Level.WARNING)
                yield Problem(NAME, mark, "perhaps", {}, level)


def _somebody(note: str) -> bool:
    """Whether the note speaks of one person: 赵某, 李小明同志, 张科长."""
    if any("某" in found.value for found in names(note)):
        return True
    titled = (found["name"] for found in _TITLED.finditer(note))
    return any(name is None or name[:2] not in WORDS for name in titled)


def _staff_of(record: Record[Common]) -> Iterator[str]:
    """Who drafted and who signed it."""
    review = record.fields.review
    if review is None:
        return
    if review.drafted_by is not None:
        yield review.drafted_by
    for _, gate in review.gates or ():
        if gate is not None and gate.signer is not None:
            yield gate.signer
