"""A line through numbers in the order of time.

In: a figure and a sheet. Out: a pen. Every point has its number; where these do not fit side
by side (on a phone, with many or long ones) time runs downwards, one row for each point.
"""

from itertools import pairwise

from huiying.render.infographic.bars import Scale
from huiying.render.infographic.figure import Figure
from huiying.render.infographic.measuring import width, wrap
from huiying.render.infographic.pen import LEADING, Pen
from huiying.render.infographic.sheet import Sheet, begin

HIGH = 190
"""Of the plot on the wide sheet."""
ROW = 34
DOT = 5
CUT = "图上的刻度不从0开始"
LINES = 2
"""Of a label below its point."""
ROOM = 26
"""Above a point for its number."""


def lines(figure: Figure, sheet: Sheet) -> Pen:
    """Points, and lines between those that follow each other without a gap."""
    slot = sheet.inner / max(len(figure.items), 1)
    return _across(figure, sheet, slot) if _fits(figure, sheet, slot) else _down(figure, sheet)


def _fits(figure: Figure, sheet: Sheet, slot: float) -> bool:
    if not sheet.is_wide:
        return False
    room = (slot - 8) / sheet.small
    return all(
        width(figure.said(item)) * sheet.size / sheet.small <= room
        and len(wrap(item.label, room)) <= LINES
        and all(width(part) <= room for part in wrap(item.label, room))
        for item in figure.items
    )


def _domain(figure: Figure) -> tuple[float, float]:
    """Lowest and highest place: from zero on unless that would flatten the line."""
    known = [float(value) for value in figure.known] or [0.0]
    low, high = min(known), max(known)
    if low >= 0 and low < high / 2:
        low = 0.0
    if high <= 0 and high > low / 2:
        high = 0.0
    return (low, high) if low < high else (min(low, 0.0), max(high, 0.0))


def _is_cut(domain: tuple[float, float]) -> bool:
    return not domain[0] <= 0 <= domain[1]


def _across(figure: Figure, sheet: Sheet, slot: float) -> Pen:
    pen, top = begin(figure, sheet)
    domain = _domain(figure)
    base = top + HIGH
    scale = Scale(*domain, base - 12, top + ROOM)
    pen.rule(sheet.margin, base, sheet.right, base, "axis")
    if domain[0] < 0 < domain[1]:
        pen.rule(sheet.margin, scale(0), sheet.right, scale(0), "zero")
    points = [
        (sheet.margin + slot * (place + 0.5), None if item.value is None else float(item.value))
        for place, item in enumerate(figure.items)
    ]
    _joined(pen, [None if value is None else (x, scale(value)) for x, value in points])
    for (x, value), item in zip(points, figure.items, strict=True):
        pen.words(item.label, x, base + 6, slot - 8, sheet.small, "label", "middle")
        y = base - 12 if value is None else scale(value)
        role = "number" if value is not None else "unknown"
        size = sheet.size if value is not None else sheet.small
        pen.line(figure.said(item), x, y - 8 - size * LEADING, size, role, "middle")
    return _note(pen, sheet, _is_cut(domain))


def _down(figure: Figure, sheet: Sheet) -> Pen:
    pen, y = begin(figure, sheet)
    domain = _domain(figure)
    widest = max((width(item.label) for item in figure.items), default=0) * sheet.size
    labels = min(widest + 1, 0.4 * sheet.inner)
    numbers = max((width(figure.said(item)) for item in figure.items), default=0) * sheet.size
    numbers = min(numbers, 0.4 * sheet.inner)
    left = sheet.margin + labels + sheet.gap + DOT
    scale = Scale(*domain, left, max(sheet.right - numbers - sheet.gap - DOT, left + 20))
    points: list[tuple[float, float] | None] = []
    top = y
    for item in figure.items:
        label = wrap(item.label, labels / sheet.size)
        said = wrap(figure.said(item), numbers / sheet.size)
        high = max(ROW, max(len(label), len(said)) * sheet.size * LEADING + 6)
        middle = y + high / 2
        points.append(None if item.value is None else (scale(float(item.value)), middle))
        role = "number" if item.value is not None else "unknown"
        pen.rule(left - DOT, middle, scale.right + DOT, middle, "track-line")
        for text, x, name, anchor in (
            (label, sheet.margin, "label", "start"),
            (said, sheet.right, role, "end"),
        ):
            text_y = middle - len(text) * sheet.size * LEADING / 2
            pen.block(text, x, text_y, sheet.size, name, "end" if anchor == "end" else "start")
        y += high
    if domain[0] <= 0 <= domain[1]:
        pen.rule(scale(0), top, scale(0), y, "axis")
    _joined(pen, points)
    return _note(pen, sheet, _is_cut(domain))


def _joined(pen: Pen, points: list[tuple[float, float] | None]) -> None:
    """Lines between neighbours, then the points on top of them."""
    for one, other in pairwise(points):
        if one is not None and other is not None:
            pen.way([one, other], "line")
    for point in points:
        if point is not None:
            pen.dot(*point, DOT, "point")


def _note(pen: Pen, sheet: Sheet, is_cut: bool) -> Pen:
    if is_cut:
        y = pen.bottom + sheet.gap / 2
        pen.words(CUT, sheet.margin, y, sheet.inner, sheet.small, "unit")
    return pen
