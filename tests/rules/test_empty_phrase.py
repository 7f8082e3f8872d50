"""Set phrases: told where a sentence has nothing else."""

import pytest

from huiying.rules import empty_phrase
from huiying.rules.empty_phrase import PHRASES, empty
from tests.rules.helper import CLARIFICATION, levels, merge, places, problems


@pytest.mark.parametrize("phrase", PHRASES)
def test_each_phrase_alone_is_told(phrase: str) -> None:
    assert list(empty(f"市水务局{phrase}。")) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "接报后第一时间关闭阀门，7时20分恢复供水。",
        "按照《城市供水条例》切实保障用水。",
        "全力以赴，当天修好两处漏点。",
        "停水给您带来不便，敬请谅解。",
        "水压已经恢复。",
    ],
)
def test_a_sentence_that_says_something_passes(text: str) -> None:
    assert list(empty(text)) == []


def test_what_one_sentence_says_does_not_excuse_the_next() -> None:
    assert list(empty("7时20分关闭阀门。市水务局高度重视。请不信谣、不传谣！")) == [
        "高度重视",
        "不信谣、不传谣",
    ]


def test_it_is_a_warning_once_for_a_text_and_a_note_in_drafts() -> None:
    text = merge(CLARIFICATION, "事实: 市水务局高度重视。各部门全力以赴。\n")
    assert places(empty_phrase, text) == [(10, 5, "empty-phrase")]
    assert levels(empty_phrase, text) == [("warning", "empty-phrase")]
    draft = merge(text, "状态: 草稿")
    assert levels(empty_phrase, draft) == [("note", "empty-phrase")]


def test_words_of_others_are_left_as_they_were_said() -> None:
    said = "网传说法:\n  - 原话: 领导高度重视，全城停水\n"
    assert problems(empty_phrase, merge(CLARIFICATION, said)) == []
