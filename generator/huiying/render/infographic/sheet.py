"""The two sheets, and what all drawings share: margins, sizes of type, the line of the unit.

In: a figure. Out: a pen on a fresh sheet. Wide is for columns from 34 em on, tall for phones and
for large type; neither is ever scaled below the size at which its smallest letters can be read.
"""

from dataclasses import dataclass

from huiying.render.infographic.figure import Figure
from huiying.render.infographic.pen import Pen


@dataclass(frozen=True, slots=True)
class Sheet:
    """Measures in units of the sheet."""

    name: str
    width: int
    margin: int
    size: int
    """Of labels and texts."""
    small: int
    gap: int

    @property
    def inner(self) -> int:
        """What lies between the margins."""
        return self.width - 2 * self.margin

    @property
    def right(self) -> int:
        """Where the right margin begins."""
        return self.width - self.margin

    @property
    def is_wide(self) -> bool:
        return self.name == "landscape"


LANDSCAPE = Sheet("landscape", 720, 28, 17, 15, 16)
PORTRAIT = Sheet("portrait", 320, 16, 16, 15, 12)


def begin(figure: Figure, sheet: Sheet) -> tuple[Pen, float]:
    """A pen, and where the drawing starts: below the unit, where that is told apart."""
    pen, y = Pen(sheet.width), float(sheet.margin)
    if figure.unit_apart:
        text = f"单位：{figure.unit_apart}"
        y = pen.words(text, sheet.margin, y, sheet.inner, sheet.small, "unit") + sheet.gap / 2
    return pen, y
