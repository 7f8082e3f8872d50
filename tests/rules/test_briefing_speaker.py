"""Who speaks at a briefing."""

import pytest

from huiying.rules import briefing_speaker
from tests.rules.helper import BRIEFING, MEETING, levels, merge, places

EXPERT = "发布人:\n  - {姓名: 王工程师, 身份: 专家}"
LEADER = "发布人:\n  - {姓名: 王副局长, 身份: 部门负责人}"
GRAVE = "事件: {编号: 20260312-baoguan, 等级: 重大}\n"


@pytest.mark.parametrize(
    "fragment",
    [
        "",
        LEADER,
        "发布人:\n  - {姓名: 王发言人, 身份: 新闻发言人}",
        f"发布形式: 书面发布\n{EXPERT}",
        f"发布会状态: 取消\n变动说明: 改为书面答复\n{EXPERT}",
        GRAVE,
    ],
)
def test_a_leader_or_the_spokesperson_is_enough(fragment: str) -> None:
    assert places(briefing_speaker, {MEETING: merge(BRIEFING, fragment)}) == []


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        (EXPERT, (6, 1, "briefing-speaker")),
        ("发布人:", (6, 1, "briefing-speaker")),
        (GRAVE + LEADER, (6, 1, "briefing-speaker.principal")),
    ],
)
def test_nobody_who_can_answer_is_a_warning(fragment: str, expected: tuple[int, int, str]) -> None:
    files = {MEETING: merge(BRIEFING, fragment)}
    [(line, column, key)] = places(briefing_speaker, files)
    assert (line, key) == (expected[0] + (column > 1), expected[2])
    assert levels(briefing_speaker, files) == [("warning", key)]
