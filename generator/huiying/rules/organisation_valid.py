"""写到的单位在那一天要存在。

机构会成立、撤销、合并。记录里写的单位，在发布时间必须已经成立、还没有撤销，否则公众找不到由谁负责。
变更、审核、确认里的单位看那一次的时间，发布会主办单位看开始时间，来信承办单位看答复时间，政策的发文
单位看成文日期。撤销的机构写了“承接单位”的，会告诉您那天由谁承接。

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

In English: an organisation that a record names existed when the record was published; in changes,
gates and confirmations when they were made; as a host when it began, as a handler when it replied,
as an issuer when the policy was issued.
"""

# Reference: DOMAIN REF-2.

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from huiying.library import Library, Reference, references
from huiying.problem import Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.expertise import PolicyEntry
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
        for reference in references(record.fields):
            if reference.kind != "organisation" or reference.target not in limited:
                continue
            if (at := _time(record.fields, reference)) is not None:
                day = at.astimezone(settings.zone).date()
                yield from _judge(record, reference.path, limited[reference.target], day, library)
    for id, policy in library.policies.items():
        body, day_issued = limited.get(policy.fields.issuer or ""), policy.fields.issued_on
        if body is not None and day_issued is not None:
            yield from _judge(policy, f"{id}.issuer", body, day_issued, library)


def _time(fields: Common, reference: Reference) -> datetime | None:
    """The time that counts where an organisation is named: the nearest one, else publication."""
    group: Any = fields
    for part in reference.path.split(".")[:-1]:
        group = group[int(part)] if isinstance(group, tuple) else getattr(group, part)
    name = {"host": "starts_at", "handler": "replied_at"}.get(reference.path, "at")
    return getattr(group, name, None) or fields.publish_at


def _judge(
    record: Record[Common] | Record[PolicyEntry],
    path: str,
    body: OrganisationEntry,
    day: date,
    library: Library,
) -> Iterator[Problem]:
    values = {"name": body.name, "at": str(day)}
    if body.valid_from is not None and day < body.valid_from:
        values["valid_from"] = str(body.valid_from)
        yield Problem(NAME, record.mark(path), "early", values)
    if body.valid_to is not None and day > body.valid_to:
        heir = _heir(body, day, library)
        other = "当时的主管单位" if record.language == "zh" else "the body in charge then"
        values["successor"] = f"“{heir.fields.name}”（{heir.id}）" if heir else other
        values["valid_to"] = str(body.valid_to)
        yield Problem(NAME, record.mark(path), "", values)


def _heir(body: OrganisationEntry, day: date, library: Library) -> Record[OrganisationEntry] | None:
    """Who had the body's duties on a day: its successor, or the successor's, and so on."""
    seen = set()
    id = body.successor
    while id is not None and id not in seen and (heir := library.organisations.get(id)):
        if heir.fields.valid_to is None or day <= heir.fields.valid_to:
            return heir
        seen.add(id)
        id = heir.fields.successor
    return None
