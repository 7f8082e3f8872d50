"""`internal-string`: nothing that the editors keep to themselves stands in any output.

Renderers cannot reach private values; this looks whether that is true, in the finished bytes.
Looked for is every text of 12 characters or more from what is not public: internal notes, names of
those who drafted and signed, drafts, what is embargoed, the body of a withdrawn page. What stands
word for word in a public value or a register is no secret.

Passes: a note “值班员已电话核实水厂运行情况” that no output holds.
Fails: the same in the text of a page.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from huiying.audits.private_text import cut, is_public, private_texts
from huiying.library import Library
from huiying.problem import Mark
from huiying.public import Projection

_Table = Mapping[int, tuple[tuple[bytes, int], ...]]
ZONE = 31
"""Bytes that hold one of every three words (8 bytes each), wherever they begin in an output."""
SHORT_ZONE = 11
"""Bytes that hold one of every two half words (4 bytes each)."""


@dataclass(frozen=True)
class Needles:
    """The texts that no output may hold, as bytes. Cheap to send to a worker."""

    texts: tuple[bytes, ...] = ()

    @cached_property
    def tables(self) -> tuple[_Table, _Table]:
        """The long ones by their words, the short ones by their half words."""
        return _tables(self.texts)

    def __reduce__(self) -> tuple[type["Needles"], tuple[tuple[bytes, ...]]]:
        return Needles, (self.texts,)


NOTHING = Needles()


def found(text: str, needles: Needles) -> tuple[str, ...]:
    """Which of the needles an output holds.

    Looking for thousands of texts one by one would cost a hundred times what drawing the page did.
    Instead an output is read as machine words and every third is looked up: a text of 31 bytes
    cannot stand there without one of its words being among them.
    """
    if not needles.texts:
        return ()
    data = text.encode("utf-8", "replace")
    long, short = needles.tables
    hits = _hits(data, long, "Q", 3) if long else set()
    if short:
        hits |= _hits(data, short, "I", 2)
    return tuple(sorted(hit.decode() for hit in hits))


def _hits(data: bytes, table: _Table, code: str, stride: int) -> set[bytes]:
    words = array(code)
    size = words.itemsize
    words.frombytes(data[: len(data) // size * size])
    seen = words[::stride]
    hits: set[bytes] = set()
    if table.keys().isdisjoint(seen):
        return hits
    for number, word in enumerate(seen):
        for needle, offset in table.get(word, ()):
            if data.startswith(needle, max(number * size * stride - offset, 0)):
                hits.add(needle)
    return hits


@lru_cache(maxsize=1)
def _tables(texts: tuple[bytes, ...]) -> tuple[_Table, _Table]:
    long = _table((text for text in texts if len(text) >= ZONE), ZONE, "Q")
    return long, _table((text for text in texts if len(text) < ZONE), SHORT_ZONE, "I")


def _table(texts: Iterable[bytes], zone: int, code: str) -> _Table:
    """Each text under every word that a look at every so many bytes could meet first.

    The end of a text is looked for: notes begin alike more often than they end alike.
    """
    table: dict[int, list[tuple[bytes, int]]] = {}
    size = array(code).itemsize
    for text in texts:
        start = len(text) - zone
        for shift in range(size):
            words = array(code)
            whole = (zone - shift) // size * size
            words.frombytes(text[start + shift : start + shift + whole])
            for number, word in enumerate(words):
                table.setdefault(word, []).append((text, start + shift + number * size))
    return {word: tuple(places) for word, places in table.items()}


def needles(library: Library, projection: Projection) -> Needles:
    """The private texts of a library, as far as this projection does not show their fields."""
    texts = private_texts(library, projection)
    pieces = {piece for _, _, text in texts for piece in cut(text)}
    return Needles(tuple(sorted(piece.encode() for piece in pieces)))


def judge(
    found: Mapping[str, tuple[str, ...]], library: Library, projection: Projection
) -> Iterator[tuple[str, str, Mark]]:
    """Of what was found in outputs (by path), what is a leak: text, path, and where it is written.

    Outputs that were kept may tell of texts that are private no longer.
    """
    marks: dict[str, Mark] = {}
    wanted = {piece for pieces in found.values() for piece in pieces}
    for record, path, text in private_texts(library, projection) if wanted else ():
        for piece in cut(text):
            if piece in wanted and piece not in marks:
                marks[piece] = record.mark(path)
    leaks = marks.keys() - is_public(marks, projection)
    for path, pieces in found.items():
        for piece in pieces:
            if piece in leaks:
                yield piece, path, marks[piece]
