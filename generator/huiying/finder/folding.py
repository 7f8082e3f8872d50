"""Folding: the one spelling in which a text is indexed, asked for and compared.

In: any text. Out: the same words without what people change when they pass a message on: addresses
of the web, width, case, accents, traditional characters, spaces, punctuation, emoji and invisible
characters. Letters, digits and Han characters stay. `theme/finder/folding.js` does the same in the
browser; `tests/finder/vectors.json` holds both to it. The tables are fixed, as those of Python and
of browsers differ between versions.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files

# ASCII, as Python else takes the long s and the Kelvin sign for letters of an address.
_URL = re.compile(r"(?:https?://|www\.)[!-~]+", re.IGNORECASE | re.ASCII)
# After decomposition and in lower case; everything else is kept. Lone surrogates and private
# characters go as well.
_DROPPED = re.compile(
    "[\\0-/:-`{-\xbf\xd7\xf7\u02b0-\u036f\u0483-\u0489\u0591-\u05c7\u2000-\u2e7f\u2ff0-\u3004"
    "\u3006\u3008-\u3020\u302a-\u3030\u303d-\u303f\u3099-\u309c\u30a0\u30fb\ud800-\uf8ff"
    "\ufe00-\ufe6f\ufeff-\uffff\U0001f000-\U0001fbff\U000e0000-\U0010ffff]+"
)


@cache
def variants() -> tuple[str, str]:
    """Traditional characters and, each at the same place, the simplified ones.

    Those of the Basic Multilingual Plane only, so that both strings can be walked by index in a
    browser. The pairs are those of OpenCC's `t2s` (Apache-2.0) in which one character becomes one.
    """
    text = files(__package__).joinpath("variants.txt").read_text(encoding="utf-8")
    traditional, simplified = text.split("\n")[:2]
    return traditional, simplified


@cache
def _table() -> dict[int, str]:
    # Python lowers Σ by its place in the word, browsers by itself: both forms become one.
    return {ord(one): other for one, other in zip(*variants(), strict=True)} | {0x3C2: "\u03c3"}


def lighten(text: str) -> str:
    """The text without addresses, in one width, case and set of characters; all else stays."""
    bare = _URL.sub("", text)
    return unicodedata.normalize("NFKD", bare).lower().translate(_table())


def fold(text: str) -> str:
    """The folded text. Two texts that people would call the same are equal."""
    return _DROPPED.sub("", lighten(text))


def terms(text: str) -> list[str]:
    """The words of a query as folded pieces: what stands between spaces."""
    return [folded for piece in _URL.sub(" ", text).split() if (folded := fold(piece))]
