"""`survey` 网上调查: what the public was asked, what it said, and what came of it.

Counts of one to four people stay in the office: who gave a rare answer could be known by it.
"""

from collections.abc import Mapping, Set
from datetime import date, datetime
from typing import Annotated

from huiying.records.clock import Period
from huiying.records.common import OwnText
from huiying.records.field import Key, Model
from huiying.records.reference import MediaFile
from huiying.records.values import Address, Line, OneOf, Percent, Prose, Whole
from huiying.records.vocabulary import QUESTION_TYPE, SURVEY_METHOD

SMALLEST_COUNT = 5
"""Counts below it, but for none at all, are not shown."""


class Option(Model):
    """One answer that could be chosen."""

    label: Annotated[Line, Key("文字", "选项的文字，如 满意。", "Its words, such as 满意.")]
    count: Annotated[
        Whole | None,
        Key(
            "人数",
            "选了它的人数；少于 5 人的，页面不显示具体数字。",
            "How many chose it; below five the page does not say how many.",
        ),
    ] = None


class Question(Model):
    """One question and what was answered."""

    text: Annotated[Line, Key("问题", "问题的文字。", "The question's words.")]
    type: Annotated[
        Annotated[str, OneOf(QUESTION_TYPE)],
        Key("题型", "单选、多选、评分或填空。", "single, multiple, scale or open."),
    ]
    options: Annotated[
        tuple[Option, ...],
        Key(
            "选项", "各个选项，每项写“文字”，有结果时写“人数”。", "Its options, with their counts."
        ),
    ] = ()
    answered: Annotated[
        Whole | None,
        Key(
            "作答人数",
            "回答这道题的人数；不写就是有效答卷数。",
            "How many answered this question; all respondents if absent.",
        ),
    ] = None

    def without_small_counts(self, total: int | None) -> "Question":
        """The question with the counts that may be shown; `total` of answers, where known.

        A count that was left out beside others counts as hidden: whoever left it out may have
        meant to hide it.
        """
        counts = {n: option.count for n, option in enumerate(self.options)}
        shown = {n: count for n, count in counts.items() if count is not None}
        hidden = {n for n, count in shown.items() if 0 < count < SMALLEST_COUNT}
        hidden |= counts.keys() - shown.keys()
        is_sum = self.type in ("single", "scale") or sum(shown.values()) == total
        if is_sum and total is not None:
            hidden |= _hidden_beside(shown, hidden, total)
        if total is not None and total < SMALLEST_COUNT:
            hidden = set(shown)
        options = tuple(
            option.model_copy(update={"count": None}) if number in hidden else option
            for number, option in enumerate(self.options)
        )
        return self.model_copy(update={"options": options, "answered": _large(self.answered)})


def _hidden_beside(shown: Mapping[int, int], hidden: Set[int], total: int) -> set[int]:
    """Which large counts are hidden as well, so that a small one does not follow from the sum.

    The next smallest, until at least two are hidden and what is left for them is no small number
    either, nor more than any count that is shown. The last condition is for those who know this
    rule: were 6 and 9 of 25 shown beside 4 and 6, then neither hidden one could be above 6, which
    leaves 4 and 6 only. As it is, each way to share out what is left looks the same (complementary
    suppression; Handbook on Statistical Disclosure Control, chapter 4).
    """
    more: set[int] = set()
    large = (n for n in shown.keys() - hidden if shown[n] >= SMALLEST_COUNT)
    rest = sorted(large, key=lambda n: shown[n], reverse=True)
    while hidden and rest:
        left = total - sum(shown[n] for n in rest)
        if len(hidden | more) > 1 and SMALLEST_COUNT <= left <= shown[rest[-1]]:
            break
        more.add(rest.pop())
    return more


def _large(count: int | None) -> int | None:
    """A total that may be shown, or nothing."""
    return None if count is not None and 0 < count < SMALLEST_COUNT else count


class Survey(OwnText):
    """One survey, from its start to what was made of it."""

    purpose: Annotated[
        Prose | None,
        Key("目的", "为什么调查，用 Markdown 写。", "What it is for, in Markdown.", need="always"),
    ] = None
    period: Annotated[
        Period | None,
        Key(
            "调查时间",
            "从哪天到哪天，写“开始”和“结束”。",
            "From which day to which day it runs.",
            need="always",
        ),
    ] = None
    method: Annotated[
        tuple[Annotated[str, OneOf(SURVEY_METHOD)], ...],
        Key("调查方式", "怎样调查，如 [网上填写, 纸质问卷]。", "How it is done, such as [online]."),
    ] = ()
    target: Annotated[
        Line | None, Key("调查对象", "调查哪些人，如 全市居民。", "Who is asked, such as 全市居民.")
    ] = None
    respondents: Annotated[
        Whole | None,
        Key("有效答卷", "收回多少份有效答卷。", "How many valid answers came back."),
    ] = None
    response_rate: Annotated[
        Percent | None,
        Key(
            "回收率",
            "答卷回收率，如 43.2%。",
            "The share of answers that came back, such as 43.2%.",
        ),
    ] = None
    questions: Annotated[
        tuple[Question, ...],
        Key("题目", "各道题和结果，每题写“问题”和“题型”。", "The questions with their results."),
    ] = ()
    adoption: Annotated[
        Prose | None,
        Key(
            "采纳情况",
            "意见怎样采纳、没采纳的为什么；结束后要写。",
            "What was adopted, what was not and why; needed once it is over.",
        ),
    ] = None
    data_file: Annotated[
        MediaFile | None,
        Key(
            "数据文件",
            "汇总数据，media 文件夹里的文件，不能有个人信息。",
            "The totals as a file under media/, without anything about persons.",
        ),
    ] = None
    host_url: Annotated[
        Address | None,
        Key("填写网址", "在哪里填写问卷，以 https:// 开头。", "Where to take part: https://."),
    ] = None

    def state_on(self, day: date) -> str:
        """The state on a day of the site's calendar. Empty without a period."""
        if self.period is None:
            return ""
        if day < self.period.starts_on:
            return "upcoming"
        ends = self.period.ends_on
        return "running" if ends is None or day <= ends else "closed"

    def shown_at(self, now: datetime) -> "Survey":
        """The survey without counts so small that they could tell who answered."""
        questions = tuple(
            question.without_small_counts(
                self.respondents if question.answered is None else question.answered
            )
            for question in self.questions
        )
        update = {"questions": questions, "respondents": _large(self.respondents)}
        return self.model_copy(update=update)
