"""栏目要常更新，不留空栏目。

全站两周没有新内容、一个栏目半年没有新内容，检查政府网站时都会被扣分；还剩三天、一个月时开始提醒。
“最新进展”“变更记录”也算更新。专题发布了，却没有一条记录写着它，自己也没有章节和内容块，是空栏目。只
提示，不拦发布。

依据：国办秘函〔2019〕19号（首页栏目2周、其他栏目6个月未更新，空白栏目）。

对：

    发布时间: 2026-03-12 09:40

错：

    发布时间: 2026-03-02 09:40

In English: the whole site is never two weeks without anything new, a column never six months, and a
topic never without a record or text of its own. Reminders begin three days and one month before.
"""

# Reference: DOMAIN FRESH-1.

from collections.abc import Iterator
from datetime import datetime, timedelta

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import KINDS, Record
from huiying.records.common import Common
from huiying.records.topic import Topic
from huiying.rules._standing import is_history, is_public, renewed_at
from huiying.rules.time_order import written
from huiying.settings import Settings

NAME = "stale-column"
SITE_LIMIT, SITE_NOTICE = timedelta(days=14), timedelta(days=3)
COLUMN_LIMIT, COLUMN_NOTICE = timedelta(days=182), timedelta(days=30)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for the site and for each column whose limit is near or over, and for empty topics."""
    newest = {}
    for kind in KINDS:
        public = [
            each
            for each in library.of_kind(kind.name)
            if is_public(each, library, settings) and not is_history(each.fields, settings)
        ]
        if public:
            record = max(public, key=lambda each: (renewed_at(each.fields, settings.now), each.id))
            newest[kind] = (renewed_at(record.fields, settings.now), record)
    if newest:
        at, record = max(newest.values(), key=lambda found: (found[0], found[1].id))
        if settings.now - at >= SITE_LIMIT - SITE_NOTICE:
            yield _note(record, at, SITE_LIMIT, settings, "site", {})
    for kind, (at, record) in newest.items():
        if settings.now - at >= COLUMN_LIMIT - COLUMN_NOTICE:
            column = kind.zh if record.language == "zh" else kind.name
            yield _note(record, at, COLUMN_LIMIT, settings, "", {"column": column})
    yield from _empty(library, settings)


def _note(
    record: Record[Common],
    at: datetime,
    limit: timedelta,
    settings: Settings,
    case: str,
    values: dict[str, str],
) -> Problem:
    due = written(at + limit, settings)[:10]
    values = {**values, "at": written(at, settings)[:10], "due": due}
    return Problem(NAME, record.mark("publish_at"), case, values, Level.NOTE)


def _empty(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each public topic with nothing in it: no public record, block or update."""
    named = {
        topic
        for record in library.records.values()
        if is_public(record, library, settings)
        for topic in record.fields.relations.part_of_topic
    }
    for record in library.of_kind("topic"):
        fields = record.fields
        assert isinstance(fields, Topic)
        has_own = fields.blocks or fields.updates or fields.sections or fields.pinned
        if is_public(record, library, settings) and record.id not in named and not has_own:
            yield Problem(NAME, record.mark("title"), "empty", level=Level.NOTE)
