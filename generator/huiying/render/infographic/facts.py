"""The fact beside the claim: the fact first and large, the claim smaller and stamped.

In: a figure and a sheet. Out: a pen.
"""

from huiying.render.infographic.figure import Figure
from huiying.render.infographic.measuring import wrap
from huiying.render.infographic.pen import Pen, height
from huiying.render.infographic.sheet import Sheet, begin

PAD = {"landscape": 24, "portrait": 18}
FACT = {"landscape": 27, "portrait": 24}
CLAIM = {"landscape": 19, "portrait": 17}
TRUE, SAID = "实际情况", "网上流传"


def facts(figure: Figure, sheet: Sheet) -> Pen:
    """Two panels: side by side, or the fact above the claim."""
    pen, y = begin(Figure(figure.type, ()), sheet)
    wide = (sheet.inner - sheet.gap) * 0.58 if sheet.is_wide else float(sheet.inner)
    # Drawn twice: how high a panel is, is known when what stands on it has been set.
    high = _fact(Pen(sheet.width), figure, sheet, sheet.margin, y, wide) - y
    x, below = float(sheet.margin), y + high + sheet.gap
    if sheet.is_wide:
        x, below = sheet.margin + wide + sheet.gap, y
    rest = sheet.right - x
    other = _claim(Pen(sheet.width), figure, sheet, x, below, rest) - below
    if sheet.is_wide:
        high = other = max(high, other)
    pen.box(sheet.margin, y, wide, high, "panel", 6)
    _fact(pen, figure, sheet, sheet.margin, y, wide)
    pen.box(x, below, rest, other, "card", 6)
    _claim(pen, figure, sheet, x, below, rest)
    return pen


def _fact(pen: Pen, figure: Figure, sheet: Sheet, x: float, y: float, wide: float) -> float:
    pad, size = PAD[sheet.name], FACT[sheet.name]
    x, inner = x + pad, wide - 2 * pad
    y = pen.block([TRUE], x, y + pad, sheet.small, "on-quiet") + 4
    y = pen.words(figure.fact, x, y, inner, size, "on-strong")
    for item in figure.items:
        y += sheet.gap / 2
        pen.rule(x, y, x + inner, y, "on-rule")
        y = pen.words(item.label, x, y + 6, inner, sheet.size, "on-label")
        if item.text:
            y = pen.words(item.text, x, y, inner, sheet.size, "on-quiet")
    return y + pad


def _claim(pen: Pen, figure: Figure, sheet: Sheet, x: float, y: float, wide: float) -> float:
    pad, size = PAD[sheet.name], CLAIM[sheet.name]
    x, inner = x + pad, wide - 2 * pad
    y = pen.block([SAID], x, y + pad, sheet.small, "quiet") + 4
    lines = wrap(f"“{figure.claim}”", inner / size)
    pen.block(lines, x, y, size, "quiet")
    y += height(lines, size) + sheet.gap
    if figure.verdict:
        y = pen.stamp(figure.verdict, figure.verdict_label, x, y, 22)
    return y + pad
