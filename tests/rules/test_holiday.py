"""The register of holidays, and the years that lack."""

import pytest

from huiying.rules import holiday
from tests.rules.helper import LETTER, OF_HOLIDAYS, OF_POLICIES, POLICIES, QUESTION, levels, merge

REST = "  放假:\n    - {{节日: 元旦, 开始: {}, 结束: {}}}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'2026':\n" + REST.format("2025-12-31", "2026-01-02") + "  调休上班: [2026-01-04]\n", []),
        ("yuandan:\n" + REST.format("2026-01-01", "2026-01-02"), [("error", "holiday.id")]),
        ("'2026':\n" + REST.format("2006-01-01", "2026-01-02"), [("error", "holiday.year")]),
        ("'2026':\n  调休上班: [2025-01-04]\n", [("error", "holiday.year")]),
        ("'2026':\n  调休上班: [2026-01-05]\n", [("warning", "holiday.weekday")]),
    ],
)
def test_an_entry_is_the_calendar_of_its_year(text: str, expected: list[tuple[str, str]]) -> None:
    assert levels(holiday, {OF_HOLIDAYS: text}) == expected


def test_a_year_that_is_needed_and_not_there_is_told_once() -> None:
    files = {LETTER: QUESTION, OF_POLICIES: POLICIES}
    assert levels(holiday, files) == [("note", "holiday")]
    assert levels(holiday, {**files, OF_HOLIDAYS: "'2026':\n  依据: 通知\n"}) == []


def test_each_year_that_a_limit_reaches_is_needed() -> None:
    files = {LETTER: merge(QUESTION, "收到时间: 2025-12-29 09:00")}
    files[OF_HOLIDAYS] = "'2025':\n  依据: 通知\n"
    assert levels(holiday, files) == [("note", "holiday")]


def test_a_site_without_limits_needs_no_calendar() -> None:
    assert levels(holiday, {}) == []
