"""What a survey owes once it is over."""

import pytest

from huiying.rules import survey_result
from tests.rules.helper import POLL, SURVEY, levels, merge, places

OVER = "调查时间:\n  开始: 2026-03-01\n  结束: 2026-03-19\n"
COUNTED = "题目:\n  - 问题: 满意吗？\n    题型: 单选\n    选项: [{文字: 满意, 人数: 9}]\n"


@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "调查时间: {开始: 2026-03-01}",
        f"{OVER}有效答卷: 9\n采纳情况: 都采纳",
        f"{OVER}{COUNTED}采纳情况: 好",
    ],
)
def test_what_runs_or_has_its_result_passes(fragment: str) -> None:
    assert places(survey_result, {POLL: merge(SURVEY, fragment)}) == []


@pytest.mark.parametrize(
    ("fragment", "keys"),
    [
        (OVER, ["survey-result", "survey-result.adoption"]),
        (f"{OVER}{COUNTED}", ["survey-result.adoption"]),
        (f"{OVER}采纳情况: 都采纳", ["survey-result"]),
    ],
)
def test_what_is_owed_is_a_note_at_the_last_day(fragment: str, keys: list[str]) -> None:
    files = {POLL: merge(SURVEY, fragment)}
    assert places(survey_result, files) == [(7, 7, key) for key in keys]
    assert levels(survey_result, files) == [("note", key) for key in keys]
