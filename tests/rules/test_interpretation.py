"""What an interpretation interprets, and who explains."""

import pytest

from huiying.rules import interpretation
from tests.rules.helper import INTERPRETATION, OF_POLICIES, POLICIES, READING, levels, merge, places

SAYS = "interpretation"


def both(fragment: str) -> dict[str, str]:
    return {READING: merge(INTERPRETATION, fragment), OF_POLICIES: POLICIES}


@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "政策文件:\n关联:\n  解读: [rumours/20260312-tingshui]",
        "解读人: 媒体\n媒体名称: 示例日报",
        "解读人: 负责人\n专家:",
        "同步发布: 是",
        "同步发布: 否\n发布时间: 2026-03-13 09:40",
    ],
)
def test_what_says_enough_passes(fragment: str) -> None:
    assert places(interpretation, both(fragment)) == []


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("政策文件:", (1, 1, "interpretation")),
        ("专家:", (5, 6, "interpretation.expert")),
        ("解读人: 媒体", (5, 6, "interpretation.media")),
        ("同步发布: 是\n发布时间: 2026-03-13 09:40", (12, 7, "interpretation.same-day")),
    ],
)
def test_what_says_too_little_is_named(fragment: str, expected: tuple[int, int, str]) -> None:
    assert places(interpretation, both(fragment)) == [expected]


def test_another_day_is_a_warning_and_a_draft_is_only_reminded() -> None:
    other = "同步发布: 是\n发布时间: 2026-03-13 09:40"
    assert levels(interpretation, both(other)) == [("warning", "interpretation.same-day")]
    assert levels(interpretation, both("状态: 草稿\n政策文件:")) == [("note", SAYS)]
