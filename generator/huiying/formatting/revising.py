"""One value of an editor's file set or added, every other byte kept: `put` and `append`.

In: the bytes of a record, a path of canonical keys, a plain value. Out: the new bytes; comments,
quotes, order, line ends and a byte order mark stay. What is new is indented by two. The result is
read again: it says the old values and the change, or `Unrevisable` is raised.
"""

import re
from bisect import bisect_left
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from huiying.formatting.outline import TREE, field_at, read_outline
from huiying.importing.writing import Path, lines, spell
from huiying.problem import Problem
from huiying.records import parse
from huiying.records.field import Field, Model, Shape, fields_of
from huiying.source import Items, Map, Node, Span, Text, read, spans

_BOM = b"\xef\xbb\xbf"


class Unrevisable(Exception):
    """The file cannot be changed safely and stays as it is; `problems`: why, if it is unsound."""

    def __init__(self, problems: tuple[Problem, ...] = ()) -> None:
        """Keep the problems of the file; none where only this change cannot be made."""
        super().__init__([problem.rule for problem in problems])
        self.problems = problems


def put(data: bytes, path: Path, value: Any, model: type[Model], language: str = "zh") -> bytes:
    """The file with `value` at `path`; parents that are missing are made.

    `language`: of the keys where the file has none. A number equal to a list's length appends.
    """
    parsed = parse(data, "", model, language)
    if parsed.problems or parsed.values is None:
        raise Unrevisable(parsed.problems)
    text = data.removeprefix(_BOM).decode()
    place = _find(_root(data), path, Shape("group", model=model))
    wanted = _with(_values(data, model), path, spell(value, *_shape_at(path, model)))
    file = _File(text, parsed.language)
    result = file.write(place, path, value).encode()
    if data.startswith(_BOM):
        result = _BOM + result
    if parse(result, "", model, language).problems:
        raise Unrevisable
    if _even(_values(result, model), model) != _even(wanted, model):
        raise Unrevisable
    return result


def append(data: bytes, path: Path, value: Any, model: type[Model], language: str = "zh") -> bytes:
    """The file with one more item at the end of the list at `path`."""
    parsed = parse(data, "", model, language)
    found: Any = parsed.values or {}
    for step in path:
        found = found[step] if isinstance(step, int) else found.get(step) or {}
    return put(data, (*path, len(found)), value, model, language)


def _root(data: bytes) -> Map:
    root, problems = read(data, "")
    if not isinstance(root, Map) or problems:
        raise Unrevisable(tuple(problems))
    return root


def _values(data: bytes, model: type[Model]) -> Any:
    return read_outline(_root(data), Shape("group", model=model)).values


def _even(values: Any, model: type[Model]) -> Any:
    """Values in one spelling, so that a term or date may be written in its canonical one."""
    return spell(values, Shape("group", model=model), "en")


def _with(values: Any, path: Path, value: Any) -> Any:
    values = deepcopy(values)
    around = values
    for step, following in pairwise(path):
        empty: Any = [] if isinstance(following, int) else {}
        if isinstance(around, list):
            if step == len(around):
                around.append(empty)
        elif around.get(step) is None:
            around[step] = empty
        around = around[step]
    if isinstance(around, list) and path[-1] == len(around):
        around.append(value)
    else:
        around[path[-1]] = value
    return values


def _shape_at(path: Path, model: type[Model]) -> tuple[Shape, str, Field | None]:
    """What `spell` needs for the value at a path."""
    shape, item = Shape("group", model=model), None
    for step in path:
        shape, item = _below(shape, item, step)
    return shape, "en", item


def _below(shape: Shape, item: Field | None, step: str | int) -> tuple[Shape, Field | None]:
    if shape.form == "group" and isinstance(step, str):
        assert shape.model is not None
        item = next(each for each in fields_of(shape.model) if each.name == step)
        return item.shape, item
    return shape.inner or TREE, item


@dataclass(frozen=True, slots=True)
class _Place:
    """The innermost collection on the way, what it is, and what stands there already."""

    around: Map | Items
    shape: Shape
    item: Field | None
    depth: int
    """How many steps of the path lead to `around`."""
    key: Text | None
    old: Node | None


