"""Open matters of which nothing has been heard for two weeks."""

from datetime import timedelta

import pytest

from huiying.rules import quiet_case
from huiying.rules.quiet_case import DAYS
from tests.rules.helper import ANSWER, GATED, NOW, RESPONSE, levels, merge, places, problems

OLD = merge(RESPONSE, "发布时间: 2026-03-01 09:00")


def told(fragment: str) -> list[tuple[int, int, str]]:
    return places(quiet_case, {ANSWER: merge(OLD, fragment)})


def test_it_is_a_note_at_the_state_with_the_day_of_the_last_news() -> None:
    (found,) = problems(quiet_case, {ANSWER: OLD})
    assert dict(found.values) == {"at": "2026-03-01", "days": "14"}
    assert levels(quiet_case, {ANSWER: OLD}) == [("note", "quiet-case")]
    assert told("") == [(5, 7, "quiet-case")]


@pytest.mark.parametrize(("minutes", "quiet"), [(0, []), (1, [(5, 7, "quiet-case")])])
def test_it_is_told_after_two_weeks_and_not_before(minutes: int, quiet: list[object]) -> None:
    at = NOW - timedelta(days=DAYS, minutes=minutes)
    assert told(f"发布时间: {at:%Y-%m-%d %H:%M}") == quiet


@pytest.mark.parametrize(
    "fragment",
    [
        "办理状态: 已办结\n结果: 已经修好\n",
        "下次更新: 2026-03-30 09:00\n",
        "最新进展:\n  - {时间: 2026-03-15 10:00, 正文: 换完8段}\n",
        "变更记录:\n  - {时间: 2026-03-15 10:00, 类型: 更新, 说明: 补充进度}\n",
        "变更记录:\n  - {时间: 2026-03-02 10:00, 类型: 撤回, 说明: 重复}\n",
        "失效时间: 2026-03-10 09:00\n",
        "状态: 草稿\n",
        "公开方式: 依申请公开\n",
        "发布时间: 2025-12-01 09:00\n历史资料来源: 旧网站\n",
    ],
    ids=[
        "done",
        "promised",
        "told",
        "changed",
        "withdrawn",
        "expired",
        "draft",
        "other",
        "history",
    ],
)
def test_what_is_closed_promised_or_told_of_is_not_quiet(fragment: str) -> None:
    assert told(fragment) == []


def test_news_that_is_still_to_come_does_not_count() -> None:
    coming = "最新进展:\n  - {时间: 2026-03-25 10:00, 正文: 换完8段}\n"
    assert told(coming) == [(5, 7, "quiet-case")]


def test_what_is_not_signed_yet_is_not_read_yet() -> None:
    assert places(quiet_case, {ANSWER: OLD}, site=GATED) == []
    assert places(quiet_case, {ANSWER: OLD}) == [(5, 7, "quiet-case")]
