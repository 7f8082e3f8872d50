"""What is public is looked at again when its day has come."""

import pytest

from huiying.rules import re_check
from tests.rules.helper import CLARIFICATION, GATED, levels, merge, problems


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("复核期限: 2026-03-20 12:00", []),
        ("复核期限: 2026-03-20 11:59", ["re-check"]),
        ("复核期限: 2026-03-20 11:59\n状态: 草稿", []),
        ("复核期限: 2026-03-20 11:59\n失效时间: 2026-03-19 00:00", []),
    ],
)
def test_what_is_public_is_looked_at_again(fragment: str, expected: list[str]) -> None:
    text = merge(CLARIFICATION, fragment)
    assert [found.key for found in problems(re_check, text)] == expected
    assert {level for level, _ in levels(re_check, text)} <= {"note"}


def test_what_is_not_signed_yet_is_not_looked_at_again() -> None:
    text = merge(CLARIFICATION, "复核期限: 2026-03-20 11:59")
    assert levels(re_check, text, GATED) == []
