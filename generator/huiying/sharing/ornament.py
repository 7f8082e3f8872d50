"""What share cards show besides type: the stamp of a verdict and the mark of the site.

In: a word, colours, sizes in pixels. Out: small pictures. They are drawn larger and made smaller
again, which gives them smooth edges; each is drawn once for as long as the process lives.
"""

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from huiying.sharing.type import MIDDLE, Type

FINE = 4
STAMP_PX = 58
ASKEW_DEGREES = 4
GOLD = "#ffcf5c"
BUBBLE = ((10, 12.5), (30, 12.5), (30, 26), (20.5, 26), (15.5, 30.5), (15.5, 26), (10, 26))
TICK = ((15, 19), (18.6, 22.6), (25.2, 15.8))
GRID = 40
"""The mark as in `theme/assets/mark.svg`: its points lie on a square of so many units."""


@lru_cache(maxsize=32)
def stamp(label: str, colour: str, serif: Path) -> Image.Image:
    """A seal, a little askew; transparent around."""
    type = Type(serif, STAMP_PX * FINE, bold=True)
    gap, pad, inset = type.size_px // 8, 22 * FINE, 7 * FINE
    width = round(len(label) * type.size_px + gap * (len(label) - 1))
    right, bottom = width + 2 * pad - 1, type.size_px + 24 * FINE - 1
    seal = Image.new("L", (right + 1, bottom + 1), 0)
    draw = ImageDraw.Draw(seal)
    draw.rounded_rectangle((0, 0, right, bottom), 9 * FINE, outline=255, width=4 * FINE)
    inner = (inset, inset, right - inset, bottom - inset)
    draw.rounded_rectangle(inner, 4 * FINE, outline=255, width=FINE * 3 // 2)
    base = bottom / 2 + type.size_px * MIDDLE
    for number, character in enumerate(label):
        at = (pad + number * (type.size_px + gap), base)
        draw.text(at, character, 255, type.font, anchor="ls", stroke_width=type.stroke_px)
    turned = seal.rotate(ASKEW_DEGREES, Image.Resampling.BICUBIC, expand=True).reduce(FINE)
    made = Image.new("RGBA", turned.size, colour)
    made.putalpha(turned)
    return made


@lru_cache(maxsize=8)
def mark(side_px: int, line: str, ground: str, under: str) -> Image.Image:
    """The mark of the site in a square. `under`: the colour that it will stand on."""
    side = side_px * FINE
    made = Image.new("RGB", (side, side), under)
    draw = ImageDraw.Draw(made)
    draw.rounded_rectangle((0, 0, side - 1, side - 1), 9 * side / GRID, ground)
    _stroke(draw, (*BUBBLE, *BUBBLE[:2]), side / GRID, 2.4, line)
    _stroke(draw, TICK, side / GRID, 2.6, GOLD)
    return made.reduce(FINE)


def _stroke(
    draw: ImageDraw.ImageDraw,
    points: tuple[tuple[float, float], ...],
    scale: float,
    width: float,
    fill: str,
) -> None:
    """A line with round joints and ends."""
    scaled = [(x * scale, y * scale) for x, y in points]
    draw.line(scaled, fill, round(width * scale), joint="curve")
    radius = width * scale / 2
    for x, y in (scaled[0], scaled[-1]):
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill)
