"""Grave events are assessed."""

import pytest

from huiying.rules import assessment
from tests.rules.helper import CLARIFICATION, levels, merge

GRAVE = "事件: {编号: 20260312-baoguan, 等级: 特别重大}\n"
WARNED = [("warning", "assessment")]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("事件: {编号: 20260312-baoguan, 等级: 较大}", []),
        (f"{GRAVE}内部: {{研判: 已会商}}", []),
        (GRAVE, WARNED),
        (f"{GRAVE}内部: {{备注: 另行研判}}", WARNED),
        (f"{GRAVE}状态: 草稿", [("note", "assessment")]),
    ],
)
def test_a_grave_event_without_one_is_a_warning(
    fragment: str, expected: list[tuple[str, str]]
) -> None:
    assert levels(assessment, merge(CLARIFICATION, fragment)) == expected
