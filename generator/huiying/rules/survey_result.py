"""调查结束了，要有结果和采纳情况。

调查时间过了“结束”那天，就要写“有效答卷”或各题的“人数”，并写“采纳情况”：意见怎样采纳，没有采纳的为什么。
只征集不反馈，下次就没有人愿意答。迟了只提示，不拦发布。

依据：柳政办〔2017〕120号一（一）2“网上调查等方式，接受公众建言献策”。

对：

    调查时间:
      开始: 2026-03-01
      结束: 2026-03-10
    有效答卷: 812
    采纳情况: 采纳了三条意见，逐条说明见下。

错：

    调查时间:
      开始: 2026-03-01
      结束: 2026-03-10

In English: a survey that is over says what was answered and what came of it.
"""

# Reference: DOMAIN SUR-1、M9.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.survey import Survey
from huiying.rules._standing import is_closed, is_history, today
from huiying.settings import Settings

NAME = "survey-result"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each survey that is over and lacks its result or what was made of it."""
    for record in library.of_kind("survey"):
        fields = record.fields
        assert isinstance(fields, Survey)
        is_over = fields.state_on(today(settings)) == "closed"
        if not is_over or is_closed(fields, settings.now) or is_history(fields, settings):
            continue
        counts = [option.count for question in fields.questions for option in question.options]
        mark = record.mark("period.ends_on")
        if fields.respondents is None and not any(count is not None for count in counts):
            yield Problem(NAME, mark, "", level=Level.NOTE)
        if fields.adoption is None:
            yield Problem(NAME, mark, "adoption", level=Level.NOTE)
