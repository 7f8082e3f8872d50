"""答应的更新，到时要有。

“下次更新”写的时间过了，页面上就成了没有兑现的承诺。补写最新进展，再写下一次的时间；事情已经
结束的，删去这一项。迟了只提示，不拦发布：拦下来只会更迟。

依据：柳政办〔2017〕120号一（一）1“根据工作进展情况，持续发布权威信息”。

对：

    下次更新: 2026-03-30 18:00

错：

    下次更新: 2026-03-13 18:00

In English: a promised update that is past due is reported, and never stops anything.
"""

# Reference: DOMAIN UPD-1.

from collections.abc import Iterator
from datetime import datetime

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.response import Response
from huiying.records.topic import Topic
from huiying.rules._standing import is_closed
from huiying.rules.time_order import written
from huiying.settings import Settings

NAME = "promised-update"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each promise of an open record that was not kept."""
    for record, due in promised(library, settings):
        if due < settings.now:
            values = {"due": written(due, settings)}
            yield Problem(NAME, record.mark("next_update_due"), "", values, Level.NOTE)


def promised(library: Library, settings: Settings) -> Iterator[tuple[Record[Common], datetime]]:
    """The open records that promise an update, and for when."""
    for record in library.records.values():
        due = record.fields.next_update_due
        if due is not None and _is_open(record.fields, settings):
            yield record, due


def _is_open(fields: Common, settings: Settings) -> bool:
    if fields.status != "approved" or is_closed(fields, settings.now):
        return False
    if fields.expires_at is not None and fields.expires_at <= settings.now:
        return False
    if isinstance(fields, Response):
        return fields.handling_state != "done"
    return not (isinstance(fields, Topic) and fields.state == "closed")
