"""Lateness is reported, as a note, and only where it can be known."""

import pytest

from huiying.rules import time_limit
from tests.rules.helper import CLARIFICATION, levels, merge, places, problems

CLOCK = "时限:\n  起算时间: {}\n  起算依据: 发现\n"
# Published 2026-03-12 09:40; now is 2026-03-20 12:00.
IN_TIME, LATE = CLOCK.format("2026-03-10 09:40"), CLOCK.format("2026-03-10 09:39")
SEVERE = "事件:\n  编号: 20260312-guan\n  等级: 重大\n"


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("", []),
        (IN_TIME, []),
        (LATE, ["time-limit.late"]),
        (f"{LATE}状态: 草稿\n", ["time-limit"]),
        (f"{CLOCK.format('2026-03-20 11:00')}状态: 草稿\n", []),
        (f"{LATE}节点:\n  作出回应: 2026-03-11 08:00\n", []),
        (f"{IN_TIME}{SEVERE}", ["time-limit.late"]),
        (f"{IN_TIME}{SEVERE}节点:\n  首次发布事实: 2026-03-10 10:40\n", []),
        (f"{LATE}事件:\n  编号: 20260312-guan\n", ["time-limit.severity"]),
        (f"{LATE}历史资料来源: 旧网站\n发布时间: 2019-01-01 08:00\n", []),
    ],
)
def test_each_milestone_is_held_against_its_limit(fragment: str, expected: list[str]) -> None:
    text = merge(CLARIFICATION, fragment)
    assert [found.key for found in problems(time_limit, text)] == expected
    assert {level for level, _ in levels(time_limit, text)} <= {"note"}


def test_a_record_may_name_its_own_profile() -> None:
    other = merge(CLARIFICATION, f"{LATE}  时限规则: gb-2016-80\n")
    assert places(time_limit, other) == []
