"""还在处置的事，要持续发布。

“办理状态”是处置中的回应，发布以后 14 天没有“最新进展”或变更记录，也没有说好下次什么时候更新，群众
会以为没人管了。请补写最新进展，或写上“下次更新”；已经办完的改成已办结。只提示，不拦发布。

依据：柳政办〔2017〕120号一（一）1“根据工作进展情况，持续发布权威信息”。原文没有写天数，14 天取自
国办秘函〔2019〕19号对首页两周未更新的规定。

对：

    标题: 河西路水管还在修
    发布时间: 2026-03-01 09:00
    办理状态: 处置中
    最新进展:
      - 时间: 2026-03-15 10:00
        正文: 已经换完8段水管。

错：

    标题: 河西路水管还在修
    发布时间: 2026-03-01 09:00
    办理状态: 处置中

In English: a response to an open matter that says nothing new for 14 days is told of.
"""

# Reference: DOMAIN UPD-1、M5; §(c)3 for the two weeks.

from collections.abc import Iterator
from datetime import timedelta

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.response import Response
from huiying.rules._standing import is_history, is_public, renewed_at
from huiying.rules.time_order import written
from huiying.settings import Settings

NAME = "quiet-case"
DAYS = 14


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each open response that has been quiet for too long."""
    for record in library.of_kind("response"):
        fields = record.fields
        assert isinstance(fields, Response)
        if _is_open(fields, settings) and is_public(record, library, settings):
            last = renewed_at(fields, settings.now)
            if settings.now - last > timedelta(days=DAYS):
                values = {"at": written(last, settings)[:10], "days": str(DAYS)}
                mark = record.mark("handling_state")
                yield Problem(NAME, mark, "", values, Level.NOTE)


def _is_open(fields: Response, settings: Settings) -> bool:
    if fields.handling_state != "handling" or fields.next_update_due is not None:
        return False
    if fields.expires_at is not None and fields.expires_at <= settings.now:
        return False
    return not is_history(fields, settings)
