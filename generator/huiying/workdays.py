"""Working days: Monday to Friday, but for the holidays and the weekends worked for them (调休).

In: the register of holidays, and days of the site's calendar. Out: which days count, when a time
limit ends, and which years nobody has registered (there only Monday to Friday is known). It knows
no instant and no time zone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from huiying.library import Library
from huiying.records import Record
from huiying.records.office import HolidayEntry

DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days off and the weekends worked, and the years for which they are known."""

    rests: tuple[tuple[date, date], ...]
    worked: frozenset[date]
    years: frozenset[int]

    def is_working(self, day: date) -> bool:
        """Whether offices work on that day."""
        if day in self.worked:
            return True
        return day.weekday() < SATURDAY and not any(
            first <= day <= last for first, last in self.rests
        )

    def working_days(self, start: date, end: date) -> int:
        """How many working days there are after `start`, up to and with `end`."""
        days = ((start + DAY * count) for count in range(1, (end - start).days + 1))
        return sum(self.is_working(day) for day in days)

    def due(self, start: date, days: int) -> date:
        """The last day of a limit of so many working days, of which the day after is the first."""
        day, left = start, days
        while left and day < date.max:
            day += DAY
            left -= self.is_working(day)
        return day

    def unknown_years(self, start: date, end: date) -> Iterator[int]:
        """The years from `start` to `end` for which no holidays are registered."""
        return (year for year in range(start.year, end.year + 1) if year not in self.years)


def calendar(entries: Mapping[str, Record[HolidayEntry]]) -> Calendar:
    """The calendar of a register of holidays. Days far from their year are left out."""
    rests: list[tuple[date, date]] = []
    worked: set[date] = set()
    years: set[int] = set()
    for id, entry in entries.items():
        year = year_of(id)
        if year is None:
            continue
        years.add(year)
        worked.update(entry.fields.workdays)
        for rest in entry.fields.rests:
            if belongs(rest.starts_on, year) and belongs(rest.ends_on, year):
                rests.append((rest.starts_on, rest.ends_on))
    return Calendar(tuple(rests), frozenset(worked), frozenset(years))


def calendar_of(library: Library) -> Calendar:
    """The calendar of the holidays that a library knows."""
    return calendar(library.registers.get("holiday", {}))


def year_of(id: str) -> int | None:
    """The year that an entry of the register is for, or None."""
    return int(id) if len(id) == 4 and id.isascii() and id.isdigit() and int(id) else None


def belongs(day: date, year: int) -> bool:
    """Whether a day may belong to the holidays of a year: 元旦 may begin in the year before."""
    return abs(day.year - year) <= 1
