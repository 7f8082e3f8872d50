"""The public notes on what changed after publication, and how a record stands by them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Annotated

from huiying.records.field import Key, Model, fields_of
from huiying.records.reference import AnyRecord, Organisation
from huiying.records.values import Line, Moment, OneOf, Yes
from huiying.records.vocabulary import HISTORY_TYPE

ERASED = "（说明已随撤回清除）"
"""What readers see in place of a note that was taken back."""
NEVER_MINOR = frozenset({"title", "verdict"})
"""What a record stands for: to change it is never a slip of the pen."""
_REASONS = {"note": ERASED, "ref": None}
_WORDINGS = {"before": None, "after": None}


class HistoryEntry(Model):
    """One public note on a change after publication."""

    at: Annotated[
        Moment,
        Key(
            "时间",
            "这次变更的时间；第一条“首发”与“发布时间”相同。",
            "When the change was made; the first entry equals publish_at.",
        ),
    ]
    type: Annotated[
        Annotated[str, OneOf(HISTORY_TYPE)],
        Key(
            "类型",
            "是哪种变更：内容有错写“更正”，有新情况写“更新”。",
            "Which kind of change: corrected if something was wrong, updated if facts are new.",
        ),
    ]
    note: Annotated[
        Line,
        Key(
            "说明",
            "为什么改，一句话，公开显示；不要只写“更正”。",
            "Why it was changed, in one sentence; shown to the public.",
        ),
    ]
    org: Annotated[
        Organisation | None,
        Key(
            "单位",
            "哪个单位改的，写编号，如 shuiwuju。",
            "Id of the body that made the change, such as shuiwuju.",
        ),
    ] = None
    fields: Annotated[
        tuple[Line, ...],
        Key(
            "字段",
            "改了哪些键，如 [事实, 结论]。",
            "Which keys were changed, such as [facts, verdict].",
        ),
    ] = ()
    before: Annotated[
        Line | None,
        Key(
            "原文",
            "更正前的说法，摘出有错的一句；更正时必写。",
            "The wrong wording before; needed for a correction.",
        ),
    ] = None
    after: Annotated[
        Line | None,
        Key(
            "新文",
            "更正后的说法，和“原文”对照；更正时必写。",
            "The right wording now, to compare with before; needed for a correction.",
        ),
    ] = None
    ref: Annotated[
        Line | None,
        Key(
            "参见",
            "有关的文号或记录，如 水务〔2026〕18号。",
            "A document number or record that belongs to it, such as 水务〔2026〕18号.",
        ),
    ] = None
    alternative: Annotated[
        AnyRecord | None,
        Key(
            "替代记录",
            "撤回后请读者改看的记录，写“栏目/编号”。",
            "After a withdrawal, the record to read instead, by its address.",
        ),
    ] = None
    minor: Annotated[
        Yes | None,
        Key(
            "细微",
            "只改了错字或标点、意思没变时写“是”；只管“字段”里写到的键，标题和结论不算。",
            "yes where only a slip of the pen was mended and the meaning is the same; it speaks "
            "for the keys in fields alone, never for title or verdict.",
        ),
    ] = None
    erased: Annotated[
        Yes | None,
        Key(
            "清除",
            "因个人信息或保密而撤回时写“是”：到这时为止的“原文”“新文”，以及以前各条的“说明”“参见”，"
            "不再公开。",
            "yes where it was withdrawn for privacy or secrecy: the wordings before and after, up "
            "to that time, and the notes and references of earlier entries are public no more.",
        ),
    ] = None


def closed_as(history: Iterable[HistoryEntry], now: datetime) -> frozenset[str]:
    """What a record was closed as by `now` and not restored since: withdrawn, archived, or both.

    One restoration lifts both: an editor who says it holds again means all of it.
    """
    found: set[str] = set()
    for entry in sorted(history, key=lambda entry: entry.at):
        if entry.at <= now and entry.type in ("withdrawn", "archived"):
            found.add(entry.type)
        elif entry.at <= now and entry.type == "restored":
            found.clear()
    return frozenset(found)


def without_erased(history: tuple[HistoryEntry, ...]) -> tuple[HistoryEntry, ...]:
    """The history without what a withdrawal for privacy or secrecy took back, which is marked.

    It stays away when the record is restored: what was private then is private now. The entry
    that erases keeps its own note, which says why.
    """
    last = last_erased(history)
    return tuple(
        entry.model_copy(update=_WORDINGS | (_REASONS if number < last else {}))
        if number <= last
        else entry
        for number, entry in enumerate(history)
    )


def is_erased(history: tuple[HistoryEntry, ...], number: int, key: str) -> bool:
    """Whether the value under a key of an entry was taken back."""
    last = last_erased(history)
    return (key in _WORDINGS and number <= last) or (key in _REASONS and number < last)


def keys_named(entry: HistoryEntry, model: type[Model]) -> frozenset[str]:
    """The canonical keys of the record that the entry says were changed, in either language."""
    names = _names(model)
    return frozenset(names[word] for word in entry.fields if word in names)


@cache
def _names(model: type[Model]) -> Mapping[str, str]:
    return {
        word: item.name
        for item in fields_of(model)
        for word in (item.name, item.label("zh"), item.label("en"))
    }


def last_erased(history: tuple[HistoryEntry, ...]) -> int:
    """The number of the last entry that erases those up to it; -1 if none does."""
    return max((number for number, entry in enumerate(history) if entry.erased), default=-1)
