"""What is said of one wrong text of the sample site, without reading the others again.

In: a sort of file and a text. Out: places, rules and sentences. What the door itself says is tested
with the cases by hand: reading the whole site six thousand times would take minutes.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from huiying import content, records
from huiying.cache import Cache
from huiying.library import Library, address
from huiying.messages import sentence
from huiying.problem import Problem, arrange
from huiying.records import KIND_BY_NAME, REGISTER_BY_NAME
from huiying.records.site import Site
from huiying.rules import RULES
from huiying.settings import Settings
from tests import samples
from tests.helper import NOW, ZONE
from tests.wrong.sample import Sort

BASE_URL = "https://hy.example/"
MEDIUM = "dianti/buzhou.svg"


@cache
def sample() -> content.Content:
    """The sample site, read once."""
    with TemporaryDirectory() as folder:
        samples.lay(Path(folder))
        return content.read(Path(folder), Path(folder) / "content", "test", Cache(None))


@cache
def _setting() -> tuple[Library, Settings]:
    """The registers, and records that are there without being judged."""
    whole = sample().library
    kept = {
        place: record
        for place, record in whole.records.items()
        if place == "interpretations/20260312-interpretation-min"
    }
    there = {place: record.file for place, record in whole.records.items()}
    settings = Settings(sample().site, BASE_URL, NOW)
    return replace(whole, records=kept, unreadable=there), settings


def judge(sort: Sort, text: str, language: str) -> list[Problem]:
    """Every problem of a text, in its place in the sample site."""
    file = f"{sort.name}.yml"
    parsed = records.parse(text.encode(), file, sort.model, language, sort.by_id)
    library, settings = _setting()
    if sort.by_id:
        return _judge_entries(sort, parsed, library, settings)
    kind, id = sort.name, "buzhou"
    if kind in KIND_BY_NAME:
        id = samples.id_of(kind, "complete")
    record, problems = records.construct(parsed, sort.model, kind, id, file, ZONE)
    if record is None or sort.model is Site:
        return arrange(problems)
    if kind in KIND_BY_NAME:
        mine: dict[str, Any] = {**library.records, address(kind, id): record}
        library = replace(library, records=mine)
    else:
        library = replace(library, sidecars={**library.sidecars, MEDIUM: record})
    return arrange(_of_rules(library, settings))


def _judge_entries(
    sort: Sort, parsed: records.Parsed, library: Library, settings: Settings
) -> list[Problem]:
    file = f"{sort.name}.yml"
    problems = list(parsed.problems)
    entries: dict[str, Any] = {}
    for id in parsed.values or {}:
        entry, faults = records.construct(parsed, sort.model, sort.name, id, file, ZONE, id)
        problems += faults
        if entry is not None:
            entries[id] = entry
    if problems:
        return arrange(problems)
    library = replace(
        library, registers={**library.registers, REGISTER_BY_NAME[sort.name].name: entries}
    )
    return arrange(_of_rules(library, settings))


def _of_rules(library: Library, settings: Settings) -> Iterator[Problem]:
    for rule in RULES:
        yield from rule.check(library, settings)


def told(problem: Problem, sort: Sort, language: str) -> str:
    """Place, level, rule and sentence on one line."""
    place = f"{problem.mark.line}:{problem.mark.column}"
    if problem.mark.file != f"{sort.name}.yml":
        place = str(problem.mark)
    words = sentence(problem.key, problem.values, language)
    return f"{place} {problem.level.value} {problem.key} {words}"
