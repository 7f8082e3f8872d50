"""YAML as an editor would write it: one record as text.

In: plain values under canonical keys, whose scalars are text, and the model that declares them.
Out: lines in the order of declaration, keys in one language, prose as blocks, quotes only where
YAML needs them: `source.read` gives back the same text. It never opens a file.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from huiying.records.field import Model, Shape, fields_of

INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`~=<")
"""No plain scalar begins with one of these; some would be allowed, but look like a mistake."""


def write(values: Mapping[str, Any], model: type[Model], language: str) -> str:
    """One record as the text of a file."""
    return _joined(_group(values, model, language))


def write_entries(entries: Mapping[str, Any], model: type[Model], language: str) -> str:
    """A register as the text of a file: entries under their ids."""
    return _joined(
        line for id, values in entries.items() for line in _entry(id, values, model, language)
    )


def _entry(id: str, values: Any, model: type[Model], language: str) -> Iterator[str]:
    yield from _pair(id, values, Shape("group", model=model), language)


def _joined(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _group(values: Mapping[str, Any], model: type[Model], language: str) -> Iterator[str]:
    for item in fields_of(model):
        if item.name in values:
            yield from _pair(item.label(language), values[item.name], item.shape, language)


def _pair(key: str, value: Any, shape: Shape, language: str) -> Iterator[str]:
    """`key: value`, the value below where it is more than one line."""
    if isinstance(value, str):
        first, *more = scalar(value)
        yield f"{key}: {first}"
        yield from _indented(more)
        return
    yield f"{key}:"
    if shape.form == "list":
        assert shape.inner is not None
        for item in value:
            yield from _indented(_item(item, shape.inner, language))
    else:
        assert shape.model is not None
        yield from _indented(_group(value, shape.model, language))


def _item(value: Any, shape: Shape, language: str) -> Iterator[str]:
    """One item of a list, after its dash."""
    if isinstance(value, str):
        lines = scalar(value)
    else:
        assert shape.model is not None
        lines = list(_group(value, shape.model, language))
    yield f"- {lines[0]}"
    yield from _indented(lines[1:])


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    for line in lines:
        yield f"  {line}" if line else ""


def scalar(text: str) -> list[str]:
    """A text as it stands after its key: one line, or a block whose lines follow."""
    if "\n" in text:
        return ["|", *text.split("\n")]
    if _is_plain(text):
        return [text]
    return ["'" + text.replace("'", "''") + "'"]


def _is_plain(text: str) -> bool:
    """Whether the text can stand without quotes."""
    return (
        bool(text)
        and text == text.strip()
        and text[0] not in INDICATORS
        and not text.endswith(":")
        and not any(sign in text for sign in (": ", " #", "\t"))
    )
