"""发布时间不能倒填。

“发布时间”是公众真正能看到的时间。上一次发布时还没有的记录，发布时间却比那次发布早一个多小时；或者
比这个文件第一次进入版本库早一个多小时，都说明时间写早了；导入的历史资料除外。公开过的记录里新加的
变更记录、最新进展，也不能写成上次发布以前的时间。没有完整的版本历史时无法判定，只作提示。

依据：柳政办〔2017〕120号一（一）1“及时发布权威信息”的各项时限。

对（上一次发布在 2026-03-12 09:30）：

    发布时间: 2026-03-12 09:40

错（上一次发布在 2026-03-12 09:30）：

    发布时间: 2026-03-11 20:30

In English: what is new since the last release was not public before it; nor before its file was
committed. One hour is allowed.
"""

# Reference: DOMAIN TIME-3; the hour is ours: a record may wait so long for the next build.

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from huiying.against.difference import Difference, Entries, is_announced, page
from huiying.library import Library
from huiying.manifest import instant
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
    """A problem for each new record whose time lies before what is known of it."""
    unknown = False
    for address, entry in after.items():
        record = library.records[address]
        if is_history(record.fields, settings) or address in before:
            continue
        if not any(page(other) in entry.addresses for other in before):
            yield from _released(record, settings, evidence)
            yield from _committed(record, settings, evidence)
            unknown = unknown or evidence.commits is None
    if unknown:
        yield Problem(NAME, Mark(evidence.folder), "unknown", {}, Level.NOTE)


def find(before: Entries, after: Entries, released: datetime) -> Iterator[Difference]:
    """A difference for each note that was added to what was public and is older than the release.

    `released`: when. The first publication of a history that is begun later has its own time.
    """
    limit, other = instant(released - TOLERANCE), instant(released)
    for address in before.keys() & after.keys():
        old, new = before[address], after[address]
        for number, note in enumerate(new.history[len(old.history) :], len(old.history)):
            if note.type != "first_published" and note.at < limit:
                values = {"at": note.at, "other": other}
                yield Difference(NAME, address, "entry", f"history.{number}.at", values)
        if is_announced(old, new, "updates"):
            continue
        known = Counter(note.at for note in old.updates)
        for number, note in enumerate(new.updates):
            known[note.at] -= 1
            if known[note.at] < 0 and note.at < limit:
                values = {"at": note.at, "other": other}
                yield Difference(NAME, address, "update", f"updates.{number}.at", values)


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


def _values(at: datetime, other: datetime, settings: Settings) -> dict[str, str]:
    return {
        "at": f"{at.astimezone(settings.zone):%Y-%m-%d %H:%M}",
        "other": f"{other.astimezone(settings.zone):%Y-%m-%d %H:%M}",
    }
