"""A correction shows what was changed, and why."""

import pytest

from huiying.rules import correction
from tests.rules.helper import CLARIFICATION, levels, merge, places

WHOLE = """\
类型: 更正
说明: 供水量的单位写错
原文: 41.2万升
新文: 41.2万立方米
"""


def changed(entry: str) -> str:
    """A record with one change after its first publication."""
    lines = "".join(f"    {line}\n" for line in entry.splitlines())
    first = "  - 时间: 2026-03-12 09:40\n    类型: 首发\n    说明: 首发\n"
    return merge(CLARIFICATION, f"变更记录:\n{first}  - 时间: 2026-03-13 10:00\n{lines}")


def test_a_whole_correction_passes() -> None:
    assert places(correction, changed(WHOLE)) == []
    assert places(correction, changed("类型: 更新\n说明: 补充水质数据")) == []


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (WHOLE.replace("原文: 41.2万升\n", ""), (18, 5, "correction")),
        (WHOLE.replace("新文: 41.2万立方米\n", ""), (18, 5, "correction")),
        (WHOLE.replace("41.2万升", "41.2万立方米"), (22, 9, "correction.same")),
        (WHOLE.replace("供水量的单位写错", "更正"), (20, 9, "correction.note")),
        ("类型: 撤回\n说明: 。", (20, 9, "correction.note")),
        ("类型: 撤回\n说明: 无。", (20, 9, "correction.note")),
        ("类型: 更新\n说明: N/A", (20, 9, "correction.note")),
    ],
)
def test_what_a_change_does_not_say_is_named(entry: str, expected: tuple[int, int, str]) -> None:
    assert places(correction, changed(entry)) == [expected]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("41.2万升", "41.2万立方", []),
        ("\uff13月12日", "3月12日", []),
        ("帐号", "账号", []),
        ("41.2万升", "4.12万升", [(23, 9, "correction.minor")]),
        ("三天", "两天", [(23, 9, "correction.minor")]),
    ],
)
def test_a_figure_is_no_slip_of_the_pen(
    before: str, after: str, expected: list[tuple[int, int, str]]
) -> None:
    entry = f"类型: 更正\n说明: 写法有误\n原文: {before}\n新文: {after}\n细微: 是\n"
    assert places(correction, changed(entry)) == expected


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("事实", []),
        ("标题", [(24, 9, "correction.minor-key")]),
        ("verdict", [(24, 9, "correction.minor-key")]),
    ],
)
def test_what_a_record_stands_for_is_changed_by_no_slip_of_the_pen(
    named: str, expected: list[tuple[int, int, str]]
) -> None:
    entry = f"类型: 更正\n说明: 写法有误\n字段: [{named}]\n原文: 帐号\n新文: 账号\n细微: 是\n"
    assert places(correction, changed(entry)) == expected


def test_the_new_text_is_public_so_the_change_is_not_still_to_come() -> None:
    later = changed(WHOLE).replace("2026-03-13 10:00", "2026-03-20 12:01")
    assert places(correction, later) == [(18, 9, "correction.future")]
    assert levels(correction, later) == [("warning", "correction.future")]
    assert places(correction, later.replace("类型: 更正", "类型: 撤回")) == []
    assert places(correction, later.replace("类型: 更正", "类型: 更新")) == []
    assert places(correction, merge(later, "状态: 草稿")) == []
    assert places(correction, merge(later, "发布时间: 2026-03-21 08:00")) == []


def test_old_material_is_only_reminded() -> None:
    text = merge(
        changed(WHOLE.replace("原文: 41.2万升\n", "")),
        "发布时间: 2019-01-01 08:00\n历史资料来源: 旧网站",
    )
    assert levels(correction, text) == [("note", "correction")]
