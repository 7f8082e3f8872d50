"""时间的先后要对得上。

变更记录的时间只能越来越晚，第一条是“首发”，时间同“发布时间”；最新进展不早于发布时间；失效时间
晚于发布时间；网传说法的最早见于不晚于发布时间；各节点不早于时限的起算；时段的开始不晚于结束。
不可能的先后必有一处写错，公开后就是假的时间。

依据：柳政办〔2017〕120号一（一）1“及时发布权威信息”的各项时限；DOMAIN TIME-2、HIST-1。

对：

    发布时间: 2026-03-12 09:40
    失效时间: 2026-06-30 18:00

错：

    发布时间: 2026-03-12 09:40
    失效时间: 2026-03-02 18:00

In English: times stand in an order that is possible; a history begins with the first publication.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from huiying.library import Library
from huiying.problem import Problem
from huiying.records import Record
from huiying.records.block import Update
from huiying.records.clarification import Clarification
from huiying.records.clock import Clock, Milestones, Period
from huiying.records.common import Common
from huiying.records.field import Model, fields_of
from huiying.records.history import HistoryEntry
from huiying.records.topic import Topic
from huiying.settings import Settings

NAME = "time-order"


@dataclass(frozen=True, slots=True)
class _Time:
    """A time in a record: its group's model and name there, its path, its value."""

    model: type[Model]
    name: str
    path: str
    value: date | datetime | None


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each pair of times that cannot be."""
    for record in library.records.values():
        fields = record.fields
        if fields.history:
            yield from _history(record, settings)
        for later, earlier in _pairs(fields):
            if later.value is not None and earlier.value is not None:
                yield from _judge(record, later, earlier, settings)


def _pairs(fields: Common) -> Iterator[tuple[_Time, _Time]]:
    """Pairs of times of which the first is not before the second."""
    published = _Time(Common, "publish_at", "publish_at", fields.publish_at)
    for number, update in enumerate(fields.updates):
        yield _Time(Update, "at", f"updates.{number}.at", update.at), published
    if fields.expires_at is not None:
        yield _Time(Common, "expires_at", "expires_at", fields.expires_at), published
    if isinstance(fields, Clarification):
        for number, claim in enumerate(fields.claims):
            path = f"claims.{number}.first_seen"
            yield published, _Time(type(claim), "first_seen", path, claim.first_seen)
    if fields.clock is not None and fields.milestones is not None:
        start = _Time(Clock, "started_at", "clock.started_at", fields.clock.started_at)
        for item in fields_of(Milestones):
            value = getattr(fields.milestones, item.name)
            yield _Time(Milestones, item.name, f"milestones.{item.name}", value), start
    if isinstance(fields, Topic) and fields.period is not None:
        starts = _Time(Period, "starts_on", "period.starts_on", fields.period.starts_on)
        yield _Time(Period, "ends_on", "period.ends_on", fields.period.ends_on), starts


def _judge(
    record: Record[Common], later: _Time, earlier: _Time, settings: Settings
) -> Iterator[Problem]:
    assert later.value is not None
    assert earlier.value is not None
    strict = later.name == "expires_at"
    if later.value < earlier.value or (strict and later.value == earlier.value):
        values = {
            "key": _label(later, record.language),
            "at": written(later.value, settings),
            "other": _label(earlier, record.language),
            "other_at": written(earlier.value, settings),
        }
        case = "after" if strict else ""
        mark, also = record.mark(later.path), record.mark(earlier.path)
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
    for number in range(1, len(fields.history)):
        if fields.history[number].type == "first_published":
            yield Problem(NAME, record.mark(f"history.{number}.type"), "again")
        earlier = fields.history[number - 1]
        yield from _judge(
            record,
            _Time(HistoryEntry, "at", f"history.{number}.at", fields.history[number].at),
            _Time(HistoryEntry, "at", f"history.{number - 1}.at", earlier.at),
            settings,
        )


def _label(time: _Time, language: str) -> str:
    """The key of a time as the editor wrote it."""
    return next(item.label(language) for item in fields_of(time.model) if item.name == time.name)


def written(value: date | datetime, settings: Settings) -> str:
    """A time as editors write it, in the site's zone."""
    if isinstance(value, datetime):
        return value.astimezone(settings.zone).strftime("%Y-%m-%d %H:%M")
    return str(value)
