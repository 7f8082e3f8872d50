"""The declaration of one field, and the one step from marked nodes to canonical plain values.

In: nodes of `source` and a `Model` class whose fields carry a `Key`. Out: plain values under
canonical English keys, the marks of every value, and problems for keys that are unknown, written
twice or in the file's other language. Reader, JSON Schema, `new`, `fmt`, guide and API schema are
derived from these declarations. It never judges a scalar: that is `values.py`, through pydantic.
"""

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, get_args, get_origin

from pydantic import BaseModel, ConfigDict

from huiying.problem import Mark, Problem
from huiying.source import Items, Map, Node, Text

Need: TypeAlias = Literal["", "always", "approved"]
Place: TypeAlias = tuple[int, int]
"""Line and column, from 1."""


@dataclass(frozen=True, slots=True)
class Key:
    """What one field is called in Chinese, what it is for, and who may see it.

    The English key is the attribute's name unless `en` says otherwise. `need` says when the rule
    `required` asks for it: always, or once the record is approved; 历史资料 are only reminded.
    """

    zh: str
    help_zh: str = ""
    help_en: str = ""
    public: bool = True
    need: Need = ""
    en: str = ""


class Model(BaseModel):
    """A group of declared fields, frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    hinge: ClassVar[str] = ""
    """The reference without which the group says nothing (or something else)."""
    own_after: ClassVar[str] = ""
    """After which inherited field editors see those that a subclass adds; at the end if empty."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the YAML under a field must look like."""

    form: Literal["scalar", "list", "ids", "group", "tree"]
    inner: "Shape | None" = None
    model: type[Model] | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One field as the reader sees it."""

    name: str
    key: Key
    shape: Shape
    metadata: tuple[Any, ...]

    def label(self, language: str) -> str:
        """The key as it is written in a file of that language."""
        return self.key.zh if language == "zh" else self.key.en or self.name


class Tree:
    """Marks a field that holds free keys and values (only below `internal`)."""


def shape_of(annotation: Any) -> Shape:
    """The shape that a type annotation asks for."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        return Shape("tree") if Tree in metadata else shape_of(inner)
    if origin is UnionType:
        (some,) = (arg for arg in get_args(annotation) if arg is not NoneType)
        return shape_of(some)
    if origin is tuple:
        return Shape("list", shape_of(get_args(annotation)[0]))
    if origin is dict:
        return Shape("ids", shape_of(get_args(annotation)[1]))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Shape("group", model=annotation)
    return Shape("scalar")


def _metadata_in(annotation: Any) -> Iterator[Any]:
    """Every annotation's metadata, also inside lists and optional values."""
    for argument in get_args(annotation):
        if get_origin(annotation) is Annotated and argument is not get_args(annotation)[0]:
            yield argument
        else:
            yield from _metadata_in(argument)


def _order(model: type[Model]) -> list[str]:
    """Names of fields in the order in which editors see them."""
    names = list(model.model_fields)
    inherited = {name for base in model.__mro__[1:] for name in getattr(base, "model_fields", ())}
    if model.own_after not in inherited:
        return names
    own = [name for name in names if name not in inherited]
    rest = [name for name in names if name in inherited]
    cut = rest.index(model.own_after) + 1
    return [*rest[:cut], *own, *rest[cut:]]


@cache
def fields_of(model: type[Model]) -> tuple[Field, ...]:
    """The declared fields of a model, in the order in which editors see them."""
    declared = []
    for name in _order(model):
        info = model.model_fields[name]
        (key,) = (item for item in info.metadata if isinstance(item, Key))
        metadata = (*info.metadata, *_metadata_in(info.annotation))
        shape = Shape("tree") if Tree in metadata else shape_of(info.annotation)
        declared.append(Field(name, key, shape, metadata))
    return tuple(declared)


@cache
def keys_of(model: type[Model], language: str) -> Mapping[str, Field]:
    """Fields by their key in one language."""
    return {item.label(language): item for item in fields_of(model)}


class Marks:
    """Where each value stands, by its path of canonical keys (`claims.0.text`).

    Kept as JSON bytes, as there are forty a record and almost none is ever asked for.
    """

    __slots__ = ("packed",)

    def __init__(self, packed: bytes) -> None:
        self.packed = packed

    def place(self, path: str) -> Place:
        """The place of the value, or of the nearest value around it."""
        places = json.loads(self.packed)
        while path and path not in places:
            path = path.rpartition(".")[0]
        line, column = places.get(path, (1, 1))
        return line, column


@dataclass(slots=True)
class Reading:
    """What mapping one file has found so far."""

    file: str
    language: str
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
    reading.complain("shape", node, shape.form, key=label[:80])
    return None


def _item(node: Node, shape: Shape, reading: Reading, path: str, label: str) -> Any:
    """One item of a list, which may have to be a group."""
    if shape.form != "group" or isinstance(node, Map):
        return canonical(node, shape, reading, path, label)
    reading.places[path] = (node.line, node.column)
    reading.complain("shape", node, "item", key=label)
    return None


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
                _unknown(key, mine, reading)
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


def _unknown(key: Text, mine: Mapping[str, Field], reading: Reading) -> None:
    near = difflib.get_close_matches(key.value[:80], mine, n=1, cutoff=0.5)
    allowed = "、".join(mine) if reading.language == "zh" else ", ".join(mine)
    values = {"key": key.value[:80], "allowed": allowed}
    if near:
        reading.complain("unknown-key", key, "near", near=near[0], **values)
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
