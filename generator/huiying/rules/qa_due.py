"""来信要按时答复。

从受理时间（没写就从收到时间）的第二天算起，一般 7 个工作日、复杂事项 15 个工作日内答复；工作日按
节假日登记册算，含调休。超过三个月还没有答复的，检查时会被扣分。迟了只提示，不拦发布。

依据：国办秘函〔2019〕19号（有效留言超过三个月未回复）；7 和 15 个工作日采自外地规定（河北 2015）。

对：

    收到时间: 2026-03-10 10:20
    答复时间: 2026-03-16 09:00

错：

    收到时间: 2026-03-02 10:20
    答复时间: 2026-03-16 09:00

In English: a question is answered within 7 working days, a complex one within 15; three months
without an answer are said in stronger words.
"""

# Reference: DOMAIN QA-1、§(c)3.

from collections.abc import Iterator
from datetime import date

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.qa import Qa
from huiying.rules._standing import is_closed, is_history, today
from huiying.settings import Settings
from huiying.workdays import Calendar, calendar_of

NAME = "qa-due"
WORKING_DAYS = 7
WORKING_DAYS_EXTENDED = 15
MONTHS = 3


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each answer that came late or is still to come."""
    days = calendar_of(library)
    for record, fields, start in counted(library, settings):
        limit = WORKING_DAYS_EXTENDED if fields.extended else WORKING_DAYS
        due = last_day(fields, start, days)
        values = {"start": str(start), "days": str(limit), "due": str(due)}
        if fields.replied_at is None:
            yield from _unanswered(record, start, due, values, settings)
            continue
        replied = fields.replied_at.astimezone(settings.zone).date()
        if replied > due:
            values["late"] = str(days.working_days(due, replied))
            yield Problem(NAME, record.mark("replied_at"), "late", values, Level.NOTE)


def _unanswered(
    record: Record[Common], start: date, due: date, values: dict[str, str], settings: Settings
) -> Iterator[Problem]:
    now = today(settings)
    if now > due:
        case = "months" if _months(start) + MONTHS <= _months(now) else ""
        path = "accepted_at" if getattr(record.fields, "accepted_at", None) else "received_at"
        yield Problem(NAME, record.mark(path), case, values, Level.NOTE)


def _months(day: date) -> float:
    """Months since the year 0; 31 days are always less than the next month."""
    return day.year * 12 + day.month + day.day / 32


def counted(library: Library, settings: Settings) -> Iterator[tuple[Record[Common], Qa, date]]:
    """The questions whose time runs or ran, each with the day from which it is counted."""
    for record in library.of_kind("qa"):
        fields = record.fields
        assert isinstance(fields, Qa)
        start = fields.accepted_at or fields.received_at
        if start is None or is_closed(fields, settings.now) or is_history(fields, settings):
            continue
        yield record, fields, start.astimezone(settings.zone).date()


def last_day(fields: Qa, start: date, days: Calendar) -> date:
    """The last day of the limit."""
    return days.due(start, WORKING_DAYS_EXTENDED if fields.extended else WORKING_DAYS)
