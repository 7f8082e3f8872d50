"""The table of every wrong record: what it is, and what must be said of it.

In: a key language. Out: one line for each case, `kind field: fault | what is told`. Fields that
several kinds share are broken in every way where they come first; elsewhere in one way, and the
same must be told at the same distance from the key.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from tests.wrong.breaking import Wrong, breakages
from tests.wrong.judging import judge, told
from tests.wrong.sample import SORTS, Sort, Spot, spots


@dataclass(frozen=True, slots=True)
class Case:
    """One wrong text and what is told of it. `first`: where its field comes first."""

    spot: Spot
    wrong: Wrong
    said: tuple[str, ...]
    first: bool
    distances: tuple[tuple[int, int, str, str], ...]

    @property
    def name(self) -> str:
        return f"{self.spot.sort.name} {self.spot.path}: {self.wrong.name}"

    @property
    def line(self) -> str:
        return f"{self.name} | {' | '.join(self.said)}"


_LINE = re.compile(r"(?<=第 )\d+(?= 行)|(?<=line )\d+")
"""The number of another line, which is another in another file."""
EXPECTED = Path(__file__).parent / "expected"


def lines(language: str) -> list[str]:
    """The lines of the table for a key language."""
    return [case.line for case in cases(language) if case.first]


@cache
def cases(language: str) -> tuple[Case, ...]:
    """Every case of a key language, in the order of the declarations."""
    return tuple(_cases(language))


def _cases(language: str) -> Iterator[Case]:
    seen: set[Any] = set()
    for sort in SORTS:
        for spot in spots(sort):
            is_first = spot.declared not in seen
            seen.add(spot.declared)
            for wrong in islice(breakages(spot, language), None if is_first else 1):
                yield _case(sort, spot, wrong, is_first, language)


def _case(sort: Sort, spot: Spot, wrong: Wrong, is_first: bool, language: str) -> Case:
    problems = judge(sort, wrong.text, language)
    said = tuple(told(problem, sort, language) for problem in problems)
    distances = tuple(
        (
            problem.mark.line - wrong.line,
            problem.mark.column - wrong.column,
            problem.key,
            _LINE.sub("", words.partition(f"{problem.key} ")[2]),
        )
        for problem, words in zip(problems, said, strict=True)
    )
    return Case(spot, wrong, said, is_first, distances)
