"""责任单位在发布那天要存在。

机构会成立、撤销、合并。记录里写的单位，在发布时间（变更记录里的单位，在那次变更的时间）必须已经
成立、还没有撤销，否则公众找不到由谁负责。

依据：柳政办〔2017〕120号二（一）“明确政务舆情回应主体”。

对：

    发布时间: 2026-03-12 09:40
    责任单位:
      第一责任单位: shuiwuju
      责任依据: 谁主管谁负责

错：

    发布时间: 2026-03-12 09:40
    责任单位:
      第一责任单位: gongshuichu
      责任依据: 谁主管谁负责

In English: an organisation that a record names existed when the record was published.
"""

# Reference: DOMAIN REF-2.

from collections.abc import Iterator
from datetime import date, datetime

from huiying.library import Library
from huiying.problem import Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.registers import OrganisationEntry
from huiying.settings import Settings

NAME = "organisation-valid"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each organisation named at a day when it did not exist."""
    limited = {
        id: entry.fields
        for id, entry in library.organisations.items()
        if entry.fields.valid_from or entry.fields.valid_to
    }
    if not limited:
        return
    for record in library.records.values():
        for path, id, at in _named(record):
            if id in limited:
                day = at.astimezone(settings.zone).date()
                yield from _judge(record, path, limited[id], day, library)


def _named(record: Record[Common]) -> Iterator[tuple[str, str, datetime]]:
    """Where an organisation is named, its id, and the time that counts."""
    fields = record.fields
    if fields.publish_at is not None:
        bodies = fields.agencies
        for name in ("first_responsible", "coordinator", "lead"):
            if (id := getattr(bodies, name)) is not None:
                yield f"agencies.{name}", id, fields.publish_at
        for number, id in enumerate(bodies.involved):
            yield f"agencies.involved.{number}", id, fields.publish_at
    for number, entry in enumerate(fields.history):
        if entry.org is not None:
            yield f"history.{number}.org", entry.org, entry.at


def _judge(
    record: Record[Common], path: str, body: OrganisationEntry, day: date, library: Library
) -> Iterator[Problem]:
    values = {"name": body.name, "at": str(day)}
    if body.valid_from is not None and day < body.valid_from:
        values["valid_from"] = str(body.valid_from)
        yield Problem(NAME, record.mark(path), "early", values)
    if body.valid_to is not None and day > body.valid_to:
        heir = library.organisations.get(body.successor or "")
        other = "当时的主管单位" if record.language == "zh" else "the body in charge then"
        values["successor"] = f"“{heir.fields.name}”（{heir.id}）" if heir else other
        values["valid_to"] = str(body.valid_to)
        yield Problem(NAME, record.mark(path), "", values)
