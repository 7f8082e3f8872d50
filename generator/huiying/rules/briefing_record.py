"""发布会开完，三天内要有实录。

发布会结束满三天（书面发布也一样），页面上要有“实录”“录像”“答问摘要”中的一样，没到场的人才知道说了
什么。迟了只提示，不拦发布。

依据：柳政办〔2017〕120号一（一）2“更加及时、准确、公开透明地发布政府信息”。

对：

    开始时间: 2026-03-16 15:00
    录像: gongshui/fabuhui.mp4

错：

    开始时间: 2026-03-16 15:00

In English: three days after a briefing its transcript, its recording or its answers are there.
"""

# Reference: DOMAIN BRF-1、M1.

from collections.abc import Iterator
from datetime import datetime, timedelta

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.briefing import USUAL_LENGTH, Briefing
from huiying.records.common import Common
from huiying.rules._standing import is_closed, is_history
from huiying.rules.time_order import written
from huiying.settings import Settings

NAME = "briefing-record"
GRACE = timedelta(days=3)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each approved briefing that is over and of which nothing can be read or seen."""
    for record, ended in unrecorded(library, settings):
        if settings.now - ended >= GRACE:
            path = "ends_at" if getattr(record.fields, "ends_at", None) else "starts_at"
            values = {"at": written(ended, settings)}
            yield Problem(NAME, record.mark(path), "", values, Level.NOTE)


def unrecorded(library: Library, settings: Settings) -> Iterator[tuple[Record[Common], datetime]]:
    """The briefings that began and of which nothing can be read or seen, and when they end."""
    for record in library.of_kind("briefing"):
        fields = record.fields
        assert isinstance(fields, Briefing)
        if fields.status != "approved" or fields.state in ("postponed", "cancelled"):
            continue
        if is_closed(fields, settings.now) or is_history(fields, settings):
            continue
        has_record = fields.transcript or fields.recording or fields.qa_extract
        if fields.starts_at is not None and fields.starts_at <= settings.now and not has_record:
            yield record, fields.ends_at or fields.starts_at + USUAL_LENGTH
