"""Organisations that are named existed at the time."""

import pytest

from huiying.rules import organisation_valid
from tests.rules.helper import CLARIFICATION, merge, places, problems


def named(id: str, at: str = "2026-03-12 09:40") -> str:
    return merge(
        CLARIFICATION,
        f"发布时间: {at}\n责任单位:\n  第一责任单位: {id}\n  责任依据: 属地",
    )


@pytest.mark.parametrize(
    ("id", "at", "expected"),
    [
        ("shuiwuju", "2026-03-12 09:40", []),
        ("wangxinban", "1999-03-12 09:40", []),
        ("gongshuichu", "2025-12-31 23:59", []),
        ("gongshuichu", "2026-01-01 00:00", [(12, 11, "organisation-valid")]),
        ("shuiwuju", "2009-12-31 23:59", [(12, 11, "organisation-valid.early")]),
        ("shuiwuju", "2010-01-01 00:00", []),
        # The same instant: a new year in the site's zone, not yet in London.
        ("gongshuichu", "2025-12-31 17:00 Z", [(12, 11, "organisation-valid")]),
    ],
)
def test_the_day_of_publication_counts(
    id: str, at: str, expected: list[tuple[int, int, str]]
) -> None:
    assert places(organisation_valid, named(id, at)) == expected


def test_the_heir_is_named_as_the_way_out() -> None:
    [found] = problems(organisation_valid, named("gongshuichu"))
    assert found.values["successor"] == "“示例市水务局”（shuiwuju）"


def test_a_change_counts_at_its_own_time() -> None:
    history = """\
        变更记录:
          - 时间: 2025-12-01 08:00
            类型: 首发
            说明: 首次发布
            单位: gongshuichu
          - 时间: 2026-02-01 08:00
            类型: 更新
            说明: 补充水质数据
            单位: gongshuichu
        """
    text = merge(named("shuiwuju", "2025-12-01 08:00"), history)
    assert places(organisation_valid, text) == [(22, 9, "organisation-valid")]
