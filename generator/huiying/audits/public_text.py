"""Whether a text that somebody keeps to himself is public all the same.

In: pieces of texts, the library and the projection. Out: those that readers may see. A piece has to
stand in what the projection shows, and in a field that is declared public: were the projection to
show a private field by mistake, that would excuse nothing.
"""

from collections.abc import Collection, Iterator
from typing import Any

from pydantic_core import to_json

from huiying.library import Library
from huiying.public import Projection
from huiying.records.field import Model, fields_of
from huiying.rules import RULES


def is_public(
    pieces: Collection[str], library: Library, projection: Projection, records: bool = True
) -> set[str]:
    """Which of the pieces stand in a public value, a register or the address of a page.

    `records`: whether it counts that a record or a medium says them.
    """
    if not pieces:
        return set()
    known = _in(pieces, _names(projection) if records else [])
    return known | (
        _in(pieces, (to_json(value).decode() for value in _shown(projection, records)))
        & _in(pieces, ("\n".join(texts) for texts in _declared(library, projection, records)))
    )


def _in(pieces: Collection[str], texts: Collection[str] | Iterator[str]) -> set[str]:
    return {piece for text in texts for piece in pieces if piece in text}


def _names(projection: Projection) -> list[str]:
    """What is public without being a value: addresses, and the rules, as the guide shows them."""
    base = projection.settings.base_url
    return [
        *(f"{base}{address}/" for address in projection.records),
        *(each.NAME for each in RULES),
    ]


def _shown(projection: Projection, records: bool) -> Iterator[Any]:
    yield from (projection.site, projection.registers)
    if records:
        yield projection.media
        yield from (record.values for record in projection.records.values())


def _declared(library: Library, projection: Projection, records: bool) -> Iterator[Iterator[str]]:
    """The values of all fields declared public of what the projection shows."""
    yield _values(projection.settings.site)
    for name, entries in projection.registers.items():
        yield iter(entries)
        yield from (_values(library.registers[name][id].fields) for id in entries)
    if records:
        yield iter(projection.media)
        yield from (
            _values(library.sidecars[name].fields)
            for name in projection.media
            if name in library.sidecars
        )
        yield from (_values(library.records[place].fields) for place in projection.records)


def _values(group: Model) -> Iterator[str]:
    """Every text of the fields declared public, at any depth."""
    for item in fields_of(type(group)):
        if item.key.public:
            yield from _texts(getattr(group, item.name))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Model):
        yield from _values(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
