"""Where the notice asks for a coordinator, one is named."""

import pytest

from huiying.rules import coordinator
from tests.rules.helper import CLARIFICATION, ENGLISH, levels, merge, places, problems

BODY = "责任单位:\n  第一责任单位: shuiwuju\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("  责任依据: 谁主管谁负责", []),
        ("  责任依据: 垂直管理\n  协调单位: wangxinban", []),
        ("  责任依据: 多部门\n  协调单位: wangxinban", []),
        ("  责任依据: 多部门\n  牵头单位: wangxinban", []),
        ("  责任依据: 垂直管理\n  牵头单位: wangxinban", [(13, 9, "coordinator")]),
        ("  责任依据: 垂直管理", [(13, 9, "coordinator")]),
        ("  责任依据: 多部门", [(13, 9, "coordinator.lead")]),
    ],
)
def test_several_bodies_need_someone_who_coordinates(
    lines: str, expected: list[tuple[int, int, str]]
) -> None:
    assert places(coordinator, merge(CLARIFICATION, BODY + lines)) == expected


def test_it_is_a_warning_in_the_language_of_the_file() -> None:
    text = merge(ENGLISH, "agencies:\n  first_responsible: shuiwuju\n  basis: multi_agency")
    assert levels(coordinator, text) == [("warning", "coordinator.lead")]
    [found] = problems(coordinator, text)
    assert found.values["basis"] == "multi_agency"
