"""节假日登记册每年一条，放假和调休都写在那一年。

编号就是年份，如 '2026'。放假的日子写在那一年（元旦可以从上一年末开始）；“调休上班”只写周六、周日。
哪一年没有登记，那一年的工作日就只按周一至周五推算，会提示一次。

依据：国务院办公厅每年的节假日安排通知。

对：

    '2026':
      放假:
        - {节日: 清明节, 开始: 2026-04-04, 结束: 2026-04-06}

错：

    '2026':
      放假:
        - {节日: 清明节, 开始: 2006-04-04, 结束: 2006-04-06}

In English: the holidays of a year stand under that year; a year that is needed and not there is
told once, as only Monday to Friday are known for it.
"""

# Reference: DOMAIN §(d) qa.

from collections.abc import Iterator
from datetime import date

from huiying.library import Library
from huiying.problem import Level, Mark, Problem
from huiying.records import Record
from huiying.records.office import HolidayEntry
from huiying.rules import interpretation_due, qa_due
from huiying.settings import Settings
from huiying.workdays import SATURDAY, Calendar, belongs, calendar_of, year_of

NAME = "holiday"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each entry that is no calendar of its year, a note for each year that lacks."""
    for id, entry in library.registers.get("holiday", {}).items():
        year = year_of(id)
        if year is None:
            yield Problem(NAME, entry.mark(id), "id", {"id": id})
        else:
            yield from _days(entry, year)
    known = calendar_of(library)
    told: set[int] = set()
    for mark, start, end in _counted(library, settings, known):
        for year in known.unknown_years(start, end):
            if year not in told:
                told.add(year)
                yield Problem(NAME, mark, "", {"year": str(year)}, Level.NOTE)


def _days(entry: Record[HolidayEntry], year: int) -> Iterator[Problem]:
    for number, rest in enumerate(entry.fields.rests):
        for name in ("starts_on", "ends_on"):
            if not belongs(getattr(rest, name), year):
                mark = entry.mark(f"{entry.id}.rests.{number}.{name}")
                yield Problem(NAME, mark, "year", {"year": str(year)})
    for number, day in enumerate(entry.fields.workdays):
        mark = entry.mark(f"{entry.id}.workdays.{number}")
        if day.year != year:
            yield Problem(NAME, mark, "year", {"year": str(year)})
        elif day.weekday() < SATURDAY:
            yield Problem(NAME, mark, "weekday", level=Level.WARNING)


def _counted(
    library: Library, settings: Settings, days: Calendar
) -> Iterator[tuple[Mark, date, date]]:
    """Where working days were counted, from which day to which."""
    for entry, start in interpretation_due.waiting(library, settings):
        due = days.due(start, interpretation_due.WORKING_DAYS)
        yield entry.mark(f"{entry.id}.issued_on"), start, due
    for record, fields, start in qa_due.counted(library, settings):
        path = "accepted_at" if fields.accepted_at else "received_at"
        yield record.mark(path), start, qa_due.last_day(fields, start, days)
