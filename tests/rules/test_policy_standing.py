"""Whether a policy says which one holds now."""

import pytest

from huiying.rules import policy_standing
from tests.rules.helper import OF_POLICIES, POLICIES, levels


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", []),
        ("  效力: 已废止\n  替代文件: dianti-xin\n", []),
        ("  效力: 已失效\n  有效期至: 2026-03-01\n", []),
        ("  有效期至: 2026-03-20\n", []),
        ("  效力: 已废止\n", [("note", "policy-standing")]),
        ("  效力: 已修改\n", [("note", "policy-standing")]),
        ("  有效期至: 2026-03-19\n", [("note", "policy-standing.lapsed")]),
    ],
)
def test_what_time_has_changed_is_a_note(more: str, expected: list[tuple[str, str]]) -> None:
    assert levels(policy_standing, {OF_POLICIES: POLICIES + more}) == expected
