"""Shapes on a sheet of a fixed width: what all drawings are made of.

In: places and sizes in units of the sheet, one unit being about one CSS pixel. Out: shapes as the
component `infographic` writes them, each a tag, its attributes and its lines of text. Colours are
names of roles: the stylesheet knows what they are in light, in the dark and on paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from huiying.render.infographic.measuring import width, wrap

LEADING = 1.45
"""From one line of text to the next, in em."""
Anchor = Literal["start", "middle", "end"]


def number(value: float) -> str:
    """A coordinate, to a tenth of a unit."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@dataclass(slots=True)
class Pen:
    """Draws on a sheet; `bottom` is where the lowest shape ends."""

    width: float
    shapes: list[dict[str, Any]] = field(default_factory=list)
    bottom: float = 0

    def _add(self, tag: str, role: str, bottom: float, **given: Any) -> None:
        lines = given.pop("lines", ())
        attributes = {"class": f"resp-drawing__{role}"}
        for name, value in given.items():
            attributes[name.replace("_", "-")] = value if isinstance(value, str) else number(value)
        self.shapes.append({"tag": tag, "attributes": attributes, "lines": lines, "stamp": {}})
        self.bottom = max(self.bottom, bottom)

    def box(
        self, x: float, y: float, wide: float, high: float, role: str, radius: float = 0
    ) -> None:
        """A rectangle, perhaps with round corners."""
        rest = {"rx": radius} if radius else {}
        self._add("rect", role, y + high, x=x, y=y, width=wide, height=high, **rest)

    def rule(self, x1: float, y1: float, x2: float, y2: float, role: str) -> None:
        """A straight line."""
        self._add("line", role, max(y1, y2), x1=x1, y1=y1, x2=x2, y2=y2)

    def dot(self, x: float, y: float, radius: float, role: str) -> None:
        """A disc."""
        self._add("circle", role, y + radius, cx=x, cy=y, r=radius)

    def way(self, points: Sequence[tuple[float, float]], role: str) -> None:
        """Straight lines from point to point."""
        path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
        self._add("path", role, max(y for _, y in points), d=path)

    def line(
        self, text: str, x: float, y: float, size: float, role: str, anchor: Anchor = "start"
    ) -> None:
        """One line of text, its upper edge at `y`."""
        self.block([text], x, y, size, role, anchor)

    def block(
        self,
        lines: Sequence[str],
        x: float,
        y: float,
        size: float,
        role: str,
        anchor: Anchor = "start",
    ) -> float:
        """Lines of text below each other from `y` on; where they end."""
        end = y + len(lines) * size * LEADING
        if not lines:
            return y
        placed = [
            {"text": line, "x": number(x), "y": number(y + size * (LEADING * place + 1.1))}
            for place, line in enumerate(lines)
        ]
        rest = {"text_anchor": anchor} if anchor != "start" else {}
        self._add("text", role, end, font_size=size, **rest, lines=placed)
        return end

    def words(
        self,
        text: str,
        x: float,
        y: float,
        wide: float,
        size: float,
        role: str,
        anchor: Anchor = "start",
    ) -> float:
        """A text in as many lines as it takes, none wider than `wide`; where it ends."""
        return self.block(wrap(text, wide / size), x, y, size, role, anchor)

    def stamp(self, term: str, label: str, x: float, y: float, size: float) -> float:
        """A verdict as a stamp with its upper left corner at `x`, `y`; where it ends."""
        wide, high = (width(label) + 2.3) * size, 1.7 * size
        turn = f"rotate(-4 {number(x + wide / 2)} {number(y + high / 2)})"
        box = {"x": x, "y": y, "width": wide, "height": high, "rx": 4}
        text = {"x": x + 1.6 * size, "y": y + 1.22 * size, "font-size": size}
        place = f"translate({number(x + 0.45 * size)} {number(y + 0.4 * size)})"
        stamp = {
            "term": term,
            "turn": turn,
            "shape": f"{place} scale({number(size / 17.5)})",
            "box": {name: number(value) for name, value in box.items()},
            "text": {name: number(value) for name, value in text.items()},
            "label": label,
        }
        self.shapes.append({"tag": "g", "attributes": {}, "lines": (), "stamp": stamp})
        self.bottom = max(self.bottom, y + high)
        return y + high + 4


def height(lines: Sequence[str], size: float) -> float:
    """How high lines of text are."""
    return len(lines) * size * LEADING
