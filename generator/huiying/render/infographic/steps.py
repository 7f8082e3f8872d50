"""One thing after the other: steps to take, or what happened when.

In: a figure and a sheet. Out: a pen. On the wide sheet they run from left to right, in rows where
there are many; on the tall one downwards.
"""

from huiying.render.infographic.figure import Figure
from huiying.render.infographic.measuring import wrap
from huiying.render.infographic.pen import LEADING, Pen, height
from huiying.render.infographic.sheet import Sheet, begin

DISC = 15
DOT = 7
PAD = 14


def steps(figure: Figure, sheet: Sheet) -> Pen:
    """Numbered cards with arrows between them, or numbered lines below each other."""
    return _cards(figure, sheet) if sheet.is_wide else _list(figure, sheet, is_numbered=True)


def timeline(figure: Figure, sheet: Sheet) -> Pen:
    """Dots on a line, each with its time and what happened."""
    return _rail(figure, sheet) if sheet.is_wide else _list(figure, sheet, is_numbered=False)


def _number(pen: Pen, x: float, y: float, number: int) -> None:
    pen.dot(x, y, DISC, "disc")
    pen.line(str(number), x, y - 17 * LEADING / 2, 17, "disc-text", "middle")


def _cards(figure: Figure, sheet: Sheet) -> Pen:
    pen, y = begin(Figure(figure.type, ()), sheet)
    count = len(figure.items)
    across = count if count in (1, 2, 3) else 3 if count in (5, 6, 9) else 4
    gap = 30
    wide = (sheet.inner - (max(across, 1) - 1) * gap) / max(across, 1)
    inner = wide - 2 * PAD
    for start in range(0, count, max(across, 1)):
        row = figure.items[start : start + across]
        labels = [wrap(item.label, inner / sheet.size) for item in row]
        texts = [wrap(item.text, inner / sheet.small) for item in row]
        head = max(height(label, sheet.size) for label in labels)
        high = 2 * PAD + 2 * DISC + 6 + head + max(height(text, sheet.small) for text in texts)
        for place, _ in enumerate(row):
            x = sheet.margin + place * (wide + gap)
            pen.box(x, y, wide, high, "card", 6)
            _number(pen, x + PAD + DISC, y + PAD + DISC, start + place + 1)
            if place + 1 < len(row):
                _arrow(pen, x + wide + gap / 2, y + PAD + DISC)
            top = y + PAD + 2 * DISC + 6
            pen.block(labels[place], x + PAD, top, sheet.size, "strong")
            pen.block(texts[place], x + PAD, top + head, sheet.small, "label")
        y += high + sheet.gap
    return pen


def _arrow(pen: Pen, x: float, y: float) -> None:
    pen.way([(x - 8, y), (x + 8, y)], "arrow")
    pen.way([(x + 2, y - 6), (x + 8, y), (x + 2, y + 6)], "arrow")


def _rail(figure: Figure, sheet: Sheet) -> Pen:
    pen, y = begin(Figure(figure.type, ()), sheet)
    count = len(figure.items)
    across = max(count if count <= 4 else (count + 1) // 2, 1)
    slot = sheet.inner / across
    inner = slot - sheet.gap
    for start in range(0, count, across):
        row = figure.items[start : start + across]
        times = [wrap(item.label, inner / sheet.size) for item in row]
        head = max(height(time, sheet.size) for time in times)
        middle = y + head + 6 + DOT
        goes_on = start + across < count
        end = sheet.right if goes_on else sheet.margin + (len(row) - 1) * slot + DOT
        pen.rule(sheet.margin if start else sheet.margin + DOT, middle, end, middle, "rail")
        bottom = y
        for place, item in enumerate(row):
            x = sheet.margin + place * slot
            pen.block(
                times[place], x, y + head - height(times[place], sheet.size), sheet.size, "strong"
            )
            pen.dot(x + DOT, middle, DOT, "point")
            bottom = max(
                bottom, pen.words(item.text, x, middle + DOT + 4, inner, sheet.small, "label")
            )
        y = bottom + sheet.gap
    return pen


def _list(figure: Figure, sheet: Sheet, is_numbered: bool) -> Pen:
    pen, y = begin(Figure(figure.type, ()), sheet)
    radius = DISC if is_numbered else DOT
    x = sheet.margin + radius
    left = x + radius + sheet.gap
    room = sheet.right - left
    marks: list[float] = []
    for item in figure.items:
        marks.append(y + sheet.size * LEADING / 2)
        y = pen.words(item.label, left, y, room, sheet.size, "strong")
        if item.text:
            y = pen.words(item.text, left, y, room, sheet.size, "label")
        y += sheet.gap
    if len(marks) > 1:
        # Below the discs: what is drawn first lies behind.
        pen.shapes[:0] = _behind(x, marks[0], marks[-1], sheet)
    for number, mark in enumerate(marks, 1):
        if is_numbered:
            _number(pen, x, mark, number)
        else:
            pen.dot(x, mark, DOT, "point")
    return pen


def _behind(x: float, top: float, bottom: float, sheet: Sheet) -> list[dict[str, object]]:
    line = Pen(sheet.width)
    line.rule(x, top, x, bottom, "rail")
    return line.shapes
