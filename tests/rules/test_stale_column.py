"""Columns that nobody renews, and topics with nothing in them."""

import pytest

from huiying.rules import stale_column
from tests.rules.helper import ANSWER, CLARIFICATION, MATTER, RESPONSE, RUMOUR, TOPIC, levels, merge

SITE, COLUMN = ("note", "stale-column.site"), ("note", "stale-column")
EMPTY = ("note", "stale-column.empty")


def said(*fragments: str) -> list[tuple[str, str]]:
    """What is said of clarifications with these changes. The tests' now is 2026-03-20 12:00."""
    files = {
        f"clarifications/2026/2026030{number}-shui.yml": merge(CLARIFICATION, fragment)
        for number, fragment in enumerate(fragments, 1)
    }
    return levels(stale_column, {RUMOUR: merge(CLARIFICATION, "状态: 草稿"), **files})


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-09 12:01", []),
        ("2026-03-09 12:00", [SITE]),
        ("2025-10-19 12:01", [SITE]),
        ("2025-10-19 12:00", [SITE, COLUMN]),
        ("2025-03-01 09:00", [SITE, COLUMN]),
    ],
)
def test_reminders_begin_three_days_and_a_month_before(
    day: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(expected) == sorted(said(f"发布时间: {day}"))


@pytest.mark.parametrize(
    "fresh",
    [
        "最新进展: [{时间: 2026-03-19 09:00, 正文: 仍在核实。}]",
        "变更记录: [{类型: 更新, 时间: 2026-03-19 09:00, 说明: 补写。, 单位: shuiwuju}]",
    ],
)
def test_an_update_renews_too(fresh: str) -> None:
    assert said(f"发布时间: 2025-03-01 09:00\n{fresh}") == []


def test_the_newest_record_counts_and_one_to_come_does_not() -> None:
    assert said("发布时间: 2025-03-01 09:00", "发布时间: 2026-03-12 09:40") == []
    assert SITE in said("发布时间: 2025-03-01 09:00", "发布时间: 2026-03-25 09:40")


def test_another_column_does_not_renew_this_one() -> None:
    files = {RUMOUR: merge(CLARIFICATION, "发布时间: 2025-03-01 09:00"), ANSWER: RESPONSE}
    assert levels(stale_column, files) == [COLUMN]


def test_a_topic_without_public_records_is_an_empty_column() -> None:
    member = merge(RESPONSE, "关联:\n  所属专题: [gongshui]")
    assert levels(stale_column, {MATTER: TOPIC}) == [EMPTY]
    assert levels(stale_column, {MATTER: TOPIC, ANSWER: member}) == []
    draft = merge(member, "状态: 草稿")
    assert levels(stale_column, {MATTER: TOPIC, ANSWER: draft}) == [EMPTY]
    assert levels(stale_column, {MATTER: merge(TOPIC, "状态: 草稿")}) == []
    assert (
        levels(stale_column, {MATTER: merge(TOPIC, "内容块: [{类型: 文字, 正文: 供水正常。}]")})
        == []
    )


def test_old_imports_are_no_column_that_somebody_keeps() -> None:
    assert said("历史资料来源: 旧网站\n发布时间: 2019-01-01 08:00") == []


def test_a_site_without_anything_public_is_told_nothing() -> None:
    assert said() == []
