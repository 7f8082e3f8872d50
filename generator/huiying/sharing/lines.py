"""Where the lines of a share card's title end, and how wide each is.

In: units of a title that no line may break within, what one character takes, a width. Out: lines.
Figures are in ems (the height of the type), so that one table of widths serves every size. It never
drops a character: what does not fit is for the caller to see.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

CLOSING = frozenset("，。、；：？！）》〉】〕”’…—·～%％℃")
"""No line begins with these."""
OPENING = frozenset("（《〈【〔“‘")
"""No line ends with these."""
CLINGING = frozenset("的吗呢吧们")
"""Nor with these: they belong to the word before."""
_HALF_EMPTY = frozenset("，。、；：）》〉】〕”’")
_PAUSE = frozenset("，。；：？！")
GAP = 0.125
"""Between Chinese and Latin letters or figures, as `text-autospace` sets it on the pages."""
HALF = 0.5

NO_PAUSE = 0.5
"""What a break costs that does not follow a comma; what raggedness costs is in the same measure."""
WORD_BROKEN = 2.0
"""What it costs besides where two characters meet that no list of words knows: it may be a word."""
ORPHAN, ORPHAN_BELOW = 2.0, 3.0
"""What a last line costs that is shorter than so many ems."""
UNEVEN = 0.04
"""What the square of each em costs by which a line differs from all lines being even."""


@dataclass(frozen=True, slots=True)
class Line:
    """`text`, and of each of its characters where it stands; `width` without what hangs over."""

    text: str
    places: tuple[float, ...]
    width: float


def line(text: str, advance: Callable[[str], float]) -> Line:
    """One line: marks that meet share their room, and one that ends or opens a line hangs out."""
    at = -HALF if text[:1] in OPENING else 0.0
    places = []
    for here, after in zip(text, [*text[1:], ""], strict=True):
        places.append(at)
        at += advance(here) + _between(here, after)
    width = at - HALF if text[-1:] in _HALF_EMPTY else at
    return Line(text, tuple(places), width)


def _between(here: str, after: str) -> float:
    if here in _HALF_EMPTY and (after in _HALF_EMPTY or after in OPENING):
        return -HALF
    if here in OPENING and after in OPENING:
        return -HALF
    return GAP if after and _is_han(here) != _is_han(after) and _meet(here, after) else 0.0


def _meet(here: str, after: str) -> bool:
    """Whether a Chinese character and a Latin letter or figure stand side by side."""
    other = after if _is_han(here) else here
    return other.isascii() and other.isalnum()


def _is_han(character: str) -> bool:
    return character >= "\u2e80" and character.isalpha()


class Setting:
    """A text that is to be set in lines: its units, and how wide any run of them is.

    `units`: figures and words that stay whole. A break after a comma is best; one between two
    characters that belong to no known word is taken only where little else is left.
    """

    def __init__(self, units: Sequence[str], advance: Callable[[str], float]) -> None:
        self._advance = advance
        self._units = _kept_together(units)
        text = "".join(self._units)
        steps = [advance(text[-1])] if text else []
        steps = [advance(here) + _between(here, after) for here, after in pairwise(text)] + steps
        self._places = [0.0, *accumulate(steps)]
        self._ends = [0, *accumulate(map(len, self._units))]
        self._text = text

    def best(self, width: float, most: int) -> tuple[float, list[Line]] | None:
        """What the best lines of at most that width cost, and they; None if `most` are too few."""
        total = self._width(0, len(self._units))
        fewest = max(1, int(total / width))
        ways = (self._in(count, width, total / count) for count in range(fewest, most + 1))
        found = [way for way in ways if way is not None][:2]
        if not found:
            return None
        cost, ends = min(found)
        pieces = ("".join(self._units[start:end]) for start, end in pairwise(ends))
        return cost, [line(piece, self._advance) for piece in pieces]

    def _width(self, start: int, end: int) -> float:
        """How wide the units from `start` to `end` are as a line, as `line` has it."""
        first, last = self._ends[start], self._ends[end] - 1
        width = self._places[last] - self._places[first] + self._advance(self._text[last])
        width -= HALF if self._text[first] in OPENING else 0.0
        return width - HALF if self._text[last] in _HALF_EMPTY else width

    def _in(self, count: int, width: float, aim: float) -> tuple[float, list[int]] | None:
        """Cost and breaks of the best way into so many lines: each from the best ways before it."""
        ways: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}
        for number in range(count):
            after: dict[int, tuple[float, list[int]]] = {}
            for start, (cost, ends) in ways.items():
                for end in self._reached(start, width, number == count - 1):
                    paid = cost + UNEVEN * (self._width(start, end) - aim) ** 2
                    paid += self._penalty(start, end)
                    if end not in after or paid < after[end][0]:
                        after[end] = (paid, [*ends, end])
            ways = after
        return ways.get(len(self._units))

    def _reached(self, start: int, width: float, is_last: bool) -> list[int]:
        """Where a line may end that begins with a unit; the last one with the last unit."""
        whole = len(self._units)
        if is_last:
            return [whole] if start < whole and self._width(start, whole) <= width else []
        found = []
        for end in range(start + 1, whole):
            if self._width(start, end) > width:
                break
            found.append(end)
        return found

    def _penalty(self, start: int, end: int) -> float:
        """What a line from `start` to `end` costs for where it ends."""
        before = self._units[end - 1]
        if end == len(self._units):
            is_orphan = start > 0 and self._width(start, end) < ORPHAN_BELOW
            return ORPHAN if is_orphan else 0.0
        if before[-1] in _PAUSE:
            return 0.0
        is_unknown = len(before) == 1 and len(self._units[end]) == 1
        return NO_PAUSE + (WORD_BROKEN if is_unknown else 0.0)


def _kept_together(units: Sequence[str]) -> list[str]:
    """Units with the marks that may not leave them, and Latin letters and figures in one."""
    found: list[str] = []
    for unit in units:
        before = found[-1][-1] if found else ""
        is_run = before.isascii() and unit[0].isascii() and not f"{before}{unit[0]}".count(" ")
        clings = unit[0] in CLOSING or unit in CLINGING
        if found and (clings or before in OPENING or is_run):
            found[-1] += unit
        else:
            found.append(unit)
    return found
