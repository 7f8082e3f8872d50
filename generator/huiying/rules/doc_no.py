"""文号用六角括号，序号前不加零。

发文字号写成“机关代字〔年份〕序号”加“号”，如 示政办〔2026〕12号：年份用六角括号〔〕，不用方括号、
圆括号；序号不编虚位，1 不写成 01。没有括号年份的（如 国务院令第711号）不管。

依据：GB/T 9704 党政机关公文格式。

对：

    依据:
      - {类型: 文件, 标题: 关于供水的通告, 文号: 水务〔2026〕18号}

错：

    依据:
      - {类型: 文件, 标题: 关于供水的通告, 文号: "水务[2026]018号"}

In English: the year of a document number stands in 〔〕, and its number has no leading zero.
"""

# Reference: DOMAIN DOC-1、§(c)11.

import re
from collections.abc import Iterator
from typing import Any

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.dates import narrow
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "doc-no"
_NUMBER = re.compile(
    r"(.*?)\s*[\[(〔【﹝{<《]\s*(\d{4})\s*[\])〕】﹞}>》]\s*(?:第\s*)?0*(\d+)\s*号?\s*\Z"
)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each number of a document in another form, with the right one."""
    for record in library.records.values():
        level = weigh(record.fields, settings, Level.WARNING)
        for number, source in enumerate(record.fields.sources):
            if source.doc_no is not None:
                yield from _judge(record, f"sources.{number}.doc_no", source.doc_no, level)
    for id, entry in library.policies.items():
        if entry.fields.doc_no is not None:
            yield from _judge(entry, f"{id}.doc_no", entry.fields.doc_no, Level.WARNING)


def _judge(record: Record[Any], path: str, text: str, level: Level) -> Iterator[Problem]:
    near = right_form(text)
    if near is not None and near != text:
        values = {"value": text[:40], "near": near[:40]}
        yield Problem(NAME, record.mark(path), "", values, level)


def right_form(text: str) -> str | None:
    """The number as the standard writes it, or None where no year stands in brackets."""
    match = _NUMBER.match(narrow(text))
    return f"{match[1]}〔{match[2]}〕{match[3]}号" if match else None
