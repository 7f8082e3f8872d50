"""Promises that are past due are reported, and never stop anything."""

import pytest

from huiying.rules import promised_update
from tests.rules.helper import (
    ANSWER,
    CLARIFICATION,
    MATTER,
    RESPONSE,
    TOPIC,
    levels,
    merge,
    places,
)

LATE = "下次更新: 2026-03-20 11:59"


def test_a_promise_past_due_is_a_note() -> None:
    late = merge(CLARIFICATION, LATE)
    assert places(promised_update, late) == [(14, 7, "promised-update")]
    assert levels(promised_update, late) == [("note", "promised-update")]


@pytest.mark.parametrize(
    "fragment",
    [
        "下次更新: 2026-03-20 12:00",
        f"{LATE}\n状态: 草稿",
        f"{LATE}\n失效时间: 2026-03-19 00:00",
    ],
)
def test_what_is_not_due_or_not_public_owes_nothing(fragment: str) -> None:
    assert places(promised_update, merge(CLARIFICATION, fragment)) == []


def test_what_is_done_owes_nothing() -> None:
    open_ones = {ANSWER: merge(RESPONSE, LATE), MATTER: merge(TOPIC, LATE)}
    assert len(places(promised_update, open_ones)) == 2
    done = {
        ANSWER: merge(RESPONSE, f"{LATE}\n办理状态: 已办结"),
        MATTER: merge(TOPIC, f"{LATE}\n专题状态: 已结束"),
    }
    assert places(promised_update, done) == []


def test_a_withdrawal_still_to_come_leaves_the_promise_standing() -> None:
    history = "变更记录:\n  - 时间: {}\n    类型: 撤回\n    说明: 另有新的说明\n"
    past = merge(CLARIFICATION, f"{LATE}\n{history.format('2026-03-19 09:00')}")
    to_come = merge(CLARIFICATION, f"{LATE}\n{history.format('2026-03-21 09:00')}")
    assert places(promised_update, past) == []
    assert len(places(promised_update, to_come)) == 1
