"""The rule gate-reopened."""

import re
from dataclasses import replace

import pytest

from huiying.digest import content_digest
from huiying.problem import Level, Problem, arrange
from huiying.rules import gate_reopened
from tests.rules.helper import CLARIFICATION, GATED, OF_SIGNERS, RUMOUR, SIGNERS, library, settings

REVIEW = """\
审核:
  起草人: 李明
  审核关:
    政治关:
      {{审核人: zhiban, 时间: 2026-03-12 09:00, 结果: 通过, 摘要值: {whole}, 字段摘要值: {keys}}}
    文字关: {{审核人: zhiban, 时间: 2026-03-12 09:20, 结果: 通过, 摘要值: "{whole}"}}
"""
SUMMARY = "一句话回应: 全市供水正常，没有停水\n"


def review(text: str, file: str = RUMOUR) -> str:
    """The evidence of two gates for that content; one says what each key was."""
    found = library({file: text})
    (record,) = found.records.values()
    digest = content_digest(record, found)
    return REVIEW.format(whole=digest.whole, keys=digest.line)


def problems(text: str) -> list[Problem]:
    files = {RUMOUR: text, OF_SIGNERS: SIGNERS}
    return arrange(gate_reopened.check(library(files), settings(GATED)))


def told(text: str) -> list[tuple[int, str, str, str]]:
    """Line, rule, key and gates of each problem."""
    return [
        (each.mark.line, each.key, each.values["key"], each.values["gates"])
        for each in problems(text)
    ]


def test_what_stands_as_it_was_signed_passes() -> None:
    assert told(CLARIFICATION + SUMMARY + review(CLARIFICATION + SUMMARY)) == []


def test_the_value_that_changed_is_named_with_the_gates_it_reopens() -> None:
    after = (CLARIFICATION + SUMMARY).replace("没有停水\n", "没有停水安排\n")
    assert told(after + review(CLARIFICATION + SUMMARY)) == [
        (14, "gate-reopened", "一句话回应", "政治关"),
        (20, "gate-reopened.whole", "", "文字关"),
    ]


def test_a_value_that_was_added_or_removed_is_named() -> None:
    assert told(CLARIFICATION + SUMMARY + review(CLARIFICATION))[0] == (
        14,
        "gate-reopened",
        "一句话回应",
        "政治关",
    )
    gone = told(CLARIFICATION + review(CLARIFICATION + SUMMARY))[0]
    assert gone[1:] == ("gate-reopened.gone", "一句话回应", "政治关")


def test_the_same_words_of_another_record_are_not_signed() -> None:
    other = RUMOUR.replace("tingshui", "other")
    assert told(CLARIFICATION + review(CLARIFICATION, other))[0][1] == "gate-reopened.elsewhere"


@pytest.mark.parametrize(
    "more",
    [
        "# 一句注释\n",
        "变更记录: [{时间: 2026-03-12 09:40, 类型: 首发, 说明: 首次发布}]\n",
        "发布渠道: [{渠道: 微信, 时间: 2026-03-12 10:00}]\n",
        "媒体转载: [{渠道: 报刊, 标题: 全市供水正常}]\n",
        "旧网址: [/2020/tingshui.html]\n",
        "复核期限: 2026-09-12 09:00\n",
        "版本: 1\n",
    ],
)
def test_what_is_no_content_reopens_nothing(more: str) -> None:
    assert told(CLARIFICATION + more + review(CLARIFICATION)) == []


def test_digests_of_keys_that_cannot_be_read_are_as_none() -> None:
    text = CLARIFICATION.replace("41.2", "41.3") + review(CLARIFICATION)
    assert told(re.sub(r"字段摘要值: [^}]*", "字段摘要值: a", text)) == [
        (18, "gate-reopened.whole", "", "政治关、文字关")
    ]


def test_what_readers_have_read_is_an_error() -> None:
    text = CLARIFICATION.replace("41.2", "41.3") + review(CLARIFICATION)
    found = library({RUMOUR: text, OF_SIGNERS: SIGNERS})
    read = replace(settings(GATED), released=frozenset(["rumours/20260312-tingshui"]))
    got = [each.level for each in gate_reopened.check(found, read)]
    assert got == [Level.ERROR, Level.ERROR]
    assert {each.level for each in problems(text)} == {Level.NOTE}
