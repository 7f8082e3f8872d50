"""What was handed over to the police."""

import pytest

from huiying.rules import handover
from tests.rules.helper import CLARIFICATION, OF_HANDOVERS, RUMOUR, levels, merge

KEY = "handover"
NOTICE = (
    "依据:\n  - {类型: 警情通报, 标题: 通报, 单位: 示例市公安局, 网址: 'https://ga.example/1'}\n"
)
HANDED = """\
yijiao-1:
  移交对象: 公安机关
  移交时间: 2026-03-12 15:00
  移交单位: shuiwuju
  文号: 示水移〔2026〕7号
"""


def told(facts: str, more: str = "", register: str = "{}") -> list[tuple[str, str]]:
    """What is said of a record with those facts."""
    files = {RUMOUR: merge(CLARIFICATION, f"事实: {facts}\n{more}"), OF_HANDOVERS: register}
    return levels(handover, files)


@pytest.mark.parametrize("spelt", ["示水移〔2026〕7号", "示水移 〔\uff12\uff10\uff12\uff16〕 7号"])
def test_the_number_of_a_letter_is_an_error_in_any_spelling(spelt: str) -> None:
    assert told(f"见{spelt}。", register=HANDED) == [("error", KEY)]
    assert told("见示水移〔2026〕8号。", register=HANDED) == []


def test_what_the_record_keeps_inside_is_not_told_either() -> None:
    inside = "内部:\n  移交: {对象: 示例市公安局, 时间: 2026-03-12, 文号: 水移7-2026号}\n"
    assert told("见水移7-2026号。", inside) == [("error", KEY)]
    assert told("2026-03-12，示例市公安局提醒：不信谣。", inside) == []


@pytest.mark.parametrize(
    "facts",
    [
        "造谣线索已移交公安机关。",
        "有关材料移送示例市公安局。",
        "已向公安机关报案。",
        "已转交网信部门",
    ],
)
def test_that_it_was_handed_over_is_a_warning_until_the_police_publish(facts: str) -> None:
    assert told(facts) == [("warning", f"{KEY}.told")]
    assert told(facts, NOTICE) == []
    assert told(facts, "状态: 草稿\n") == [("note", f"{KEY}.told")]


@pytest.mark.parametrize(
    "facts", ["市公安局在现场疏导交通。", "设备已移交供水管理处。", "请拨打110报警。"]
)
def test_other_words_about_the_police_are_left_alone(facts: str) -> None:
    assert told(facts) == []


def test_its_name_is_the_name_of_the_file() -> None:
    assert handover.NAME == "handover"


def test_of_a_withdrawn_record_only_what_is_still_read_counts() -> None:
    history = "变更记录:\n  - {时间: 2026-03-13 10:00, 类型: 撤回, 说明: 表述有误}"
    assert told("已移交公安机关。", history) == [("note", f"{KEY}.told")]
