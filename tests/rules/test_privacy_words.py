"""Words that must not be public are found in every public text."""

import pytest

from huiying.rules import privacy_words
from tests.rules.helper import (
    CLARIFICATION,
    ORGANISATIONS,
    RUMOUR,
    levels,
    merge,
    places,
    problems,
)


@pytest.mark.parametrize("name", ["王小明", "王 小 明", "\u3000王\u3000小明"])
def test_a_word_is_found_however_it_is_spaced(name: str) -> None:
    text = merge(CLARIFICATION, f"事实: 举报人{name}反映的情况")
    assert places(privacy_words, text) == [(10, 5, "privacy-words")]
    assert levels(privacy_words, text) == [("error", "privacy-words")]


def test_a_word_deep_in_a_record_is_named_at_its_place() -> None:
    text = CLARIFICATION.replace("抓紧接水", "王小明说的")
    assert places(privacy_words, text) == [(5, 9, "privacy-words")]


def test_the_sentence_repeats_the_word_only() -> None:
    [found] = problems(privacy_words, merge(CLARIFICATION, "事实: 住在某路的王小明"))
    assert found.values == {"key": "事实", "word": "王小明"}


def test_a_draft_is_reminded() -> None:
    text = merge(CLARIFICATION, "状态: 草稿\n事实: 王小明")
    assert levels(privacy_words, text) == [("note", "privacy-words")]


def test_what_is_not_public_may_hold_it() -> None:
    text = merge(CLARIFICATION, "内部:\n  来件:\n    备注: 王小明来电")
    assert places(privacy_words, text) == []


def test_registers_and_sidecars_are_looked_into() -> None:
    files = {
        RUMOUR: CLARIFICATION,
        "registers/organisations.yml": ORGANISATIONS.replace("示例市水务局", "王小明"),
        "media/a.svg.yml": "替代文字: 王小明的照片\n",
    }
    found = problems(privacy_words, files)
    assert [str(each.mark) for each in found] == [
        "content/media/a.svg.yml:1:7",
        "content/registers/organisations.yml:2:7",
    ]


@pytest.mark.parametrize("spelt", ["王 小明", "王\ufe0f小\ufe0f明", "王&#23567;明"])
def test_a_word_is_found_behind_what_nobody_sees(spelt: str) -> None:
    assert levels(privacy_words, merge(CLARIFICATION, f"事实: {spelt}反映")) == [
        ("error", "privacy-words")
    ]


def test_what_was_taken_back_is_a_note() -> None:
    text = (
        "事实: 王小明反映\n变更记录:\n  - {时间: 2026-03-13 10:00, 类型: 撤回, 说明: 写了个人信息}"
    )
    assert levels(privacy_words, merge(CLARIFICATION, text)) == [("note", "privacy-words")]
