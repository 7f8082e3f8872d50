"""Times stand in an order that is possible."""

import pytest

from huiying.rules import time_order
from tests.rules.helper import CLARIFICATION, ENGLISH, MATTER, TOPIC, merge, places, problems

FIRST = "  - 时间: 2026-03-12 09:40\n    类型: 首发\n    说明: 首次发布\n"


def changed(*entries: tuple[str, str]) -> str:
    """A record with a history."""
    lines = "".join(
        f"  - 时间: {at}\n    类型: {type}\n    说明: 补充说明\n" for at, type in entries
    )
    return merge(CLARIFICATION, f"变更记录:\n{lines}")


def test_times_in_order_pass() -> None:
    text = merge(
        changed(("2026-03-12 09:40", "首发"), ("2026-03-13 09:00", "更新")),
        """\
        最新进展:
          - 时间: 2026-03-12 09:40
            正文: 全市供水正常
        失效时间: 2026-04-01 00:00
        时限:
          起算时间: 2026-03-11 21:00
          起算依据: 发现
        节点:
          首次发布事实: 2026-03-11 21:00
          作出回应: 2026-03-12 09:40
        """,
    )
    assert places(time_order, text) == []


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        pytest.param("发布时间: 2026-03-11 20:14", (3, 7, "time-order"), id="seen after"),
        pytest.param(
            "失效时间: 2026-03-12 09:40", (14, 7, "time-order.after"), id="expires at once"
        ),
        pytest.param(
            "最新进展:\n  - 正文: 水\n    时间: 2026-03-12 09:39",
            (16, 9, "time-order"),
            id="update before publication",
        ),
        pytest.param(
            "时限:\n  起算时间: 2026-03-11 21:00\n  起算依据: 接报\n"
            "节点:\n  办结: 2026-03-11 20:00",
            (18, 7, "time-order"),
            id="closed before it began",
        ),
        pytest.param(
            # The same wall clock in another zone is another instant.
            "失效时间: 2026-03-12 09:40+09:00",
            (14, 7, "time-order.after"),
            id="zone",
        ),
    ],
)
def test_an_impossible_order_is_named(fragment: str, expected: tuple[int, int, str]) -> None:
    assert places(time_order, merge(CLARIFICATION, fragment)) == [expected]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([("2026-03-12 09:40", "更新")], [(16, 9, "time-order.first")], id="no first"),
        pytest.param([("2026-03-12 09:41", "首发")], [(15, 9, "time-order.first-at")], id="at"),
        pytest.param(
            [("2026-03-12 09:40", "首发"), ("2026-03-12 09:39", "更新")],
            [(18, 9, "time-order")],
            id="falls",
        ),
        pytest.param(
            [("2026-03-12 09:40", "首发"), ("2026-03-13 09:40", "首发")],
            [(19, 9, "time-order.again")],
            id="twice first",
        ),
    ],
)
def test_a_history_begins_with_the_publication_and_rises(
    entries: list[tuple[str, str]], expected: list[tuple[int, int, str]]
) -> None:
    assert places(time_order, changed(*entries)) == expected


def test_a_period_does_not_end_before_it_starts() -> None:
    text = merge(TOPIC, "时段:\n  开始: 2026-03-12\n  结束: 2026-03-11")
    assert places(time_order, {MATTER: text}) == [(10, 7, "time-order")]


def test_both_keys_and_times_are_named_in_the_language_of_the_file() -> None:
    [found] = problems(time_order, merge(ENGLISH, "expires_at: 2026-03-01 00:00"))
    assert found.values == {
        "key": "expires_at",
        "at": "2026-03-01 00:00",
        "other": "publish_at",
        "other_at": "2026-03-12 09:40",
    }
    assert (found.also and found.also.line) == 3
