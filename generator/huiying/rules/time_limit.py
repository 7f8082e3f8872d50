"""回应要在时限内。

时限规则写在 site.yml，一条记录也可以另写；从“时限”的起算时间开始，按自然小时算，夜里和节假日不扣。
什么时候做到的，看“节点”；没写“节点”的，回应看“发布时间”，发布会看关联的发布会，首次发布事实看两者中
较早的。没有起算时间的无法判定，不猜，也不提示。迟了只提示，不拦发布：拦下来只会更迟。

依据：柳政办〔2017〕120号一（一）1“原则上不超过1小时”“最迟在24小时内”“在48小时内予以回应”；
国办发〔2016〕61号、80号。

对：

    时限:
      起算时间: 2026-03-11 20:15
      起算依据: 发现

错：

    时限:
      起算时间: 2026-03-09 20:15
      起算依据: 发现

In English: facts, briefing and answer come within the limits of the profile, counted in calendar
hours from the clock's start; lateness is reported and never stops anything. Without a clock nothing
is said, as nothing can be known.
"""

# Reference: DOMAIN TIME-1, M2, M3, M4.

from collections.abc import Iterator, Mapping

from huiying.deadlines.verdict import KINDS, Verdict, briefings_of, verdicts
from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.vocabulary import MILESTONE
from huiying.rules._standing import is_closed, is_history
from huiying.rules.time_order import written
from huiying.settings import Settings
from huiying.standing import state_of

NAME = "time-limit"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each milestone that came late or is overdue, or whose limit is not known."""
    for record, verdict in judged(library.records, library, settings):
        if record.fields.clock is None:
            continue
        if verdict.timeliness == "late":
            yield _late(record, verdict, settings)
        elif verdict.why == "severity":
            # The same for each milestone: it is said once.
            mark = record.mark("event" if record.fields.event else "clock.started_at")
            yield Problem(NAME, mark, "severity", level=Level.NOTE)


def judged(
    records: Mapping[str, Record[Common]], library: Library, settings: Settings
) -> Iterator[tuple[Record[Common], Verdict]]:
    """Each milestone of the records whose time runs or ran, by what all of these records tell.

    Drafts count; 历史资料 owe nothing.
    """
    briefings = briefings_of(records)
    profile = settings.site.deadline_profile
    for place, record in records.items():
        fields = record.fields
        if record.kind not in KINDS or is_history(fields, settings):
            continue
        if not is_closed(fields, settings.now):
            is_public = state_of(record, library, settings) == "public"
            meetings = briefings.get(place, ())
            found = verdicts(fields, is_public, meetings, profile, settings.now)
            yield from ((record, each) for each in found)


def _late(record: Record[Common], verdict: Verdict, settings: Settings) -> Problem:
    assert verdict.due_at is not None
    values = {
        "milestone": _label(record, verdict),
        "profile": verdict.profile,
        "hours": str(verdict.hours),
        "due": written(verdict.due_at, settings),
    }
    case = ""
    if verdict.reached_at is not None:
        case = "late"
        values |= {"at": written(verdict.reached_at, settings)}
    return Problem(NAME, record.mark("clock.started_at"), case, values, Level.NOTE)


def _label(record: Record[Common], verdict: Verdict) -> str:
    term = MILESTONE.by_en[verdict.milestone]
    return term.zh if record.language == "zh" else term.en
