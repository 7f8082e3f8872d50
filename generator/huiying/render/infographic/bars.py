"""Horizontal bars: what is longer is more, from zero on, also below zero.

In: a figure and a sheet. Out: a pen. On the wide sheet the labels stand before the bars, on the
tall one above them; every bar has its number at its end, and what is unknown says so.
"""

from dataclasses import dataclass

from huiying.render.infographic.figure import Figure, Item
from huiying.render.infographic.measuring import width, wrap
from huiying.render.infographic.pen import LEADING, Pen
from huiying.render.infographic.sheet import Sheet, begin

THICK = 18
LABELS = 0.36
"""Of the sheet, at most."""
THINNEST = 1.5
"""So that a little is seen to be more than nothing."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to places between `left` and `right`."""

    low: float
    high: float
    left: float
    right: float

    def __call__(self, value: float) -> float:
        whole = self.high - self.low
        share = (value - self.low) / whole if whole else 0.0
        return self.left + min(max(share, 0), 1) * (self.right - self.left)


def bars(figure: Figure, sheet: Sheet) -> Pen:
    """One bar for each item, in the order in which they were written."""
    pen, y = begin(figure, sheet)
    left = float(sheet.margin)
    labels = 0.0
    if sheet.is_wide:
        widest = max((width(item.label) for item in figure.items), default=0) * sheet.size
        labels = min(widest + 1, LABELS * sheet.width)
        left += labels + sheet.gap
    scale = _scale(figure, sheet, left)
    for item in figure.items:
        if sheet.is_wide:
            lines = wrap(item.label, labels / sheet.size)
            high = max(len(lines) * sheet.size * LEADING, THICK + 10)
            text_y = y + (high - len(lines) * sheet.size * LEADING) / 2
            pen.block(lines, left - sheet.gap, text_y, sheet.size, "label", "end")
            _bar(pen, figure, item, scale, y + (high - THICK) / 2, sheet)
            y += high + sheet.gap / 2
        else:
            y = pen.words(item.label, left, y, sheet.inner, sheet.size, "label") + 3
            _bar(pen, figure, item, scale, y, sheet)
            y += THICK + sheet.gap + 2
    return pen


def _scale(figure: Figure, sheet: Sheet, left: float) -> Scale:
    """With room for the widest number at either end that has bars."""
    known = [float(value) for value in figure.known]
    low = min([0.0, *known])
    high = max([0.0, *known, *([float(figure.total)] if figure.total else [])])
    room = max((_room(figure, item, sheet) for item in figure.items), default=0.0)
    below = [_room(figure, item, sheet) for item in figure.items if (item.value or 0) < 0]
    start = left + max(below, default=0.0)
    return Scale(low, high, start, max(sheet.right - room, start + 20))


def _room(figure: Figure, item: Item, sheet: Sheet) -> float:
    """How wide an item's number is, with its share and the gaps around them."""
    share = figure.share(item) if figure.has_shares else ""
    wide = width(figure.said(item)) * sheet.size + 8
    return wide + (width(share) * sheet.small + 8 if share else 0)


def _bar(pen: Pen, figure: Figure, item: Item, scale: Scale, y: float, sheet: Sheet) -> None:
    """The bar of an item and its number beyond the bar's end."""
    zero = scale(0)
    if scale.low < 0:
        pen.rule(zero, y - 4, zero, y + THICK + 4, "axis")
    if figure.total:
        pen.box(zero, y, scale(float(figure.total)) - zero, THICK, "track", 2)
    value = float(item.value) if item.value is not None else 0.0
    end = scale(value)
    if value:
        end = max(end, zero + THINNEST) if value > 0 else min(end, zero - THINNEST)
        pen.box(min(zero, end), y, abs(end - zero), THICK, "bar", 2)
    if figure.total:  # numbers stand in a column of their own
        end = scale.right
    text_y = y + (THICK - sheet.size * LEADING) / 2
    role = "number" if item.value is not None else "unknown"
    if value < 0:
        pen.line(figure.said(item), end - 8, text_y, sheet.size, role, "end")
        return
    said, share = figure.said(item), figure.share(item) if figure.has_shares else ""
    pen.line(said, end + 8, text_y, sheet.size, role)
    if share:
        x = end + 16 + width(said) * sheet.size
        pen.line(share, x, y + (THICK - sheet.small * LEADING) / 2, sheet.small, "quiet")
