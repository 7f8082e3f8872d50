"""发布时间不能倒填。

“发布时间”是公众真正能看到的时间。上一次发布时还没有的记录，发布时间却比那次发布早一个多小时；或者
比这个文件第一次进入版本库早一个多小时，都说明时间写早了。新加的变更记录也不能写成上次发布以前的
时间。导入的历史资料除外。没有完整的版本历史时无法判定，只作提示。

依据：柳政办〔2017〕120号一（一）1“及时发布权威信息”的各项时限。

对（上一次发布在 2026-03-12 09:30）：

    发布时间: 2026-03-12 09:40

错（上一次发布在 2026-03-12 09:30）：

    发布时间: 2026-03-11 20:30

In English: what is new since the last release was not public before it; nor before its file was
committed. One hour is allowed.
"""

# Reference: DOMAIN TIME-3; the hour is ours: a record may wait so long for the next build.

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from huiying.against.difference import Entries, page
from huiying.library import Library
from huiying.problem import Level, Mark, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.settings import Settings
from huiying.standing import is_history

NAME = "back-dated"
TOLERANCE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """`released`: when the last release was made, at the earliest; `commits`: first ones by file.

    Files are named from the site's root; `commits` is None where nobody can tell.
    """

    released: datetime | None
    commits: Mapping[str, datetime] | None
    folder: str


def check(
    library: Library, settings: Settings, before: Entries, after: Entries, evidence: Evidence
) -> Iterator[Problem]:
    """A problem for each time that lies before what is known of it."""
    unknown = False
    for address, entry in after.items():
        record = library.records[address]
        if is_history(record.fields, settings):
            continue
        known = before.get(address)
        if known is not None:
            number = len(known.history)
            yield from _notes(record, number, settings, evidence)
        elif not any(page(other) in entry.addresses for other in before):
            yield from _released(record, settings, evidence)
            yield from _committed(record, settings, evidence)
            unknown = unknown or evidence.commits is None
    if unknown:
        yield Problem(NAME, Mark(evidence.folder), "unknown", {}, Level.NOTE)


def _released(record: Record[Common], settings: Settings, evidence: Evidence) -> Iterator[Problem]:
    at = record.fields.publish_at
    if evidence.released and at and at < evidence.released - TOLERANCE:
        values = _values(at, evidence.released, settings)
        yield Problem(NAME, record.mark("publish_at"), "", values)


def _committed(record: Record[Common], settings: Settings, evidence: Evidence) -> Iterator[Problem]:
    if evidence.commits is None:
        return
    at, first = record.fields.publish_at, evidence.commits.get(record.file)
    if first is None:
        yield Problem(NAME, record.mark("publish_at"), "uncommitted", {}, Level.NOTE)
    elif at and at < first - TOLERANCE:
        values = _values(at, first, settings)
        yield Problem(NAME, record.mark("publish_at"), "committed", values)


def _notes(
    record: Record[Common], known: int, settings: Settings, evidence: Evidence
) -> Iterator[Problem]:
    """The new entries of a history: one that was added now is not older than the last release."""
    if evidence.released is None:
        return
    for number, note in enumerate(record.fields.history):
        is_new = number >= known and note.type != "first_published"
        if is_new and note.at < evidence.released - TOLERANCE:
            values = _values(note.at, evidence.released, settings)
            yield Problem(NAME, record.mark(f"history.{number}.at"), "entry", values)


def _values(at: datetime, other: datetime, settings: Settings) -> dict[str, str]:
    return {
        "at": f"{at.astimezone(settings.zone):%Y-%m-%d %H:%M}",
        "other": f"{other.astimezone(settings.zone):%Y-%m-%d %H:%M}",
    }
