"""When an answer is due."""

import pytest

from huiying.rules import qa_due
from tests.rules.helper import LETTER, OF_HOLIDAYS, QUESTION, levels, merge, places, problems

OPEN = "状态: 草稿\n答复时间:\n"


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("", []),
        # Received on a Tuesday: the seventh working day after it is Thursday of the week after.
        ("答复时间: 2026-03-19 17:00", []),
        ("答复时间: 2026-03-20 09:00", [(6, 7, "qa-due.late")]),
        ("答复时间: 2026-03-20 09:00\n受理时间: 2026-03-11 09:00", []),
        ("收到时间: 2026-02-26 09:00\n复杂事项: 是\n答复时间: 2026-03-19 09:00", []),
        (f"{OPEN}收到时间: 2026-03-11 09:00", []),
        (f"{OPEN}收到时间: 2026-03-10 23:30", [(5, 7, "qa-due")]),
        (f"{OPEN}受理时间: 2026-03-10 09:00", [(12, 7, "qa-due")]),
        (f"{OPEN}收到时间: 2025-12-20 09:00", [(5, 7, "qa-due.months")]),
        (f"{OPEN}收到时间: 2025-12-21 09:00", [(5, 7, "qa-due")]),
        ("历史资料来源: 旧网站\n发布时间: 2019-01-01 08:00\n收到时间: 2018-01-01 08:00", []),
    ],
)
def test_seven_or_fifteen_working_days_and_three_months(
    fragment: str, expected: list[tuple[int, int, str]]
) -> None:
    files = {LETTER: merge(QUESTION, fragment)}
    assert places(qa_due, files) == expected
    assert {level for level, _ in levels(qa_due, files)} <= {"note"}


def test_days_off_and_weekends_worked_count() -> None:
    late = merge(QUESTION, "答复时间: 2026-03-20 09:00")
    off = "'2026':\n  放假:\n    - {节日: 节, 开始: 2026-03-12, 结束: 2026-03-12}\n"
    worked = "  调休上班: [2026-03-14]\n"
    assert places(qa_due, {LETTER: late, OF_HOLIDAYS: off}) == []
    [found] = problems(qa_due, {LETTER: late, OF_HOLIDAYS: off + worked})
    assert (found.values["due"], found.values["late"]) == ("2026-03-19", "1")
