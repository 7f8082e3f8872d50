"""同一事件的记录，数字要对得上。

同一事件的两条记录（写了同一个“事件”编号，或者用“同一事件”连起来），同一句话里只有一个数字不同，如
一条写“停水36小时”，一条写“停水48小时”，群众不知道信哪个。请核对，改成一致；数字变了的，把旧的那条
更正或撤回。约数、范围、“已”“累计”这类会变的数字和“最新进展”里的不比。

依据：柳政办〔2017〕120号一（二）2“涉及其他行政机关的，应与有关行政机关沟通确认，确保发布的政府信息
准确一致”。

对：

    事实: 抢修期间停水36小时。

错：

    事实: 抢修期间停水48小时。

In English: two records of one event do not give different figures for the same thing. The examples
stand beside a record of the same event that says 停水36小时.
"""

# Reference: DOMAIN CON-1、M18.

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from huiying.library import Library
from huiying.problem import Level, Mark, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.rules._quantity import Quantity, quantities
from huiying.rules._standing import is_closed, weigh
from huiying.rules._ties import families
from huiying.rules._wording import own_texts
from huiying.settings import Settings

NAME = "figure-conflict"
TIES = ("same_event",)
REPLACING = ("corrects", "supersedes")
"""Relations of a record that says something new on purpose."""
LATE = datetime.max.replace(tzinfo=UTC)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning at the later of two records that differ, with the place in the earlier one."""
    for family in _families(library, settings):
        standing: dict[str, tuple[str, Quantity, Mark]] = {}
        for place, record in _oldest_first(family):
            for label, (now, mark) in _told(record).items():
                other, then, where = standing.setdefault(label, (place, now, mark))
                if now.value == then.value:
                    continue
                if _replaces(record, other) or _replaces(family[other], place):
                    standing[label] = (place, now, mark)
                    continue
                values = {
                    "words": label[:20],
                    "value": now.written,
                    "near": then.written,
                    "other": f"{where.file}:{where.line}",
                }
                level = weigh(record.fields, settings, Level.WARNING)
                yield Problem(NAME, mark, "", values, level, where)


def _families(library: Library, settings: Settings) -> Iterator[dict[str, Record[Common]]]:
    """The records of each event that are or will be public, by address."""
    found: dict[str, dict[str, Record[Common]]] = defaultdict(dict)
    for place, head in families(library, TIES).items():
        record = library.records.get(place)
        if record is None or is_closed(record.fields, settings.now):
            continue
        if record.fields.disclosure == "active":
            found[head][place] = record
    yield from (family for family in found.values() if len(family) > 1)


def _oldest_first(family: Mapping[str, Record[Common]]) -> list[tuple[str, Record[Common]]]:
    """Drafts, which their writers can still mend, come after all that is approved."""

    def key(item: tuple[str, Record[Common]]) -> tuple[bool, datetime, str]:
        fields = item[1].fields
        return fields.status != "approved", fields.publish_at or LATE, item[0]

    return sorted(family.items(), key=key)


def _told(record: Record[Common]) -> dict[str, tuple[Quantity, Mark]]:
    """What a record counts, by label; what it counts in two ways is left out."""
    found: dict[str, tuple[Quantity, Mark]] = {}
    twice = set()
    for path, _, text in own_texts(record.fields):
        if path.startswith("updates.") or ".entries." in path:
            continue
        for each in quantities(text):
            first, _ = found.setdefault(each.label, (each, record.mark(path)))
            if first.value != each.value:
                twice.add(each.label)
    return {label: each for label, each in found.items() if label not in twice}


def _replaces(record: Record[Common], other: str) -> bool:
    relations = record.fields.relations
    return any(other in getattr(relations, name) for name in REPLACING)
