"""How a record stands against its time limits: 按时, 迟发, 未到期 or 无法判定, never guessed.

In: one record, whether it is public, the briefings tied to it, the name of the site's profile, an
instant. Out: a `Verdict` for each limit. Pure: it reads no clock, and what is dated after the
instant has not happened.

When a milestone was reached: as `milestones` states it, else

- the answer: `publish_at` of the record, once it is public: nobody reads what is not signed;
- the briefing: the earliest approved briefing that was held, tied by a relation or one event;
- the first facts: the earliest of answer and briefing, as both hold them.

A matter without an event is no emergency, so the limits for other matters hold; where an event or
the category 突发事件与自然灾害 stands without a severity, nobody can say which limits hold.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from huiying.deadlines.profile import PROFILES, Limit
from huiying.records import Record
from huiying.records.briefing import Briefing
from huiying.records.clock import Milestones
from huiying.records.common import Common
from huiying.records.relation import Relations

Timeliness: TypeAlias = Literal["on_time", "late", "not_due", "unknown"]
Why: TypeAlias = Literal["", "clock", "severity", "order"]
"""What is lacking: the clock, the severity, or the milestone lies before the clock's start."""
KINDS = ("response", "clarification")
"""The kinds that answer 舆情: letters and interpretations have limits of their own."""
SEVERE = frozenset({"especially_major", "major"})
DONE = {"first_facts": "first_facts_at", "briefing": "briefing_at", "response": "responded_at"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One milestone of a record: how it stands, when it was due, when it was reached."""

    milestone: str
    profile: str
    hours: int
    timeliness: Timeliness
    due_at: datetime | None = None
    reached_at: datetime | None = None
    why: Why = ""


def verdicts(
    fields: Common, is_public: bool, briefings: Iterable[Briefing], profile: str, now: datetime
) -> tuple[Verdict, ...]:
    """How a record stands at `now` against each limit of its profile that may hold for it."""
    name = (fields.clock.profile if fields.clock else None) or profile
    reached = _reached(fields, is_public, briefings, now)
    found = []
    for limit in PROFILES[name]:
        holds = _holds(limit, fields, name)
        if holds is not False:
            at = reached.get(limit.milestone)
            found.append(_judge(limit, name, fields, at, now, known=holds is True))
    return tuple(found)


def _judge(
    limit: Limit, profile: str, fields: Common, at: datetime | None, now: datetime, *, known: bool
) -> Verdict:
    values = (limit.milestone, profile, limit.hours)
    if fields.clock is None:
        return Verdict(*values, "unknown", None, at, "clock")
    start = fields.clock.started_at
    due = start + timedelta(hours=limit.hours)
    if not known:
        return Verdict(*values, "unknown", None, at, "severity")
    if start > now or (at is not None and at < start):
        return Verdict(*values, "unknown", due, at, "order")
    if at is not None:
        return Verdict(*values, "on_time" if at <= due else "late", due, at)
    return Verdict(*values, "not_due" if now < due else "late", due)


def _holds(limit: Limit, fields: Common, profile: str) -> bool | None:
    """Whether a limit holds for a record; None where nobody can say."""
    event = fields.event
    if limit.when == "grave":
        return event is not None and bool(event.casualties_or_impact)
    severe: bool | None = event is not None and event.severity in SEVERE
    if event is None or event.severity is None:
        urgent = event is not None or "emergency_disaster" in fields.categories
        severe = None if urgent else False
    if limit.when == "severe":
        return severe
    others = [each for each in PROFILES[profile] if each.when == "grave"]
    if any(_holds(each, fields, profile) for each in others):
        return False
    return None if severe is None else not severe


def _reached(
    fields: Common, is_public: bool, briefings: Iterable[Briefing], now: datetime
) -> dict[str, datetime | None]:
    """When each milestone was reached by `now`."""
    stated = fields.milestones or Milestones()
    answer = stated.responded_at
    if answer is None and is_public:
        answer = fields.publish_at
    briefing = stated.briefing_at or _first(_held(briefings), now)
    found = {"response": _first([answer], now), "briefing": _first([briefing], now)}
    facts = [stated.first_facts_at] if stated.first_facts_at else list(found.values())
    return {**found, "first_facts": _first(facts, now)}


def _held(briefings: Iterable[Briefing]) -> Iterator[datetime | None]:
    for each in briefings:
        if each.status == "approved" and each.state not in ("postponed", "cancelled"):
            yield each.starts_at


def _first(times: Iterable[datetime | None], now: datetime) -> datetime | None:
    """The earliest of the times that have come."""
    return min((at for at in times if at is not None and at <= now), default=None)


def briefings_of(records: Mapping[str, Record[Common]]) -> dict[str, tuple[Briefing, ...]]:
    """The briefings tied to each record, by its address: by a relation of either, or one event."""
    meetings = {
        place: record.fields
        for place, record in records.items()
        if isinstance(record.fields, Briefing)
    }
    tied: dict[str, dict[str, Briefing]] = {}
    events: dict[str, list[str]] = {}
    for place, fields in meetings.items():
        for target in _targets(fields.relations):
            tied.setdefault(target, {})[place] = fields
        if fields.event is not None:
            events.setdefault(fields.event.id, []).append(place)
    for place, record in records.items():
        if record.kind in KINDS:
            event = record.fields.event
            named = [*_targets(record.fields.relations), *events.get(event.id if event else "", ())]
            for other in meetings.keys() & named:
                tied.setdefault(place, {})[other] = meetings[other]
    return {place: tuple(found.values()) for place, found in tied.items()}


def _targets(relations: Relations) -> Iterator[str]:
    """Addresses that a record names, whatever the relation; topics tie nothing together."""
    for name in type(relations).model_fields:
        if name != "part_of_topic":
            yield from getattr(relations, name)
