"""Sentences that are too long to read on a phone."""

import pytest

from huiying.rules import sentence_length
from huiying.rules.sentence_length import LIMIT
from tests.rules.helper import CLARIFICATION, levels, merge, places, problems

LONG = "水" * (LIMIT + 1)


def facts(text: str) -> str:
    return merge(CLARIFICATION, f"事实: '{text}'")


@pytest.mark.parametrize("text", ["水" * LIMIT, "a" * LIMIT * 2, f"{'水' * 80}。{'水' * 80}。"])
def test_a_sentence_up_to_the_limit_passes_and_letters_count_half(text: str) -> None:
    assert problems(sentence_length, facts(text)) == []


def test_the_longest_sentence_of_a_text_is_told_by_its_first_words() -> None:
    (told,) = problems(sentence_length, facts(f"短句。{LONG}。经过{LONG}。"))
    assert dict(told.values) == {
        "key": "事实",
        "words": f"经过{'水' * 10}",
        "width": str(LIMIT + 3),
        "limit": str(LIMIT),
    }


def test_addresses_and_markup_do_not_count() -> None:
    link = f"[通告](https://a.example/{'b' * 400})"
    assert problems(sentence_length, facts(f"见{link}。")) == []


def test_it_is_a_warning_and_a_note_in_drafts_and_leaves_others_alone() -> None:
    assert places(sentence_length, facts(LONG)) == [(10, 5, "sentence-length")]
    assert levels(sentence_length, facts(LONG)) == [("warning", "sentence-length")]
    draft = merge(facts(LONG), "状态: 草稿")
    assert levels(sentence_length, draft) == [("note", "sentence-length")]
    said = merge(CLARIFICATION, f"网传说法:\n  - 原话: {LONG}\n")
    assert problems(sentence_length, said) == []
