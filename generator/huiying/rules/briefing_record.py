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
from datetime import timedelta

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.briefing import USUAL_LENGTH, Briefing
from huiying.rules._standing import is_closed, is_history
from huiying.rules.time_order import written
from huiying.settings import Settings

NAME = "briefing-record"
GRACE = timedelta(days=3)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each approved briefing that is over and of which nothing can be read or seen."""
    for record in library.of_kind("briefing"):
        fields = record.fields
        assert isinstance(fields, Briefing)
        if fields.starts_at is None or fields.starts_at > settings.now:
            continue
        if fields.state in ("postponed", "cancelled"):
            continue
        if fields.status != "approved" or is_closed(fields, settings.now):
            continue
        ended = fields.ends_at or fields.starts_at + USUAL_LENGTH
        has_record = fields.transcript or fields.recording or fields.qa_extract
        is_late = settings.now - ended >= GRACE and not is_history(fields, settings)
        if is_late and not has_record:
            path = "ends_at" if fields.ends_at else "starts_at"
            values = {"at": written(ended, settings)}
            yield Problem(NAME, record.mark(path), "", values, Level.NOTE)
