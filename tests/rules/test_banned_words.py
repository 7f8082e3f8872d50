"""Words that the site does not use."""

import pytest

from huiying.rules import banned_words
from tests.rules.helper import CLARIFICATION, SITE, levels, merge, places, problems


@pytest.mark.parametrize("text", ["残废人免费乘车。", "残 废人免费乘车。", "**残**废人免费乘车。"])
def test_the_word_is_told_however_it_is_spaced(text: str) -> None:
    found = problems(banned_words, merge(CLARIFICATION, f"事实: '{text}'"))
    assert [(each.mark.line, each.values["word"]) for each in found] == [(10, "残废人")]


def test_it_is_a_warning_at_each_place_and_a_note_in_drafts() -> None:
    text = merge(CLARIFICATION, "事实: 残废人可以申请。\n提示: 残废人请打热线。\n")
    assert places(banned_words, text) == [(10, 5, "banned-words"), (14, 5, "banned-words")]
    assert levels(banned_words, text) == [("warning", "banned-words")] * 2
    draft = merge(text, "状态: 草稿")
    assert levels(banned_words, draft) == [("note", "banned-words")] * 2


def test_words_of_others_and_sites_without_a_list_are_left_alone() -> None:
    said = "网传说法:\n  - 原话: 残废人不能乘车\n"
    assert problems(banned_words, merge(CLARIFICATION, said)) == []
    text = merge(CLARIFICATION, "事实: 残废人可以申请。")
    assert problems(banned_words, text, SITE.replace("禁用词: [残废人]\n", "")) == []
