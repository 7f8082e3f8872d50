"""YAML as an editor would write it: one record as text.

In: plain values under canonical keys, whose scalars are text, the model that declares them, and the
comments to set beside them. Out: lines in the order of declaration, keys, terms and dates in their
one canonical spelling, short lists on one line, prose of several lines as blocks, quotes only where
YAML needs them: `source.read` gives back the same text. It never opens a file.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from unicodedata import east_asian_width

from huiying.records.field import Field, Model, Shape, fields_of
from huiying.records.values import canonical_text

INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`~=<")
"""No plain scalar begins with one of these; some would be allowed, but look like a mistake."""
WIDEST = 100
"""Columns that a list or prose may take up on its key's line; a Chinese character takes two."""
TREE = Shape("tree")

Path: TypeAlias = tuple[str | int, ...]
"""Canonical keys and numbers of items: `("claims", 0, "text")`."""


@dataclass(frozen=True, slots=True)
class Notes:
    """Comments beside one value, each from its `#`; "" is an empty line.

    `below` stands under the value, deeper than its key: at the end of a group or list. Those of the
    whole file, under the path (), stand at its head and its end.
    """

    above: tuple[str, ...] = ()
    behind: str = ""
    below: tuple[str, ...] = ()

    @property
    def has_comment(self) -> bool:
        """Whether there is more than empty lines."""
        return any((*self.above, self.behind, *self.below))


Block: TypeAlias = tuple[list[str], list[str]]
"""One entry or item: the lines above it, and its own."""


def write(
    values: Mapping[str, Any],
    model: type[Model],
    language: str,
    notes: Mapping[Path, Notes] | None = None,
) -> str:
    """One record as the text of a file. A value None leaves its key empty."""
    return _write(values, Shape("group", model=model), language, notes or {})


def write_entries(
    entries: Mapping[str, Any],
    model: type[Model],
    language: str,
    notes: Mapping[Path, Notes] | None = None,
) -> str:
    """A register as the text of a file: entries under their ids."""
    shape = Shape("ids", Shape("group", model=model))
    return _write(entries, shape, language, notes or {})


def lines(value: Any, shape: Shape, language: str, item: Field | None = None) -> list[str]:
    """The entries of a group or the items of a list, as lines from their own margin."""
    spelt = spell(value, shape, language, item)
    return _joined(_Writer(language, {}).blocks(spelt, shape, (), 0, item))


def spell(value: Any, shape: Shape, language: str, item: Field | None = None) -> Any:
    """The same values in their canonical spelling and order; `item` is the field they stand in."""
    if value is None:
        return None
    if shape.form == "tree":
        return _spell_free(value) or (None if isinstance(value, str) else value)
    if isinstance(value, str):
        if item is None:
            return canonical_text(value, "line", language)
        return canonical_text(value, item.type, language, item.vocabulary)
    if shape.form == "list":
        assert shape.inner is not None
        return [spell(each, shape.inner, language, item) for each in value]
    if shape.form == "ids":
        assert shape.inner is not None
        return {key: spell(each, shape.inner, language, item) for key, each in value.items()}
    assert shape.model is not None
    return {
        each.name: spell(value[each.name], each.shape, language, each)
        for each in fields_of(shape.model)
        if each.name in value
    }


