"""The mapping as a record: fields resolved, faults with line and column."""

from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest

from huiying.commands.import_ import SHIPPED
from huiying.importing.mapping import Mapping, read_mapping
from huiying.problem import Problem

HEAD = "类别: 辟谣\n编号: {列: 编号}\n字段:\n"


def read(text: str) -> tuple[Mapping | None, list[Problem]]:
    return read_mapping(dedent(text).encode(), "m.yml")


def faults(text: str) -> list[tuple[int, int, str]]:
    mapping, problems = read(text)
    assert (mapping is None) == bool(problems)
    return [(problem.mark.line, problem.mark.column, problem.key) for problem in problems]


def test_fields_are_resolved_to_canonical_paths_and_types() -> None:
    mapping, _ = read(
        HEAD
        + "  标题: {列: a}\n  事实: {列: b}\n  发布时间: {列: c}\n  网传说法.2.原话: {列: d}\n"
        + "  依据.*.查阅日期: {列: e.*}\n  关键词: {列: f, 分隔: ；}\n"
    )
    assert mapping is not None
    assert [(target.path, target.type) for target in mapping.targets] == [
        (("title",), "line"),
        (("facts",), "prose"),
        (("publish_at",), "moment"),
        (("claims", 1, "text"), "prose"),
        (("sources", "*", "accessed"), "day"),
        (("keywords", "*"), "line"),
    ]


def test_a_mapping_may_have_english_keys() -> None:
    mapping, problems = read(
        "kind: response\nid: {column: n}\ntime_zone: UTC\nfields:\n  title: {column: t}\n"
    )
    assert mapping is not None
    assert (mapping.language, mapping.zone, problems) == ("en", ZoneInfo("UTC"), [])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEAD + "  标提: {列: a}\n", (4, 3, "unknown-key.near")),
        (HEAD + "  zzz: {列: a}\n", (4, 3, "unknown-key")),
        (HEAD + "  title: {列: a}\n", (4, 3, "unknown-key")),
        (HEAD + "  网传说法.原话: {列: a}\n", (4, 3, "import-field.list")),
        (HEAD + "  网传说法.0.原话: {列: a}\n", (4, 3, "import-field.list")),
        (HEAD + "  关键词: {列: a}\n", (4, 3, "import-field.list")),
        (HEAD + "  责任单位: {列: a}\n", (4, 3, "import-field.group")),
        (HEAD + "  标题.1: {列: a}\n", (4, 3, "import-field.scalar")),
        (HEAD + "  标题: {列: a.*}\n", (4, 3, "import-field.each")),
        (HEAD + "  标题: {}\n", (4, 3, "import-rule")),
        (HEAD + "  标题: {列: a, 值: b}\n", (4, 3, "import-rule")),
        (HEAD + "  标题: {列: a, 写法: 图}\n", (4, 18, "choice")),
        (HEAD + "  标题: {列: a, 列名: b}\n", (4, 14, "unknown-key.near")),
        (HEAD + "  发布时间: {列: a, 时刻: 9点}\n", (4, 20, "import-time")),
        ("时区: 某处\n" + HEAD + "  标题: {列: a}\n", (1, 5, "time-zone")),
        ("去除字符: [空格]\n" + HEAD + "  标题: {列: a}\n", (1, 8, "import-character")),
        ("机构: {水: {名称: 局}}\n" + HEAD + "  标题: {列: a}\n", (1, 6, "id-form")),
        ("类别: 辟谣\n字段: {标题: {列: a}}\n", (1, 1, "required")),
    ],
)
def test_a_fault_of_a_mapping_is_named_at_its_place(text: str, fault: tuple[int, int, str]) -> None:
    assert faults(text) == [fault]


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yml")), ids=lambda path: path.stem)
def test_a_shipped_mapping_has_chinese_keys_and_no_fault(path) -> None:  # type: ignore[no-untyped-def]
    mapping, problems = read_mapping(path.read_bytes(), path.name)
    assert problems == []
    assert mapping is not None
    assert mapping.language == "zh"
    named = {
        target.rule.value for target in mapping.targets if target.path[-1] == "first_responsible"
    }
    assert named - {None} <= mapping.organisations.keys()


def test_both_corpora_have_a_mapping() -> None:
    assert {path.stem for path in SHIPPED.glob("*.yml")} == {"dxy", "usgov_faq"}


def test_a_fault_below_a_field_in_several_lines_is_named_at_its_key() -> None:
    assert faults(HEAD + "  标提:\n    列: a\n") == [(4, 3, "unknown-key.near")]
