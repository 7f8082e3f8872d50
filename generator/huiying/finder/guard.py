"""What only looks alike is never a sure answer: another thing, another place, another number.

In: a message and its best hit. Out: whether nothing speaks against their being about the same. A
sentence such as 吃蒜可以预防感冒 shares all but one word with 喝醋可以预防感冒; statistics alone
take them for the same.
"""

import re
from collections.abc import Collection, Sequence, Set
from functools import cache
from importlib.resources import files
from itertools import pairwise

SHORT = 30
"""Folded characters up to which a message is one sentence, where every word counts."""
SHORT_MISS, LONG_MISS, BARE_MISS = 0.30, 0.60, 0.12
"""The heaviest stretch without a match, as a share of all, that a message may have: one sentence, a
longer text, one sentence where the record has no title or form of its length to be matched."""
_UNIT = (
    "天|日|号|周|星期|月|年|小时|分钟|岁|元|万|亿|人|名|例|倍|%|度|级|毫升|毫克|克|公斤|斤|米|公里|升"
    "|次|个|条|种|所|家"
)
_NUMBER = re.compile(rf"(\d+(?:\.\d+)?|[零一二两三四五六七八九十百千]+) ?({_UNIT})", re.ASCII)
_DIGITS = str.maketrans("零一二两三四五六七八九", "01223456789")


@cache
def known_places() -> tuple[str, ...]:
    """Provinces, cities and some countries, in simplified characters."""
    return tuple(files(__package__).joinpath("places.txt").read_text(encoding="utf-8").split())


def places_in(folded: str, places: Collection[str]) -> set[str]:
    """The places that a folded text names."""
    return {place for place in places if place in folded}


def numbers_in(light: str) -> dict[str, set[str]]:
    """The numbers by unit in a text that still has its points."""
    found: dict[str, set[str]] = {}
    for number, unit in _NUMBER.findall(light):
        found.setdefault(unit, set()).add(_value(number))
    return found


def _value(number: str) -> str:
    """三 and 3 are the same; 十五 and 15 are; what is longer stays as it is written."""
    if number[0].isdigit():
        return number
    plain = number.translate(_DIGITS)
    if len(number) <= 3 and "十" in number:
        plain = plain if plain[0] != "十" else f"1{plain}"
        plain = plain.replace("十", "" if plain[-1] != "十" else "0")
    return plain


def is_same(message: str, record: str, places: Collection[str], is_short: bool) -> bool:
    """Whether a message and a record, both lightened, name the same places and numbers."""
    named = places_in(message, places), places_in(record, places)
    if not agree(*named, is_short):
        return False
    asked, known = numbers_in(message), numbers_in(record)
    if is_short:
        return all(agree(numbers, known.get(unit, set()), True) for unit, numbers in asked.items())
    shared = [
        agree(numbers, known[unit], False) for unit, numbers in asked.items() if unit in known
    ]
    return not shared or any(shared)


def has_new_word(folded: str, units: Sequence[str]) -> bool:
    """Whether two neighbours of a message both stand nowhere in a record: a word that it lacks."""
    known = set().union(*units)
    return any(a not in known and b not in known for a, b in pairwise(folded))


def agree(asked: Set[str], known: Set[str], is_short: bool) -> bool:
    """Whether what a message names goes with what a record names.

    A sentence may name nothing that the record lacks; of a long message the record needs to have
    one, if it names any.
    """
    if is_short:
        return asked <= known
    return not asked or not known or bool(asked & known)
