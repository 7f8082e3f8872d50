"""Records as YAML text: in order, in one language, read back as the same text."""

from hypothesis import given
from hypothesis import strategies as st

from huiying.importing.writing import Notes, scalar, write, write_entries
from huiying.records.clarification import Clarification
from huiying.records.registers import OrganisationEntry
from huiying.source import Map, Text, read


def reads_back(text: str) -> str | None:
    """What the reader makes of a text that was written as a value inside a list of groups."""
    data = write({"claims": [{"text": text}]}, Clarification, "zh").encode()
    node, problems = read(data, "a.yml")
    if problems or not isinstance(node, Map):
        return None
    value = node.entries[0][1].items[0].entries[0][1]  # type: ignore[union-attr]
    assert isinstance(value, Text)
    return value.value.removesuffix("\n") or None


def test_fields_stand_in_the_order_of_declaration_under_keys_of_one_language() -> None:
    values = {
        "verdict": "不实",
        "facts": "一\n\n二",
        "title": "供水正常",
        "claims": [{"text": "停水", "claimant": "网传"}],
        "keywords": ["供水", "a: b"],
        "agencies": {"first_responsible": "shuiwuju"},
    }
    assert write(values, Clarification, "zh") == (
        "标题: 供水正常\n"
        "责任单位:\n"
        "  第一责任单位: shuiwuju\n"
        "关键词:\n"
        "  - 供水\n"
        "  - 'a: b'\n"
        "网传说法:\n"
        "  - 原话: 停水\n"
        "    说的人: 网传\n"
        "结论: 不实\n"
        "事实: |\n"
        "  一\n"
        "\n"
        "  二\n"
    )
    assert write({"title": "a"}, Clarification, "en") == "title: a\n"


def test_a_register_stands_under_its_ids() -> None:
    entries = {"shuiwuju": {"name": "示例市水务局"}}
    assert write_entries(entries, OrganisationEntry, "zh") == "shuiwuju:\n  名称: 示例市水务局\n"


def test_quotes_stand_only_where_yaml_needs_them() -> None:
    plain = ["供水正常", "no", "12:30", "a#b", "it's", "1. 一", "（一）", "a, b [c]"]
    assert [scalar(text) for text in plain] == [[text] for text in plain]
    quoted = ["- a", "#a", "a #b", "a: b", "a:", "'a'", '"a"', "*a*", "&a", "!a", "@a", "a:\tb"]
    assert [scalar(text)[0][0] for text in quoted] == ["'"] * len(quoted)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Cn", "Co", "Zl", "Zp"))))
def test_any_text_of_one_line_reads_back_as_it_was(text: str) -> None:
    assert reads_back(text) == (text.strip() or None)


@given(st.lists(st.text("a -#:|>'\"\t一*&!%@`{}[],?\\=<", max_size=12), min_size=1, max_size=5))
def test_any_lines_of_signs_read_back_as_they_were(lines: list[str]) -> None:
    text = "\n".join(lines).strip()
    assert reads_back(text) == (text or None)


def test_a_list_of_short_plain_items_stands_on_one_line_while_it_fits() -> None:
    def written(*words: str) -> str:
        return write({"places": list(words)}, Clarification, "zh")

    assert written("城东区", "东环街道") == "地域: [城东区, 东环街道]\n"
    assert written() == "地域: []\n"
    assert written("一，二", "http://a.example/:b") == "地域: [一，二, http://a.example/:b]\n"
    assert written("a, b") == "地域:\n  - a, b\n"
    assert written("a]") == "地域:\n  - a]\n"
    assert written("a:?b") == "地域:\n  - a:?b\n"
    fits = "一" * 46  # the key, its colon and space, the brackets: eight columns of a hundred
    assert written(fits) == f"地域: [{fits}]\n"
    assert written(fits + "a") == f"地域:\n  - {fits}a\n"


def test_prose_that_would_need_quotes_or_does_not_fit_becomes_a_block() -> None:
    fits = "一" * 46
    assert write({"facts": fits}, Clarification, "zh") == f"事实: {fits}\n"
    assert write({"facts": f"{fits}。a"}, Clarification, "zh") == f"事实: |\n  {fits}。a\n"
    assert write({"title": fits * 2}, Clarification, "zh") == f"标题: {fits * 2}\n"
    assert write({"facts": "正常。", "title": "正常"}, Clarification, "en") == (
        "title: 正常\nfacts: 正常。\n"
    )
    assert write({"facts": "**正常**"}, Clarification, "en") == "facts: |\n  **正常**\n"
    assert write({"title": "**正常**"}, Clarification, "en") == "title: '**正常**'\n"


def test_values_are_written_in_their_canonical_spelling() -> None:
    values = {"verdict": "false-claim", "publish_at": "2026年3月2日9时40分", "status": "草稿"}
    assert write(values, Clarification, "zh") == (
        "状态: 草稿\n发布时间: 2026-03-02 09:40\n结论: 不实\n"
    )
    assert write(values, Clarification, "en") == (
        "status: draft\npublish_at: 2026-03-02 09:40\nverdict: false-claim\n"
    )


def test_comments_and_empty_keys_stand_where_they_are_told_to() -> None:
    values = {
        "title": "甲",
        "verdict": None,
        "facts": "一\n二",
        "places": ["乙", "丙"],
        "claims": [{"text": "丁", "claimant": "戊"}],
        "internal": {"notes": {"a b": ["", {"x": "  y"}], "": " 一\n二", "- k": {}}},
    }
    notes = {
        (): Notes(("# 头",), "", ("# 尾",)),
        ("title",): Notes(("", "# 上"), "# 后", ("# 下",)),
        ("verdict",): Notes((), "# 空", ("# 待填",)),
        ("facts",): Notes(("# 甲",), "# 块", ("# 乙",)),
        ("places", 1): Notes((), "# 项"),
        ("claims",): Notes(("", "# 说法"), "# 列", ("# 列尾",)),
        ("claims", 0): Notes((), "# 组", ("# 组尾",)),
        ("claims", 0, "text"): Notes(("", "# 键"), "# 值"),
    }
    expected = """\
# 头

# 上
标题: 甲  # 后
  # 下
地域:
  - 乙
  - 丙  # 项

# 说法
网传说法:  # 列
  # 组
  # 键
  - 原话: 丁  # 值
    说的人: 戊
    # 组尾
  # 列尾
结论:  # 空
  # 待填
# 甲
# 乙
事实: |  # 块
  一
  二
内部:
  备注:
    a b:
      -
      - x: '  y'
    '': " 一\\n二"
    '- k': {}
# 尾
"""
    assert write(values, Clarification, "zh", notes) == expected


@given(st.lists(st.text("a -#:|>'\"一*&!%@`{}[],?\\=<", min_size=1), min_size=1, max_size=3))
def test_any_short_words_in_a_list_read_back_as_they_were(words: list[str]) -> None:
    node, problems = read(write({"places": words}, Clarification, "zh").encode(), "a.yml")
    assert (problems, isinstance(node, Map)) == ([], True)
    value = node.entries[0][1]  # type: ignore[union-attr]
    assert [item.value for item in value.items] == [word.strip() for word in words]  # type: ignore[union-attr]
