"""Only what was public before the site began is old material."""

import pytest

from huiying.rules import imported_late
from tests.rules.helper import CLARIFICATION, SITE, merge, places

SOURCE = "历史资料来源: 旧网站"
LATE = [(14, 9, "imported-late")]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2019-06-01 09:00", []),
        ("2025-12-31 23:59", []),
        ("2026-01-01 00:00", LATE),
        ("2025-12-31 16:00 Z", LATE),  # the site's zone is eight hours on
        ("2026-03-12 09:40", LATE),
    ],
)
def test_the_day_of_adoption_divides(at: str, expected: list[tuple[int, int, str]]) -> None:
    text = merge(CLARIFICATION, f"发布时间: {at}\n{SOURCE}")
    assert places(imported_late, text) == expected


def test_a_site_that_does_not_say_when_it_began_has_no_old_material() -> None:
    text = merge(CLARIFICATION, f"发布时间: 2019-06-01 09:00\n{SOURCE}")
    site = SITE.replace("启用日期: 2026-01-01\n", "")
    assert places(imported_late, text, site) == [(14, 9, "imported-late.not-adopted")]


def test_a_draft_without_a_time_and_a_new_record_are_left_alone() -> None:
    assert places(imported_late, merge(CLARIFICATION, f"状态: 草稿\n发布时间:\n{SOURCE}")) == []
    assert places(imported_late, CLARIFICATION) == []