def _spell_free(value: Any) -> Any:
    """Values of free keys, with nothing taken away but idle ends."""
    if isinstance(value, Mapping):
        return {key: _spell_free(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_spell_free(each) for each in value]
    return value.replace("\r\n", "\n").rstrip()


def _write(
    values: Mapping[str, Any], shape: Shape, language: str, notes: Mapping[Path, Notes]
) -> str:
    writer = _Writer(language, notes)
    head = [*writer.notes_at(()).above, ""] if writer.notes_at(()).above else []
    body = _joined(writer.blocks(spell(values, shape, language), shape, (), 0))
    lines = [*head, *body, *writer.notes_at(()).below]
    return "".join(f"{line}\n" for line in lines)


class _Writer:
    """One file while it is written."""

    def __init__(self, language: str, notes: Mapping[Path, Notes]) -> None:
        self.language = language
        self.notes = notes

    def notes_at(self, path: Path) -> Notes:
        return self.notes.get(path) or Notes()

    def blocks(
        self, value: Any, shape: Shape, path: Path, indent: int, item: Field | None = None
    ) -> list[Block]:
        """The entries of a group or the items of a list, in lines from their own margin."""
        if isinstance(value, list):
            inner = shape.inner or TREE
            return [
                self.item(each, inner, (*path, number), indent, item)
                for number, each in enumerate(value)
            ]
        if shape.form == "group":
            assert shape.model is not None
            return [
                self.entry(
                    each.label(self.language),
                    value[each.name],
                    each.shape,
                    (*path, each.name),
                    indent,
                    each,
                )
                for each in fields_of(shape.model)
                if each.name in value
            ]
        inner = shape.inner or TREE
        return [
            self.entry(_quoted(key), each, inner, (*path, key), indent, item)
            for key, each in value.items()
        ]

    def entry(
        self, key: str, value: Any, shape: Shape, path: Path, indent: int, item: Field | None
    ) -> Block:
        """`key: value`, the value below where it is more than one line."""
        notes = self.notes_at(path)
        if _is_collection(value) and not (flow := self.flow(value, path, indent, key)):
            below = _joined(self.blocks(value, shape, path, indent + 2, item))
            lines = [_with(f"{key}:", notes.behind), *_indented(below)]
        elif _is_collection(value):
            lines = [_with(f"{key}: {flow}", notes.behind)]
        else:
            first, *more = scalar(value or "", self.room(item, indent, key))
            if more and notes.below:  # under a block they would be part of it
                notes = Notes((*notes.above, *notes.below), notes.behind)
            lines = [_with(f"{key}: {first}".rstrip(), notes.behind), *_indented(more)]
        return list(notes.above), [*lines, *_indented(notes.below)]

    def item(self, value: Any, shape: Shape, path: Path, indent: int, item: Field | None) -> Block:
        """One item of a list, after its dash."""
        notes = self.notes_at(path)
        above, below = list(notes.above), notes.below
        if _is_collection(value) and not (flow := self.flow(value, path, indent, "-")):
            blocks = self.blocks(value, shape, path, indent + 2, item)
            above += [notes.behind] * bool(notes.behind) + _from_first_comment(blocks[0][0])
            lines = _joined([([], blocks[0][1]), *blocks[1:]])
            return above, [f"- {lines[0]}", *_indented(lines[1:]), *_indented(below)]
        if _is_collection(value):
            lines = [flow]
        else:
            lines = scalar(value or "", self.room(item, indent, "-"))
            if len(lines) > 1:
                above, below = [*above, *below], ()
        first = _with(f"- {lines[0]}".rstrip(), notes.behind)
        return above, [first, *_indented(lines[1:]), *_indented(below)]

    def room(self, item: Field | None, indent: int, key: str) -> int | None:
        """The columns left for prose behind a key; None for what is no prose."""
        is_wanted = item is not None and item.type == "prose"
        return WIDEST - indent - _width(f"{key}: ") if is_wanted else None

    def flow(self, value: Any, path: Path, indent: int, key: str) -> str:
        """A list on one line, if its items are plain, bear no comments and fit; else ""."""
        if not value:
            return "[]" if isinstance(value, list) else "{}"
        if not isinstance(value, list) or not all(map(_is_plain_in_brackets, value)):
            return ""
        if any(self.notes_at((*path, number)).has_comment for number in range(len(value))):
            return ""
        line = f"[{', '.join(value)}]"
        return line if indent + _width(f"{key}: {line}") <= WIDEST else ""


def _is_collection(value: Any) -> bool:
    return isinstance(value, list | Mapping)


def _joined(blocks: Iterable[Block]) -> list[str]:
    """The lines of all blocks: one empty line at most, none at the beginning."""
    lines: list[str] = []
    for above, own in blocks:
        for line in above:
            if line or (lines and lines[-1]):
                lines.append(line)
        lines += own
    return lines


def _from_first_comment(lines: list[str]) -> list[str]:
    start = next((number for number, line in enumerate(lines) if line), len(lines))
    return lines[start:]


def _with(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _indented(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"  {line}" if line else ""


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def scalar(text: str, room: int | None = None) -> list[str]:
    """A text as it stands after its key: one line, or a block whose lines follow.

    `room` is given for prose. A sentence that does not fit, or would need quotes, becomes a block:
    there an editor can go on writing, with any sign.
    """
    if not text or (_is_plain(text) and (room is None or _width(text) <= room)):
        return [text]
    if text[0].isspace() and "\n" in text:  # a block cannot begin with blanks
        return [_double_quoted(text)]
    if "\n" in text or room is not None:
        return ["|", *text.split("\n")]
    return ["'" + text.replace("'", "''") + "'"]


def _quoted(key: str) -> str:
    """A free key, in quotes where YAML needs them."""
    if "\n" in key:
        return _double_quoted(key)
    return scalar(key)[0] or "''"


def _double_quoted(text: str) -> str:
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(escapes.get(sign, sign) for sign in text) + '"'


def _is_plain(text: str) -> bool:
    """Whether the text can stand without quotes."""
    return (
        bool(text)
        and text == text.strip()
        and text[0] not in INDICATORS
        and not text.startswith("...")
        and not text.endswith(":")
        and not any(sign in text for sign in (": ", " #", "\t", "\n"))
    )


def _is_plain_in_brackets(text: Any) -> bool:
    """As `_is_plain`; `:?` is no error by the book, but libyaml takes it for one."""
    signs = (",", "[", "]", "{", "}", ":?")
    return isinstance(text, str) and _is_plain(text) and not any(sign in text for sign in signs)
