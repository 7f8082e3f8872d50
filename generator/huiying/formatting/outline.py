"""A file's values under canonical keys, every key and item with its place.

In: the tree of a file whose keys are known. Out: plain values as `importing.writing` writes them,
None for a key left empty, and an `Anchor` for each thing a comment can belong to.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from huiying.importing.writing import Path
from huiying.records.field import Field, Model, Shape, keys_of
from huiying.records.reading import Place
from huiying.source import Items, Map, Node, Text

TREE = Shape("tree")


@dataclass(frozen=True, slots=True)
class Anchor:
    """One key or item: its path, where it begins, the column of its list or group, its value."""

    path: Path
    place: Place
    column: int
    value: Node

    @property
    def value_place(self) -> Place:
        return self.value.line, self.value.column


@dataclass(slots=True)
class Outline:
    """All anchors in the file's order, each before those that it holds."""

    values: Any = None
    anchors: list[Anchor] = field(default_factory=list)


def read_outline(root: Map, shape: Shape) -> Outline:
    """The outline of a file."""
    outline = Outline()
    outline.values = _value(root, shape, (), outline.anchors)
    return outline


def _value(node: Node, shape: Shape, path: Path, anchors: list[Anchor]) -> Any:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [
            _value(item, shape.inner or TREE, anchor.path, anchors)
            for anchor, item in _items(node, path, anchors)
        ]
    if shape.form == "group":
        assert shape.model is not None
        return dict(_group(node, shape.model, path, anchors))
    inner = shape.inner or TREE
    values = {}
    for key, value in node.entries:
        anchors.append(Anchor((*path, key.value), (key.line, key.column), node.column, value))
        values[key.value] = _value(value, inner, (*path, key.value), anchors)
    return values


def _items(node: Items, path: Path, anchors: list[Anchor]) -> Iterator[tuple[Anchor, Node]]:
    for number, item in enumerate(node.items):
        anchor = Anchor((*path, number), (item.line, item.column), node.column, item)
        anchors.append(anchor)
        yield anchor, item


def _group(
    node: Map, model: type[Model], path: Path, anchors: list[Anchor]
) -> Iterator[tuple[str, Any]]:
    for key, value in node.entries:
        item = field_at(model, key.value)
        below = (*path, item.name)
        anchors.append(Anchor(below, (key.line, key.column), node.column, value))
        is_left_empty = isinstance(value, Text) and value.plain and not value.value
        yield item.name, None if is_left_empty else _value(value, item.shape, below, anchors)


def field_at(model: type[Model], key: str) -> Field:
    """The field of a key in either language."""
    chinese = keys_of(model, "zh")
    return chinese[key] if key in chinese else keys_of(model, "en")[key]
