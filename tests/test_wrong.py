"""Every field of every sort of file made wrong, in both key languages: what is said, and where.

The lines in `tests/wrong/expected/` were read by people: each says what is wrong and how to mend
it. `python -m tests.wrong` writes them anew.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from huiying.messages import CATALOGUE, records_zh, rules_zh, source_zh
from tests.wrong import hand, table
from tests.wrong.breaking import is_needed
from tests.wrong.judging import judge
from tests.wrong.sample import SORTS, declared_paths, spots, text_of
from tests.wrong.table import EXPECTED, Case, cases

LANGUAGES = ("zh", "en")
ELSEWHERE = frozenset(
    # Bytes, sizes and links on a disk; what doors and a build find: other tests have them.
    "too-large encoding control-character too-deep complex-key directive anchor syntax"
    " file-name symbolic-link unreadable-folder duplicate-id no-site site-url engine-warnings epoch"
    " path-clash medium shape init-taken guide-taken disk output".split()
)


def expected(name: str) -> list[str]:
    return (EXPECTED / name).read_text(encoding="utf-8").splitlines()


def differing(now: list[str], then: list[str]) -> dict[str, tuple[str, str]]:
    """By the name of the case, what was and what is said, where it is not the same."""
    was, told = (dict(line.split(" | ", 1) for line in lines) for lines in (then, now))
    return {
        name: (was.get(name, "no such case"), told.get(name, "no such case"))
        for name in was | told
        if was.get(name) != told.get(name)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_wrong_field_is_told_at_its_place_in_the_words_that_were_read(language: str) -> None:
    assert differing(table.lines(language), expected(f"{language}.txt")) == {}


def test_each_mistake_by_hand_is_told_at_its_place_in_the_words_that_were_read() -> None:
    now = [hand.line(case) for case in hand.by_hand()]
    assert differing(now, expected("by_hand.txt")) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_that_kinds_share_is_told_alike_in_all_of_them(language: str) -> None:
    first = {(case.spot.declared, case.wrong.name): case for case in cases(language) if case.first}
    unlike = [
        (case.name, case.said, first[case.spot.declared, case.wrong.name].said)
        for case in cases(language)
        if case.distances != first[case.spot.declared, case.wrong.name].distances
    ]
    assert unlike == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wrong_text_is_told_and_every_right_one_is_not(language: str) -> None:
    assert [case.name for case in cases(language) if not case.said] == []
    right = {(spot.sort, text_of(spot, language)[0]) for sort in SORTS for spot in spots(sort)}
    assert [
        judge(sort, text, language) for sort, text in right if judge(sort, text, language)
    ] == []


def ways(language: str) -> dict[tuple[str, str], set[str]]:
    """By sort and path of a field, in which ways it is made wrong."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    first: dict[Any, set[str]] = defaultdict(set)
    for case in cases(language):
        if case.first:
            first[case.spot.declared].add(case.wrong.name)
        found[case.spot.sort.name, case.spot.path] |= first[case.spot.declared]
        found[case.spot.sort.name, case.spot.path].add(case.wrong.name)
    return found


def owed(case: Case) -> Iterator[str]:
    """The ways in which a field has to be made wrong, from its declaration."""
    if is_needed(case.spot):
        yield "missing"
    if case.spot.item.vocabulary is not None:
        yield "near term"
        if any(term.en != term.zh for term in case.spot.item.vocabulary):
            yield "other language's term"
    if case.spot.item.refers:
        yield "dangling"
    form = case.spot.item.shape.form
    wrong = {"scalar": "list for text", "list": "text for list", "group": "text for group"}
    yield wrong.get(form, "twice")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_field_of_any_sort_of_file_lacks_its_wrong_cases(language: str) -> None:
    found = ways(language)
    assert [
        (sort.name, path)
        for sort in SORTS
        for path in declared_paths(sort)
        if (sort.name, path) not in found
    ] == []
    lacking = [
        (case.name, way)
        for case in cases(language)
        for way in owed(case)
        if way not in found[case.spot.sort.name, case.spot.path]
    ]
    assert lacking == []


def test_every_sentence_about_records_is_told_somewhere() -> None:
    told = {
        entry.split(" ")[2]
        for name in ("zh.txt", "en.txt", "by_hand.txt")
        for line in expected(name)
        for entry in line.split(" | ")[1:]
        if entry != "-"
    }
    keys = {*source_zh.SENTENCES, *records_zh.SENTENCES, *rules_zh.SENTENCES}
    never = {key for key in keys - told if key.partition(".")[0] not in ELSEWHERE}
    assert never == set()


def test_there_are_more_than_300_wrong_records_and_60_by_hand() -> None:
    assert len(hand.by_hand()) >= 60
    assert all(len(expected(f"{language}.txt")) >= 300 for language in LANGUAGES)


@pytest.mark.parametrize("name", ["zh.txt", "en.txt", "by_hand.txt"])
def test_every_rule_that_is_told_has_its_sentence_in_both_languages(name: str) -> None:
    for line in expected(name):
        for entry in line.split(" | ")[1:]:
            if entry != "-":
                key = entry.split(" ")[2]
                assert all(key in CATALOGUE[language] for language in LANGUAGES), key


def test_the_cases_by_hand_have_names_of_their_own() -> None:
    names = [case["name"] for case in hand.by_hand()]
    assert len(names) == len(set(names))
    assert Path(hand.CASES).is_file()
