"""Where a value stands in a file's text, and the text with another one in its place.

In: the text of a sound file, its tree, a path of canonical keys. Out: a `Spot`, and new text; the
signs around it stay. It judges nothing: `formatting.revising` reads the result again.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from huiying.formatting.layout import read_layout
from huiying.formatting.outline import TREE, field_at
from huiying.importing.writing import Path, lines
from huiying.records.field import Field, Shape, fields_of
from huiying.source import Items, Map, Node, Span, Text, spans


class WouldLoseComments(Exception):
    """Comments stand within what would be replaced."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The innermost collection on the way that can take lines, and what stands in it already."""

    around: Map | Items
    shape: Shape
    item: Field | None
    depth: int
    """How many steps of the path lead to `around`."""
    key: Text | None
    old: Node | None


def below(shape: Shape, item: Field | None, step: str | int) -> tuple[Shape, Field | None]:
    """The shape of what stands under one step, and the field it stands in."""
    if shape.form == "group" and isinstance(step, str):
        assert shape.model is not None
        item = next(each for each in fields_of(shape.model) if each.name == step)
        return item.shape, item
    return shape.inner or TREE, item


class Page:
    """The text of one file and what of it is where."""

    def __init__(self, text: str, language: str) -> None:
        """Read where scalars and brackets stand. `language`: of the keys."""
        self.text = text
        self.language = language
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        found = list(spans(text))
        self.brackets = {each.start: each for each in found if each.style in ("[", "{")}
        self.scalars = {each.start: each for each in found if each.style not in ("[", "{")}
        self.line_end = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"

    def find(self, root: Map, path: Path, shape: Shape) -> Spot:
        """The spot of a path: what lies within brackets is written anew with them."""
        around: Map | Items = root
        item: Field | None = None
        for depth, step in enumerate(path):
            key, old = entry(around, shape, step)
            is_last = depth == len(path) - 1
            if is_last or not isinstance(old, Map | Items) or self.bracket(old):
                break
            shape, item = below(shape, item, step)
            around = old
        return Spot(around, shape, item, depth, key, old)

    def offset(self, node: Node) -> int:
        """Where a node begins."""
        return self.starts[node.line - 1] + node.column - 1

    def bracket(self, node: Node) -> Span | None:
        """What a list or group in brackets takes up."""
        return None if isinstance(node, Text) else self.brackets.get(self.offset(node))

    def end(self, node: Node) -> int:
        """Behind the last sign of a value; behind the empty lines that a block keeps."""
        bracket = self.bracket(node)
        if bracket is not None:
            return bracket.end
        if not isinstance(node, Text):
            return self.end(node.entries[-1][1] if isinstance(node, Map) else node.items[-1])
        span = self.scalars[self.offset(node)]
        kept = span.style in ("|", ">") and "+" in self.text[span.start : span.start + 3]
        whole = self.text[span.start : span.end]
        return span.end if kept else span.start + len(whole.rstrip())

    def write(self, spot: Spot, step: str | int, value: Any) -> str:
        """The text with `value` under the step from the spot."""
        entry: Any = [value] if isinstance(step, int) else {step: value}
        made = lines(entry, spot.shape, self.language, spot.item)
        margin = spot.around.column - 1
        if spot.old is None:
            return self.insert(self.after(spot, step), made, margin)
        return self.replace(spot.key, spot.old, made, margin)

    def write_before(self, spot: Spot, number: int, value: Any) -> str:
        """The text with one more item before that number of the list around the spot."""
        assert isinstance(spot.around, Items)
        made = lines([value], spot.shape, self.language, spot.item)
        return self.insert(self.end(spot.around.items[number - 1]), made, spot.around.column - 1)

    def write_all(self, root: Map, values: Mapping[str, Any], shape: Shape) -> str:
        """The text with other values in place of a file's outermost braces."""
        start, end = self.offset(root), self.end(root)
        self.keep_comments(start, end)
        made = self.line_end.join(lines(values, shape, self.language))
        return self.text[:start] + made + self.text[end:]

    def after(self, spot: Spot, step: str | int) -> int:
        """Where a new entry begins: behind those declared before it, else before the first."""
        around = spot.around
        if isinstance(around, Items) or spot.shape.model is None:
            return self.end(around)
        order = [each.name for each in fields_of(spot.shape.model)]
        number = order.index(str(step))
        names = [field_at(spot.shape.model, key.value).name for key, _ in around.entries]
        before = [at for at, name in enumerate(names) if order.index(name) < number]
        if before:
            return self.end(around.entries[before[-1]][1])
        line = self.above(around)
        return self.end(around) if line is None else self.starts[line]

    def above(self, around: Map) -> int | None:
        """The line, from 0, on which the first entry begins with the comments right above it.

        None where it has no line of its own: behind a dash. What a file begins with is no comment
        on its first key.
        """
        line = around.line - 1
        if self.text[self.starts[line] : self.offset(around)].strip(" "):
            return None
        first = line
        while first and self.text[self.starts[first - 1] : self.starts[first]].lstrip()[:1] == "#":
            first -= 1
        return first or line

    def insert(self, end: int, made: Iterable[str], margin: int) -> str:
        """The text with whole lines behind the line of `end`."""
        at = self.starts[bisect_left(self.starts, end)] if end <= self.starts[-1] else -1
        if at < 0:
            at = len(self.text)
        gap = "" if at == 0 or self.text[at - 1] == "\n" else self.line_end
        block = "".join(f"{' ' * margin + line if line else ''}{self.line_end}" for line in made)
        return self.text[:at] + gap + block + self.text[at:]

    def replace(self, key: Text | None, old: Node, made: list[str], margin: int) -> str:
        """The text with another value in an entry's place; the key, or the dash, stays."""
        start, end = self.offset(old), self.end(old)
        first = made[0].partition(": ")[2] if key else made[0].removeprefix("- ")
        if key and not first and self.is_empty(old):  # a comment behind the key stays there
            made_below = self.insert(end, made[1:], margin)
            return made_below[:start].rstrip(" ") + made_below[end:]
        if self.is_block(old) and key:
            start = self.text.index(":", self.end(key)) + 1
        shift = margin
        if not key and not isinstance(old, Text):
            made, shift = [made[0], *(line[2:] for line in made[1:])], old.column - 1
        rest = [" " * shift + line if line else "" for line in made[1:]]
        stop = self.line_stop(end) if rest else end
        self.keep_comments(start, end if isinstance(old, Text) else stop)
        gap = " " if first and self.text[start - 1 : start] in (":", "-") else ""
        # A comment behind a line that becomes a block stays on the block's first line.
        joined = self.line_end.join([gap + first + self.text[end:stop], *rest])
        return self.text[:start] + joined + self.text[stop:]

    def is_block(self, node: Node) -> bool:
        """Whether a list or group stands in lines of its own."""
        return not isinstance(node, Text) and self.bracket(node) is None

    def is_empty(self, node: Node) -> bool:
        """Whether a key was left empty, or has brackets with nothing in them."""
        if isinstance(node, Text):
            return self.offset(node) == self.end(node)
        return not (node.entries if isinstance(node, Map) else node.items)

    def line_stop(self, offset: int) -> int:
        """Where the line of an offset stops."""
        found = self.text.find(self.line_end, offset)
        return len(self.text) if found < 0 else found

    def keep_comments(self, start: int, end: int) -> None:
        """Raise `WouldLoseComments` if there are any between two offsets."""
        for comment in read_layout(self.text.encode()).comments:
            line, column = comment.place
            if comment.text and start <= self.starts[line - 1] + column - 1 < end:
                raise WouldLoseComments


def entry(around: Map | Items, shape: Shape, step: str | int) -> tuple[Text | None, Node | None]:
    """The key and value under a step; None where nothing stands there yet."""
    if isinstance(around, Items):
        assert isinstance(step, int)
        return None, around.items[step] if step < len(around.items) else None
    for key, value in around.entries:
        name = field_at(shape.model, key.value).name if shape.model else key.value
        if name == step:
            return key, value
    return None, None
