"""What a first answer may owe is listed with its deadline, and never stops anything."""

from datetime import timedelta

import pytest

from huiying.problem import arrange
from huiying.rules import debt, required
from tests.rules.helper import (
    CLARIFICATION,
    ENGLISH,
    MATTER,
    NOW,
    RUMOUR,
    SITE,
    TOPIC,
    library,
    merge,
    problems,
    settings,
)

MEDIA = frozenset(["a.svg", "a.mp3", "a.mp4"])
PICTURE = "内容块:\n  - 类型: 图片\n    文件: a.svg\n"
VERIFYING = "结论: 正在核实\n下次更新: 2026-03-30 18:00\n证据: []\n"


def said(text: str, site: str = SITE) -> list[tuple[str, str, str]]:
    """Level, sentence and deadline of each debt."""
    found = problems(debt, {RUMOUR: text}, site, media=MEDIA)
    return [(each.level.value, each.key, each.values.get("due", "")) for each in found]


@pytest.mark.parametrize(
    ("block", "keys"),
    [
        ("类型: 图片\n    文件: a.svg", ["替代文字"]),
        ("类型: 图解\n    文件: a.svg", ["替代文字", "文字版"]),
        ("类型: 音频\n    文件: a.mp3", ["文字稿"]),
        ("类型: 视频\n    文件: a.mp4\n    文字稿: 水", ["字幕"]),
        ("类型: 图片\n    文件: a.svg\n    替代文字: 水厂位置", []),
        ("类型: 图片\n    文件: lost.svg", []),
        ("类型: 文字\n    正文: 水", []),
    ],
)
def test_words_for_those_who_cannot_see_or_hear_are_owed(block: str, keys: list[str]) -> None:
    found = problems(debt, {RUMOUR: merge(CLARIFICATION, f"内容块:\n  - {block}\n")}, media=MEDIA)
    assert [each.values["key"] for each in found] == keys


def test_a_debt_stands_at_its_block_with_the_names_of_the_file_s_language() -> None:
    text = f"{ENGLISH}blocks:\n  - type: image\n    file: a.svg\n"
    [problem] = problems(debt, {RUMOUR: text}, media=MEDIA)
    assert (problem.rule, problem.mark.line) == ("debt", 14)
    assert (problem.values["type"], problem.values["key"]) == ("image", "alt")


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2026-03-20 09:00", ("note", "debt", "2026-03-21 09:00")),
        ("2026-03-19 12:00", ("note", "debt", "2026-03-20 12:00")),
        ("2026-03-19 11:59", ("note", "debt.late", "2026-03-20 11:59")),
        ("2026-03-21 09:00", ("note", "debt.open", "")),
    ],
)
def test_the_deadline_is_a_day_after_publication(
    published: str, expected: tuple[str, str, str]
) -> None:
    assert said(merge(CLARIFICATION, f"发布时间: {published}\n{PICTURE}")) == [expected]


def test_the_site_may_set_other_hours() -> None:
    text = merge(CLARIFICATION, f"发布时间: 2026-03-20 09:00\n{PICTURE}")
    assert said(text, f"{SITE}宽限小时: 2\n") == [("note", "debt.late", "2026-03-20 11:00")]
    assert said(text, f"{SITE}宽限小时: 999999999\n") == [("note", "debt.open", "")]


def test_what_came_with_a_later_change_is_due_after_that() -> None:
    history = (
        "变更记录:\n  - 时间: 2026-03-12 09:40\n    类型: 首发\n    说明: 首次发布。\n"
        "  - 时间: 2026-03-20 10:00\n    类型: 更新\n    说明: 加上水厂的图。\n"
    )
    text = merge(CLARIFICATION, f"{history}{PICTURE}")
    assert said(text) == [("note", "debt", "2026-03-21 10:00")]


@pytest.mark.parametrize(
    "fragment",
    [
        "状态: 草稿",
        "状态: 审核中",
        "发布时间: 2025-03-12 09:40\n历史资料来源: 原辟谣专栏",
    ],
)
def test_drafts_and_old_material_have_no_deadline(fragment: str) -> None:
    assert said(merge(CLARIFICATION, f"{fragment}\n{PICTURE}")) == [("note", "debt.open", "")]


def test_what_was_withdrawn_owes_nothing() -> None:
    gone = "变更记录:\n  - 时间: 2026-03-13 09:00\n    类型: 撤回\n    说明: 另有新的说明\n"
    assert said(merge(CLARIFICATION, f"{gone}{PICTURE}")) == []


def test_a_sidecar_speaks_where_the_block_says_nothing() -> None:
    record = merge(CLARIFICATION, PICTURE)
    sidecar = "替代文字: 水厂位置\n"
    assert problems(debt, {RUMOUR: record, "media/a.svg.yml": sidecar}) == []


def test_blocks_are_found_wherever_they_stand() -> None:
    inner = "\n".join(f"    {line}" for line in PICTURE.splitlines())
    news = f"最新进展:\n  - 时间: 2026-03-19 20:00\n    正文: 恢复\n{inner}\n"
    assert said(merge(CLARIFICATION, news)) == [("note", "debt", "2026-03-20 20:00")]
    # What comes later does not put off what is owed already, neither there nor in the record.
    later = "  - 时间: 2026-03-20 11:00\n    正文: 又一条\n"
    assert said(merge(CLARIFICATION, news + later)) == [("note", "debt", "2026-03-20 20:00")]
    own = merge(CLARIFICATION, f"{PICTURE}最新进展:\n{later}")
    assert said(own) == [("note", "debt.late", "2026-03-13 09:40")]
    sections = merge(TOPIC, f"章节:\n  - 标题: 一图看懂\n{inner}\n")
    assert len(problems(debt, {MATTER: sections}, media=MEDIA)) == 1


# -- evidence while a claim is being verified ------------------------------------------------------


def test_evidence_may_follow_while_a_claim_is_verified() -> None:
    text = merge(CLARIFICATION, VERIFYING)
    assert problems(required, text) == []
    assert said(merge(text, "发布时间: 2026-03-20 09:00")) == [
        ("note", "debt.evidence", "2026-03-21 09:00")
    ]
    assert said(text) == [("note", "debt.evidence-late", "2026-03-13 09:40")]


def test_with_a_verdict_evidence_is_needed_at_once() -> None:
    text = merge(CLARIFICATION, "证据: []\n")
    assert [(each.level.value, each.values["key"]) for each in problems(required, text)] == [
        ("error", "证据")
    ]
    assert said(text) == []


def test_a_draft_that_is_being_verified_owes_no_evidence_yet() -> None:
    assert said(merge(CLARIFICATION, f"{VERIFYING}状态: 草稿")) == []


def test_only_time_alone_turns_a_debt_overdue() -> None:
    found = library({RUMOUR: merge(CLARIFICATION, PICTURE)}, MEDIA)
    keys = []
    for hours in (-10 * 24, 24 * 365):
        at = settings(now=NOW + timedelta(hours=hours))
        keys += [each.level.value for each in arrange(debt.check(found, at))]
    assert keys == ["note", "note"]
