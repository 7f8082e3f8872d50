"""Calendars: read back by a reader that is not ours."""

from datetime import UTC, date, datetime, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from huiying import ics

NOON = datetime(2026, 3, 20, 4, 0, tzinfo=UTC)
EARLY, LATE = (NOON.replace(year=year, tzinfo=None) for year in (1971, 8999))
# What XML and calendars cannot say is shown as a space; lone surrogates are in no file of ours.
TEXTS = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]))
ENTRIES = st.lists(
    st.tuples(
        st.one_of(
            st.dates(date(1971, 1, 1), date(8999, 1, 1)),
            st.datetimes(EARLY, LATE, timezones=st.just(UTC)),
        ),
        TEXTS,
        TEXTS.filter(bool),
    )
)


def read(data: bytes) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(data)


@given(ENTRIES)
def test_every_text_and_time_is_read_back(values: list[tuple[date, str, str]]) -> None:
    entries = [
        ics.Entry(f"{number}@hy.example", at, title, NOON, words)
        for number, (at, title, words) in enumerate(values)
    ]
    found = read(ics.calendar(entries, "回应时限")).walk("VEVENT")
    assert [
        (
            entry.at.replace(microsecond=0) if isinstance(entry.at, datetime) else entry.at,
            entry.title,
            entry.description,
        )
        for entry in entries
    ] == [(each["DTSTART"].dt, each["SUMMARY"], each["DESCRIPTION"]) for each in found]


@given(st.lists(TEXTS, max_size=4))
def test_no_line_is_longer_than_75_octets_and_each_is_whole_characters(titles: list[str]) -> None:
    data = ics.calendar([ics.Entry("1@x", NOON, title, NOON) for title in titles], "x")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_nothing_in_a_text_begins_a_line_of_its_own() -> None:
    title = "停水\r\nEND:VEVENT\rBEGIN:VEVENT\x0b\x1f;,\\"
    data = ics.calendar([ics.Entry("1@x", NOON, title, NOON)], "x")
    (event,) = read(data).walk("VEVENT")
    assert event["SUMMARY"] == "停水\nEND:VEVENT\nBEGIN:VEVENT  ;,\\"
    assert data.count(b"\r\nBEGIN:VEVENT\r\n") == 1


def test_a_day_is_a_whole_day_and_a_time_is_in_utc() -> None:
    east = NOON.astimezone(datetime.fromisoformat("2026-01-01T00:00:00+08:00").tzinfo)
    day = date(2026, 3, 20)
    entries = [ics.Entry("1@x", day, "日", NOON), ics.Entry("2@x", east, "时", NOON)]
    whole, point = read(ics.calendar(entries, "x")).walk("VEVENT")
    assert (day, day + timedelta(days=1)) == (whole["DTSTART"].dt, whole["DTEND"].dt)
    assert b"\r\nDTSTART:20260320T040000Z\r\n" in ics.calendar(entries[1:], "x")
    assert "DTEND" not in point
