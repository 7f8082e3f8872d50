"""What a reader of the index can guess about a gram before asking for it.

In: the `prior.json` of each segment. Out: in how many records a gram probably stands, whether it is
worth a request, and which grams of a message are worth most. Python and browsers choose the same.
"""

from collections.abc import Mapping, Sequence
from math import exp, sqrt
from typing import Any

from huiying.finder.grams import rarity, whole

PAIRING = 0.3
"""How much more often than by chance two characters stand side by side."""


class Prior:
    """Guesses from all segments together."""

    def __init__(self, segments: Sequence[tuple[int, Mapping[str, Any]]]) -> None:
        """`segments`: number of records and `prior.json` of each."""
        self.records = sum(records for records, _ in segments)
        self.singles: dict[str, float] = {}
        self.pairs: dict[str, float] = {}
        self.least = 1.0
        for records, prior in segments:
            for size, known in ((1, self.singles), (2, self.pairs)):
                for level, text in enumerate(prior["characters" if size == 1 else "pairs"]):
                    count = records * 2 ** (-level / 2)
                    characters = list(text)
                    for start in range(0, len(characters), size):
                        gram = "".join(characters[start : start + size])
                        known[gram] = known.get(gram, 0) + count
                    if size == 2 and text:
                        self.least = max(1.0, count)

    def guess(self, gram: str) -> tuple[float, float]:
        """(records that have it, how probable it is that any has it)."""
        known = (self.singles if len(gram) == 1 else self.pairs).get(gram)
        if known is not None:
            return known, 1.0
        if len(gram) == 1:
            return 0.0, 0.0
        chance = self.singles.get(gram[0], 0) * self.singles.get(gram[1], 0) * PAIRING
        chance = chance / self.records if self.records else 0.0
        return min(max(chance, 1.0), self.least), 1.0 - exp(-sqrt(chance))

    def wanted(self, factors: Mapping[str, float], of: int) -> list[str]:
        """The grams of a message that may be in the index of `of` records, best first."""
        promises = {}
        for gram, factor in factors.items():
            guess, probable = self.guess(gram)
            promises[gram] = whole(1000 * probable * rarity(guess, of) * factor)
        found = [gram for gram, promise in promises.items() if promise]
        return sorted(found, key=lambda gram: -promises[gram])
