"""The state of a briefing, as written and as its times say."""

import pytest

from huiying.rules import briefing_state
from tests.rules.helper import BRIEFING, MEETING, levels, merge, places, problems


@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "发布会状态: 已结束",
        "发布会状态: 取消\n变动说明: 改为书面答复",
        "开始时间: 2026-04-01 15:00",
    ],
)
def test_a_state_that_is_true_passes(fragment: str) -> None:
    assert places(briefing_state, {MEETING: merge(BRIEFING, fragment)}) == []


@pytest.mark.parametrize("state", ["延期", "取消"])
def test_a_change_without_a_reason_is_an_error(state: str) -> None:
    files = {MEETING: merge(BRIEFING, f"发布会状态: {state}")}
    assert places(briefing_state, files) == [(12, 8, "briefing-state")]
    assert levels(briefing_state, files) == [("error", "briefing-state")]


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("发布会状态: 预告", "已结束"),
        ("发布会状态: 进行中", "已结束"),
        ("发布会状态: 已结束\n开始时间: 2026-03-20 11:00", "进行中"),
        ("发布会状态: 已结束\n开始时间: 2026-03-20 13:00", "预告"),
    ],
)
def test_a_state_against_the_clock_is_a_note(fragment: str, told: str) -> None:
    [found] = problems(briefing_state, {MEETING: merge(BRIEFING, fragment)})
    assert (found.key, found.level.value) == ("briefing-state.clock", "note")
    assert found.values["told"] == told
