"""Names under the letters that their pinyin begins with: A to Z, what has no pinyin last.

In: entries with a `name`. Out: groups in order. Bodies of one city nearly all begin with its name
or its rank (示例市, 市, 区), topics with their year: readers look for what comes after it. The
readings come from a dictionary of words; the openings of names that it reads wrongly stand here.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from huiying.pinyin import spell

NO_LETTER = "#"
"""Where names stand that begin with a figure or a rare character."""
READINGS = {
    "单县": "shan xian",
    "曾都": "zeng du",
    "缪家": "miao jia",
    "藏区": "zang qu",
    "藏族": "zang zu",
    "覃塘": "qin tang",
}
_RANK = re.compile(r"[省市州县区](?![民场政容郊辖委长])(?=[\u3400-\u9fff]{2})")
_CITY = re.compile(r"[\u3400-\u9fff]{2,6}?(?:自治[区州县]|[省市州县区盟旗])")
_YEAR = re.compile(r"\A[0-9]{4}年度?")
_MARKS = re.compile(r"[\W_]+")
Entry: TypeAlias = Mapping[str, Any]


def by_letter(entries: Iterable[Entry], sponsor: str) -> list[dict[str, Any]]:
    """Groups `{letter, entries}`, both in order. `sponsor`: the full name of who runs the site."""
    found = _CITY.match(sponsor)
    city = found[0] if found else ""
    groups: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: (spelling(entry["name"], city), entry["name"])):
        groups.setdefault(_letter(spelling(entry["name"], city)), []).append(entry)
    letters = sorted(groups, key=lambda letter: (letter == NO_LETTER, letter))
    return [{"letter": letter, "entries": groups[letter]} for letter in letters]


def spelling(name: str, city: str = "") -> tuple[str, ...]:
    """The syllables that a name is sorted by, without its city and rank: 市水务局 → shui wu ju."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", name).casefold())
    bare = _YEAR.sub("", plain.removeprefix(city)) or plain
    bare = _RANK.sub("", bare, count=1) if _RANK.match(bare) else bare
    for opening, reading in READINGS.items():
        if bare.startswith(opening):
            return (*reading.split(), *spell(bare.removeprefix(opening)))
    return tuple(spell(bare))


def _letter(syllables: tuple[str, ...]) -> str:
    first = syllables[0][:1].upper() if syllables else ""
    return first if "A" <= first <= "Z" else NO_LETTER
