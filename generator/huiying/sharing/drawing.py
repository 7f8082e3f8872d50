"""One share card as a PNG: a sheet of paper on the institution's blue, with a stamp and a sentence.

In: what the card says and the typefaces. Out: its bytes, the same ones for the same card, typefaces
and release of Pillow. All that matters lies in the middle square, because WeChat shows nothing else
of it. It reads no file but the typefaces, and no clock.

Colours are those of `theme/styles/00-tokens.css` in light, on paper.
"""

from io import BytesIO
from math import log
from typing import TypeAlias

from PIL import Image, ImageColor, ImageDraw

from huiying.render.share import HEIGHT_PX, WIDTH_PX, ShareCard
from huiying.render.views.headline import units
from huiying.sharing.fonts import Fonts
from huiying.sharing.lines import Line, Setting
from huiying.sharing.ornament import GOLD, mark, stamp
from huiying.sharing.type import MIDDLE, Type, cut, fitting, write

INK, INK_2, PAPER, LINE = "#1a2027", "#46505b", "#ffffff", "#dcd8cf"
BRAND, BRAND_DEEP, ON_BRAND = "#14406b", "#0f3154", "#d3e0ec"
STAMPS = {
    "false-claim": "#a8261b",
    "partly-false": "#964500",
    "misleading": "#7d4a00",
    "outdated": "#4d5766",
    "unverified": "#665300",
    "accurate": "#14663c",
    "closed": "#4d5766",
}
SHEET = (255, 945)
"""From where to where the paper reaches, in pixels: the middle square (285 to 915) and a margin."""
SHADOW_PX, SHADOW_WIDTH_PX = 8, 6
"""How far from the paper a darker line stands."""
LEFT, RIGHT = 329, 871
"""From where to where there is type."""
HEADING, HEADING_RULE, MARK_PX = 60, 102, 44
TITLE_TOP, STAMPED_TOP, TITLE_BOTTOM = 120, 244, 536
FOOT_RULE, NOTE_BASE = 548, 592
SIZES = (84, 76, 68, 62, 56, 52, 48, 44, 40, 36, 32)
"""Sizes of a title, in pixels."""
LEADING = 1.4
MOST_LINES, SMALL, MOST_SMALL_LINES = 5, 40, 7
"""How many lines there may be, and how many in sizes from `SMALL` down."""
SMALLER = 7.0
"""What a smaller title costs, by the logarithm of its size, in the measure of `lines`."""
Shade: TypeAlias = tuple[int, int, int]
RUNS = 3
"""zlib's strategy Z_RLE: only repeats of the byte before. A flat drawing gets as small as by the
slowest search, in a tenth of the time, and nothing is left to each zlib's own way of searching."""


def png(card: ShareCard, fonts: Fonts) -> bytes:
    """The card as a PNG in few colours."""
    image = Image.new("RGB", (WIDTH_PX, HEIGHT_PX), BRAND)
    draw = ImageDraw.Draw(image)
    _ground(image, draw, card, fonts)
    _heading(image, draw, card, fonts)
    if card.stamp:
        _judgement(image, draw, card, fonts)
    _title(draw, card, fonts)
    _foot(draw, card, fonts)
    return _packed(image, STAMPS.get(card.term, INK))


def _packed(image: Image.Image, stamped: str) -> bytes:
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in _palette(stamped) for part in colour])
    out = BytesIO()
    made = image.quantize(palette=palette, dither=Image.Dither.NONE)
    made.save(out, "PNG", compress_type=RUNS, bits=4)
    return out.getvalue()


def _palette(stamped: str) -> list[Shade]:
    """At most sixteen colours: grounds and inks, and the shades that make their edges smooth."""
    found = [_mixed(each, PAPER, 1) for each in (PAPER, BRAND, BRAND_DEEP, INK_2, GOLD, LINE)]
    found += [_mixed(INK, PAPER, share) for share in (1, 0.7, 0.4, 0.15)]
    found += [_mixed(stamped, PAPER, share) for share in (1, 0.6, 0.25)]
    return found + [_mixed(ON_BRAND, BRAND, share) for share in (1, 0.65, 0.3)]


def _mixed(colour: str, ground: str, share: float) -> Shade:
    over, under = ImageColor.getrgb(colour), ImageColor.getrgb(ground)
    red, green, blue = (round(over[n] * share + under[n] * (1 - share)) for n in range(3))
    return red, green, blue


