"""What only looks alike is never a sure answer: another thing, another place, another number.

In: a message and its best hit. Out: whether nothing speaks against their being about the same. A
sentence such as 吃蒜可以预防感冒 shares all but one word with 喝醋可以预防感冒; a new rumour shares
紧急通知, 抢光 and 转给家里人 with every old one; a denial shares all words with what it denies.
Statistics alone take them for the same.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from huiying.finder.folding import fold

SHORT = 30
"""Folded characters up to which a message is one sentence, where every word counts."""
SHORT_MISS, LONG_MISS, BARE_MISS = 0.30, 0.60, 0.12
"""The heaviest stretch without a match, as a share of all, that a message may have: one sentence, a
longer text, one sentence where the record has no title or form of its length to be matched."""
SENTENCES, SENTENCE, SENTENCE_SHARE = 2, 6, 0.02
"""How many sentences of how many folded characters at least, from the first, have to share how much
of their weight with the record."""
DENIALS = 2
"""How many things that are said of a rumour a message has to deny to be a denial of it."""
REPEATED = 3
"""A message of which every pair stands three times has too little in it."""
_UNIT = (
    "天|日|号|周|星期|月|年|小时|分钟|点|时|岁|元|块|人|名|例|倍|%|度|级|毫升|毫克|克|公斤|斤|吨|米|公里|升"
    "|次|个|条|种|所|家|层|栋|楼|期|线|路"
)
_NUMBER = re.compile(
    rf"(\d+(?:\.\d+)?|[零一二两三四五六七八九十百千]+) ?([万亿]?) ?({_UNIT})", re.ASCII
)
_GROUPED = re.compile(r"(\d),(?=\d{3})", re.ASCII)
_DIGITS = str.maketrans("零一二两三四五六七八九", "01223456789")
_NAMED = re.compile(
    "([一-龥]{2})大?(水库|水厂|化工厂|电厂|桥|隧道|机场|车站|地铁|医院|大学|中学|小学|学校|幼儿园|小区"
    "|公园|广场|商场|超市|市场|水电站|核电站)"
)
_POINTING = re.compile("[这那某各每本此该一两几的有和在到去从对把被给了个座条家所]")
_REFUTED = re.compile("辟谣|不实|谣言|假消息|官方回应|官方澄清")
_NOT = re.compile("没有|没|不会|不用|不是|不要|不|未|并非|无")
_GRAVE = re.compile(
    "死|伤|塌|垮|炸|裂|溃|决堤|泄漏|泄露|中毒|有毒|火灾|着火|失火|地震|海啸|封城|封路|失踪|被拐|绑架|枪|砍"
    "|持刀|疫情|确诊|辐射|坠|撞|暴动|戒严|战争|打仗"
)
_FRAME = re.compile(
    "(?:紧急|重要|最新|内部)(?:通知|消息|提醒|扩散)|刚(?:刚)?(?:收到|接到)的?(?:通知|消息)"
    "|(?:请|赶紧|赶快|快|速|速速|麻烦|务必|帮忙)*(?:大家|各位|你们)?(?:互相|广泛)?"
    "(?:转发|转告|转给|扩散|分享|告诉|通知)(?:给|到|一下)?"
    "(?:更多的?人|家里人|家人们?|亲友|亲戚朋友|亲朋好友|朋友们?|身边的?人|群里|各个?群|所有人|大家)?"
    "|让(?:更多的?人|大家|所有人)?都?(?:知道|看到|了解)|千真万确|视频为证|不信(?:的话)?自己看"
)
_ENDS = re.compile("[。!?;\n\r]+")


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
    for number, large, unit in _NUMBER.findall(_GROUPED.sub(r"\1", light)):
        found.setdefault(unit, set()).add(_value(number) + large)
    return found


def names_in(light: str) -> dict[str, set[str]]:
    """The named things by their sort: 龙塘 of 水库. What only points (这座水库) names nothing."""
    found: dict[str, set[str]] = {}
    for name, sort in _NAMED.findall(light):
        if not _POINTING.search(name):
            found.setdefault(sort, set()).add(name)
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
    """Whether a message and a record, both lightened, name the same places, things and numbers.

    A message names no place that the record lacks, and of a sort of thing that both name no other
    one. Of a unit that both name one number has to be the same; one sentence may have none that
    the record lacks.
    """
    if not places_in(message, places) <= places_in(record, places):
        return False
    asked, known = numbers_in(message), numbers_in(record)
    if is_short:
        return all(numbers <= known.get(unit, set()) for unit, numbers in asked.items())
    named, have = names_in(message), names_in(record)
    return all(found & known[unit] for unit, found in asked.items() if unit in known) and all(
        found <= have[sort] for sort, found in named.items() if sort in have
    )


def without_frame(light: str) -> str:
    """A lightened message without what all chain letters say: 紧急通知, 请转发给家里人."""
    return _FRAME.sub("", light)


def sentences(light: str) -> Iterator[str]:
    """The first sentences of a lightened text that say something, folded."""
    left = SENTENCES
    for part in _ENDS.split(light):
        folded = fold(part)
        if len(folded) >= SENTENCE:
            yield folded
            left -= 1
        if not left:
            return


def is_graver(message: str, record: str) -> bool:
    """Whether a message speaks of life and death in a word that the record does not have."""
    return any(word not in record for word in _GRAVE.findall(message))


def is_repeated(pairs: Sequence[str]) -> bool:
    """Whether a message says the same over and over."""
    return len(set(pairs)) * REPEATED < len(pairs)


def is_denied(light: str, forms: Sequence[str]) -> bool:
    """Whether a message refutes, or denies what folded forms say: then their verdict is not its."""
    if _REFUTED.search(light):
        return True
    denied = {pair for pair, is_not in _pairs(fold(light)) if is_not}
    said = {pair for form in forms for pair, is_not in _pairs(form) if not is_not}
    return len(denied & said) >= DENIALS


def _pairs(folded: str) -> Iterator[tuple[str, bool]]:
    """The pairs of a text, each with whether it stands right behind a word of denial."""
    ends = {match.end() for match in _NOT.finditer(folded)}
    return ((folded[at : at + 2], at in ends) for at in range(len(folded) - 1))


def has_new_word(folded: str, units: Sequence[str]) -> bool:
    """Whether two neighbours of a message both stand nowhere in a record: a word that it lacks."""
    known = set().union(*units)
    return any(a not in known and b not in known for a, b in pairwise(folded))
