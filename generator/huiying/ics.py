"""Calendars that phones and offices read: RFC 5545 in the smallest form that all of them take.

In: entries with aware times. Out: the bytes of a calendar, the same for the same entries. Times are
written in UTC, so that no reader needs a table of time zones; a whole day is written as a day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST = 75
"""Octets of a line before it is folded (RFC 5545 §3.1)."""
NOTHING = (
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_UNSEEN = {code: " " for code in range(32) if code != ord("\n")} | {127: " "}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a time, or whole days. `id` is unique in the world and stays.

    `stamp`: when the entry was made or changed, aware; a reader takes the latest. `until`: its end,
    of days the last one. `status`: CONFIRMED, TENTATIVE or CANCELLED.
    """

    id: str
    at: date | datetime
    title: str
    stamp: datetime
    description: str = ""
    until: date | datetime | None = None
    place: str = ""
    url: str = ""
    status: str = ""
    sequence: int = 0
    """How often it was changed since it was first told."""


def is_calendar(data: bytes) -> bool:
    """Whether bytes begin like a calendar, whoever wrote it."""
    return data.removeprefix(b"\xef\xbb\xbf")[:15].upper() == b"BEGIN:VCALENDAR"


def calendar(entries: Iterable[Entry], name: str) -> bytes:
    """A calendar of entries, in their order; without one, a calendar in which nothing is left.

    It needs at least one component (RFC 5545 §3.6): then a time zone, which shows nothing.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//huiying//huiying//ZH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    written = [line for entry in entries for line in _lines(entry)]
    lines += written or NOTHING
    lines.append("END:VCALENDAR")
    return b"".join(piece + b"\r\n" for line in lines for piece in _folded(line))


def _lines(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.id)}"
    yield f"DTSTAMP:{_instant(entry.stamp)}"
    if isinstance(entry.at, datetime):
        yield f"DTSTART:{_instant(entry.at)}"
        if isinstance(entry.until, datetime):
            yield f"DTEND:{_instant(entry.until)}"
    else:
        yield f"DTSTART;VALUE=DATE:{entry.at:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{(entry.until or entry.at) + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(entry.title)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    if entry.url:
        yield f"URL:{entry.url}"
    if entry.status:
        yield f"STATUS:{entry.status}"
    if entry.sequence:
        yield f"SEQUENCE:{entry.sequence}"
    yield "END:VEVENT"


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """A text in which nothing ends the line or the value."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return lines.translate(_UNSEEN).translate(_ESCAPES)


def _folded(line: str) -> Iterator[bytes]:
    """A line in pieces of at most 75 octets, cut between characters; all but the first begin with
    a space."""
    piece = b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > LONGEST:
            yield piece
            piece = b" "
        piece += octets
    yield piece
