"""Every record of the sample site can be corrected, withdrawn and restored, and loses no line."""

from datetime import datetime
from difflib import ndiff

import pytest

from huiying.amendment import Desk, public_scalars
from huiying.cache import Cache
from huiying.content import read
from huiying.library import Library
from huiying.records import KIND_BY_NAME, Record, parse
from huiying.records.common import Common
from huiying.records.history import closed_as
from huiying.settings import Settings
from tests.conftest import ROOT

FOUND = read(ROOT, ROOT / "content", "test", Cache(None))
NOW = datetime.fromisoformat("2026-12-31T12:00:00+08:00")
SETTINGS = Settings(FOUND.site, "https://hy.example/", NOW)
LIBRARY: Library = FOUND.library
RECORDS = [
    record
    for record in LIBRARY.records.values()
    if record.fields.status == "approved" and record.fields.disclosure == "active"
    if record.fields.publish_at is not None and record.fields.publish_at <= NOW
]
WITHDRAWN = [each for each in RECORDS if "withdrawn" in closed_as(each.fields.history, NOW)]
OPEN = [each for each in RECORDS if each not in WITHDRAWN]
NOTE = {"note": "写法不准确"}


def desk(record: Record[Common]) -> Desk:
    """A record in front of an editor."""
    return Desk(record, (ROOT / record.file).read_bytes(), LIBRARY, SETTINGS)


def lost(before: bytes, after: bytes) -> list[str]:
    """Lines that are no more."""
    steps = ndiff(before.decode().splitlines(), after.decode().splitlines())
    return [line[2:] for line in steps if line.startswith("- ")]


def test_what_is_open_takes_a_withdrawal_and_what_is_withdrawn_a_restoration() -> None:
    assert OPEN
    assert WITHDRAWN
    for record in OPEN:
        assert lost(desk(record).data, desk(record).withdraw(NOTE).data) == [], record.file
    for record in WITHDRAWN:
        assert lost(desk(record).data, desk(record).restore(NOTE).data) == [], record.file


def test_in_every_record_words_can_be_corrected_where_they_stand() -> None:
    for record in OPEN:
        place = desk(record)
        model = KIND_BY_NAME[record.kind].model
        values = parse(place.data, "", model, record.language).values
        words = _words([text for _, _, text in public_scalars(values, model)])
        made = place.correct(words, f"改{words}过", NOTE).data
        (line,) = lost(place.data, made)
        assert line.replace(words, f"改{words}过") in made.decode().splitlines(), record.file


def _words(texts: list[str]) -> str:
    """Eight signs that stand once in all that is public, within one line."""
    for text in sorted(texts, key=len, reverse=True):
        for start in range(0, len(text) - 8, 8):
            words = text[start : start + 8]
            if words.isalnum() and sum(each.count(words) for each in texts) == 1:
                return words
    pytest.fail("no words stand once")
