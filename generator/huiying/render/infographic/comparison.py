"""Things set side by side: a table on the wide sheet, one card for each row on the tall one.

In: a figure and a sheet. Out: a pen.
"""

from huiying.render.infographic.figure import Figure
from huiying.render.infographic.measuring import width, wrap
from huiying.render.infographic.pen import Pen, height
from huiying.render.infographic.sheet import Sheet, begin

PAD = 12
LEAST = 84
"""Units that a column has at least."""


def comparison(figure: Figure, sheet: Sheet) -> Pen:
    """What each column says of each row; cards, too, where a table has no room for columns."""
    has_room = _count(figure) * (2 * PAD + LEAST) <= sheet.inner
    return _table(figure, sheet) if sheet.is_wide and has_room else _cards(figure, sheet)


def _count(figure: Figure) -> int:
    """How many columns there are, the labels' included."""
    return max([len(figure.columns), *(len(item.cells) for item in figure.items)]) + 1


def _widths(figure: Figure, sheet: Sheet) -> list[float]:
    """Of the columns, the labels' first: as wide as their texts ask, together the whole sheet."""
    rows = [(item.label, *item.cells) for item in figure.items]
    count = _count(figure)
    asked = [
        max([width(row[place]) for row in (("", *figure.columns), *rows) if place < len(row)])
        * sheet.size
        for place in range(count)
    ]
    spare = sheet.inner - count * (2 * PAD + LEAST)
    wanted = [max(each - LEAST, 0.0) + 1 for each in asked]
    return [2 * PAD + LEAST + spare * each / sum(wanted) for each in wanted]


def _table(figure: Figure, sheet: Sheet) -> Pen:
    pen, y = begin(Figure(figure.type, ()), sheet)
    widths = _widths(figure, sheet)
    rows = [("", *figure.columns), *((item.label, *item.cells) for item in figure.items)]
    for number, row in enumerate(rows):
        cells = [
            wrap(cell, (widths[place] - 2 * PAD) / sheet.size) for place, cell in enumerate(row)
        ]
        high = max([height(cell, sheet.size) for cell in cells]) + 2 * PAD - 6
        if number == 0:
            pen.box(sheet.margin, y, sheet.inner, high, "panel", 4)
        elif number % 2:
            pen.box(sheet.margin, y, sheet.inner, high, "card")
        x = float(sheet.margin)
        for place, cell in enumerate(cells):
            role = "on-label" if number == 0 else "strong" if place == 0 else "label"
            pen.block(cell, x + PAD, y + PAD - 3, sheet.size, role)
            x += widths[place]
        y += high
        pen.rule(sheet.margin, y, sheet.right, y, "axis")
    return pen


def _cards(figure: Figure, sheet: Sheet) -> Pen:
    pen, y = begin(Figure(figure.type, ()), sheet)
    x, inner = sheet.margin + PAD, sheet.inner - 2 * PAD
    widest = max((width(column) for column in figure.columns), default=0) * sheet.small
    names = min(widest + 1, 0.4 * inner)
    for item in figure.items:
        start = len(pen.shapes)
        top, y = y, y + PAD - 4
        y = pen.words(item.label, x, y, inner, sheet.size, "strong")
        for place, cell in enumerate(item.cells):
            column = figure.columns[place] if place < len(figure.columns) else ""
            below = pen.words(column, x, y + 1, names, sheet.small, "quiet")
            left = x + names + sheet.gap
            y = max(below, pen.words(cell, left, y, x + inner - left, sheet.size, "label")) + 2
        y += PAD - 6
        card = Pen(sheet.width)
        card.box(sheet.margin, top, sheet.inner, y - top, "card", 6)
        pen.shapes[start:start] = card.shapes
        pen.bottom = max(pen.bottom, y)
        y += sheet.gap
    return pen
