"""How wide a text is before any browser has seen it, and where its lines break.

In: text, widths in em of its own size. Out: widths and lines. Widths are those of the widest common
system font for each sort of letter, so that nothing runs over where another font is installed; a
test measures the results in a browser. Breaking follows the habits of Chinese typesetting (W3C
clreq): no full stop at the start of a line, no opening bracket at its end, numbers stay whole.
"""

import re
import unicodedata
from functools import lru_cache

NARROW, SIGN, LOWER, DIGIT, UPPER, BROAD = 0.36, 0.42, 0.59, 0.62, 0.72, 0.96
_SORTS = {
    **dict.fromkeys("ijlI.,:;'!|()[]{}`/\\ ", NARROW),
    **dict.fromkeys('frt-°·"*', SIGN),
    **dict.fromkeys("mwMW@%‰&", BROAD),
    **dict.fromkeys("+=<>~^_$#?", DIGIT),
    "\u2212": DIGIT,
}
_NOT_FIRST = "，。、；：？！）》〉”’』」】〕％‰℃…—·,.;:?!)]}%°"
_NOT_LAST = "（《〈“‘『「【〔([{￥$"
_WORD = re.compile(
    r"[\u2212+-]?[0-9][0-9,.:/%—–-]*[\u4e00-\u9fff]?|[a-zA-Z][\w.'/@-]*|\s+|.", re.ASCII
)


@lru_cache(maxsize=4096)
def _letter(letter: str) -> float:
    if letter in _SORTS:
        return _SORTS[letter]
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Cc"):
        return 0.0
    if ord(letter) >= 0x1F000 and ord(letter) < 0x20000:
        return 1.4  # pictures among the letters
    if unicodedata.east_asian_width(letter) in "WFA":
        return 1.0
    if letter.isdigit():
        return DIGIT
    if letter.islower() and letter.isascii():
        return LOWER
    return UPPER if letter.isascii() else 0.9


def width(text: str) -> float:
    """The width of one line, in em."""
    return sum(map(_letter, text))


def _parts(text: str) -> list[str]:
    """What may not be broken, in order: words, numbers with the letter behind them, signs."""
    parts: list[str] = []
    for part in _WORD.findall(text):
        joins = parts and (part[0] in _NOT_FIRST or parts[-1][-1] in _NOT_LAST)
        if joins and not part.isspace():
            parts[-1] += part
        else:
            parts.append(" " if part.isspace() else part)
    return parts


def _fit(parts: list[str], limit: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for part in parts:
        if width(line + part) <= limit or (part == " " and line):
            line += part
            continue
        if line.strip():
            lines.append(line.strip())
        line = part if part != " " else ""
        while width(line) > limit and len(line) > 1:
            cut = next(n for n in range(1, len(line) + 1) if n == 1 or width(line[:n]) <= limit)
            while cut < len(line) and width(line[: cut + 1]) <= limit:
                cut += 1
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.strip()] if line.strip() else lines


def wrap(text: str, limit: float) -> list[str]:
    """The lines of a text, none wider than `limit` em, the last no mere remnant.

    A word that is wider than a line is cut; one letter stands alone even where it is too wide.
    """
    parts = _parts(text.strip())
    lines = _fit(parts, limit)
    narrower = limit
    while 1 < len(lines) <= 4 and width(lines[-1]) < limit / 3 and narrower > limit / 2:
        narrower -= 0.5
        tried = _fit(parts, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines
