"""A new record's text: in order, sound as it stands, sound with everything uncommented."""

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from huiying import records
from huiying.drafting import draft, draft_entry
from huiying.drafting.sample import sample_of
from huiying.formatting import put_in_order
from huiying.records import KIND_BY_NAME, KINDS, REGISTERS, Kind, Register
from huiying.records.field import Model, fields_of, keys_of

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 12, 9, 40, tzinfo=ZONE)
KNOWN = {"title": "全市正常供水", "status": "draft"}
ID = "xin"
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
EVERY = pytest.mark.parametrize(
    "subject", [*KINDS, *REGISTERS], ids=lambda subject: f"{subject.name}"
)


def text_of(subject: Kind | Register, language: str) -> str:
    if isinstance(subject, Kind):
        return draft(subject.model, KNOWN, language, NOW)
    required = {
        item.name: sample_of(item, item.shape, language, NOW)
        for item in fields_of(subject.model)
        if subject.model.model_fields[item.name].is_required()
    }
    return draft_entry(subject.model, ID, required, language, NOW)


def faults(text: str, subject: Kind | Register, language: str) -> list[str]:
    """What the reader says of a text, as lines."""
    by_id = isinstance(subject, Register)
    model: type[Model] = subject.model
    parsed = records.parse(text.encode(), "a.yml", model, language, by_id)
    assert parsed.values is not None, parsed.problems
    path = ID if by_id else ""
    _, problems = records.construct(parsed, model, subject.name, ID, "a.yml", ZONE, path)
    lines = text.splitlines()
    return [f"{each.key}: {lines[each.mark.line - 1]}" for each in problems]


def uncommented(text: str) -> str:
    return re.sub(r"(?m)^( *)# ", r"\1", text)


@LANGUAGES
@EVERY
def test_a_new_text_is_read_and_already_in_order(subject: Any, language: str) -> None:
    text = text_of(subject, language)
    assert faults(text, subject, language) == []
    by_id = isinstance(subject, Register)
    formed = put_in_order(text.encode(), "a.yml", subject.model, language, by_id)
    assert formed.problems == ()
    assert formed.data == text.encode()


@LANGUAGES
@EVERY
def test_with_every_key_uncommented_it_is_read_too(subject: Any, language: str) -> None:
    text = uncommented(text_of(subject, language))
    assert faults(text, subject, language) == []
    assert not re.search(r"(?m)^ *# ", text)


@LANGUAGES
@EVERY
def test_every_key_stands_there_once_with_its_help(subject: Any, language: str) -> None:
    indent = "  " if isinstance(subject, Register) else ""
    text = text_of(subject, language)
    for key, item in keys_of(subject.model, language).items():
        assert len(re.findall(rf"(?m)^{indent}(?:# )?{re.escape(key)}:", text)) == 1, key
        assert (item.key.help_zh if language == "zh" else item.key.help_en) in text


@EVERY
def test_what_is_needed_stands_before_the_rest(subject: Any) -> None:
    needed, rest = text_of(subject, "zh").split("## -------- 以下都可以不写 --------")
    for item in fields_of(subject.model):
        is_needed = item.key.need or subject.model.model_fields[item.name].is_required()
        is_above = re.search(rf"(?m)^ *(?:# )?{item.key.zh}:", needed) is not None
        is_known = isinstance(subject, Kind) and item.name in KNOWN
        assert is_above == bool(is_needed or is_known), item.key.zh
        assert is_above or f"{item.key.zh}:" in rest


def test_what_is_known_is_filled_in_and_what_is_needed_left_open() -> None:
    model = KIND_BY_NAME["clarification"].model
    known = KNOWN | {"claims": [{"text": "停水三天"}], "verdict": "false-claim"}
    lines = draft(model, known, "zh", NOW).splitlines()
    assert "标题: 全市正常供水" in lines
    assert "结论: 不实" in lines
    assert "  - 原话: 停水三天" in lines
    assert "事实:" in lines
    at = lines.index("证据:")
    assert lines[at - 2 : at + 2] == [
        "## 必写。怎么知道的，每条证据一项，写“正文”。",
        "## 还可以写：类型、来源、网址。",
        "证据:",
        "  # - 正文: 6座水厂当日供水41.2万立方米",
    ]


def test_the_terms_are_listed_beside_the_key() -> None:
    text = draft(KIND_BY_NAME["clarification"].model, KNOWN, "zh", NOW)
    assert "## 可以填：不实、部分不实、误读误导、旧闻翻炒、正在核实、属实。\n结论:\n" in text
    assert "## “渠道”可以填：新闻发布会、政府网站、" in text


def test_examples_of_times_are_those_of_today() -> None:
    text = draft(KIND_BY_NAME["clarification"].model, KNOWN, "zh", NOW.replace(year=2031))
    assert "# 发布时间: 2031-03-12 09:40\n" in text
    assert not re.findall(r"(?m)^# .*2026-03-12", text)