def _find(root: Map, path: Path, shape: Shape) -> _Place:
    around: Map | Items = root
    item: Field | None = None
    for depth, step in enumerate(path):
        key, old = _entry(around, shape, step)
        is_last = depth == len(path) - 1
        if is_last or not isinstance(old, Map | Items) or not _held(old):
            return _Place(around, shape, item, depth, key, old)
        shape, item = _below(shape, item, step)
        around = old
    raise Unrevisable


def _held(node: Map | Items) -> bool:
    return bool(node.entries if isinstance(node, Map) else node.items)


def _entry(around: Map | Items, shape: Shape, step: str | int) -> tuple[Text | None, Node | None]:
    if isinstance(around, Items):
        assert isinstance(step, int)
        if step > len(around.items):
            raise Unrevisable
        return None, around.items[step] if step < len(around.items) else None
    for key, value in around.entries:
        is_group = shape.form == "group" and shape.model is not None
        if (field_at(shape.model, key.value).name if is_group else key.value) == step:  # type: ignore[arg-type]
            return key, value
    return None, None


class _File:
    """The text of one file and what of it is where."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        found = list(spans(text))
        self.brackets = {each.start: each for each in found if each.style in ("[", "{")}
        self.scalars = {each.start: each for each in found if each.style not in ("[", "{")}
        self.line_end = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"

    def offset(self, node: Node) -> int:
        return self.starts[node.line - 1] + node.column - 1

    def bracket(self, node: Node) -> Span | None:
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

    def write(self, place: _Place, path: Path, value: Any) -> str:
        if self.bracket(place.around) is not None:  # pieces within brackets are written by hand
            raise Unrevisable
        for step in reversed(path[place.depth + 1 :]):
            if isinstance(step, int) and step:
                raise Unrevisable
            value = [value] if isinstance(step, int) else {step: value}
        step = path[place.depth]
        entry: Any = [value] if isinstance(step, int) else {step: value}
        made = lines(entry, place.shape, self.language, place.item)
        margin = place.around.column - 1
        if place.old is None:
            return self.insert(self.after(place, step), made, margin)
        return self.replace(place, place.old, made, margin)

    def after(self, place: _Place, step: str | int) -> int:
        """Where a new entry begins: behind those declared before it, else at the end."""
        around = place.around
        if isinstance(around, Items) or place.shape.model is None:
            return self.end(around)
        order = [each.name for each in fields_of(place.shape.model)]
        number = order.index(str(step))
        names = [field_at(place.shape.model, key.value).name for key, _ in around.entries]
        before = [at for at, name in enumerate(names) if order.index(name) < number]
        return self.end(around.entries[before[-1]][1] if before else around)

    def insert(self, end: int, made: list[str], margin: int) -> str:
        """The text with whole lines behind the line of `end`."""
        at = self.starts[bisect_left(self.starts, end)] if end <= self.starts[-1] else -1
        if at < 0:
            at = len(self.text)
        gap = "" if at == 0 or self.text[at - 1] == "\n" else self.line_end
        block = "".join(f"{' ' * margin + line if line else ''}{self.line_end}" for line in made)
        return self.text[:at] + gap + block + self.text[at:]

    def replace(self, place: _Place, old: Node, made: list[str], margin: int) -> str:
        """The text with another value in an entry's place; a comment behind the old one stays."""
        start, end = self.offset(old), self.end(old)
        inline = made[0].split(": ", 1)[1:] if place.key else [made[0].removeprefix("- ")]
        is_line = len(made) == 1 and bool(inline)
        is_block = isinstance(old, Text) and self.scalars[start].style in ("|", ">")
        if is_line and isinstance(old, Text) and not is_block:
            gap = " " if start == end else ""
            return self.text[:start] + gap + inline[0] + self.text[end:]
        if place.key is None:
            begin = self.text.rindex("-", 0, start) if isinstance(old, Text) else start
            made = made if isinstance(old, Text) else [line[2:] for line in made]
            shift = margin if isinstance(old, Text) else margin + 2
        else:
            begin, shift = self.offset(place.key), margin
        joined = self.line_end.join(
            (" " * shift if number and line else "") + line for number, line in enumerate(made)
        )
        tail = self.text[end:].partition("\n")[0]
        if tail.strip() or "#" in self.text[begin:end].partition("\n")[0]:
            raise Unrevisable  # a comment would be lost
        return self.text[:begin] + joined + self.text[end:]
