"""What is due, and what is overdue: everything that has a time limit, in one list.

In: the library and the settings. Out: each duty with the time until which it is to be done. The
rules reckon; here stands only which of them owe something. Nothing here is public.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal, TypeAlias

from huiying.library import Library, address
from huiying.records import Record
from huiying.records.common import Common
from huiying.rules import (
    briefing_record,
    debt,
    interpretation_due,
    promised_update,
    qa_due,
    re_check,
    time_limit,
)
from huiying.settings import Settings
from huiying.workdays import calendar_of

What: TypeAlias = Literal[
    "first_facts",
    "briefing",
    "response",
    "reply",
    "interpretation",
    "update",
    "record",
    "debt",
    "review",
]
"""The milestones of a time-limit profile, and what other rules ask for by a time."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that is owed until `at`: an instant, or the last day of a limit in days.

    `at` is None where nobody can say until when (无法判定): the clock or the severity is lacking.
    `is_sure` is false where a limit in working days runs into a year without registered holidays.
    """

    what: What
    address: str
    title: str
    at: date | datetime | None
    is_sure: bool = True

    def until(self, settings: Settings) -> datetime | None:
        """The instant at which it is overdue."""
        if self.at is None or isinstance(self.at, datetime):
            return self.at
        return datetime.combine(self.at + timedelta(days=1), time(), settings.zone)


def duties(library: Library, settings: Settings) -> list[Duty]:
    """All that is owed, the most urgent first; what has no known limit comes last."""
    found = [
        *_milestones(library, settings),
        *_replies(library, settings),
        *_interpretations(library, settings),
        *_others(library, settings),
    ]
    never = datetime.max.replace(tzinfo=settings.zone)
    return sorted(found, key=lambda duty: (duty.until(settings) or never, duty.address, duty.what))


def _milestones(library: Library, settings: Settings) -> Iterator[Duty]:
    """Of a matter of which nothing is known but that it is urgent, one duty is enough."""
    unknown: dict[str, Duty] = {}
    for record, verdict in time_limit.judged(library.records, library, settings):
        if verdict.reached_at is not None or record.fields.clock is None:
            continue
        duty = _duty(verdict.milestone, record, verdict.due_at)  # type: ignore[arg-type]
        if verdict.timeliness in ("late", "not_due"):
            yield duty
        elif duty.what == "response" or duty.address not in unknown:
            unknown[duty.address] = replace(duty, at=None)
    yield from unknown.values()


def _replies(library: Library, settings: Settings) -> Iterator[Duty]:
    days = calendar_of(library)
    for record, fields, start in qa_due.counted(library, settings):
        if fields.replied_at is None:
            due = qa_due.last_day(fields, start, days)
            is_sure = not any(days.unknown_years(start, due))
            yield _duty("reply", record, due, is_sure=is_sure)


def _interpretations(library: Library, settings: Settings) -> Iterator[Duty]:
    days = calendar_of(library)
    for entry, start in interpretation_due.waiting(library, settings):
        due = days.due(start, interpretation_due.WORKING_DAYS)
        is_sure = not any(days.unknown_years(start, due))
        place = f"policies/{entry.id}"
        yield Duty("interpretation", place, entry.fields.title, due, is_sure)


def _others(library: Library, settings: Settings) -> Iterator[Duty]:
    for record, due in promised_update.promised(library, settings):
        yield _duty("update", record, due)
    for record, ended in briefing_record.unrecorded(library, settings):
        yield _duty("record", record, ended + briefing_record.GRACE)
    for record in re_check.watched(library, settings):
        yield _duty("review", record, record.fields.review_by)
    for record in library.records.values():
        first = debt.first_due(record, library, settings)
        if first is not None:
            yield _duty("debt", record, first)


def _duty(
    what: What, record: Record[Common], at: date | datetime | None, *, is_sure: bool = True
) -> Duty:
    return Duty(what, address(record.kind, record.id), record.fields.title, at, is_sure)
