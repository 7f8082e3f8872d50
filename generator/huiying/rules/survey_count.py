"""调查的数字要对得上。

作答人数不超过有效答卷；单选、评分题各项人数之和不超过作答人数，多选题每一项也不超过。一道题的人数
要么都写，要么都不写。除了填空，每道题都要有“选项”。1 到 4 人的，页面不显示具体数字，以免认出是谁。

依据：柳政办〔2017〕120号一（二）1“实事求是、言之有据”；个人信息保护法。

对：

    有效答卷: 100
    题目:
      - 问题: 您对供水满意吗？
        题型: 单选
        选项:
          - {文字: 满意, 人数: 80}
          - {文字: 不满意, 人数: 20}

错：

    有效答卷: 100
    题目:
      - 问题: 您对供水满意吗？
        题型: 单选
        选项:
          - {文字: 满意, 人数: 80}
          - {文字: 不满意, 人数: 30}

In English: no more answers than people; counts for all options or none; small counts stay hidden.
"""

# Reference: DOMAIN SUR-1.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.survey import SMALLEST_COUNT, Question, Survey
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "survey-count"
ONE_OPTION = frozenset({"single", "scale"})


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each count that cannot be, is not given, or will not be shown."""
    for record in library.of_kind("survey"):
        fields = record.fields
        assert isinstance(fields, Survey)
        for number, question in enumerate(fields.questions):
            path = f"questions.{number}"
            if question.type != "open" and not question.options:
                level = weigh(fields, settings)
                yield Problem(NAME, record.mark(f"{path}.type"), "options", level=level)
            yield from _totals(record, fields, question, path, settings)
            yield from _options(record, question, path, settings)


def _totals(
    record: Record[Common], fields: Survey, question: Question, path: str, settings: Settings
) -> Iterator[Problem]:
    """More answers than people."""
    level = weigh(fields, settings)
    answered, respondents = question.answered, fields.respondents
    if answered is not None and respondents is not None and answered > respondents:
        values = {"answered": str(answered), "respondents": str(respondents)}
        mark, also = record.mark(f"{path}.answered"), record.mark("respondents")
        yield Problem(NAME, mark, "answered", values, level, also)
    total = respondents if answered is None else answered
    if total is None:
        return
    also = record.mark("respondents" if answered is None else f"{path}.answered")
    counts = [option.count or 0 for option in question.options]
    if question.type in ONE_OPTION and sum(counts) > total:
        values = {"sum": str(sum(counts)), "total": str(total)}
        yield Problem(NAME, record.mark(f"{path}.options"), "", values, level, also)
    elif question.type == "multiple":
        for number, count in enumerate(counts):
            if count > total:
                values = {"count": str(count), "total": str(total)}
                mark = record.mark(f"{path}.options.{number}.count")
                yield Problem(NAME, mark, "one", values, level, also)


def _options(
    record: Record[Common], question: Question, path: str, settings: Settings
) -> Iterator[Problem]:
    """Counts of some options only, and those too small to be shown."""
    without = [number for number, option in enumerate(question.options) if option.count is None]
    if without and len(without) < len(question.options):
        mark = record.mark(f"{path}.options.{without[0]}")
        values = {"option": question.options[without[0]].label[:40]}
        level = weigh(record.fields, settings, Level.WARNING)
        yield Problem(NAME, mark, "some", values, level)
    for number, option in enumerate(question.options):
        if option.count and option.count < SMALLEST_COUNT:
            mark = record.mark(f"{path}.options.{number}.count")
            yield Problem(NAME, mark, "small", {"smallest": str(SMALLEST_COUNT)}, Level.NOTE)
            break