def _ground(image: Image.Image, draw: ImageDraw.ImageDraw, card: ShareCard, fonts: Fonts) -> None:
    """The paper between two panels: the column's word from top to bottom, and the mark."""
    left, right = SHEET
    draw.rectangle((left, 0, right - 1, HEIGHT_PX), PAPER)
    for x in (left - SHADOW_PX - SHADOW_WIDTH_PX, right + SHADOW_PX):
        draw.rectangle((x, 0, x + SHADOW_WIDTH_PX - 1, HEIGHT_PX), BRAND_DEEP)
    type = Type(fonts.serif, 104 if len(card.column) < 4 else 92, bold=True)
    middle = (left - SHADOW_PX - SHADOW_WIDTH_PX) / 2
    step = type.size_px * 1.24
    first = (HEIGHT_PX - step * (len(card.column) - 1)) / 2 + type.size_px * MIDDLE
    for number, character in enumerate(card.column):
        base = first + step * number
        write(draw, middle - type.size_px / 2, base, type.line(character), type, ON_BRAND)
    picture = mark(116, ON_BRAND, BRAND, BRAND)
    image.paste(picture, (WIDTH_PX - round(middle) - 58, HEIGHT_PX // 2 - 58))


def _heading(image: Image.Image, draw: ImageDraw.ImageDraw, card: ShareCard, fonts: Fonts) -> None:
    """The site's mark and name, over a rule."""
    image.paste(mark(MARK_PX, PAPER, BRAND, PAPER), (LEFT, HEADING - MARK_PX // 2))
    start = LEFT + MARK_PX + 14
    type = fitting(card.site, fonts.serif, RIGHT - start, (34, 30, 26, 22, 19), bold=True)
    name = cut(card.site, type, RIGHT - start)
    write(draw, start, HEADING + type.size_px * MIDDLE, type.line(name), type, INK)
    draw.rectangle((LEFT, HEADING_RULE, RIGHT - 1, HEADING_RULE + 2), INK)


def _judgement(
    image: Image.Image, draw: ImageDraw.ImageDraw, card: ShareCard, fonts: Fonts
) -> None:
    """What is judged, and the stamp."""
    middle = (TITLE_TOP + STAMPED_TOP) // 2 + 4
    type = Type(fonts.sans, 42)
    write(draw, LEFT, middle + type.size_px * MIDDLE, type.line(card.caption), type, INK_2)
    seal = stamp(card.stamp, STAMPS[card.term], fonts.serif)
    image.paste(seal, (RIGHT - seal.width + 8, middle - seal.height // 2), seal)


def _title(draw: ImageDraw.ImageDraw, card: ShareCard, fonts: Fonts) -> None:
    """The title in the middle of its room."""
    top = STAMPED_TOP if card.stamp else TITLE_TOP
    room = TITLE_BOTTOM - top
    type, lines = _set(card, fonts, room)
    step = type.size_px * LEADING
    first = top + (room - step * (len(lines) - 1)) / 2 + type.size_px * MIDDLE
    for number, each in enumerate(lines):
        write(draw, LEFT, first + step * number, each, type, INK)


def _set(card: ShareCard, fonts: Fonts, room_px: int) -> tuple[Type, list[Line]]:
    """A title's size and its lines: large, but smaller where that keeps words whole.

    One that does not fit in the smallest size ends in an ellipsis; what the picture says is told in
    full by its text.
    """
    pieces = units(card.title, card.words)
    while True:
        found = _best(pieces, fonts, room_px)
        if found:
            return found
        pieces = [*pieces[:-2], "…"] if len(pieces) > 2 else list(card.title[:8]) + ["…"]


def _best(pieces: list[str], fonts: Fonts, room_px: int) -> tuple[Type, list[Line]] | None:
    """The size and lines that cost least; None where even the smallest size is too large."""
    setting = Setting(pieces, Type(fonts.serif, SIZES[0]).advance)
    best: tuple[float, int, list[Line]] | None = None
    for size in SIZES:
        smaller = SMALLER * log(SIZES[0] / size)
        if best and best[0] <= smaller:
            break
        most = MOST_LINES if size > SMALL else MOST_SMALL_LINES
        found = setting.best((RIGHT - LEFT) / size, min(most, int(room_px / (size * LEADING))))
        if found and (best is None or found[0] + smaller < best[0]):
            best = (found[0] + smaller, size, found[1])
    return (Type(fonts.serif, best[1], bold=True), best[2]) if best else None


def _foot(draw: ImageDraw.ImageDraw, card: ShareCard, fonts: Fonts) -> None:
    """Who answers and when."""
    if not card.note:
        return
    draw.rectangle((LEFT, FOOT_RULE, RIGHT - 1, FOOT_RULE), LINE)
    type = fitting(card.note, fonts.sans, RIGHT - LEFT, (26, 24, 22, 20, 18), bold=False)
    write(draw, LEFT, NOTE_BASE, type.line(cut(card.note, type, RIGHT - LEFT)), type, INK_2)
