"""必写的项不能缺。

每类记录都有几项必写：标题、事实、第一责任单位和责任依据；辟谣还要有网传说法、结论和证据；审定
以后还要有发布时间；“正在核实”的还没有证据，可以后补；登记册里的专家要有领域、政策文件要有发文单位，等等。草稿和历史资料缺了只提示。

依据：柳政办〔2017〕120号一（一）2“讲清事实真相”、一（二）1“言之有据”、二（一）第一责任主体。

对：

    结论: 不实
    证据:
      - 正文: 全市6座水厂当日供水正常

错：

    证据: []

In English: the fields that a kind always needs are there, and an approved record says when it is
public; so are those of a register's entry. Drafts and old imported records are only reminded.
"""

# Reference: DOMAIN RESP-1、CLM-1.

from collections.abc import Iterator
from functools import cache
from typing import Any

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.field import Field, Model, fields_of
from huiying.rules._standing import weigh
from huiying.rules.debt import may_owe_evidence
from huiying.settings import Settings

NAME = "required"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each needed field that is not there."""
    for record in library.records.values():
        approved = record.fields.status == "approved"
        level = weigh(record.fields, settings)
        for path, item, above in _missing(record.fields, approved, ""):
            if path == "evidence" and may_owe_evidence(record.fields):
                continue
            lacking = "" if item.key.need == "always" else "approved"
            case = lacking if approved else "draft"
            yield _problem(record, path, item, above, case, level)
    for entries in library.registers.values():
        for id, entry in entries.items():
            for path, item, above in _missing(entry.fields, False, id):
                yield _problem(entry, path, item, above, "", Level.ERROR)


def _problem(
    record: Record[Any], path: str, item: Field, above: Field | None, case: str, level: Level
) -> Problem:
    values = {"key": item.label(record.language)}
    if above is not None:
        case = "draft-inner" if case == "draft" else "inner"
        values["group"] = above.label(record.language)
    return Problem(NAME, record.mark(path), case, values, level)


@cache
def _needs(model: type[Model]) -> tuple[Field, ...]:
    """The fields of a model that are needed, or that hold groups with needed fields."""
    return tuple(item for item in fields_of(model) if item.key.need or _needs_below(item))


def _needs_below(item: Field) -> bool:
    return item.group is not None and bool(_needs(item.group))


def _missing(
    fields: Model, approved: bool, path: str, above: Field | None = None
) -> Iterator[tuple[str, Field, Field | None]]:
    """Where something lacks, what it is, and in which field's group."""
    for item in _needs(type(fields)):
        value = getattr(fields, item.name)
        below = f"{path}.{item.name}" if path else item.name
        if value is None or value == ():
            if item.key.need == "always" or (item.key.need == "approved" and approved):
                yield below, item, above
        else:
            yield from _missing_in(value, approved, below, item)


def _missing_in(
    value: Any, approved: bool, path: str, above: Field
) -> Iterator[tuple[str, Field, Field | None]]:
    if isinstance(value, Model):
        yield from _missing(value, approved, path, above)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _missing_in(item, approved, f"{path}.{number}", above)
