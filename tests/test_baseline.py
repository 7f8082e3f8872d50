"""The baseline: what it takes, what it never takes, how it is written and read."""

import pytest

from huiying import baseline
from huiying.audits import AUDITS
from huiying.baseline import Entry
from huiying.messages import audits_zh, check_zh, doors_zh, records_zh, release_zh, source_zh
from huiying.rules import RULE_BY_NAME

ENTRIES = (
    Entry("content/topics/供水.yml", "length", "0f" * 16),
    Entry("content/clarifications/2026/a.yml", "choice", "1e" * 16),
    Entry('content/topics/"\n}.yml', "choice", "2d" * 16),
)
NEVER = (
    "confirmation consent correction correction-names-person gate gate-reopened medium"
    " personal-data privacy-words secure-address symbolic-link"
).split()


def rules_of(sentences: dict[str, str]) -> set[str]:
    """The rules that a catalogue speaks for."""
    return {key.partition(".")[0] for key in sentences}


def test_every_rule_that_is_taken_is_there() -> None:
    assert baseline.TAKEN - RULE_BY_NAME.keys() - rules_of(records_zh.SENTENCES) == set()


@pytest.mark.parametrize(
    "guarding",
    [
        NEVER,
        AUDITS,
        *(rules_of(it.SENTENCES) for it in (audits_zh, check_zh, doors_zh, release_zh, source_zh)),
    ],
    ids=["by name", "audits", "audits' words", "check", "doors", "release", "source"],
)
def test_what_guards_persons_readers_and_the_reading_is_never_taken(guarding: set[str]) -> None:
    assert [rule for rule in guarding if baseline.takes(rule)] == []


def test_a_rule_that_nobody_has_thought_about_is_not_taken() -> None:
    assert not baseline.takes("a-new-rule")


def test_what_is_written_is_read_and_is_the_same_for_any_order() -> None:
    one = baseline.written(ENTRIES)
    other = baseline.written([*reversed(ENTRIES), ENTRIES[0]])
    assert baseline.read(one) == frozenset(ENTRIES)
    assert one == other
    assert len(one.splitlines()) == len(ENTRIES) + 5


def test_an_empty_baseline_is_one_too() -> None:
    assert baseline.read(baseline.written([])) == frozenset()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"1",
        b"{}",
        b'{"version": 2, "known": []}',
        b'{"version": 1, "known": [1]}',
        b'{"version": 1, "known": [{"file": "a.yml"}]}',
        b'{"version": 1, "known": [{"file": [], "rule": "x", "fingerprint": "y"}]}',
        b'{"version": 1, "known": [{"file": 5, "rule": "x", "fingerprint": "y"}]}',
        b'{"version": 1, "known": 3}',
        b"[" * 100_000,
    ],
    ids=range(12),
)
def test_any_other_file_is_refused(data: bytes) -> None:
    with pytest.raises(baseline.Unusable):
        baseline.read(data)
