"""时间的先后要对得上。

变更记录的时间只能越来越晚，第一条是“首发”，时间同“发布时间”；最新进展不早于发布时间；失效时间
晚于发布时间；网传说法的最早见于不晚于发布时间；各节点不早于时限的起算；时段的开始不晚于结束；
发布会先开始后结束；来信先收到、再受理、再答复；登记册里的起止、成文和公布、发现和转办也一样。
不可能的先后必有一处写错，公开后就是假的时间。

依据：柳政办〔2017〕120号一（一）1“及时发布权威信息”的各项时限。

对：

    发布时间: 2026-03-12 09:40
    失效时间: 2026-06-30 18:00

错：

    发布时间: 2026-03-12 09:40
    失效时间: 2026-03-02 18:00

In English: times stand in an order that is possible; a history begins with the first publication.
"""

# Reference: DOMAIN TIME-2、HIST-1.

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from huiying.library import Library
from huiying.problem import Problem
from huiying.records import Record
from huiying.records.briefing import Briefing
from huiying.records.clarification import Clarification
from huiying.records.clock import Milestones, Period
from huiying.records.common import Common
from huiying.records.expertise import ExpertEntry, PolicyEntry
from huiying.records.field import Field, Model, fields_of
from huiying.records.office import (
    ExemptionEntry,
    HandoverEntry,
    HolidayEntry,
    IntakeEntry,
    NoResponse,
    Rest,
    SignerEntry,
)
from huiying.records.qa import Qa
from huiying.records.registers import OrganisationEntry
from huiying.settings import Settings

NAME = "time-order"
AFTER = frozenset({"expires_at", "ends_at"})
"""Times that must be later than the other, not the same."""
PAIRS: Mapping[type[Model], tuple[tuple[str, str], ...]] = {
    Common: (("expires_at", "publish_at"),),
    Period: (("ends_on", "starts_on"),),
    Briefing: (("ends_at", "starts_at"),),
    Qa: (("accepted_at", "received_at"), ("replied_at", "accepted_at")),
    OrganisationEntry: (("valid_to", "valid_from"),),
    ExpertEntry: (("valid_to", "valid_from"),),
    PolicyEntry: (("published_on", "issued_on"), ("effective_to", "effective_from")),
    SignerEntry: (("valid_to", "valid_from"),),
    ExemptionEntry: (("until", "approved_on"),),
    Rest: (("ends_on", "starts_on"),),
    IntakeEntry: (("forwarded_at", "found_at"),),
}
"""Of each group of fields, which is not before which."""


@dataclass(frozen=True, slots=True)
class _Time:
    """A time: the group of fields that holds it, the group's path, its name there."""

    record: Record[Any]
    group: Model
    above: str
    name: str

    @property
    def value(self) -> Any:
        return getattr(self.group, self.name)

    @property
    def path(self) -> str:
        return f"{self.above}.{self.name}" if self.above else self.name

    @property
    def field(self) -> Field:
        return _field(type(self.group), self.name)


