"""The one step from marked nodes to canonical plain values.

In: nodes of `source` and a `Model` class. Out: plain values under canonical English keys, the marks
of every value, and problems for keys that are unknown, written twice or in the file's other
language. It never judges a scalar: that is `values.py`, through pydantic.
"""

import difflib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

from huiying.problem import Mark, Problem
from huiying.records.field import Field, Model, Shape, keys_of
from huiying.source import Items, Map, Node, Text

Place: TypeAlias = tuple[int, int]
"""Line and column, from 1."""


class Marks:
    """Where each value stands, by its path of canonical keys (`claims.0.text`).

    Kept as JSON bytes, as there are forty a record and almost none is ever asked for.
    """

    __slots__ = ("packed",)

    def __init__(self, packed: bytes) -> None:
        self.packed = packed

    def place(self, path: str) -> Place:
        """The place of the value, or of the nearest value around it."""
        places = _unpacked(self.packed)
        while path and path not in places:
            path = path.rpartition(".")[0]
        line, column = places.get(path, (1, 1))
        return line, column


@lru_cache(maxsize=8)
def _unpacked(packed: bytes) -> Mapping[str, Sequence[int]]:
    """The places of one file. All entries of a register share one, and each may have problems."""
    places: Mapping[str, Sequence[int]] = json.loads(packed)
    return places


@dataclass(slots=True)
class Reading:
    """What mapping one file has found so far."""

    file: str
    language: str
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    """Keys that a file of this kind lacks and others have, each with the names of those kinds."""
    first_key: Mark | None = None
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def mark(self, node: Node) -> Mark:
        return Mark(self.file, node.line, node.column)

    def complain(self, rule: str, node: Node, case: str = "", **values: str) -> None:
        self.problems.append(Problem(rule, self.mark(node), case, values, also=None))


def language_of(groups: Iterable[Map], model: type[Model], otherwise: str) -> str:
    """The key language of a file: that of most of its known keys, of the first where it is even.

    So one slip is told where it stands, and not at every other key.
    """
    chinese, english = keys_of(model, "zh"), keys_of(model, "en")
    counts: dict[str, int] = {}
    for node in groups:
        for key, _ in node.entries:
            if (key.value in chinese) != (key.value in english):
                language = "zh" if key.value in chinese else "en"
                counts[language] = counts.get(language, 0) + 1
    return max(counts, key=lambda language: counts[language], default=otherwise)


def canonical(node: Node, shape: Shape, reading: Reading, path: str = "", label: str = "") -> Any:
    """Plain values under canonical keys; `None` and a problem where the shape is wrong.

    `label`: the key as written, under which the node stands.
    """
    reading.places[path] = (node.line, node.column)
    if shape.form == "scalar" and isinstance(node, Text):
        return node.value
    if shape.form == "group" and isinstance(node, Map):
        assert shape.model is not None
        return _group(node, shape.model, reading, path)
    if shape.form == "list" and isinstance(node, Items):
        assert shape.inner is not None
        return [
            _item(item, shape.inner, reading, f"{path}.{number}", label)
            for number, item in enumerate(node.items)
        ]
    if shape.form == "ids" and isinstance(node, Map):
        assert shape.inner is not None
        return {
            key.value: _entry(
                key, value, shape.inner, reading, f"{path}.{key.value}" if path else key.value
            )
            for key, value in node.entries
        }
    if shape.form == "tree":
        return _tree(node)
    case = "wide-colon" if _begins_with_key(node, shape, reading) else shape.form
    reading.complain("shape", node, case, key=label[:80])
    return None


def _item(node: Node, shape: Shape, reading: Reading, path: str, label: str) -> Any:
    """One item of a list, which may have to be a group."""
    if shape.form != "group" or isinstance(node, Map):
        return canonical(node, shape, reading, path, label)
    reading.places[path] = (node.line, node.column)
    case = "wide-colon" if _begins_with_key(node, shape, reading) else "item"
    reading.complain("shape", node, case, key=label)
    return None


def _begins_with_key(node: Node, shape: Shape, reading: Reading) -> bool:
    """Whether a key of a group stands there, with a full-width colon behind it."""
    if shape.model is None or not isinstance(node, Text) or not node.plain:
        return False
    key, colon, _ = node.value.partition("：")
    return bool(colon) and key.strip() in keys_of(shape.model, reading.language)


def _entry(key: Text, value: Node, shape: Shape, reading: Reading, path: str) -> Any:
    """One entry under its id. What is wrong with the entry as a whole stands at its id."""
    found = canonical(value, shape, reading, path, key.value)
    reading.places[path] = (key.line, key.column)
    return found


def _tree(node: Node) -> Any:
    if isinstance(node, Map):
        return {key.value: _tree(value) for key, value in node.entries}
    if isinstance(node, Items):
        return [_tree(item) for item in node.items]
    return node.value


def _group(node: Map, model: type[Model], reading: Reading, path: str) -> dict[str, Any]:
    mine = keys_of(model, reading.language)
    other = keys_of(model, "en" if reading.language == "zh" else "zh")
    values: dict[str, Any] = {}
    for key, value in node.entries:
        item = mine.get(key.value)
        if item is None:
            item = other.get(key.value)
            if item is None:
                _unknown(key, mine, reading, is_top=not path)
                continue
            if item.name not in values:
                _mixed(key, item, node, mine, reading)
        elif reading.first_key is None:
            reading.first_key = reading.mark(key)
        below = f"{path}.{item.name}" if path else item.name
        if isinstance(value, Text) and value.plain and not value.value:
            reading.places[below] = (key.line, key.column)
        elif item.name in values:
            reading.complain("duplicate-key", key, "languages", key=key.value)
        else:
            values[item.name] = canonical(value, item.shape, reading, below, key.value)
    return values


def _unknown(key: Text, mine: Mapping[str, Field], reading: Reading, is_top: bool) -> None:
    """A key of another kind is hardly a slip, but where it is nearly one of ours."""
    kinds = reading.elsewhere.get(key.value, "") if is_top else ""
    cutoff = 0.8 if kinds else 0.5
    near = difflib.get_close_matches(key.value[:80], mine, n=1, cutoff=cutoff)
    allowed = "、".join(mine) if reading.language == "zh" else ", ".join(mine)
    values = {"key": key.value[:80], "allowed": allowed}
    if near:
        reading.complain("unknown-key", key, "near", near=near[0], **values)
    elif kinds:
        reading.complain("unknown-key", key, "kind", kinds=kinds, **values)
    else:
        reading.complain("unknown-key", key, "", **values)


def _mixed(key: Text, item: Field, node: Map, mine: Mapping[str, Field], reading: Reading) -> None:
    """The key's own place, and that of a key in the language of the file."""
    ahead = (reading.mark(other) for other, _ in node.entries if other.value in mine)
    also = reading.first_key or next(ahead, None)
    values = {"key": key.value, "right": item.label(reading.language)}
    if also is not None:
        values["line"] = str(also.line)
    case = reading.language if also is not None else f"{reading.language}-alone"
    reading.problems.append(Problem("mixed-keys", reading.mark(key), case, values, also=also))
