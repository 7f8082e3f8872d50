"""Three working days for the interpretation of a policy."""

import pytest

from huiying.rules import interpretation_due
from tests.rules.helper import (
    INTERPRETATION,
    OF_HOLIDAYS,
    OF_POLICIES,
    POLICIES,
    READING,
    SITE,
    levels,
    merge,
    places,
)

LATE = [("note", "interpretation-due")]


def issued(day: str, *more: str) -> str:
    """A policy that was made public on a day."""
    lines = "".join(f"  {line}\n" for line in more)
    return f"dianti:\n  标题: 办法\n  成文日期: 2026-01-02\n  公布日期: {day}\n{lines}"


@pytest.mark.parametrize(("day", "expected"), [("2026-03-17", []), ("2026-03-16", LATE)])
def test_the_third_working_day_is_the_last(day: str, expected: list[tuple[str, str]]) -> None:
    # The tests' now is Friday 2026-03-20.
    assert levels(interpretation_due, {OF_POLICIES: issued(day)}) == expected


def test_it_stands_at_the_day_from_which_it_is_counted() -> None:
    key = "interpretation-due"
    assert places(interpretation_due, {OF_POLICIES: issued("2026-03-02")}) == [(4, 9, key)]


def test_a_holiday_between_gives_another_day() -> None:
    rest = "'2026':\n  放假:\n    - {节日: 节, 开始: 2026-03-18, 结束: 2026-03-18}\n"
    files = {OF_POLICIES: issued("2026-03-16"), OF_HOLIDAYS: rest}
    assert levels(interpretation_due, files) == []


def test_an_interpretation_that_is_public_ends_it_and_a_draft_does_not() -> None:
    files = {OF_POLICIES: POLICIES, READING: INTERPRETATION}
    assert levels(interpretation_due, files) == []
    files[READING] = merge(INTERPRETATION, "状态: 草稿")
    assert levels(interpretation_due, files) == LATE
    files[READING] = merge(INTERPRETATION, "发布时间: 2026-03-21 09:00")
    assert levels(interpretation_due, files) == LATE


@pytest.mark.parametrize(
    "text", [issued("2026-03-02", "效力: 已废止"), issued("2025-12-31"), issued("2026-04-01")]
)
def test_what_is_repealed_old_or_to_come_is_not_waited_for(text: str) -> None:
    assert levels(interpretation_due, {OF_POLICIES: text}) == []
    site = SITE.replace("启用日期: 2026-01-01\n", "")
    old = {OF_POLICIES: issued("2025-12-31")}
    assert levels(interpretation_due, old, site) == LATE
