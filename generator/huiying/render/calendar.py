"""Briefings and surveys as a calendar that phones subscribe to: `calendar.ics`.

In: a projection. Out: the newest fifty by the day they begin. An entry keeps its id for ever; one
that was put off or called off stays and says so. It reads no clock: what is over stays as it was.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from huiying import ics
from huiying.public import Projection, PublicRecord
from huiying.records.briefing import USUAL_LENGTH
from huiying.records.vocabulary import BRIEFING_STATE
from huiying.render.feed_address import NEWEST
from huiying.render.head import about
from huiying.render.output import Output
from huiying.render.tags import shorten

PATH = "calendar.ics"
STATUS = {"postponed": "TENTATIVE", "cancelled": "CANCELLED"}
"""By the state that somebody has written; the others follow from the clock."""


def output(projection: Projection) -> Output:
    """The calendar."""
    found = list(_entries(projection))
    found.sort(key=lambda entry: (_begins(entry, projection), entry.id))
    return Output(PATH, ics.calendar(found[-NEWEST:], projection.settings.site.name))


def _begins(entry: ics.Entry, projection: Projection) -> datetime:
    if isinstance(entry.at, datetime):
        return entry.at.astimezone(UTC)
    return datetime(entry.at.year, entry.at.month, entry.at.day, tzinfo=projection.settings.zone)


def _entries(projection: Projection) -> Iterator[ics.Entry]:
    for kind in ("briefing", "survey"):
        for record in projection.by_kind.get(kind, ()):
            if record.state == "public" and record.listed:
                yield from _briefing(record, projection)
                yield from _survey(record, projection)


def _briefing(record: PublicRecord, projection: Projection) -> Iterator[ics.Entry]:
    values = record.values
    if "starts_at" not in values:
        return
    state = values.get("state", "")
    status = STATUS.get(state, "CONFIRMED")
    title = values["title"]
    if state in STATUS:
        title = f"{BRIEFING_STATE.label(state)}：{title}"
    at = values["starts_at"]
    until = values.get("ends_at", at + USUAL_LENGTH)
    place = values.get("venue", "")
    yield _entry(record, projection, at, until, title=title, place=place, status=status)


def _survey(record: PublicRecord, projection: Projection) -> Iterator[ics.Entry]:
    period = record.values.get("period", {})
    if "starts_on" in period:
        at, until = period["starts_on"], period.get("ends_on")
        title = record.values["title"]
        yield _entry(record, projection, at, until, title=title, place="", status="CONFIRMED")


def _entry(
    record: PublicRecord,
    projection: Projection,
    at: date,
    until: date | None,
    *,
    title: str,
    place: str,
    status: str,
) -> ics.Entry:
    settings = projection.settings
    words = [record.values.get("state_reason", ""), shorten(about(record.values, False))]
    changes = [entry["at"] for entry in record.values.get("history", ()) if not entry.get("minor")]
    url = f"{settings.base_url}{record.address}/"
    return ics.Entry(
        id=url,  # `id@host`, the usual form, looks like somebody's mail address
        at=at,
        title=title,
        stamp=record.updated_at,
        description="\n".join(filter(None, words)),
        until=until,
        place=place,
        url=url,
        status=status,
        sequence=sum(moment > record.published_at for moment in changes),
    )
