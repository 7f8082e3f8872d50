"""Which sheets and columns a workbook has for one kind or register: derived from its declarations.

In: a model and a key language. Out: sheets of columns, each with its heading and the path of
canonical keys that it fills. A heading is that path in words: `证据 2 正文`. Writing and bringing
in use the same words, and a heading that editors make up by the same rule is understood too.

The first sheet has one row a record: what is required first, then the rest, lists of values over
a few numbered columns. Lists of groups have sheets of their own, one row an item (where every
record needs some, the first ones stand on the first sheet), and so has what never leaves the
office. It never sees a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from huiying.records.dates import narrow
from huiying.records.field import Field, Model, Shape, fields_of, keys_of

Path: TypeAlias = tuple[str | int, ...]
"""Canonical keys and list positions from 0."""
VALUES = 3
"""Numbered columns for a list of values; more can be added by name."""
MOST_ITEMS = 1_000
"""No list is longer where its items are counted in headings."""
GROUPS = 2
"""Numbered places for a list of groups that every record needs."""
STATUS: Path = ("status",)
MARK = "*"
"""After the heading of what is required."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is called, which value below its row it fills, how that is declared."""

    heading: str
    path: Path
    field: Field
    is_needed: bool
    is_list: bool = False
    """Whether a cell holds all items of a list, one a line."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `path` leads from the record to the group or list whose rows it has.

    `ties` are the headings of columns that say to which item of the lists above a row belongs.
    """

    name: str
    path: tuple[str, ...]
    is_list: bool
    ties: tuple[str, ...]
    columns: tuple[Column, ...]


def key_heading(zh: str, name: str, language: str) -> str:
    """The heading of the column of ids, which also tells for what the table is: `辟谣编号`."""
    return f"{zh}编号" if language == "zh" else f"{name} id"


def tie_heading(labels: tuple[str, ...], language: str) -> str:
    """The heading of the column that counts the item above: `题目序号`."""
    return f"{' '.join(labels)}序号" if language == "zh" else f"{' '.join(labels)} number"


def bare(heading: str) -> str:
    """A heading as it is meant: without the mark of what is needed, in half-width characters."""
    return " ".join(narrow(heading).replace(MARK, " ").split())


def resolve(heading: str, model: type[Model], language: str) -> tuple[Path, Field] | None:
    """The path that a heading names below a model, and the field; None where there is no such.

    Understood is every path in words, not only those that a workbook has: `关键词 7`, and `关键词`
    for all of them in one cell, whose path ends at the list.
    """
    shape, path, item = Shape("group", model=model), list[str | int](), None
    for word in bare(heading).split():
        if shape.model is not None:
            item = keys_of(shape.model, language).get(word)
            if item is None:
                return None
            path.append(item.name)
            shape = item.shape
        elif shape.inner is not None and word.isdecimal() and 0 < int(word) <= MOST_ITEMS:
            path.append(int(word) - 1)
            shape = shape.inner
        else:
            return None
    is_value = shape.form in ("scalar", "tree")
    is_list = shape.form == "list" and shape.inner is not None and shape.inner.form == "scalar"
    return (tuple(path), item) if item is not None and (is_value or is_list) else None


def sheets_of(model: type[Model], name: str, language: str) -> list[Sheet]:
    """All sheets of a workbook, the first one with a row a record; it is called `name`."""
    first = _Walk(language, is_first=True)
    first.enter(model)
    # Whether it is public turns on the status: it stands with what is needed.
    columns = sorted(
        first.columns, key=lambda column: not column.is_needed and column.path != STATUS
    )
    return [Sheet(name, (), False, (), tuple(columns)), *_further(first, model, (), ())]


def _further(
    walk: "_Walk", model: type[Model], path: tuple[str, ...], words: tuple[str, ...]
) -> Iterator[Sheet]:
    """The sheets of what a walk has left, each followed by those below it."""
    for keys, labels, shape in walk.left:
        inner = shape.inner or shape
        assert inner.model is not None
        place, names = (*path, *keys), (*words, *labels)
        below = _Walk(walk.language)
        below.enter(inner.model)
        ties = tuple(tie_heading(above, walk.language) for above in _labels(names, model, place))
        yield Sheet(" ".join(names), place, shape.form == "list", ties, tuple(below.columns))
        yield from _further(below, model, place, names)


def _labels(
    names: tuple[str, ...], model: type[Model], path: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    yield from (names[:depth] for depth in lists_above(model, path))


def lists_above(model: type[Model], path: tuple[str, ...]) -> Iterator[int]:
    """At how many keys of a path each list of groups above its end lies."""
    shape = Shape("group", model=model)
    for depth, name in enumerate(path[:-1], 1):
        assert shape.model is not None
        shape = next(item.shape for item in fields_of(shape.model) if item.name == name)
        if shape.inner is not None:
            yield depth
            shape = shape.inner


class _Walk:
    """Goes through one model: columns for its values, and what is left for sheets of its own."""

    def __init__(self, language: str, is_first: bool = False) -> None:
        self.language, self.is_first = language, is_first
        self.columns: list[Column] = []
        self.left: list[tuple[tuple[str, ...], tuple[str, ...], Shape]] = []

    def enter(self, model: type[Model]) -> None:
        """All fields of a model; on the first sheet, groups of the office have their own."""
        has_public = any(item.key.public for item in fields_of(model))
        for item in fields_of(model):
            is_group = item.shape.form == "group"
            if self.is_first and is_group and has_public and not item.key.public:
                self.left.append(((item.name,), (item.label(self.language),), item.shape))
            else:
                self._field(item, model, (), (), True)

    def _field(
        self, item: Field, model: type[Model], path: Path, words: tuple[str, ...], needed: bool
    ) -> None:
        path, words = (*path, item.name), (*words, item.label(self.language))
        needed &= bool(item.need)
        inner = item.shape.inner
        if item.shape.model is not None:
            self._fields(item.shape.model, path, words, needed)
        elif inner is not None and inner.model is not None:
            self._groups(item, inner.model, path, words, needed)
        else:
            self.columns += _values(item, path, words, needed)

    def _fields(self, model: type[Model], path: Path, words: tuple[str, ...], needed: bool) -> None:
        for item in fields_of(model):
            self._field(item, model, path, words, needed)

    def _groups(
        self, item: Field, model: type[Model], path: Path, words: tuple[str, ...], needed: bool
    ) -> None:
        """A list of groups: a sheet, and some numbered columns where every record needs it."""
        for number in range(GROUPS if self.is_first and needed else 0):
            at = (*path, number), (*words, str(number + 1))
            self._fields(model, *at, needed and number == 0)
        if all(isinstance(part, str) for part in path):
            self.left.append((tuple(map(str, path)), words, item.shape))


def _values(item: Field, path: Path, words: tuple[str, ...], needed: bool) -> Iterator[Column]:
    """One column for one value; several, or one cell with lines, for a list of values."""
    if item.shape.form != "list":
        yield Column(" ".join(words), path, item, needed)
    elif _is_split(item):
        for number in range(VALUES):
            heading = " ".join((*words, str(number + 1)))
            yield Column(heading, (*path, number), item, needed and number == 0)
    else:
        yield Column(" ".join(words), path, item, needed, is_list=True)


def _is_split(item: Field) -> bool:
    """Whether the items of a list stand in columns: terms and ids to choose, and free words."""
    if item.type == "reference":
        return item.refers not in ("record", "media")
    return item.type in ("term", "prose", "line")
