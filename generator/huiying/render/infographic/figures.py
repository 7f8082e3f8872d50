"""Numbers to remember, each large on a card of its own.

In: a figure and a sheet. Out: a pen.
"""

from huiying.render.infographic.figure import Figure, Item, digits
from huiying.render.infographic.measuring import width, wrap
from huiying.render.infographic.pen import LEADING, Pen, height
from huiying.render.infographic.sheet import Sheet, begin

LARGE, BESIDE, LEAST = 40, 26, 14
"""Sizes of numbers: at most, at least with the unit behind it, at least."""
PAD = 16


def figures(figure: Figure, sheet: Sheet) -> Pen:
    """Cards in rows, all alike: what they are, how much it is."""
    pen, _ = begin(Figure(figure.type, figure.items), sheet)
    count = len(figure.items)
    across = _across(count, sheet)
    wide = (sheet.inner - (across - 1) * sheet.gap) / across
    inner = wide - 2 * PAD
    large = min((_size(item, inner, sheet) for item in figure.items), default=LARGE)
    labels = [wrap(item.label, inner / sheet.small) for item in figure.items]
    y = float(sheet.margin)
    for start in range(0, count, across):
        row = range(start, min(start + across, count))
        tall = max(height(labels[place], sheet.small) for place in row)
        high = 2 * PAD - 4 + tall + large * LEADING
        if any(_is_below(figure.items[place], inner, large, sheet) for place in row):
            high += sheet.size * LEADING
        for place in row:
            x = sheet.margin + (place - start) * (wide + sheet.gap)
            pen.box(x, y, wide, high, "card", 6)
            _card(
                pen,
                figure,
                figure.items[place],
                labels[place],
                x + PAD,
                y + PAD,
                inner,
                large,
                sheet,
            )
        y += high + sheet.gap
    return pen


def _across(count: int, sheet: Sheet) -> int:
    """How many cards stand side by side."""
    if not sheet.is_wide:
        return 1 if count <= 3 else 2
    return max(count, 1) if count <= 3 else 2 if count == 4 else 3


def _size(item: Item, inner: float, sheet: Sheet) -> float:
    """The largest type in which an item's number fits its card."""
    if item.value is None:
        return LARGE
    said = max(width(digits(item.value)), 1)
    beside = (inner - width(item.unit) * sheet.size - 6) / said
    return min(LARGE, max(beside if beside >= BESIDE else inner / said, LEAST))


def _is_below(item: Item, inner: float, large: float, sheet: Sheet) -> bool:
    """Whether the unit has no room behind the number."""
    if item.value is None or not item.unit:
        return False
    return width(digits(item.value)) * large + 6 + width(item.unit) * sheet.size > inner


def _card(
    pen: Pen,
    figure: Figure,
    item: Item,
    label: list[str],
    x: float,
    y: float,
    inner: float,
    large: float,
    sheet: Sheet,
) -> None:
    y = pen.block(label, x, y, sheet.small, "quiet")
    if item.value is None:
        pen.line(figure.unknown, x, y + (large - sheet.size) * LEADING / 2, sheet.size, "unknown")
        return
    said = digits(item.value)
    pen.line(said, x, y, large, "large")
    if not item.unit:
        return
    if _is_below(item, inner, large, sheet):
        pen.words(item.unit, x, y + large * LEADING, inner, sheet.size, "label")
    else:
        unit_y = y + large * 1.1 - sheet.size * 1.1
        pen.line(item.unit, x + width(said) * large + 6, unit_y, sheet.size, "label")
