"""One value of an editor's file set or added, every other byte kept.

In: the bytes of a record, a path of canonical keys, a plain value. Out: the new bytes; comments,
quotes, order, line ends and a byte order mark stay. What is new is indented by two; what stands
within brackets is written anew with them. The result is read again: it says the old values and
the change, or `Unrevisable` is raised.
"""

from collections.abc import Mapping
from copy import deepcopy
from itertools import pairwise
from typing import Any

from huiying.formatting.outline import read_outline
from huiying.formatting.splicing import Page, WouldLoseComments, below, entry
from huiying.importing.writing import Path, spell
from huiying.problem import Problem
from huiying.records import parse
from huiying.records.field import Field, Model, Shape
from huiying.source import Items, Map, Node, Text, read

_BOM = b"\xef\xbb\xbf"


class Unrevisable(Exception):
    """The file cannot be changed safely and stays as it is; `problems`: why, if it is unsound.

    `rule` names the sentence for the editor where it is sound: comments would be lost, or it is
    written in a way that nothing can be set in without touching the rest.
    """

    def __init__(self, problems: tuple[Problem, ...] = (), rule: str = "unrevisable") -> None:
        """Keep the problems of the file; none where only this change cannot be made."""
        super().__init__([problem.rule for problem in problems] or rule)
        self.problems = problems
        self.rule = rule


def put(data: bytes, path: Path, value: Any, model: type[Model], language: str = "zh") -> bytes:
    """The file with `value` at `path`; parents that are missing are made.

    A group is set key by key, so that comments in it stay, unless one of its keys goes.
    `language`: of the keys where the file has none. A number equal to a list's length appends.
    """
    file = _File(data, model, language)
    wanted = file.with_value(path, value)
    old = _at(file.values, path)
    if isinstance(value, Mapping) and isinstance(old, dict) and old and old.keys() <= value.keys():
        for key, each in value.items():
            shape = _shape_at((*path, key), model)
            if key not in old or spell(each, *shape) != spell(old[key], *shape):
                data = put(data, (*path, key), each, model, language)
        return data
    return file.checked(file.written(path, wanted), wanted)


def append(data: bytes, path: Path, value: Any, model: type[Model], language: str = "zh") -> bytes:
    """The file with one more item at the end of the list at `path`."""
    found = _at(_File(data, model, language).values, path) or []
    return put(data, (*path, len(found)), value, model, language)


def insert(data: bytes, path: Path, number: int, value: Any, model: type[Model]) -> bytes:
    """The file with one more item before that number of the list at `path`, not before its first.

    What stands between this item and the one before it is then behind the new one.
    """
    file = _File(data, model, "zh")
    items = list(_at(file.values, path) or [])
    if not 0 < number < len(items):
        return append(data, path, value, model)
    wanted = file.with_value(path, [*items[:number], value, *items[number:]])
    spot = file.page.find(file.root, (*path, number), file.shape)
    if spot.depth < len(path):  # within brackets
        return file.checked(file.written(path, wanted), wanted)
    return file.checked(file.page.write_before(spot, number, value), wanted)


def reword(
    data: bytes, path: Path, before: str, after: str, model: type[Model], language: str = "zh"
) -> bytes:
    """The file with other words in the text at `path`, where they stand once.

    Line breaks and quotes of the text stay wherever they can.
    """
    file = _File(data, model, language)
    value = _at(file.values, path).replace(before, after)
    node = file.node(path)
    start = file.page.offset(node)
    words = file.text[start : file.page.end(node)]
    if words.count(before) == 1:
        begin = start + words.index(before)
        made = file.text[:begin] + after + file.text[begin + len(before) :]
        try:
            return file.checked(made, file.with_value(path, value))
        except Unrevisable:  # the new words need quotes, or another line
            pass
    return put(data, path, value, model, language)


class _File:
    """The bytes of one sound file: its values, and its text without a byte order mark."""

    def __init__(self, data: bytes, model: type[Model], language: str) -> None:
        parsed = parse(data, "", model, language)
        if parsed.problems or parsed.values is None:
            raise Unrevisable(parsed.problems)
        self.mark = _BOM if data.startswith(_BOM) else b""
        self.text = data.removeprefix(_BOM).decode()
        self.model = model
        self.language = language
        self.shape = Shape("group", model=model)
        root, _ = read(data, "")
        assert isinstance(root, Map)
        self.root = root
        self.values: Any = read_outline(root, self.shape).values
        self.page = Page(self.text, parsed.language)

    def with_value(self, path: Path, value: Any) -> Any:
        """The values, with another one at the path."""
        return _with(self.values, path, spell(value, *_shape_at(path, self.model)))

    def node(self, path: Path) -> Text:
        """The text at a path."""
        found: Node | None = self.root
        shape, item = self.shape, None
        for step in path:
            assert isinstance(found, Map | Items)
            found = entry(found, shape, step)[1]
            shape, item = below(shape, item, step)
        assert isinstance(found, Text)
        return found

    def written(self, path: Path, wanted: Any) -> str:
        """The text with what is wanted at the path."""
        try:
            if self.page.bracket(self.root):
                return self.page.write_all(self.root, wanted, self.shape)
            spot = self.page.find(self.root, path, self.shape)
            value = _at(wanted, path[: spot.depth + 1])
            return self.page.write(spot, path[spot.depth], value)
        except WouldLoseComments:
            raise Unrevisable(rule="unrevisable.comments") from None

    def checked(self, text: str, wanted: Any) -> bytes:
        """The bytes of a text that says what is wanted, and nothing else."""
        result = self.mark + text.encode()
        root, problems = read(result, "")
        if problems or parse(result, "", self.model, self.language).problems:
            raise Unrevisable
        assert isinstance(root, Map)
        # In one spelling: a term or date may be written in its canonical one.
        found = read_outline(root, self.shape).values
        if spell(found, self.shape, "en") != spell(wanted, self.shape, "en"):
            raise Unrevisable
        return result


def _at(values: Any, path: Path) -> Any:
    """What stands at a path; None if nothing does."""
    for step in path:
        is_there = step in values if isinstance(values, dict) else step in range(len(values or ()))
        if not is_there:
            return None
        values = values[step]
    return values


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
        shape, item = below(shape, item, step)
    return shape, "en", item
