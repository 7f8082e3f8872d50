"""办结的事，要有结果。

舆情回应只有在“处置中”才可以没有“结果”。写了“已办结”就必须写结果；两样都没写的，请先说明办到
哪一步。

依据：柳政办〔2017〕120号一（一）2“讲清事实真相、有关政策措施以及处理结果等”。

对：

    办理状态: 已办结
    结果: 管道已经修好，3月13日18时恢复供水。

错：

    办理状态: 已办结

In English: a response that is done says what came of it.
"""

# Reference: DOMAIN M8.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.response import Response
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "outcome"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each response that is done without an outcome; a note where nothing is said."""
    for record in library.of_kind("response"):
        fields = record.fields
        assert isinstance(fields, Response)
        if fields.outcome is not None or fields.handling_state == "handling":
            continue
        if fields.handling_state == "done":
            mark = record.mark("handling_state")
            yield Problem(NAME, mark, level=weigh(fields, settings))
        else:
            yield Problem(NAME, record.mark(), "state", level=Level.NOTE)
