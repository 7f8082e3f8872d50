"""不公开的文字不出现在任何输出文件里。

渲染时本来就读不到不公开的字段；这一项在成品里再查一遍。查的是 12 个字以上的：内部备注、起草人和
审核人、草稿、未到发布时间的内容、撤回后的正文，专家没有同意公开的各项，还有审核人、豁免、来件、移交等
内部登记册。公开字段或登记表里一字不差也有的，不算泄露；专家没有同意公开的简介，写在哪条记录里都算。

依据：国办秘函〔2019〕19号把泄密列为一票否决。

对：

    内部: {备注: 值班员已电话核实水厂运行情况}（哪个文件里都没有这句话）

错：

    同样的备注，某一页的正文里也有这句话

In English: nothing that editors keep to themselves stands in any output. Looked for is every
text of 12 characters or more from internal notes, names of those who drafted and signed, drafts,
what is embargoed, the body of a withdrawn page, what an expert withheld and the registers of the
office, unless it is public elsewhere word for word. What an expert did not agree to have told of
the person is a leak in any record.
"""

# Reference: DOMAIN PUB-2、CLM-3、M24.

from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

from huiying.audits.private_text import (
    cut,
    private_texts,
    secret_texts,
    withheld_texts,
)
from huiying.audits.public_text import is_public
from huiying.library import Library
from huiying.problem import Mark
from huiying.public import Projection

ZONE = 23
"""Bytes that hold one of every two words (8 bytes each) whole, wherever they begin."""
SHORT_ZONE = 11
"""The same for half words (4 bytes each): texts of few Chinese characters or none."""
STRIDE = 2


@dataclass(frozen=True, slots=True)
class Table:
    """Texts by what is seen of them: each single word, and the places of each two in a row."""

    code: str
    singles: frozenset[int]
    pairs: Mapping[tuple[int, int], Sequence[tuple[bytes, int]]]


@dataclass(frozen=True)
class Needles:
    """The texts that no output may hold, as bytes. Cheap to send to a worker."""

    texts: tuple[bytes, ...] = ()

    @cached_property
    def tables(self) -> Sequence[Table]:
        """What to look them up in, made once in each process."""
        return _tables(self.texts)

    @cached_property
    def digest(self) -> str:
        """Tells these texts from others."""
        return blake2b(b"\0".join(self.texts), digest_size=10).hexdigest()

    def __reduce__(self) -> tuple[type["Needles"], tuple[tuple[bytes, ...]]]:
        return Needles, (self.texts,)


NOTHING = Needles()


def found(data: bytes, needles: Needles) -> tuple[str, ...]:
    """Which of the needles an output holds.

    Looking for thousands of texts one by one would cost a hundred times what drawing the page did.
    Instead an output is read as machine words and every second is looked up: a text of 23 bytes
    cannot stand there without one of its words being among them.
    """
    if not needles.texts:
        return ()
    hits = {hit.decode() for table in needles.tables for hit in _hits(data, table)}
    return tuple(sorted(hits))


def _hits(data: bytes, table: Table) -> Iterator[bytes]:
    """One word is often there by chance (人民, 政府), two in a row hardly ever."""
    words = array(table.code)
    size = words.itemsize
    words.frombytes(data[: len(data) // size * size])
    seen = words[::STRIDE]
    singles, pairs = table.singles, table.pairs
    if singles.isdisjoint(seen):
        return
    numbers = [number * STRIDE for number, word in enumerate(seen) if word in singles]
    words.append(0)
    for number in numbers:
        for first in (number - 1, number):
            for needle, offset in pairs.get((words[first], words[first + 1]), ()):
                if data.startswith(needle, max(first * size - offset, 0)):
                    yield needle


@lru_cache(maxsize=1)
def _tables(texts: tuple[bytes, ...]) -> Sequence[Table]:
    long = [text for text in texts if len(text) >= ZONE]
    short = [text for text in texts if len(text) < ZONE]
    tables = (_table(long, ZONE, "Q"), _table(short, SHORT_ZONE, "I"))
    return [table for table in tables if table.pairs]


def _table(texts: Iterable[bytes], zone: int, code: str) -> Table:
    """Each text under every two words that a look at every second word could meet.

    The end of a text is looked for: notes begin alike more often than they end alike.
    """
    singles: set[int] = set()
    pairs: dict[tuple[int, int], list[tuple[bytes, int]]] = {}
    size = array(code).itemsize
    for text in texts:
        for start in range(len(text) - zone, len(text) - zone + size):
            words = array(code)
            words.frombytes(text[start : start + size * STRIDE])
            singles.update(words)
            pairs.setdefault((words[0], words[1]), []).append((text, start))
    return Table(code, frozenset(singles), pairs)


def needles(library: Library, projection: Projection) -> Needles:
    """The private texts of a library, as far as this projection does not show their fields."""
    texts = private_texts(library, projection)
    pieces = {piece for _, _, text in texts for piece in cut(text)}
    return Needles(tuple(sorted(piece.encode() for piece in pieces)))


def judge(
    found: Mapping[str, tuple[str, ...]],
    library: Library,
    projection: Projection,
    by_hand: Container[str] = (),
) -> Iterator[tuple[str, str, Mark]]:
    """Of what was found in outputs (by path), what is a leak: text, path, and where it is written.

    Outputs that were kept may tell of texts that are private no longer. A page written by hand (one
    of `by_hand`) is no way out for a draft: who writes the same sentence in both, as the worked
    example of the guide asks, gives nothing away.
    """
    marks: dict[str, Mark] = {}
    wanted = {piece for pieces in found.values() for piece in pieces}
    for record, path, text in private_texts(library, projection) if wanted else ():
        for piece in cut(text):
            if piece in wanted and piece not in marks:
                marks[piece] = record.mark(path)
    own = marks.keys() & {
        piece for text in withheld_texts(library, projection) for piece in cut(text)
    }
    leaks = marks.keys() - is_public(marks.keys() - own, library, projection)
    leaks -= is_public(own, library, projection, records=False)
    texts = secret_texts(library, projection) if leaks else ()
    secret = {piece for text in texts for piece in cut(text)}
    for path, pieces in found.items():
        for piece in pieces:
            if piece in (leaks & secret if path in by_hand else leaks):
                yield piece, path, marks[piece]