@cache
def _field(model: type[Model], name: str) -> Field:
    return next(item for item in fields_of(model) if item.name == name)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each pair of times that cannot be."""
    for record in library.records.values():
        if record.fields.history:
            yield from _history(record, settings)
        yield from _judge_all(_of_record(record), settings)
    for name, entries in library.registers.items():
        if name != "channel":
            for id, entry in entries.items():
                yield from _judge_all(_of_entry(entry, id, library), settings)


def _of_record(record: Record[Common]) -> Iterator[tuple[_Time, _Time]]:
    """Pairs of times of which the first is not before the second."""
    fields = record.fields
    yield from _own(record, fields, "")
    published = _Time(record, fields, "", "publish_at")
    for number, update in enumerate(fields.updates):
        yield _Time(record, update, f"updates.{number}", "at"), published
    if isinstance(fields, Clarification):
        for number, claim in enumerate(fields.claims):
            yield published, _Time(record, claim, f"claims.{number}", "first_seen")
    if isinstance(fields, Qa) and fields.accepted_at is None:
        received = _Time(record, fields, "", "received_at")
        yield _Time(record, fields, "", "replied_at"), received
    if fields.clock is not None and fields.milestones is not None:
        start = _Time(record, fields.clock, "clock", "started_at")
        for item in fields_of(Milestones):
            yield _Time(record, fields.milestones, "milestones", item.name), start
    period = getattr(fields, "period", None)
    if period is not None:
        yield from _own(record, period, "period")


def _of_entry(entry: Record[Any], id: str, library: Library) -> Iterator[tuple[_Time, _Time]]:
    """The same, of an entry of a register."""
    fields = entry.fields
    yield from _own(entry, fields, id)
    if isinstance(fields, HolidayEntry):
        for number, rest in enumerate(fields.rests):
            yield from _own(entry, rest, f"{id}.rests.{number}")
    if isinstance(fields, IntakeEntry) and isinstance(fields.no_response, NoResponse):
        ended = _Time(entry, fields.no_response, f"{id}.no_response", "at")
        yield ended, _Time(entry, fields, id, "found_at")
    if isinstance(fields, HandoverEntry):
        intake = library.registers.get("intake", {}).get(fields.intake or "")
        if intake is not None:
            found = _Time(intake, intake.fields, intake.id, "found_at")
            yield _Time(entry, fields, id, "at"), found


def _own(record: Record[Any], group: Model, path: str) -> Iterator[tuple[_Time, _Time]]:
    """The pairs that are declared for a group of fields, or for what it is made from."""
    for later, earlier in _pairs(type(group)):
        yield _Time(record, group, path, later), _Time(record, group, path, earlier)


@cache
def _pairs(model: type[Model]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for base in model.__mro__ for pair in PAIRS.get(base, ()))


def _judge_all(pairs: Iterator[tuple[_Time, _Time]], settings: Settings) -> Iterator[Problem]:
    for later, earlier in pairs:
        if later.value is not None and earlier.value is not None:
            yield from _judge(later, earlier, settings)


def _judge(later: _Time, earlier: _Time, settings: Settings) -> Iterator[Problem]:
    strict = later.name in AFTER
    if later.value < earlier.value or (strict and later.value == earlier.value):
        values = {
            "key": later.field.label(later.record.language),
            "other": earlier.field.label(later.record.language),
        }
        case = "inside"
        if later.field.key.public and earlier.field.key.public:
            case = "after" if strict else ""
            values["at"] = written(later.value, settings)
            values["other_at"] = written(earlier.value, settings)
        mark, also = later.record.mark(later.path), earlier.record.mark(earlier.path)
        yield Problem(NAME, mark, case, values, also=also)


def _history(record: Record[Common], settings: Settings) -> Iterator[Problem]:
    """The first entry is 首发 at the time of publication, the others follow it."""
    fields = record.fields
    first = fields.history[0]
    if first.type != "first_published":
        yield Problem(NAME, record.mark("history.0.type"), "first")
    elif fields.publish_at is not None and first.at != fields.publish_at:
        values = {
            "at": written(first.at, settings),
            "other_at": written(fields.publish_at, settings),
        }
        also = record.mark("publish_at")
        yield Problem(NAME, record.mark("history.0.at"), "first-at", values, also=also)
    times = [
        _Time(record, entry, f"history.{number}", "at")
        for number, entry in enumerate(fields.history)
    ]
    for number in range(1, len(times)):
        if fields.history[number].type == "first_published":
            yield Problem(NAME, record.mark(f"history.{number}.type"), "again")
        yield from _judge(times[number], times[number - 1], settings)


def written(value: date | datetime, settings: Settings) -> str:
    """A time as editors write it, in the site's zone."""
    if isinstance(value, datetime):
        return value.astimezone(settings.zone).strftime("%Y-%m-%d %H:%M")
    return str(value)
