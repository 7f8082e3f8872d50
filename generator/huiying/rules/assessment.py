"""重大的事，要先会商研判。

事件等级是重大、特别重大的，“内部”里要有“研判”：会商的意见、风险、口径。写在内部，不会公开。

依据：柳政办〔2017〕120号一（二）1“对重大敏感政务舆情……会商研判”。

对：

    事件: {编号: 20260312-baoguan, 等级: 重大}
    内部:
      研判: 3月12日会商：先说供水，再说原因。

错：

    事件: {编号: 20260312-baoguan, 等级: 重大}

In English: a grave event is assessed; what the assessment came to stands under internal.
"""

# Reference: DOMAIN ASM-1、M15.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "assessment"
GRAVE = frozenset({"especially_major", "major"})


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each record on a grave event that nobody assessed."""
    for record in library.records.values():
        event, internal = record.fields.event, record.fields.internal
        if event is None or event.severity not in GRAVE:
            continue
        if internal is None or not internal.assessment:
            level = weigh(record.fields, settings, Level.WARNING)
            yield Problem(NAME, record.mark("event.severity"), level=level)
