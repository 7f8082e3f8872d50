"""The rule gate."""

from dataclasses import replace

import pytest

from huiying.problem import Level, arrange
from huiying.rules import gate
from tests.rules.helper import (
    CLARIFICATION,
    GATED,
    OF_SIGNERS,
    RUMOUR,
    SIGNERS,
    SITE,
    levels,
    library,
    places,
    settings,
    signed,
)

ALL = """\
审核:
  起草人: 李明
  审核关:
    政治关: {审核人: zhiban, 时间: 2026-03-12 09:00, 结果: 通过, 摘要值: "sha256:…"}
    政策关: {审核人: zhiban, 时间: 2026-03-12 09:05, 结果: 通过, 摘要值: "sha256:…"}
    法律关: {审核人: fagui, 时间: 2026-03-12 09:10, 结果: 不适用, 理由: 不涉法, 摘要值: "sha256:…"}
    文字关: {审核人: zhiban, 时间: 2026-03-12 09:20, 结果: 通过, 摘要值: "sha256:…"}
    保密关: {审核人: zhiban, 时间: 2026-03-12 09:40, 结果: 通过, 摘要值: "sha256:…"}
"""
CORRECTED = (
    "变更记录: [{时间: 2026-03-13 10:00, 类型: 更正, 说明: 单位写错, 原文: 升, 新文: 立方米}]\n"
)


def files(old: str = "", new: str = "", more: str = "") -> dict[str, str]:
    """A record that is signed, with one change of how it is signed, and the register."""
    assert old in ALL
    text = signed(CLARIFICATION + ALL.replace(old, new) + more)
    return {RUMOUR: text, OF_SIGNERS: SIGNERS}


def test_what_is_signed_by_those_who_may_passes() -> None:
    assert places(gate, files(), GATED) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("时间: 2026-03-12 09:40", "时间: 2026-03-12 09:41", (21, "gate.too-late")),
        ("2026-03-12 09:05", "2026-03-20 12:01", (18, "gate.to-come")),
        ("时间: 2026-03-12 09:05, ", "", (18, "gate.no-time")),
        ("结果: 不适用, 理由: 不涉法", "结果: 不适用", (19, "gate.no-reason")),
        ("结果: 不适用, 理由: 不涉法", "结果: 修改", (19, "gate.refused")),
        ("结果: 不适用, 理由: 不涉法, ", "", (19, "gate.refused")),
        ("审核人: fagui, ", "", (19, "gate.no-signer")),
        ("  起草人: 李明\n", "", (15, "gate.no-drafter")),
        ("审核人: fagui", "审核人: zhiban", (19, "gate.not-allowed")),
        ("2026-03-12 09:00", "2025-12-31 23:59", (17, "gate.not-valid")),
        ('09:05, 结果: 通过, 摘要值: "sha256:…"', "09:05, 结果: 通过", (18, "gate.no-digest")),
    ],
)
def test_one_thing_that_is_wrong_is_named_at_its_place(
    old: str, new: str, expected: tuple[int, str]
) -> None:
    found = places(gate, files(old, new), GATED)
    assert [(line, key) for line, _, key in found] == [expected]


@pytest.mark.parametrize("drafter", ["钱乙", "钱 乙", "fagui", "\uff26AGUI"])
def test_who_drafted_may_not_sign(drafter: str) -> None:
    found = places(gate, files("李明", drafter), GATED)
    assert [(line, key) for line, _, key in found] == [(19, "gate.drafter")]


def test_a_signer_whom_nobody_registered_is_told_by_the_rule_on_references_alone() -> None:
    assert places(gate, files("fagui", "wang"), GATED) == []


def test_all_gates_that_are_missing_are_one_problem() -> None:
    assert places(gate, CLARIFICATION, GATED) == [(2, 5, "gate")]
    (one,) = (line for line in ALL.splitlines(keepends=True) if "政治关" in line)
    assert [key for _, _, key in places(gate, files(one), GATED)] == ["gate"]


def test_after_a_change_that_readers_can_see_it_is_signed_again_later() -> None:
    later = files("2026-03-12 09:40", "2026-03-13 10:05", CORRECTED)
    assert places(gate, later, GATED) == []
    to_come = files("2026-03-12 09:40", "2026-03-20 12:01", CORRECTED)
    assert [key for _, _, key in places(gate, to_come, GATED)] == ["gate.to-come"]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        (CLARIFICATION, SITE),
        (CLARIFICATION.replace("已审定", "草稿"), GATED),
        (CLARIFICATION.replace("已审定", "审核中"), GATED),
        (CLARIFICATION + "公开方式: 不予公开\n", GATED),
        (CLARIFICATION.replace("2026-", "2025-") + "历史资料来源: 原专栏\n", GATED),
    ],
    ids=["no gates", "draft", "in review", "undisclosed", "history"],
)
def test_of_what_needs_no_gates_none_are_asked(text: str, site: str) -> None:
    assert places(gate, text, site) == []


def test_what_waits_for_its_time_is_told_too() -> None:
    waiting = CLARIFICATION.replace("2026-03-12 09:40", "2026-04-12 09:40")
    assert levels(gate, waiting, GATED) == [("note", "gate")]


def test_what_readers_have_read_is_an_error() -> None:
    found = library({RUMOUR: CLARIFICATION})
    read = replace(settings(GATED), released=frozenset(["rumours/20260312-tingshui"]))
    assert [each.level for each in arrange(gate.check(found, read))] == [Level.ERROR]
