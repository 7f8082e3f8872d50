"""The texts of a library that no reader may see.

In: the library and the projection. Out: texts with their record and path, and the pieces of them
that any output would hold as they are written. It looks into no output.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic_core import to_json

from huiying.library import Library, Scrap
from huiying.public import Projection, PublicRecord, Values
from huiying.records import Record
from huiying.records.field import Field, Model, fields_of
from huiying.records.history import last_erased

SHORTEST = 12
"""Characters; shorter texts stand everywhere by chance."""
# What is written otherwise in HTML, JSON or Markdown: a text is looked for in the pieces between.
_BREAKS = re.compile("[\"'&<>\\\\\x00-\x1f*_`\\[\\]|\u2028\u2029]")
# The minute of an internal note may well be the minute of a publication.
_MOMENT = re.compile(r"\d{4}[-/.年]\d\d?[-/.月]\d\d?日?[T\s]*[\d:：时分秒]*(?:Z|[+-]\d\d:?\d\d)?")

_BETWEEN = re.compile("[{}\\[\\],:：#\"']")


def _says(text: str) -> bool:
    """Whether a piece of a line may be a sentence: ids, terms and dates are written in ASCII."""
    return not text.isascii()


def cut(text: str) -> Iterator[str]:
    """The pieces of a text, long enough to be looked for, that all outputs hold as written."""
    if len(text) >= SHORTEST:
        for piece in _BREAKS.split(text):
            stripped = piece.strip()
            if len(stripped) >= SHORTEST and not _MOMENT.fullmatch(stripped):
                yield stripped


def private_texts(
    library: Library, projection: Projection
) -> Iterator[tuple[Record[Any] | Scrap, str, str]]:
    """Records, paths and texts: of what is shown the private fields, of all else everything.

    The registers of the office are on no page: their names, notes and handovers are looked for too.
    Of a draft that could not be read the lines are looked for, apart at what YAML writes between.
    """
    for scrap in library.scraps:
        for number, line in enumerate(scrap.lines, start=1):
            yield from ((scrap, str(number), text) for text in _BETWEEN.split(line) if _says(text))
    for address, record in library.records.items():
        for path, text in _of_record(record, projection.records.get(address)):
            yield record, path, text
    for name, sidecar in library.sidecars.items():
        for path, text in strings(sidecar.fields, only_private=name in projection.media):
            yield sidecar, path, text
    for name, entries in library.registers.items():
        shown = projection.registers.get(name, {})
        for id, entry in entries.items():
            for path, text in _of_entry(entry.fields, shown.get(id)):
                yield entry, f"{id}.{path}", text


def secret_texts(library: Library, projection: Projection) -> Iterator[str]:
    """The private texts that never become public, unlike those of a record that still waits."""
    written: list[Record[Any]] = [*library.records.values(), *library.sidecars.values()]
    for record in written:
        yield from (text for _, text in strings(record.fields, only_private=True))
    for name, entries in library.registers.items():
        for id, entry in entries.items():
            shown = projection.registers.get(name, {}).get(id)
            yield from (text for _, text in _of_entry(entry.fields, shown))


def withheld_texts(library: Library, projection: Projection) -> Iterator[str]:
    """What experts did not agree to have told of them, in sentences: no record may tell it.

    The name of a university or a title may stand anywhere for reasons of its own.
    """
    for id, entry in library.experts.items():
        shown = projection.experts.get(id, {})
        for item in fields_of(type(entry.fields)):
            text = getattr(entry.fields, item.name)
            if item.type == "prose" and text and item.name not in shown:
                yield text


def _of_entry(fields: Model, shown: Values | None) -> Iterator[tuple[str, str]]:
    """All of an entry that has no page; else what is private and what an expert withheld."""
    if shown is None:
        yield from strings(fields)
        return
    yield from strings(fields, only_private=True)
    withheld = {item.name for item in fields_of(type(fields)) if item.key.public} - shown.keys()
    yield from ((path, text) for path, text in strings(fields) if path in withheld)


def _of_record(record: Record[Any], shown: PublicRecord | None) -> Iterator[tuple[str, str]]:
    """A withdrawn record has lost its body, and some entries are still to come: those are found by
    comparing with what is shown, because they are declared public."""
    if shown is None:
        yield from strings(record.fields)
    elif "withdrawn" in shown.marks or _has_future(record, shown) or _has_erased(record):
        known = to_json(shown.values).decode()
        for path, text in strings(record.fields):
            if any(piece not in known for piece in cut(text)):
                yield path, text
    else:
        yield from strings(record.fields, only_private=True)


def _has_erased(record: Record[Any]) -> bool:
    return last_erased(record.fields.history) >= 0


def _has_future(record: Record[Any], shown: PublicRecord) -> bool:
    return any(
        len(getattr(record.fields, name)) != len(shown.values.get(name, ()))
        for name in ("history", "updates")
    )


def strings(group: Model, path: str = "", only_private: bool = False) -> Iterator[tuple[str, str]]:
    """The free texts of a group of fields with their paths; no terms, no references."""
    for item in _private_fields(type(group)) if only_private else _fields(type(group)):
        value = getattr(group, item.name)
        if value is not None and value != ():
            below = f"{path}.{item.name}" if path else item.name
            yield from _strings_in(value, below, only_private and item.key.public)


def _strings_in(value: Any, path: str, only_private: bool) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if not only_private:
            yield path, value
    elif isinstance(value, Model):
        yield from strings(value, path, only_private)
    elif isinstance(value, dict):
        for key, item in value.items():  # whoever writes a tree makes up its keys as well
            yield from _strings_in(key, f"{path}.{key}", only_private)
            yield from _strings_in(item, f"{path}.{key}", only_private)
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _strings_in(item, f"{path}.{number}", only_private)


@cache
def _fields(model: type[Model]) -> tuple[Field, ...]:
    """The fields that may hold free text. Terms and ids of registers say nothing by themselves."""
    return tuple(
        item
        for item in fields_of(model)
        if item.type != "term" and (not item.refers or item.refers == "media")
    )


@cache
def _private_fields(model: type[Model]) -> tuple[Field, ...]:
    """The fields that are private, and the groups that hold such fields."""
    return tuple(item for item in _fields(model) if not item.key.public or _holds(item))


def _holds(item: Field) -> bool:
    return item.group is not None and bool(_private_fields(item.group))
