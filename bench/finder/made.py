"""Made-up records and questions for measuring the finder: a number in, one record out, everywhere
the same.

Nothing in it is real. Sentences are words of pypinyin's phrase dictionary, drawn by how common they
are, between function words, numbers, lines of the metro and invented brands: about 285 characters a
record in its title, text and one form, over ten years up to `NOW`. New grams come as fast as in
real messages (`vocabulary` counts them). No order of words is meant: what is measured is finding.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from functools import cache
from itertools import accumulate
from math import log
from random import Random

from pypinyin.phrases_dict import phrases_dict

from huiying.finder.entry import Entry
from huiying.finder.folding import fold
from huiying.finder.grams import grams
from huiying.finder.guard import known_places

NOW = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=8)))
DAYS = 3650
FUNCTION = "的 了 在 是 和 有 不 也 都 会 要 就 与 为 可以 没有 已经 进行 如果 这个".split()
SHARE = 0.3
"""Of all words those of `FUNCTION`."""
AREAS = "河东片区 老城街道 松林镇 湖滨新城 北站商圈 花溪乡 兴业路 南山社区 老旧小区".split()
THINGS = (
    "自来水 供水管网 公交线路 学区划分 门诊报销 集贸市场 电梯 排水泵站 充电站 体检项目 疫苗 食用油"
    " 燃气管道 垃圾分类 幼儿园 地铁4号线 地铁12号线 PM2.5浓度"
).split()
TRUTHS = (
    "照常运行 没有停用 收费标准不变 检测全部合格 对所有居民开放 仍在办理 没有异味 不停水 没有涨价"
    " 不限户籍 12月照常 没有起火"
).split()
SYLLABLES = "ka vo ro mi ten lu za bex fin go pra sol ne wi tor".split()
BY_HAND = (
    "自来水没有异味 停水 学区划分 门诊报销 老旧小区 电梯_停用 4号线 充电站_起火 疫苗 食用油"
    " 燃气管道"
    " 垃圾分类 幼儿园_收费标准 PM25浓度 12月照常 涨价 戶籍 松林镇 集贸市场照常运行 老旧小区_电梯"
)
"""With a blank as `_`; one in traditional characters, one without its point."""
BRANDS = 400


@cache
def words() -> tuple[Sequence[str], Sequence[float]]:
    """Words of two to four characters, commonest first, with running sums of their weights.

    The dictionary has no frequencies: what is made of characters that many words share is common.
    """
    chosen = sorted(word for word in phrases_dict if 2 <= len(word) <= 4 and fold(word) == word)
    having = Counter("".join(chosen))
    chance = Random("huiying finder words")
    common = {
        word: sum(log(having[each]) for each in word) / len(word) - 0.9 * len(word)
        + chance.gauss(0, 0.5)
        for word in chosen
    }  # fmt: skip
    chosen.sort(key=lambda word: -common[word])
    return chosen, list(accumulate(1 / (rank + 150) for rank in range(len(chosen))))


def brand(number: int) -> str:
    """An invented name in Latin letters."""
    return "".join(Random(f"brand {number}").choices(SYLLABLES, k=3)).capitalize()


def token(chance: Random) -> str:
    """One word of a sentence."""
    kind = chance.random()
    if kind < SHARE:
        return FUNCTION[min(int(chance.expovariate(0.25)), len(FUNCTION) - 1)]
    if kind < 0.97:
        known, weights = words()
        return chance.choices(known, cum_weights=weights)[0]
    number = chance.randint(1, 30)
    return chance.choice(
        (f"{number}号线", f"{number % 12 + 1}月", f"{number * 5}元", "PM2.5", "A4纸",
         brand(chance.randrange(BRANDS)), f"{number}%", chance.choice(known_places()))
    )  # fmt: skip


def sentences(chance: Random, length: int) -> str:
    """A text of about so many characters."""
    parts, size = [], 0
    while size < length:
        part = "".join(token(chance) for _ in range(chance.randint(3, 7)))
        parts.append(part)
        size += len(part) + 1
    marks = "，。"
    return "".join(part + marks[number % 2] for number, part in enumerate(parts))


def entry(number: int) -> Entry:
    """The record of this number, a clarification; every fiftieth has a form of 500 characters."""
    chance = Random(f"huiying finder {number}")
    published = NOW - timedelta(days=chance.randrange(DAYS), minutes=chance.randrange(600))
    area, thing, truth = chance.choice(AREAS), chance.choice(THINGS), chance.choice(TRUTHS)
    shown = {
        "address": f"rumours/{published:%Y%m%d}-n{number:06d}",
        "kind": "clarification",
        "title": f"{area}{thing}{truth}，{token(chance)}{token(chance)}",
        "verdict": "false-claim",
        "published": f"{published:%Y-%m-%d}",
        "body": "市水务局",
        "forms": [sentences(chance, 500 if number % 50 == 0 else 55)],
        "text": sentences(chance, 185),
    }
    return Entry(shown["address"], shown)


def entries(count: int) -> list[Entry]:
    """The first so many records, oldest first."""
    made = [entry(number) for number in range(1, count + 1)]
    return sorted(made, key=lambda each: (each.shown["published"], each.address))


def questions(found: Sequence[Entry], each: int) -> dict[str, list[str]]:
    """So many words and pieces of the texts of these records by class, every one in some record."""
    chance = Random("huiying finder questions")
    texts = ["".join(units) for units in ([e.shown["text"], *e.shown["forms"]] for e in found)]
    pieces = [piece for text in texts for piece in text.replace("。", "，").split("，") if piece]
    written = "".join(pieces)
    known, weights = words()
    spoken = [word for word in chance.choices(known, cum_weights=weights, k=each * 20)
              if word in written]  # fmt: skip
    return {
        "dictionary words": _some(iter(spoken), each),
        "2-character substrings": _some(_cut(chance, pieces, 2, 2), each),
        "4–6-character fragments": _some(_cut(chance, pieces, 4, 6), each),
        "written by hand": [text.replace("_", " ") for text in BY_HAND.split()],
        "digits and Latin": _some(_mixed(chance, pieces), each),
    }


def _some(found: Iterator[str], count: int) -> list[str]:
    """The first so many that differ."""
    chosen: dict[str, None] = {}
    for text in found:
        chosen[text] = None
        if len(chosen) == count:
            break
    return list(chosen)


def _cut(chance: Random, pieces: Sequence[str], least: int, most: int) -> Iterator[str]:
    while True:
        piece, size = chance.choice(pieces), chance.randint(least, most)
        start = chance.randrange(max(1, len(piece) - size + 1))
        cut = piece[start : start + size]
        if len(cut) == size and not any(each.isascii() for each in cut):
            yield cut


def _mixed(chance: Random, pieces: Sequence[str]) -> Iterator[str]:
    """What has a digit or a letter, with what stands around it."""
    while True:
        mixed = _tokens(chance.choice(pieces))
        if mixed:
            yield chance.choice(mixed)


def _tokens(piece: str) -> list[str]:
    found, start = [], None
    for place, each in enumerate([*piece, "一"]):
        if each.isascii() and start is None:
            start = place
        elif not each.isascii() and start is not None:
            found.append(piece[start : place + 2 if each in "号" else place + (each in "月元纸")])
            start = None
    return found


def changed(text: str, seed: str, share: float = 0.3) -> str:
    """The text with that share of its characters replaced by others, as a rumour is retold."""
    chance = Random(seed)
    others = "".join(words()[0][:4000])
    places = set(chance.sample(range(len(text)), int(len(text) * share)))
    return "".join(
        chance.choice(others) if place in places else each for place, each in enumerate(text)
    )


def vocabulary(texts: Sequence[str], marks: Sequence[int]) -> list[int]:
    """How many different grams the texts have had after so many characters."""
    known: set[str] = set()
    size, found = 0, []
    for text in texts:
        folded = fold(text)
        known.update(grams(folded))
        size += len(folded)
        while len(found) < len(marks) and size >= marks[len(found)]:
            found.append(len(known))
    return found
