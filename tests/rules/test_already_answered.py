"""What is very like an older answer is noted on the newer one, until both are tied together."""

from datetime import timedelta

import pytest

from huiying.problem import arrange
from huiying.rules import already_answered
from tests.rules.helper import CLARIFICATION, library, merge, problems, settings

OLD = "clarifications/2026/20260302-shuichang.yml"
NEW = "clarifications/2026/20260312-tingshui.yml"
OLDER = merge(CLARIFICATION, "发布时间: 2026-03-02 09:40")
OTHER_RUMOUR = """\
标题: 市区公交车票价没有调整
网传说法:
  - 原话: 下个月公交一律涨到三块钱，学生卡也取消
"""


def said(newer: str, older: str = OLDER) -> list[tuple[str, str, str]]:
    """File, level and the other file of each note."""
    found = problems(already_answered, {OLD: older, NEW: newer})
    return [(each.mark.file, each.level.value, each.values["other"]) for each in found]


def test_the_newer_one_is_told_where_the_older_one_is() -> None:
    assert said(CLARIFICATION) == [(f"content/{NEW}", "note", f"content/{OLD}")]
    assert said("标题: 全市正常供水，没有停水三天\n") == [
        (f"content/{NEW}", "note", f"content/{OLD}")
    ]


def test_both_places_are_named() -> None:
    [problem] = problems(already_answered, {OLD: OLDER, NEW: CLARIFICATION})
    assert (problem.rule, problem.mark.line, problem.mark.column) == ("already-answered", 1, 5)
    assert problem.also is not None
    assert (problem.also.file, problem.also.line) == (f"content/{OLD}", 1)


def test_words_of_the_claim_alone_are_enough() -> None:
    newer = merge(OTHER_RUMOUR, "网传说法:\n  - 原话: 3月12日全市停水三天，紧急通知抓紧接水\n")
    assert said(newer) == [(f"content/{NEW}", "note", f"content/{OLD}")]


def test_another_rumour_is_no_like_one() -> None:
    assert said(merge(CLARIFICATION, OTHER_RUMOUR)) == []


@pytest.mark.parametrize("key", ["同一事件", "答复", "纠正", "替代", "后续"])
def test_what_is_tied_together_is_not_noted(key: str) -> None:
    tied = f"关联:\n  {key}: [rumours/20260302-shuichang]\n"
    assert said(merge(CLARIFICATION, tied)) == []
    back = f"关联:\n  {key}: [rumours/20260312-tingshui]\n"
    assert said(CLARIFICATION, merge(OLDER, back)) == []


def test_a_common_topic_is_no_tie() -> None:
    topic = "关联:\n  所属专题: [gongshui]\n"
    assert len(said(merge(CLARIFICATION, topic), merge(OLDER, topic))) == 1


def test_the_same_event_is_a_tie_also_by_its_id_and_through_a_third() -> None:
    event = "事件:\n  编号: 20260302-tingshui\n"
    assert said(merge(CLARIFICATION, event), merge(OLDER, event)) == []
    third = "clarifications/2026/20260301-a.yml"
    tied = "关联:\n  同一事件: [rumours/20260301-a]\n"
    files = {
        OLD: merge(OLDER, tied),
        NEW: merge(CLARIFICATION, tied),
        third: merge(OLDER, OTHER_RUMOUR),
    }
    assert problems(already_answered, files) == []


@pytest.mark.parametrize(
    "fragment",
    [
        "公开方式: 不予公开",
        "变更记录:\n  - 时间: 2026-03-03 09:00\n    类型: 撤回\n    说明: 另有新的说明\n",
    ],
)
def test_what_does_not_stand_answers_nothing(fragment: str) -> None:
    assert said(CLARIFICATION, merge(OLDER, fragment)) == []


def test_what_was_replaced_answers_nothing() -> None:
    third = merge(OTHER_RUMOUR + "状态: 已审定\n", "关联:\n  替代: [rumours/20260302-shuichang]\n")
    files = {OLD: OLDER, NEW: CLARIFICATION, "clarifications/2026/20260303-b.yml": third}
    assert problems(already_answered, files) == []


def test_a_draft_is_told_and_never_named() -> None:
    draft = merge(CLARIFICATION, "状态: 草稿")
    assert said(draft) == [(f"content/{NEW}", "note", f"content/{OLD}")]
    assert said(draft, merge(OLDER, "状态: 审核中")) == []
    assert said(CLARIFICATION, merge(OLDER, "状态: 草稿")) == [
        (f"content/{OLD}", "note", f"content/{NEW}")
    ]


def test_a_month_after_publication_nothing_is_said_any_more() -> None:
    found = library({OLD: OLDER, NEW: CLARIFICATION})
    published = settings().now.replace(day=12, hour=9, minute=40)
    for days, count in ((29, 1), (30, 0)):
        later = settings(now=published + timedelta(days=days))
        assert len(arrange(already_answered.check(found, later))) == count


def test_old_material_is_not_told() -> None:
    old = "发布时间: 2025-03-12 09:40\n历史资料来源: 原辟谣专栏\n"
    older = merge(OLDER, "发布时间: 2024-03-12 09:40")
    assert said(merge(CLARIFICATION, old), older) == []
