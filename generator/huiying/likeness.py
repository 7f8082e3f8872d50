"""Which texts say much the same thing: a pasted rumour and one that is already answered.

In: texts asked about and texts known. Out: for each one asked the known ones that are like it, best
first. Likeness is the share of the shorter text that stands in the longer one, counted in pairs of
characters (whole numbers, whole Latin words), each weighed by how rare it is among the texts known:
what every notice says counts for little, what only these two say for much. Nothing here knows
records, and no pair is compared that has nothing rare in common, so the cost grows with the texts.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log

LIKE = 0.5
"""From here on two texts are taken to be on the same thing; measured in tests/test_likeness.py."""
MOST_SHARING = 64
"""What stands in more texts than this is not rare."""
FEWEST_SHARED = 3
"""Rare pieces that two texts must have in common."""
LONGEST = 400
"""Characters of a text that count: what follows in a long message is mostly decoration."""
_URL = re.compile(r"https?://[^\s\u3000-\uffff]+")
_RUNS = re.compile(r"[a-z]{2,}|[0-9]+|[\u3400-\u9fff\U00020000-\U000323af]{2,}")


@dataclass(frozen=True, slots=True)
class Match:
    """A known text and how like it is, from `LIKE` to 1."""

    text: str
    likeness: float


def find_like(asked: Iterable[str], known: Iterable[str]) -> dict[str, list[Match]]:
    """The known texts that are like each one asked, best first; texts without any are left out.

    A text is found by itself too, with the likeness 1, if it is known.
    """
    texts = _Texts(known)
    questions = {text: pieces_of(text) for text in dict.fromkeys(asked)}
    places = texts.places(frozenset().union(*questions.values()))
    rare = {piece: where for piece, where in places.items() if len(where) <= MOST_SHARING}
    candidates = {text: _sharing(pieces, rare) for text, pieces in questions.items()}
    compared = {number for numbers in candidates.values() for number in numbers}
    texts.weigh(frozenset().union(*questions.values(), *(texts.pieces[each] for each in compared)))
    found = {text: texts.matches(questions[text], numbers) for text, numbers in candidates.items()}
    return {text: matches for text, matches in found.items() if matches}


def _sharing(pieces: frozenset[str], rare: Mapping[str, list[int]]) -> list[int]:
    """Numbers of the texts that have enough rare pieces in common with these."""
    shared: Counter[int] = Counter()
    for piece in pieces:
        shared.update(rare.get(piece, ()))
    return [number for number, count in shared.items() if count >= FEWEST_SHARED]


def pieces_of(text: str) -> frozenset[str]:
    """Pairs of Chinese characters, numbers and Latin words of a text, width and case aside."""
    plain = unicodedata.normalize("NFKC", _URL.sub(" ", text[:LONGEST])).casefold()
    pieces: set[str] = set()
    for run in _RUNS.findall(plain):
        if run[0] < "\u3400":
            pieces.add(run)
        else:
            pieces.update(map("".join, pairwise(run)))
    return frozenset(pieces)


class _Texts:
    """The known texts, each once, by number; the weight of those pieces that are asked for."""

    def __init__(self, known: Iterable[str]) -> None:
        self.texts = tuple(dict.fromkeys(known))
        self.pieces = [pieces_of(text) for text in self.texts]
        self.weights: dict[str, float] = {}

    def places(self, wanted: frozenset[str]) -> dict[str, list[int]]:
        """The numbers of the texts in which each of these pieces stands."""
        places: dict[str, list[int]] = defaultdict(list)
        for number, pieces in enumerate(self.pieces):
            for piece in pieces & wanted:
                places[piece].append(number)
        return places

    def weigh(self, wanted: frozenset[str]) -> None:
        """The weight of these pieces: the square of the inverse document frequency of each."""
        counts: Counter[str] = Counter()
        for pieces in self.pieces:
            counts.update(pieces & wanted)
        size = len(self.texts)
        self.weights = {piece: log(1 + size / (counts[piece] or 1)) ** 2 for piece in wanted}

    def matches(self, pieces: frozenset[str], numbers: Iterable[int]) -> list[Match]:
        """Those of the numbered texts that are like the one with these pieces."""
        own = self._mass(pieces)
        found = []
        for number in numbers:
            others = self.pieces[number]
            common = self._mass(pieces & others)
            likeness = common / min(own, self._mass(others))
            if likeness >= LIKE:
                found.append((-likeness, -common, self.texts[number]))
        return [Match(text, -likeness) for likeness, _, text in sorted(found)]

    def _mass(self, pieces: frozenset[str]) -> float:
        return fsum(map(self.weights.__getitem__, pieces))  # the same in any order
