"""What is left of a briefing three days after it."""

import pytest

from huiying.rules import briefing_record
from tests.rules.helper import BRIEFING, MEETING, levels, merge, places

OVER = "开始时间: 2026-03-16 15:00\n"
TRANSCRIPT = "实录:\n  - {类型: 发布, 发言人: 林局长, 正文: 供水正常}"


@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "开始时间: 2026-03-17 10:01",
        "开始时间: 9999-12-31 23:00",
        f"{OVER}{TRANSCRIPT}",
        f"{OVER}录像: gongshui/a.mp4",
        f"{OVER}答问摘要:\n  - {{提问: 停水吗？, 回答: 不停}}",
        f"{OVER}状态: 草稿",
        f"{OVER}发布会状态: 延期\n变动说明: 另行通知",
    ],
)
def test_a_record_of_it_or_time_left_passes(fragment: str) -> None:
    assert places(briefing_record, {MEETING: merge(BRIEFING, fragment)}) == []


@pytest.mark.parametrize(
    ("fragment", "place"),
    [(OVER, (5, 7)), ("开始时间: 2026-03-17 09:00\n结束时间: 2026-03-17 10:00", (12, 7))],
)
def test_nothing_after_three_days_is_a_note(fragment: str, place: tuple[int, int]) -> None:
    files = {MEETING: merge(BRIEFING, fragment)}
    assert places(briefing_record, files) == [(*place, "briefing-record")]
    assert levels(briefing_record, files) == [("note", "briefing-record")]
