"""Grams: single characters and pairs of neighbours, how often they stand where, what they weigh.

A unit is one text of a record: its body, its title, or one form of the rumour as people sent it.
All that decides a rank is whole numbers, so that Python and browsers agree to the last digit.
"""

from collections import Counter
from math import log, log2, sqrt

IMPACTS = (10, 16, 26, 41, 66, 105, 168, 268)
"""What a gram counts in a unit, by the three bits of its posting: eight steps of 1.6."""
_SATURATION = 2.5
_LENGTH_SHARE = 0.75
HEAD, HEAD_WEIGHT = 30, 1.5
"""Characters at the beginning of a message, and what they count more."""
_BODY_LENGTH, _SHORT_LENGTH = 120, 60
"""Characters of a usual body, and of a usual title or form: constants, as an average would change
every posting with every record."""


def grams(text: str) -> Counter[str]:
    """The grams of a folded text and how often each stands in it."""
    found = Counter(text)
    found.update(map(str.__add__, text, text[1:]))
    return found


def impact(count: int, length: int, is_body: bool) -> int:
    """What a gram counts that stands `count` times in a unit of that length, 268 at most.

    BM25's saturation with k1 2.5 and b 0.75.
    """
    usual = _BODY_LENGTH if is_body else _SHORT_LENGTH
    norm = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / usual)
    return whole(IMPACTS[-1] * count / (count + norm))


def levels(length: int, is_body: bool) -> list[int]:
    """The level (0–7) of a gram that stands 0, 1, … sixteen times in a unit of that length."""
    return [0, *(_level(impact(count, length, is_body)) for count in range(1, 17))]


def _level(impact: int) -> int:
    return min(7, max(0, round(log2(max(impact, 1) / IMPACTS[0]) / log2(1.6))))


def whole(number: float) -> int:
    """The nearest whole number, halves upwards, as browsers round."""
    return int(number + 0.5)


def factors(text: str) -> dict[str, float]:
    """The grams of a folded message in order, and what each counts for standing there as it does.

    Said twice is not meant twice, and what a message is about stands at its beginning.
    """
    head = grams(text[:HEAD])
    return {
        gram: sqrt(count) * (HEAD_WEIGHT if gram in head else 1.0)
        for gram, count in grams(text).items()
    }


def rarity(count: float, of: int) -> float:
    """What a gram weighs that stands in `count` of `of` records: its idf to the power of 2.5."""
    x = log((of + 1) / max(count, 1))
    return x * x * sqrt(x)


def shard_of(gram: str, shards: int) -> int:
    """The number of the shard that has a gram."""
    return _hash(gram, 94_906_249, 127_069) % shards


def print_of(gram: str) -> int:
    """The 24 bits by which a gram is known inside its shard."""
    return _hash(gram, 16_777_213, 33_574_909)


def _hash(gram: str, modulus: int, factor: int) -> int:
    """A polynomial of the code points; its steps stay below 2**53, where browsers count exactly."""
    value = 7
    for character in gram:
        value = (value * factor + ord(character) * 2_654_435 + 1) % modulus
    return value
