"""Type on a share card: a typeface at a size, how wide its characters are, a line that is set.

In: texts and the file of a typeface. Out: widths in ems, and ink on a picture. Every character is
placed by itself, so that no engine of text layout, which not every build of Pillow has, can differ.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageDraw, ImageFont

from huiying.sharing.lines import Line, line

BOLD = 0.016
"""How much a stroke is widened on each side, in ems: the typefaces have one weight only."""
MIDDLE = 0.37
"""How far a Chinese character's middle lies above its baseline, in ems."""
_UNIT_PX = 1000
_LEAST_PX = 32
_NOBODY = "\uffff"
"""Unicode gives this to no character, so a typeface draws what it draws for those it lacks."""


@dataclass(frozen=True, slots=True)
class Type:
    """One typeface at one size. `bold`: whether its strokes are widened."""

    file: Path
    size_px: int
    bold: bool = False

    @property
    def stroke_px(self) -> float:
        return self.size_px * BOLD if self.bold else 0.0

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        return _font(self.file, self.size_px)

    def advance(self, character: str) -> float:
        """What a character takes, in ems, whatever the size."""
        return _advance(self.file, character)

    def line(self, text: str) -> Line:
        return line(text, self.advance)

    def width_px(self, text: str) -> float:
        return self.line(text).width * self.size_px if text else 0.0


@lru_cache(maxsize=64)
def _font(file: Path, size_px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file), size_px, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def _advance(file: Path, character: str) -> float:
    return _font(file, _UNIT_PX).getlength(character) / _UNIT_PX


def has_all(text: str, file: Path) -> bool:
    """Whether a typeface has every character: a card full of empty boxes helps nobody."""
    return all(each.isspace() or _has(file, each) for each in set(text))


@lru_cache(maxsize=8192)
def _has(file: Path, character: str) -> bool:
    font = _font(file, _LEAST_PX)
    return bytes(font.getmask(character)) != bytes(font.getmask(_NOBODY))


def fitting(text: str, file: Path, width_px: float, sizes: tuple[int, ...], bold: bool) -> Type:
    """The largest of some sizes in which a text fits on one line; else the smallest."""
    types = [Type(file, size, bold) for size in sizes]
    return next((type for type in types if type.width_px(text) <= width_px), types[-1])


def cut(text: str, type: Type, width_px: float) -> str:
    """A text that fits on one line, with an ellipsis where it had to be cut."""
    if type.width_px(text) <= width_px:
        return text
    while text and type.width_px(f"{text}…") > width_px:
        text = text[:-1]
    return f"{text}…"


def write(
    draw: ImageDraw.ImageDraw, x: float, baseline: float, text: Line, type: Type, fill: str | int
) -> None:
    """Set one line, its first character's left edge and its baseline at a point."""
    for character, place in zip(text.text, text.places, strict=True):
        at = (round(x + place * type.size_px), round(baseline))
        draw.text(at, character, fill, type.font, anchor="ls", stroke_width=type.stroke_px)
