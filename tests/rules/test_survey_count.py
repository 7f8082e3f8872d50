"""Figures that can or cannot be."""

import pytest

from huiying.rules import survey_count
from tests.rules.helper import POLL, SURVEY, levels, merge


def asked(type: str, *counts: int | None, total: int | None = 100, answered: str = "") -> str:
    """A survey with one question."""
    options = ", ".join(
        f"{{文字: 选项{number}}}" if count is None else f"{{文字: 选项{number}, 人数: {count}}}"
        for number, count in enumerate(counts)
    )
    choice = f"    选项: [{options}]\n" if counts else ""
    question = f"题目:\n  - 问题: 满意吗？\n    题型: {type}\n{choice}{answered}"
    respondents = "" if total is None else f"有效答卷: {total}\n"
    return merge(SURVEY, respondents + question)


@pytest.mark.parametrize(
    "text",
    [
        asked("单选", 80, 20),
        asked("单选", 80, 10),
        asked("单选", 80, 90, total=None),
        asked("多选", 80, 90),
        asked("填空"),
        asked("单选", None, None),
        asked("评分", 50, 0, answered="    作答人数: 50\n"),
    ],
)
def test_what_adds_up_passes(text: str) -> None:
    assert levels(survey_count, {POLL: text}) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (asked("单选", 80, 21), ("error", "survey-count")),
        (asked("评分", 30, 21, answered="    作答人数: 50\n"), ("error", "survey-count")),
        (asked("多选", 101, 20), ("error", "survey-count.one")),
        (asked("多选", 90, 20, answered="    作答人数: 101\n"), ("error", "survey-count.answered")),
        (asked("多选"), ("error", "survey-count.options")),
        (asked("单选", 80, None), ("warning", "survey-count.some")),
        (asked("单选", 80, 4), ("note", "survey-count.small")),
    ],
)
def test_what_does_not_is_told(text: str, expected: tuple[str, str]) -> None:
    assert levels(survey_count, {POLL: text}) == [expected]
    draft = levels(survey_count, {POLL: merge(text, "状态: 草稿")})
    assert draft == [("note", expected[1])]
