"""涉及其他单位的，要它确认过才公开。

网站启用了“审核关”的，“涉及单位”里写的每个单位都要有一项“确认”：结果是同意，或修改后同意；时间
不晚于发布时间，发布后改过的不晚于现在；确认之后内容没有再改。同一单位有几项的，看最后一项。确认用
huiying confirm 记，它把当时的内容算成“摘要值”一起写下，以后改了哪个键会指出来。没有公开过的先不
公开，只提示；已经公开过的是错误。历史资料不查。

依据：柳政办〔2017〕120号一（二）2“涉及其他行政机关的，应与有关行政机关沟通确认，确保发布的政府信息准确一致”。

下面的摘要值只写了开头：

对：

    责任单位:
      第一责任单位: shuiwuju
      责任依据: 谁主管谁负责
      涉及单位: [wangxinban]
    审核:
      确认:
        - {单位: wangxinban, 时间: 2026-03-12 09:10, 结果: 同意, 摘要值: "sha256:6c1f…"}

错：

    责任单位:
      第一责任单位: shuiwuju
      责任依据: 谁主管谁负责
      涉及单位: [wangxinban]

In English: where the site uses gates, each body involved has agreed to this very content, in time,
before the record is public.
"""

# Reference: DOMAIN CONF-1, M18.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.field import fields_of
from huiying.records.review import Confirmation
from huiying.records.values import BETWEEN
from huiying.rules._signing import asked, changes
from huiying.rules.time_order import written
from huiying.settings import Settings
from huiying.standing import Open, open_confirmations

NAME = "confirmation"
_AT = {"refused": "result", "too-late": "at", "to-come": "at"}


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each body involved whose last answer is no consent that holds.

    Where the content changed since, one at each value that did, naming the bodies that saw another.
    """
    for record, level in asked(library, settings):
        outdated: dict[str, Open] = {}
        for each in open_confirmations(record, library, settings):
            if each.fault == "changed":
                outdated[each.name] = each
            else:
                yield _problem(record, each, level, library, settings)
        yield from _outdated(record, outdated, level, library)


def _outdated(
    record: Record[Common], found: dict[str, Open], level: Level, library: Library
) -> Iterator[Problem]:
    """`found`: by body, what it confirmed before the content changed."""
    lines = {body: _given(record, each).field_digests for body, each in found.items()}
    labels = {item.name: item.label(record.language) for item in fields_of(type(record.fields))}
    between = f"”{BETWEEN[record.language]}“"
    for (key, case), bodies in changes(record, lines, library).items():
        path = key if key and not case else f"{found[bodies[0]].path}.digest"
        values = {"name": between.join(_name(body, library) for body in bodies)}
        if not key:
            yield Problem(NAME, record.mark(path), "whole", values, level)
            continue
        values["key"] = labels.get(key, key)
        yield Problem(NAME, record.mark(path), "changed", values, level)


def _given(record: Record[Common], found: Open) -> Confirmation:
    assert record.fields.review is not None
    return record.fields.review.confirmations[int(found.path.rpartition(".")[2])]


def _name(id: str, library: Library) -> str:
    body = library.organisations.get(id)
    return (body.fields.short_name or body.fields.name) if body else id


def _problem(
    record: Record[Common], found: Open, level: Level, library: Library, settings: Settings
) -> Problem:
    values = {"name": _name(found.name, library)}
    if found.fault == "missing":
        number = record.fields.agencies.involved.index(found.name)
        return Problem(NAME, record.mark(f"{found.path}.{number}"), "", values, level)
    given = _given(record, found)
    if given.at is not None and found.fault in ("too-late", "to-come"):
        values["at"] = written(given.at, settings)
    if record.fields.publish_at is not None and found.fault == "too-late":
        values["other_at"] = written(record.fields.publish_at, settings)
    mark = record.mark(f"{found.path}.{_AT.get(found.fault, '')}".rstrip("."))
    return Problem(NAME, mark, found.fault, values, level)
