"""What is still being verified comes with a promise."""

from huiying.rules import unverified_update
from tests.rules.helper import CLARIFICATION, ENGLISH, levels, merge, places


def test_an_open_question_needs_the_time_of_the_next_update() -> None:
    asked = merge(CLARIFICATION, "结论: 正在核实")
    assert places(unverified_update, asked) == [(7, 5, "unverified-update")]
    assert places(unverified_update, merge(asked, "下次更新: 2026-03-12 18:00")) == []
    assert places(unverified_update, merge(ENGLISH, "verdict: unverified")) == [
        (6, 10, "unverified-update")
    ]


def test_a_verdict_needs_no_promise() -> None:
    assert places(unverified_update, CLARIFICATION) == []


def test_nothing_more_is_owed_by_a_withdrawn_record() -> None:
    history = """\
        结论: 正在核实
        变更记录:
          - 时间: 2026-03-12 09:40
            类型: 首发
            说明: 首次发布
          - 时间: 2026-03-13 09:40
            类型: 撤回
            说明: 并入另一条说明
        """
    back = "  - 时间: 2026-03-14 09:40\n    类型: 恢复\n    说明: 重新核实\n"
    withdrawn = merge(CLARIFICATION, history)
    assert places(unverified_update, withdrawn) == []
    assert places(unverified_update, withdrawn + back) == [(7, 5, "unverified-update")]


def test_old_material_is_only_reminded() -> None:
    old = "结论: 正在核实\n发布时间: 2019-01-01 08:00\n历史资料来源: 旧网站"
    assert levels(unverified_update, merge(CLARIFICATION, old)) == [("note", "unverified-update")]
