"""Absolute words in records that rest on nothing."""

import pytest

from huiying.rules import absolute_claim
from huiying.rules.absolute_claim import absolute
from tests.rules.helper import ANSWER, CLARIFICATION, RESPONSE, levels, merge, places, problems

SURE = "事实: 自来水绝对安全，是全国最好的。\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("自来水绝对安全", "绝对安全"),
        ("**零风险**", "零风险"),
        ("百分百有效", "百分百有效"),
        ("百分之百保证供应", "百分之百保证"),
        ("绝不会停水", "绝不会"),
        ("绝无可能", "绝无可能"),
        ("万无一失", "万无一失"),
        ("全国领先", "全国领先"),
        ("最先进的水厂", "最先进的"),
    ],
)
def test_absolute_words_are_found(text: str, words: str) -> None:
    assert absolute(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "合格率百分之百",
        "最高气温35度，最近一次抽查，最晚18时恢复",
        "任何方法都不能保证绝对安全",
        "没有零风险的办法",
        "风险较低",
        "不会停水",
    ],
)
def test_plain_words_figures_and_denials_pass(text: str) -> None:
    assert absolute(text) == ""


def test_a_record_that_rests_on_something_may_say_so() -> None:
    assert problems(absolute_claim, merge(CLARIFICATION, SURE)) == []
    source = "依据:\n  - {类型: 数据, 标题: 抽查结果}\n"
    assert problems(absolute_claim, {ANSWER: merge(RESPONSE, SURE + source)}) == []


def test_it_is_a_warning_once_for_a_text_and_a_note_in_drafts() -> None:
    text = merge(RESPONSE, SURE)
    assert places(absolute_claim, {ANSWER: text}) == [(4, 5, "absolute-claim")]
    assert levels(absolute_claim, {ANSWER: text}) == [("warning", "absolute-claim")]
    draft = merge(text, "状态: 草稿")
    assert levels(absolute_claim, {ANSWER: draft}) == [("note", "absolute-claim")]
