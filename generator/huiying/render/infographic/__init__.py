"""Infographics 图解 drawn from data: what editors describe becomes two drawings and a table.

In: a figure (`figure.from_record`, `figure.from_counts`). Out: the view that the component
`infographic` places: shapes of a wide and of a tall sheet, the same in words. It never fails on
what a record may hold: rules have judged it, and drafts are drawn as they are.
"""

from collections.abc import Callable, Mapping
from typing import Any

from huiying.render.infographic.bars import bars
from huiying.render.infographic.comparison import comparison
from huiying.render.infographic.facts import facts
from huiying.render.infographic.figure import Figure, from_counts, from_record
from huiying.render.infographic.figures import figures
from huiying.render.infographic.lines import lines
from huiying.render.infographic.pen import Pen, number
from huiying.render.infographic.shares import shares
from huiying.render.infographic.sheet import LANDSCAPE, PORTRAIT, Sheet
from huiying.render.infographic.steps import steps, timeline
from huiying.render.infographic.table import most, summary, table

__all__ = ["DRAWN", "Figure", "from_counts", "from_record", "most", "view"]

DRAWN: Mapping[str, Callable[[Figure, Sheet], Pen]] = {
    "fact-check": facts,
    "timeline": timeline,
    "steps": steps,
    "figures": figures,
    "bar": bars,
    "line": lines,
    "share": shares,
    "comparison": comparison,
}
"""By the term of its type."""


def view(figure: Figure, title: str, prefix: str, said: str = "") -> dict[str, Any]:
    """Both drawings and the table. `prefix`: begins the ids, which are unique on a page.

    `said`: what is read out instead of the picture; else a sentence made from its data.
    """
    heads, rows = table(figure)
    return {
        "title": title,
        "summary": said or summary(figure),
        "drawings": [_drawing(figure, sheet, prefix) for sheet in (LANDSCAPE, PORTRAIT)],
        "heads": heads,
        "rows": rows,
        "is_counted": figure.type in ("figures", "bar", "line", "share"),
    }


def _drawing(figure: Figure, sheet: Sheet, prefix: str) -> dict[str, Any]:
    pen = DRAWN[figure.type](figure, sheet)
    return {
        "name": sheet.name,
        "id": f"{prefix}{sheet.name}",
        "width": number(sheet.width),
        "height": number(pen.bottom + sheet.margin),
        "shapes": pen.shapes,
    }
