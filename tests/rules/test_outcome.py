"""What is done has an outcome."""

import pytest

from huiying.rules import outcome
from tests.rules.helper import ANSWER, CLARIFICATION, RESPONSE, levels, merge, places


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("办理状态: 处置中", []),
        ("办理状态: 已办结\n结果: 水管已经修好", []),
        ("办理状态: 已办结", [("error", "outcome")]),
        ("办理状态:", [("note", "outcome.state")]),
        ("办理状态:\n结果: 水管已经修好", []),
        (
            "办理状态: 已办结\n发布时间: 2019-01-01 08:00\n历史资料来源: 旧网站",
            [("note", "outcome")],
        ),
    ],
)
def test_an_outcome_may_wait_only_while_it_is_handled(
    fragment: str, expected: list[tuple[str, str]]
) -> None:
    assert levels(outcome, {ANSWER: merge(RESPONSE, fragment)}) == expected


def test_the_state_that_is_too_early_is_the_place() -> None:
    text = merge(RESPONSE, "办理状态: 已办结")
    assert places(outcome, {ANSWER: text}) == [(5, 7, "outcome")]


def test_other_kinds_have_no_outcome_to_wait_for() -> None:
    assert places(outcome, CLARIFICATION) == []
