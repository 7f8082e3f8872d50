"""What the site will show by itself, and when: everything that waits for its time, in one list.

In: the library and the settings. Out: each change with its instant. A site shows a change in the
first build at or after that instant. What waits for people and not for a time (drafts, records in
review) is not in it. Nothing here is public.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Literal, TypeAlias

from huiying.deadlines.verdict import Verdict
from huiying.library import Library, address
from huiying.public import day_of_policy
from huiying.records import Record
from huiying.records.briefing import USUAL_LENGTH, Briefing
from huiying.records.clock import Milestones
from huiying.records.common import Common
from huiying.records.history import closed_as
from huiying.records.survey import Survey
from huiying.rules.time_limit import judged
from huiying.settings import Settings
from huiying.standing import state_of

Change: TypeAlias = Literal[
    "published",
    "held",
    "updated",
    "corrected",
    "clarified",
    "withdrawn",
    "restored",
    "archived",
    "first_published",
    "update",
    "expired",
    "banner",
    "correction",
    "starts",
    "ends",
    "opens",
    "closes",
    "policy",
    "lapses",
    "term",
    "timeliness",
]
"""Types of history entries stand for themselves; `held`: the time comes, yet reviews are open."""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One change that comes by itself at `at`."""

    what: Change
    address: str
    title: str
    at: datetime

    @property
    def needs_build(self) -> bool:
        """Whether a build at that instant differs from the one before it."""
        return self.what != "held"


def upcoming(library: Library, settings: Settings) -> list[Upcoming]:
    """All that comes after the settings' instant, the nearest first."""
    found = [
        change for record in library.records.values() for change in _of(record, library, settings)
    ]
    found += _of_registers(library, settings)
    later = [change for change in found if change.at > settings.now]
    return sorted(later, key=lambda change: (change.at, change.address, change.what))


def newest(addresses: Iterable[str], library: Library, settings: Settings) -> datetime | None:
    """When the newest of all changes came that a build of this instant shows; None if none has.

    `addresses`: of the records that it shows. It tells for when a site was built, and is the same
    for every instant until something else comes.
    """
    records = (library.records[place] for place in addresses)
    found = [change.at for record in records for change in _timed(record, settings)]
    found += [change.at for change in _of_registers(library, settings)]
    return max((at for at in found if at <= settings.now), default=None)


def _of_registers(library: Library, settings: Settings) -> Iterator[Upcoming]:
    """Policies on the day that they are public and the day after their last; terms of experts."""
    for id, entry in library.policies.items():
        place, title = f"policies/{id}", entry.fields.title or ""
        day = day_of_policy(entry.fields)
        if day is not None:
            yield Upcoming("policy", place, title, _midnight(day, settings))
        last = entry.fields.effective_to
        if last is not None and entry.fields.standing != "repealed":
            yield Upcoming("lapses", place, title, _day_after(last, settings))
    for id, expert in library.experts.items():
        last = expert.fields.valid_to
        if last is not None and "name" in expert.fields.consent:
            yield Upcoming("term", f"experts/{id}", expert.fields.name, _day_after(last, settings))


def _of(record: Record[Common], library: Library, settings: Settings) -> Iterator[Upcoming]:
    """The changes of one record, those of the past among them; none if it will not be public."""
    start = record.fields.publish_at
    if start is None:
        return
    first = max(start, settings.now)
    state = state_of(record, library, replace(settings, now=first))
    place, title = address(record.kind, record.id), record.fields.title or ""
    if state == "unsigned":
        yield Upcoming("held", place, title, start)
    if state != "public":
        return
    for each in _timed(record, settings):
        back = replace(settings, now=max(each.at, settings.now))
        is_held = each.what == "restored" and state_of(record, library, back) == "unsigned"
        yield replace(each, what="held") if is_held else each
    for at in _of_limits(place, library, settings):
        if at > start:
            yield Upcoming("timeliness", place, title, at)


def _timed(record: Record[Common], settings: Settings) -> Iterator[Upcoming]:
    """The changes of a record that is public from its time on."""
    fields = record.fields
    place, title = address(record.kind, record.id), fields.title or ""
    start = fields.publish_at
    assert start is not None
    yield Upcoming("published", place, title, start)
    for what, at in _moments(fields, settings):
        # What lies before the publication comes with it.
        if at > start:
            yield Upcoming(what, place, title, at)


def _of_limits(place: str, library: Library, settings: Settings) -> Iterator[datetime]:
    """When its time limits stand otherwise, where the site tells of them: mostly, once overdue."""
    fields = library.records[place].fields
    if settings.site.timeliness != "enabled" or fields.clock is None:
        return
    stated = (at for at in dict(fields.milestones or Milestones()).values() if at is not None)
    meetings = (each.fields.starts_at for each in _briefings(library, settings))
    limits = (verdict.due_at for verdict in _limits(place, library, settings))
    for at in {fields.clock.started_at, *stated, *meetings, *limits} - {None}:
        if at > settings.now:
            before, after = (
                [
                    (each.milestone, each.timeliness)
                    for each in _limits(place, library, replace(settings, now=now))
                ]
                for now in (at - timedelta(seconds=1), at)
            )
            if before != after:
                yield at


def _limits(place: str, library: Library, settings: Settings) -> list[Verdict]:
    """The verdicts on a record at the settings' instant, as its page tells them."""
    record = library.records[place]
    known = {address(each.kind, each.id): each for each in _briefings(library, settings)}
    found = judged({place: record, **known}, library, settings)
    return [verdict for each, verdict in found if each is record]


def _briefings(library: Library, settings: Settings) -> Iterator[Record[Any]]:
    """Those that are public at the settings' instant."""
    for record in library.records.values():
        is_meeting = isinstance(record.fields, Briefing)
        if is_meeting and state_of(record, library, settings) == "public":
            yield record


def _moments(fields: Any, settings: Settings) -> Iterator[tuple[Any, datetime]]:
    """What is told also of what is withdrawn, and all else that comes while it is not."""
    for entry in fields.history:
        yield entry.type, entry.at
    for update in fields.updates:
        yield "update", update.at
    if fields.expires_at is not None:
        yield "expired", fields.expires_at
    for what, at in _of_text(fields, settings):
        if "withdrawn" not in closed_as(fields.history, at):
            yield what, at


def _of_text(fields: Any, settings: Settings) -> Iterator[tuple[Any, datetime]]:
    days = timedelta(days=settings.site.correction_banner_days)
    made = [each.at for each in fields.history if each.type == "corrected" and not each.minor]
    for at in made:
        if not any(at < other <= at + days for other in made):  # the newest one is shown
            yield "correction", at + days
    banner = getattr(fields, "banner", None)
    if banner is not None and banner.until is not None:
        yield "banner", banner.until
    if isinstance(fields, Briefing) and fields.starts_at is not None:
        # One that was put off leaves the home page at its new time; its state is a person's.
        if fields.state in (None, "postponed"):
            yield "starts", fields.starts_at
        if fields.state is None:
            yield "ends", fields.ends_at or fields.starts_at + USUAL_LENGTH
    if isinstance(fields, Survey) and fields.period is not None:
        yield "opens", _midnight(fields.period.starts_on, settings)
        if fields.period.ends_on is not None:
            yield "closes", _day_after(fields.period.ends_on, settings)


def _midnight(day: date, settings: Settings) -> datetime:
    return datetime.combine(day, time(), settings.zone)


def _day_after(last: date, settings: Settings) -> datetime:
    """The first instant after a day; of the last day that there is, that day's own."""
    return _midnight(last if last == date.max else last + timedelta(days=1), settings)
