"""A short id for a new record, from its day and the gist of its title in pinyin.

In: a title, a day, the ids that are taken, what to call a thing without words. Out:
`20260312-zhengchang-gongshui`, lower-case ASCII, not taken. It is a proposal that the editor
confirms: which words matter, and how a character with several readings is read, no table knows for
certain.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date
from itertools import count

from huiying.pinyin import spell

MOST_SYLLABLES = 5
LONGEST_WORD = 40
_NUMBERS = re.compile(
    r"\d+(?:[.:]\d+)*[%年月日号时点分秒元块天周岁所个条家座户名人次倍吨万亿]*[起前后内间]?"
    r"|[一二三四五六七八九十百千两几多]+[年月日号时点元块天周岁所个条家座户名次倍][起前后内间]?"
)
_EMPTY = """
    关于 有关 相关 网传 网上 网络 流传 传言 所谓 说法 消息 视频 图片 通知 属实 不实 谣言 辟谣 真相
    情况 安排 说明 回应 全市 我市 本市 全省 我省 全国 目前 近日 近期 今天 今年 明年 去年 以来 期间
    继续 已经 正在 仍然 将于 将会 可以 不能 不会 不是 不用 不必 不需要 无需 需要 没有 并未 并非
    只有 仅有 只是 仍为 均为 均已 都是 应当 必须 的 了 着 和 与 及 是 并 也 都 均 不 没 将 已 未
    仍 只 仅 为 被 把 从 由 在 进一步 加强 切实 做好
""".split()
"""Words that say nothing of the subject; they part those that do."""
_STOPS = re.compile("|".join(sorted(_EMPTY, key=len, reverse=True)))
_PLACE = re.compile(r"^[\u3400-\u9fff]{2,4}?(?:省|市|自治区|自治州|县|区)(?=[\u3400-\u9fff]{2})")
_RUNS = re.compile(r"[a-z]+|[\u3400-\u9fff]+")


def propose_id(title: str, day: date | None, taken: Collection[str], otherwise: str) -> str:
    """An id that is not taken: `<yyyymmdd>-<pinyin>`, or only the pinyin where there is no day.

    A title of empty words alone is spelt whole; of one that cannot be spelt it is `otherwise`.
    """
    words = list(_words(title)) or list(_all_words(title)) or [[otherwise]]
    fewest = next(
        (
            number
            for number in range(1, len(words))
            if _syllables(words[: number + 1]) > MOST_SYLLABLES
        ),
        len(words),
    )
    start = [f"{day:%Y%m%d}"] if day else []
    for number in range(fewest, min(fewest + 2, len(words)) + 1):
        id = "-".join([*start, *map("".join, words[:number])])
        if id not in taken:
            return id
    short = [*start, *map("".join, words[:fewest])]
    ids = ("-".join([*short, str(number)]) for number in count(2))
    return next(id for id in ids if id not in taken)


def propose_word(name: str, taken: Collection[str], otherwise: str) -> str:
    """An id for an entry of a register, its name without the place: 示例市水务局 → `shuiwuju`."""
    bare = _PLACE.sub("", unicodedata.normalize("NFKC", name).casefold())
    runs = "".join(_RUNS.findall(bare))
    spelt = spell(runs, lambda part: part if part.isascii() else "")
    word = "".join(spelt)[:LONGEST_WORD] or otherwise
    ids = (word if number == 1 else f"{word}-{number}" for number in count(1))
    return next(id for id in ids if id not in taken)


def _syllables(words: list[list[str]]) -> int:
    return sum(map(len, words))


def _words(title: str) -> Iterator[list[str]]:
    """The words of a title that tell its subject, each as its syllables."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    bare = _STOPS.sub(" ", _NUMBERS.sub(" ", plain))
    for run in _RUNS.findall(bare):
        if run.isascii():
            yield [run[:20]]
            continue
        syllables = spell(run, "ignore")
        if len(syllables) > 1:
            yield from _cut(syllables)


def _all_words(title: str) -> Iterator[list[str]]:
    """All letters and characters of a title, each run as words."""
    for run in _RUNS.findall(unicodedata.normalize("NFKC", title).casefold()):
        syllables = [run[:20]] if run.isascii() else spell(run, "ignore")
        if syllables:
            yield from _cut(syllables)


def _cut(syllables: list[str]) -> Iterator[list[str]]:
    """Most words have two characters; an odd one at the end belongs to the last of them."""
    while len(syllables) > 3:
        yield syllables[:2]
        syllables = syllables[2:]
    yield syllables
