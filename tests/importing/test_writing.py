"""Records as YAML text: in order, in one language, read back as the same text."""

from hypothesis import given
from hypothesis import strategies as st

from huiying.importing.writing import scalar, write, write_entries
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
    return value.value.removesuffix("\n")


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
        "事实: |\n"
        "  一\n"
        "\n"
        "  二\n"
        "网传说法:\n"
        "  - 原话: 停水\n"
        "    说的人: 网传\n"
        "结论: 不实\n"
    )
    assert write({"title": "a"}, Clarification, "en") == "title: a\n"


def test_a_register_stands_under_its_ids() -> None:
    entries = {"shuiwuju": {"name": "示例市水务局"}}
    assert write_entries(entries, OrganisationEntry, "zh") == "shuiwuju:\n  名称: 示例市水务局\n"


def test_quotes_stand_only_where_yaml_needs_them() -> None:
    plain = ["供水正常", "no", "12:30", "a#b", "it's", "1. 一", "（一）", "a, b [c]"]
    assert [scalar(text) for text in plain] == [[text] for text in plain]
    quoted = ["- a", "#a", "a #b", "a: b", "a:", "'a'", '"a"', "*a*", "&a", "!a", "@a", "a:\tb", ""]
    assert [scalar(text)[0][0] for text in quoted] == ["'"] * len(quoted)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Cn", "Co", "Zl", "Zp"))))
def test_any_text_of_one_line_reads_back_as_it_was(text: str) -> None:
    assert reads_back(text) == text


@given(st.lists(st.text("a -#:|>'\"\t一*&!%@`{}[],?\\=<", max_size=12), min_size=1, max_size=5))
def test_any_lines_of_signs_read_back_as_they_were(lines: list[str]) -> None:
    text = "\n".join(lines).strip()
    assert reads_back(text) == text
