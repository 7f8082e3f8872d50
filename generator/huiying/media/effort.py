"""How much a browser has to draw for an SVG, counted with every copy that its references ask for.

In: the elements of a drawing as a tree of `Node`. Out: whether they are more than `MOST`. A few
kilobytes can ask for more than a telephone draws in a lifetime: copies of copies, patterns filled
with patterns, masks under masks, one large group copied ten thousand times. The count is an upper
bound and never less than what is drawn.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

MOST = 500_000
"""Elements, copies counted; a large map has 20,000."""
_LAYER = 100
"""What a layer or a step of a filter counts: it goes over the whole area, not over a shape."""
_DEEPEST = 100
_URL = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_LEAVES = ("linearGradient", "radialGradient")


@dataclass(slots=True, eq=False)
class Node:
    """One element: what it is, its corners, what it refers to, and what stands below it."""

    name: str
    corners: int = 0
    references: list[tuple[str, str]] = field(default_factory=list)
    """Each the attribute and the id, not yet decoded."""
    below: list["Node"] = field(default_factory=list)


def node(name: str, attributes: Mapping[str, str]) -> Node:
    """An element as the reader meets it; `attributes` without their namespaces."""
    found = Node(name)
    for key, value in attributes.items():
        if key in ("d", "points"):
            found.corners += len(_NUMBER.findall(value))
        elif key == "href":
            found.references.append((key, value.removeprefix("#")))
        else:
            found.references.extend((key, each) for each in _URL.findall(value))
    return found


def is_too_much(root: Node, by_id: Mapping[str, Node], css: str) -> bool:
    """Whether the drawing is more than `MOST`, or goes round in a circle.

    `css` is what all style elements say. Which elements it means is not worked out: each could be
    meant, so it may name only gradients and what holds a single shape.
    """
    named = [_target(by_id, name) for name in _URL.findall(css)]
    if any(each and each.name not in _LEAVES and len(each.below) > 1 for each in named):
        return True
    count = _Count(by_id)
    meant = max((count.of(each) for each in named if each), default=0)
    return count.of(root) + meant * count.shapes(root)[0] > MOST


class _Count:
    """The count of each node, worked out once."""

    def __init__(self, by_id: Mapping[str, Node]) -> None:
        self.by_id = by_id
        self.known: dict[Node, int] = {}
        self.sizes: dict[Node, tuple[int, int]] = {}
        self.under: list[Node] = []

    def of(self, given: Node) -> int:
        """The node, all below it and all that these refer to; more than `MOST` in a circle."""
        if given in self.known:
            return self.known[given]
        if given in self.under or len(self.under) > 2 * _DEEPEST:
            return MOST + 1
        self.under.append(given)
        is_layer = given.name.startswith("fe") or given.name in ("mask", "pattern", "filter")
        total = (_LAYER if is_layer else 1) + sum(self.of(each) for each in given.below)
        for key, name in given.references:
            if target := _target(self.by_id, name):
                total += self.of(target) * self.times(given, key)
        self.under.pop()
        self.known[given] = total
        return total

    def times(self, given: Node, key: str) -> int:
        """How often a reference counts: what is inherited, for each element or corner below."""
        shapes, corners = self.shapes(given)
        if key.startswith("marker"):
            return shapes + corners
        return shapes if key in ("fill", "stroke", "style") else 1

    def shapes(self, given: Node) -> tuple[int, int]:
        """The node and all below it, and their corners."""
        if given not in self.sizes:
            below = [self.shapes(each) for each in given.below]
            corners = given.corners + sum(each[1] for each in below)
            self.sizes[given] = 1 + sum(each[0] for each in below), corners
        return self.sizes[given]


def _target(by_id: Mapping[str, Node], name: str) -> Node | None:
    return by_id.get(name) or by_id.get(unquote(name))
