"""What came in ends somewhere."""

import pytest

from huiying.rules import intake
from tests.rules.helper import OF_INTAKE, OF_SIGNERS, levels, places, problems

SIGNERS = """\
fagui:
  姓名: 审核岗乙
  单位: shuiwuju
  审核关: [法律关]
  开始: 2026-01-01
  结束: 2026-06-30
"""


def came(at: str, more: str = "") -> str:
    """One intake."""
    return f"lj-1:\n  来源: 热线\n  发现时间: {at}\n  摘要: 有人说河西路要停水三天\n{more}"


def put_aside(day: str) -> dict[str, str]:
    """An intake that a signer put aside on a day."""
    ended = f"  不回应: {{理由: 不属本市, 审核人: fagui, 时间: {day} 09:00}}\n"
    return {OF_INTAKE: came("2026-01-01 09:00", ended), OF_SIGNERS: SIGNERS}


@pytest.mark.parametrize(
    "text",
    [
        came("2026-03-18 12:00"),
        came("2026-03-01 09:00", "  回应记录: [rumours/20260312-tingshui]\n"),
        came("2026-03-01 09:00", "  并入: lj-2\n"),
    ],
)
def test_what_is_new_answered_or_merged_passes(text: str) -> None:
    assert places(intake, {OF_INTAKE: text}) == []


def test_what_ends_nowhere_is_a_note_after_two_days_that_says_nothing_of_it() -> None:
    [found] = problems(intake, {OF_INTAKE: came("2026-03-18 11:59")})
    assert (found.mark.line, found.key, found.level.value) == (3, "intake", "note")
    assert found.values == {"id": "lj-1"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-06-30", []),
        ("2026-07-01", [("warning", "intake.signer")]),
        ("2025-12-31", [("warning", "intake.signer")]),
    ],
)
def test_who_puts_it_aside_is_in_office(day: str, expected: list[tuple[str, str]]) -> None:
    assert levels(intake, put_aside(day)) == expected
