"""The note on a change names bodies, never the person who erred."""

import pytest

from huiying.rules import correction_names_person
from tests.rules.helper import CLARIFICATION, OF_SIGNERS, RUMOUR, levels, merge, places

SIGNERS = "a:\n  姓名: 欧阳甲\n  单位: shuiwuju\n  审核关: [文字关]\n  生效日期: 2026-01-01\n"


def noted(note: str, more: str = "") -> str:
    """A record with one change after its first publication."""
    return merge(
        CLARIFICATION,
        "变更记录:\n"
        "  - {时间: 2026-03-12 09:40, 类型: 首发, 说明: 首次发布}\n"
        f"  - {{时间: 2026-03-13 10:00, 类型: 更新, 说明: {note}}}\n" + more,
    )


@pytest.mark.parametrize(
    "note",
    [
        "供水量的单位写错，现予更正",
        "工作人员张贴通知时写错日期，现予更正",
        "编辑时误将万立方米写成万升",
        "更正负责人职务",
        "某地的数据写错",
        "有关某项数据写错",
        "河西路施工，改道时间写错",
        "由市水务局党员同志核对后更正",
        "林局长任主任，职务写错",
        "市水务局负责人在发布会上补充了数据",
        "干部群众反映的情况已核实",
        "值班电话写错，现予更正",
        "根据市民王女士反映的情况补充",
    ],
)
def test_a_note_on_the_matter_passes(note: str) -> None:
    assert places(correction_names_person, noted(note)) == []


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("值班编辑赵某疏忽，单位写错", ("error", "correction-names-person")),
        ("系李小明同志笔误", ("error", "correction-names-person")),
        ("张科长把日期写错", ("error", "correction-names-person")),
        ("欧阳甲审核时未发现", ("error", "correction-names-person")),
        ("欧 阳甲审核时未发现", ("error", "correction-names-person")),
        ("编辑张晓因疏忽写错", ("warning", "correction-names-person.perhaps")),
        ("经办人：王小明，写错日期", ("warning", "correction-names-person.perhaps")),
    ],
)
def test_a_note_on_a_person_is_named(note: str, expected: tuple[str, str]) -> None:
    files = {RUMOUR: noted(note), OF_SIGNERS: SIGNERS}
    assert levels(correction_names_person, files) == [expected]


def test_who_drafted_or_signed_it_counts_too() -> None:
    review = "审核:\n  起草人: 甲乙丙\n  审核关:\n    文字关: {审核人: 丁戊己, 结果: 通过}\n"
    for name in ("甲乙丙", "丁戊己"):
        text = noted(f"{name}核对时发现单位写错", review)
        assert places(correction_names_person, text) == [(16, 40, "correction-names-person")]
