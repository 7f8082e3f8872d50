"""Parts of a whole: one bar cut into pieces, each piece with a number, the numbers told below.

In: a figure and a sheet. Out: a pen. Pieces are known by their numbers and their order; their tones
only help. What is missing to the whole (percentages that were rounded) stays blank.
"""

from huiying.render.infographic.figure import Figure, Item
from huiying.render.infographic.measuring import width, wrap
from huiying.render.infographic.pen import LEADING, Pen
from huiying.render.infographic.sheet import Sheet, begin

THICK = 40
BADGE = 11
"""Radius of the disc around a number."""
STEP = 2 * BADGE + 3
TONES = 6


def shares(figure: Figure, sheet: Sheet) -> Pen:
    """The bar, then one row for each part in the same order."""
    pen, y = begin(figure, sheet)
    total = float(figure.total or 0)
    sizes = [max(float(item.value or 0), 0) for item in figure.items]
    left, bar_y = float(sheet.margin), y + 2 * BADGE + 10
    pen.box(left, bar_y, sheet.inner, THICK, "track", 2)
    middles: list[float] = []
    for place, size in enumerate(sizes):
        wide = sheet.inner * size / total if total else 0.0
        if wide:
            pen.box(left, bar_y, max(wide - 2, 1), THICK, f"tone-{place % TONES + 1}")
        middles.append(left + wide / 2)
        left += wide
    shown = [place for place, size in enumerate(sizes) if size]
    places = _apart([middles[place] for place in shown], sheet)
    for place, x in zip(shown, places, strict=True):
        pen.rule(x, y + 2 * BADGE, middles[place], bar_y - 2, "leader")
        _badge(pen, x, y + BADGE, place + 1)
    y = bar_y + THICK + sheet.gap
    for place, item in enumerate(figure.items):
        y = _row(pen, figure, item, place, y, sheet)
    return pen


def _apart(middles: list[float], sheet: Sheet) -> list[float]:
    """Places as near to the pieces' middles as the badges can stand without touching."""
    step = min(STEP, sheet.inner / max(len(middles), 1))
    places: list[float] = []
    for middle in middles:
        least = places[-1] + step if places else sheet.margin + BADGE
        places.append(max(middle, least))
    most = float(sheet.right - BADGE)
    for place in range(len(places) - 1, -1, -1):
        places[place] = min(places[place], most)
        most = places[place] - step
    return places


def _badge(pen: Pen, x: float, y: float, number: int) -> None:
    pen.dot(x, y, BADGE, "badge")
    pen.line(str(number), x, y - 15 * LEADING / 2, 15, "badge-text", "middle")


def _row(pen: Pen, figure: Figure, item: Item, place: int, y: float, sheet: Sheet) -> float:
    """Number, tone, label; at the right the value and its share."""
    left = sheet.margin + 2 * BADGE + 30
    said = figure.said(item)
    share = figure.share(item) if figure.has_shares else ""
    column = max(width(figure.share(each)) for each in figure.items) * sheet.small + 10
    numbers = width(said) * sheet.size + (column if figure.has_shares else 0)
    is_below = left + numbers + 96 > sheet.right and width(item.label) * sheet.size > 96
    room = sheet.right - left - (0 if is_below else numbers + sheet.gap)
    label = wrap(item.label, room / sheet.size)
    middle = y + sheet.size * LEADING / 2
    _badge(pen, sheet.margin + BADGE, middle, place + 1)
    pen.box(sheet.margin + 2 * BADGE + 8, middle - 7, 14, 14, f"tone-{place % TONES + 1}")
    end = pen.block(label, left, y, sheet.size, "label")
    role = "number" if item.value is not None else "unknown"
    text_y = end if is_below else y
    x = float(sheet.right)
    if share:
        small_y = text_y + (sheet.size - sheet.small) * LEADING / 2
        pen.line(share, x, small_y, sheet.small, "quiet", "end")
    if figure.has_shares:
        x -= column
    pen.line(said, x, text_y, sheet.size, role, "end")
    return max(end, text_y + sheet.size * LEADING) + sheet.gap / 2
