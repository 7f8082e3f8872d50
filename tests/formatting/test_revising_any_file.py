"""Of any file that says something, a change keeps every other line and every other value."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.formatting.revising import append, put, reword
from huiying.importing.writing import spell
from huiying.records import parse
from huiying.records.clarification import Clarification
from huiying.records.field import Shape

WORDS = "日供水41.2万升"
TITLES = [
    "标题: 供水正常",
    '标题: "供水正常"  # 引号',
    "'标题': '供水正常'",
    "标题 : 供水  ",
    "标题:",
]
FACTS = [
    f"事实: {WORDS}，正常。  # 日报",
    f"事实: |\n    {WORDS}。\n\n    正常。",
    f"事实: >-  # 折行\n  {WORDS}，\n  正常。",
    f"事实: |+\n  {WORDS}\n\n",
    f'事实: "{WORDS}，\n  正常"',
]
HISTORIES = [
    "",
    "变更记录:",
    "变更记录: []",
    "变更记录:\n- 时间: 2026-03-12 09:40\n  类型: 首发\n  说明: |\n    首次发布\n",
    "变更记录:  # 从早到晚\n    -   时间: '2026-03-12 09:40'\n        类型: 首发\n"
    "        # 说明如下\n        说明: 首次发布  # 完",
    "变更记录: [{时间: 2026-03-12 09:40, 类型: 首发, 说明: 首次发布}]",
    "变更记录:\n  - {时间: 2026-03-12 09:40, 类型: 首发,\n     说明: 首次发布}",
]
AGENCIES = ["", "责任单位:\n    # 甲\n    第一责任单位: a\n    # 乙", "责任单位: {第一责任单位: a}"]
OTHERS = ["", "# 一行", "\n\n", "状态: 已审定", "关键词: [供水,  水价]", "关键词:\n- 供水  # 甲"]
SHAPE = Shape("group", model=Clarification)
ENTRY = {"at": "2026-03-13 10:00", "type": "corrected", "note": "单位: 写错 #1"}


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file in the styles that editors write, its pieces in any order."""
    pieces = [draw(st.sampled_from(each)) for each in (TITLES, FACTS, HISTORIES, AGENCIES, OTHERS)]
    text = "\n".join(draw(st.permutations(pieces)))
    text += draw(st.sampled_from(["\n", "", "\n# 完\n"])) if not text.endswith("\n") else ""
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return (draw(st.sampled_from(["", "\ufeff"])) + text).encode()


def values(data: bytes) -> Any:
    """What a file says, in one spelling."""
    parsed = parse(data, "", Clarification, "zh")
    assert parsed.problems == ()
    return spell(parsed.values, SHAPE, "en")


@settings(max_examples=100, deadline=None)
@given(files())
def test_an_entry_is_added_to_any_file(before: bytes) -> None:
    after = append(before, ("history",), ENTRY, Clarification)
    old = values(before)
    history = [*(old.get("history") or []), ENTRY]
    assert old | {"history": history} == values(after)
    assert _lost(before, after, "时间: 2026-03-12 09:40, 类型", "说明: 首次发布}", "变更记录") == []


@settings(max_examples=100, deadline=None)
@given(files(), st.sampled_from(["供水已恢复", "供水: 已恢复", "'供水'", "- 供水 # 甲"]))
def test_a_title_is_set_in_any_file(before: bytes, title: str) -> None:
    after = put(before, ("title",), title, Clarification)
    assert values(before) | {"title": title} == values(after)
    assert _lost(before, after, "标题") == []


@settings(max_examples=100, deadline=None)
@given(files(), st.sampled_from(["日供水41.2万立方米", "日供水 41.2: 万", "#日供水", '日"供"水']))
def test_words_are_changed_in_any_file(before: bytes, words: str) -> None:
    after = reword(before, ("facts",), WORDS, words, Clarification)
    old = values(before)
    assert old | {"facts": old["facts"].replace(WORDS, words)} == values(after)
    assert _lost(before, after, WORDS, "正常", "事实") == []


@settings(max_examples=100, deadline=None)
@given(files())
def test_a_group_is_made_or_filled_in_any_file(before: bytes) -> None:
    after = put(before, ("agencies", "involved"), ["b", "c"], Clarification)
    old = values(before)
    agencies = (old.get("agencies") or {}) | {"involved": ["b", "c"]}
    assert old | {"agencies": agencies} == values(after)
    assert _lost(before, after, "责任单位: {") == []


def _lost(before: bytes, after: bytes, *changed: str) -> list[str]:
    """Lines of the old file that are not in the new one, in its order; not those `changed`."""
    is_windows = b"\r\n" in before
    assert after.count(b"\r") == (after.count(b"\n") if is_windows else 0)
    new, lost = after.decode().splitlines(), []
    for line in before.decode().splitlines():
        if line in new:
            del new[: new.index(line) + 1]
        elif not any(piece in line for piece in changed):
            lost.append(line)
    return lost
