"""先发布、后补的，到时要补上。

急件可以先发文字，图片、图解、录音、视频给看不到、听不到的人的文字，和“正在核实”时还没有的证据，都可以
后补，这叫欠账。期限是发布（或最近一次变更）之后 24 小时，“最新进展”里的从那一条的时间
算起，后面再写多少条都不顺延；site.yml 的“宽限小时”可以另定。没到期的
提示还欠什么、到什么时候；过了期的提示已经过期。草稿和历史资料没有期限，只提示还缺什么。欠账从不拦
发布：拦下来只会更迟。媒体文件旁边的说明文件里已经写了的，不算欠。

依据：柳政办〔2017〕120号一（一）1“最迟应在……1小时内”先发事实、再持续发布；GB/T 37668-2019；
国办公开办函〔2021〕28号；WCAG 2.2 1.1.1、1.2.1、1.2.2。

对：

    内容块:
      - 类型: 图片
        文件: gongshui/guanwang.svg
        替代文字: 全市6座水厂和主要供水管线的位置

错：

    内容块:
      - 类型: 图片
        文件: gongshui/guanwang.svg

In English: what a first answer may owe (words for pictures, sound and films; evidence while a claim
is being verified) is listed with its deadline, and never stops anything.
"""

# Reference: DOMAIN A11Y.

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.block import Block
from huiying.records.clarification import Clarification
from huiying.records.common import Common
from huiying.records.field import Model, fields_of
from huiying.records.vocabulary import BLOCK_TYPE
from huiying.rules._blocks import blocks_of, recording_of, sidecar_of
from huiying.rules._standing import is_closed, is_history, is_public
from huiying.rules.time_order import written
from huiying.settings import Settings

NAME = "debt"
ACCESS = {
    "image": ("alt",),
    "infographic": ("alt", "long_description"),
    "audio": ("transcript",),
    "video": ("captions", "transcript"),
}
"""Without these somebody is left out."""
Debt: TypeAlias = tuple[str, str, dict[str, str]]
"""What is owed: its path in the file, the sentence and its values."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each thing that a record owes, with its deadline if the record is public."""
    for record in library.records.values():
        yield from owed(record, library, settings)


def owed(record: Record[Common], library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each thing that one record owes."""
    for path, case, values in _debts(record, library, settings):
        yield _problem(record, path, library, settings, case, **values)


def first_due(record: Record[Common], library: Library, settings: Settings) -> datetime | None:
    """By when the first thing that a record owes is due; None where nothing is."""
    found = [
        deadline(record, path, library, settings) for path, *_ in _debts(record, library, settings)
    ]
    return min((due for due in found if due is not None), default=None)


def _debts(record: Record[Common], library: Library, settings: Settings) -> Iterator[Debt]:
    if is_closed(record.fields, settings.now):
        return
    for path, block in [*blocks_of(record.fields), *recording_of(record.fields)]:
        # What a file that is not there cannot say is no debt yet.
        if block.file is None or block.file in library.media:
            yield from _left_out(library, record, path, block)
    if may_owe_evidence(record.fields) and is_public(record, library, settings):
        yield "evidence", "evidence", {}


def may_owe_evidence(fields: Common) -> bool:
    """Whether the claim is still being verified, so that there is no evidence to give yet."""
    if not isinstance(fields, Clarification):
        return False
    return fields.verdict == "unverified" and not fields.evidence


def _left_out(library: Library, record: Record[Any], path: str, block: Block) -> Iterator[Debt]:
    if block.drawing is not None:
        return  # its data stand beside it as a table
    sidecar = sidecar_of(library, block)
    # A platform captions its films itself.
    owes = [name for name in ACCESS.get(block.type, ()) if name != "captions" or not block.player]
    for name in owes:
        if not getattr(block, name) and not getattr(sidecar, name, None):
            term = BLOCK_TYPE.by_en[block.type]
            values = {
                "type": term.zh if record.language == "zh" else term.en,
                "key": _label(Block, name, record.language),
            }
            yield f"{path}.{name}", "", values


def _problem(
    record: Record[Any],
    path: str,
    library: Library,
    settings: Settings,
    case: str = "",
    **values: str,
) -> Problem:
    due = deadline(record, path, library, settings)
    if due is None:
        return Problem(NAME, record.mark(path), "open", values, Level.NOTE)
    values = values | {"due": written(due, settings)}
    if due < settings.now:
        case = "evidence-late" if case else "late"
    return Problem(NAME, record.mark(path), case, values, Level.NOTE)


def deadline(
    record: Record[Common], path: str, library: Library, settings: Settings
) -> datetime | None:
    """By when a public record has to give what is owed at a path; None where nothing is due."""
    fields = record.fields
    if is_history(fields, settings) or not is_public(record, library, settings):
        return None
    assert fields.publish_at is not None
    since = [fields.publish_at]
    if path.startswith("updates."):  # nobody could see it before
        since.append(fields.updates[int(path.split(".")[1])].at)
    else:
        since += [entry.at for entry in fields.history if entry.at <= settings.now]
    try:
        return max(since) + timedelta(hours=settings.site.grace_hours)
    except OverflowError:  # so many hours that the calendar ends before them
        return None


def _label(model: type[Model], name: str, language: str) -> str:
    """A key as the editor writes it."""
    return next(item.label(language) for item in fields_of(model) if item.name == name)
