"""Words that stand nowhere by chance, each planted in one place.

In: a seed. Out: texts with a word of Latin letters and one of Chinese characters, and the name of
the place for which each was made. Any such word in an output is found by its form alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

LETTERS = "abcdefghijklmnoprstuvwxy"
"""Those that do not stand at the ends of a word."""
SIGNS = "琮琳瑄璇珩珂玥瑗璞珏瑾瑜琬琰琨瑭"
LATIN = re.compile("zq[a-y]{10}jx")
CHINESE = re.compile("璘琊([琮琳瑄璇珩珂玥瑗璞珏瑾瑜琬琰琨瑭]{8})")


@dataclass(slots=True)
class Tokens:
    """Words by place: a second site with another seed has other words in the same places."""

    random: Random
    places: dict[str, str] = field(default_factory=dict)
    """The place of each word."""
    values: dict[str, str] = field(default_factory=dict)
    """The place of each whole text."""

    def word(self, place: str) -> str:
        """A word of Latin letters: it may be an id, a host, the name of a branch."""
        made = "zq" + "".join(self.random.choices(LETTERS, k=10)) + "jx"
        self.places[made] = self.values[made] = place
        return made

    def signs(self, place: str) -> str:
        """A word of Chinese characters."""
        made = "璘琊" + "".join(self.random.choices(SIGNS, k=8))
        self.places[made] = place
        return made

    def text(self, place: str) -> str:
        """A text with a word of each kind."""
        made = f"{self.signs(place)}{self.word(place)}"
        self.values[made] = place
        return made


def words_in(text: str) -> set[str]:
    """Every planted word that a text holds."""
    return {match[0] for form in (LATIN, CHINESE) for match in form.finditer(text)}


def named(words: set[str], places: Mapping[str, str]) -> dict[str, str]:
    """Words with the places for which they were made; of others it says so."""
    return {word: places.get(word, "made elsewhere") for word in sorted(words)}
