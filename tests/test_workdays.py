"""Working days, with the national calendar of 2026 as it was announced."""

from datetime import date, timedelta

import pytest

from huiying.workdays import Calendar, calendar_of, year_of
from tests.rules.helper import library

HOLIDAYS = """\
'2026':
  放假:
    - {节日: 元旦, 开始: 2026-01-01, 结束: 2026-01-03}
    - {节日: 春节, 开始: 2026-02-15, 结束: 2026-02-23}
    - {节日: 国庆节, 开始: 2026-10-01, 结束: 2026-10-07}
  调休上班: [2026-01-04, 2026-02-14, 2026-02-28, 2026-09-20, 2026-10-10]
"""
EMPTY = Calendar((), frozenset(), frozenset())


@pytest.fixture
def days() -> Calendar:
    return calendar_of(library({"registers/holidays.yml": HOLIDAYS}))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-01", False),
        ("2026-01-04", True),
        ("2026-02-14", True),
        ("2026-02-21", False),
        ("2026-02-24", True),
        ("2026-03-14", False),
        ("2026-03-16", True),
    ],
)
def test_a_working_day_is_no_weekend_and_no_holiday_but_what_is_made_up(
    days: Calendar, day: str, expected: bool
) -> None:
    assert days.is_working(date.fromisoformat(day)) is expected


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2026-02-12", 3, "2026-02-24"),  # Friday, Saturday worked, then nine days off
        ("2026-03-12", 3, "2026-03-17"),
        ("2026-03-14", 1, "2026-03-16"),
        ("2026-03-12", 0, "2026-03-12"),
        ("2026-12-30", 3, "2027-01-04"),
    ],
)
def test_a_limit_ends_on_its_last_working_day(
    days: Calendar, start: str, count: int, expected: str
) -> None:
    first = date.fromisoformat(start)
    due = days.due(first, count)
    assert due == date.fromisoformat(expected)
    assert days.working_days(first, due) == count


def test_without_a_register_monday_to_friday_are_known() -> None:
    assert EMPTY.due(date(2026, 2, 13), 5) == date(2026, 2, 20)
    assert list(EMPTY.unknown_years(date(2025, 12, 30), date(2027, 1, 2))) == [2025, 2026, 2027]


def test_known_years_are_not_unknown(days: Calendar) -> None:
    assert list(days.unknown_years(date(2026, 1, 1), date(2027, 1, 2))) == [2027]


def test_an_absurd_date_ends_nowhere_and_no_register_can_hang_it() -> None:
    assert EMPTY.due(date.max - timedelta(days=1), 9) == date.max
    text = "'2026':\n  放假:\n    - {节日: 假, 开始: 0001-01-01, 结束: 9999-12-31}\n"
    days = calendar_of(library({"registers/holidays.yml": text}))
    assert days.due(date(2026, 3, 12), 3) == date(2026, 3, 17)


@pytest.mark.parametrize(
    ("id", "year"), [("2026", 2026), ("26", None), ("0000", None), ("年", None)]
)
def test_an_entry_is_named_by_its_year(id: str, year: int | None) -> None:
    assert year_of(id) == year
