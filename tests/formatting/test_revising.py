"""A value is set or added; every other byte of the file stays."""

import re
from difflib import ndiff
from pathlib import Path

import pytest

from huiying.formatting.revising import Unrevisable, append, put, reword
from huiying.records import KINDS, parse
from huiying.records.clarification import Clarification

ROOT = Path(__file__).parents[2]
FILE = """\
# 说明在前
标题: "供水正常"  # 引号照旧
状态: 已审定

变更记录:
    - 时间: 2026-03-12 09:40
      类型: 首发
      说明: 首次发布   # 第一条
# 文件末尾
"""
ENTRY = {"at": "2026-03-13 10:00", "type": "corrected", "note": "单位写错，现予更正"}
ADDED = """\
    - 时间: 2026-03-13 10:00
      类型: 更正
      说明: 单位写错，现予更正
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_entry_is_appended_and_nothing_else_moves(line_end: str, mark: str) -> None:
    before = (mark + FILE).replace("\n", line_end).encode()
    wanted = (mark + FILE.replace("# 文件末尾\n", ADDED + "# 文件末尾\n")).replace("\n", line_end)
    assert wanted.encode() == append(before, ("history",), ENTRY, Clarification)


def test_a_list_that_is_missing_is_made_after_the_keys_before_it() -> None:
    made = append("标题: 供水正常".encode(), ("history",), ENTRY, Clarification).decode()
    assert made.startswith("标题: 供水正常\n变更记录:\n  - 时间: 2026-03-13 10:00\n")


def test_a_key_left_empty_is_filled() -> None:
    before = "标题:  # 写真相\n状态: 草稿\n".encode()
    made = put(before, ("title",), "恢复", Clarification).decode()
    assert made == "标题: 恢复  # 写真相\n状态: 草稿\n"


def test_a_value_is_replaced_and_its_comment_stays() -> None:
    made = put(FILE.encode(), ("title",), "供水已恢复", Clarification).decode()
    assert FILE.replace('"供水正常"', "供水已恢复") == made


def test_parents_are_made() -> None:
    path = ("review", "gates", "text", "result")
    made = put("标题: 供水正常\n".encode(), path, "pass", Clarification)
    parsed = parse(made, "", Clarification, "zh")
    assert parsed.values["review"] == {"gates": {"text": {"result": "通过"}}}
    assert made.startswith("标题: 供水正常\n".encode())


@pytest.mark.parametrize(
    "text",
    ["标题: [", "", "标题: 好\ntitle: 好"],
    ids=["broken", "empty", "mixed-keys"],
)
def test_what_cannot_be_changed_safely_is_refused(text: str) -> None:
    with pytest.raises(Unrevisable):
        put(text.encode(), ("title",), "好", Clarification)


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("标题: |  # 为什么\n  一\n  二\n", ("title",), "好"),
        ("关联: {答复: [  # 甲\n  rumours/a]}\n", ("relations", "answers"), ["rumours/b"]),
        ("责任单位:\n  牵头单位: a  # 甲\n", ("agencies",), {"involved": ["b"]}),
    ],
    ids=["at-a-block", "in-brackets", "in-a-group-with-less-keys"],
)
def test_what_would_lose_a_comment_is_refused(text: str, path: Path, value: object) -> None:
    with pytest.raises(Unrevisable) as refusal:
        put(text.encode(), path, value, Clarification)
    assert refusal.value.rule == "unrevisable.comments"


def test_a_group_is_set_key_by_key_and_its_comments_stay() -> None:
    text = "责任单位:  # 甲\n  # 乙\n  牵头单位: a  # 丙\n状态: 草稿\n"
    value = {"lead": "b", "involved": ["c"]}
    made = put(text.encode(), ("agencies",), value, Clarification).decode()
    assert made == ("责任单位:  # 甲\n  # 乙\n  牵头单位: b  # 丙\n  涉及单位: [c]\n状态: 草稿\n")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{标题: 供水正常}\n", "标题: 供水正常\n变更记录:\n" + ADDED),
        ("变更记录: []  # 空\n标题: 好\n", "变更记录:  # 空\n" + ADDED + "标题: 好\n"),
        ("变更记录:  # 空\n标题: 好\n", "变更记录:  # 空\n" + ADDED + "标题: 好\n"),
    ],
    ids=["outermost", "empty-list", "left-empty"],
)
def test_brackets_and_empty_places_take_an_entry(text: str, wanted: str) -> None:
    made = append(text.encode(), ("history",), ENTRY, Clarification).decode()
    assert made == re.sub("^    ( |-)", r"  \1", wanted, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("事实: >  # 折行\n    日供水\n    41.2万升，\n\n    正常。\n", "41.2万立方米"),
        ("事实: '日供水\n  41.2万升'\n", "41.2万立方米"),
        ("事实: 日供水41.2万升 # 日报\n", "41.2万立方米"),
        ("事实: 日供水41.2万升\n标题: 好\n", "41.2: 万 #立方米"),
        ('事实: "日供水41.2万升\\n正常"\n', '41.2"万'),
    ],
    ids=["folded", "quoted", "plain", "needs-quotes", "escaped"],
)
def test_words_are_changed_where_they_stand(text: str, wanted: str) -> None:
    made = reword(text.encode(), ("facts",), "41.2万升", wanted, Clarification)
    before, after = (parse(data, "", Clarification, "zh").values for data in (text.encode(), made))
    assert before["facts"].replace("41.2万升", wanted).rstrip() == after["facts"].rstrip()
    assert before.get("title") == after.get("title")
    if not set(wanted) & set(':"'):
        assert made.decode() == text.replace("41.2万升", wanted)


RECORDS = [
    (path, kind.model)
    for kind in KINDS
    for path in sorted((ROOT / "content" / kind.folder).rglob("*.yml"))
]


def test_every_sample_takes_an_entry_and_loses_no_line() -> None:
    assert RECORDS
    for path, model in RECORDS:
        before = path.read_bytes()
        after = append(before, ("history",), ENTRY, model)
        steps = ndiff(before.decode().splitlines(), after.decode().splitlines())
        assert [line for line in steps if line.startswith("- ")] == [], path.name


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "path", "wanted"),
    [
        (
            "标题: 供水\n审核:\n  # 有回函\n  确认:\n    - 单位: wangxinban\n",
            ("review", "drafted_by"),
            "标题: 供水\n审核:\n  起草人: 正常\n  # 有回函\n  确认:\n    - 单位: wangxinban\n",
        ),
        ("# 说明在前\n状态: 草稿\n", ("title",), "# 说明在前\n标题: 正常\n状态: 草稿\n"),
        ("状态: 草稿\n", ("title",), "标题: 正常\n状态: 草稿\n"),
        (
            "标题: 供水\n依据:\n  - 标题: 通告\n    文号: 1号\n",
            ("sources", 0, "type"),
            None,
        ),
    ],
)
def test_a_key_that_comes_first_is_put_before_the_others(
    text: str, path: Path, wanted: str | None, line_end: str
) -> None:
    value = "正常" if wanted else "document"
    made = put(text.replace("\n", line_end).encode(), path, value, Clarification).decode()
    # Behind a dash no line can be set in: there it is put at the end.
    assert made == (wanted or f"{text}    类型: 文件\n").replace("\n", line_end)
