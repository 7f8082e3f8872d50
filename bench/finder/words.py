"""Words: is everything found that has them, and do the first five have them?

In: made-up records and an engine: a function from a question to (how many results, addresses of the
first). Out: a `Score` by class of question. The truth is plain: a record has a question if one of
its folded texts contains each of the question's folded words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from huiying.finder.entry import Entry
from huiying.finder.finder import find
from huiying.finder.folding import terms
from huiying.finder.index import Index

Engine: TypeAlias = Callable[[str], tuple[int, Sequence[str]]]
EACH = 60
"""Questions of a class, but for those written by hand."""
TEN = 10
"""Results that an engine shows of a question."""


@dataclass(frozen=True, slots=True)
class Score:
    """Of one class: results over truth (at most 1), the share of the first five that have the
    words, questions without any result."""

    questions: int
    found: float
    top5: float
    zero: int


class Truth:
    """Which records have which words."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.units = {entry.address: entry.units for entry in entries}

    def having(self, question: str) -> set[str]:
        """The addresses of the records that have every word of a question."""
        words = terms(question)
        return {
            address
            for address, units in self.units.items()
            if all(any(word in unit for unit in units) for word in words)
        }


def ours(index: Index) -> Engine:
    """The matcher in Python."""

    def ask(question: str) -> tuple[int, Sequence[str]]:
        found = find(question, index)
        return found.total, [hit.document["address"] for hit in found.hits]

    return ask


def score(questions: Sequence[str], engine: Engine, truth: Truth) -> Score:
    """One engine on one class. Questions that no record has say nothing and are left out."""
    questions = [question for question in questions if truth.having(question)]
    found = top = zero = 0.0
    for question in questions:
        right = truth.having(question)
        total, first = engine(question)
        shown = set(first[:TEN]) & set(right)
        # A total can be claimed: where all fit among the ten, those have to be there.
        is_whole = len(right) > TEN or len(shown) == len(right)
        found += min(total, len(right)) / len(right) if is_whole else len(shown) / len(right)
        top += sum(address in right for address in first[:5]) / max(1, len(first[:5]))
        zero += not total
    count = len(questions)
    return Score(count, found / count, top / count, int(zero))


def scores(
    questions: Mapping[str, Sequence[str]], engine: Engine, truth: Truth
) -> dict[str, Score]:
    """One engine on every class."""
    return {name: score(asked, engine, truth) for name, asked in questions.items()}
