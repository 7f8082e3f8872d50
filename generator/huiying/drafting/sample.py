"""A value to show under a key: one that can be read, made from the field's declaration.

In: a field, its shape, a key language, the instant. Out: plain values as `importing.writing` writes
them. Days and times are those of the instant: one that is left standing tells no false date.
"""

from datetime import datetime
from typing import Any

from huiying.records.example import example_of, named_example
from huiying.records.field import Field, Model, Shape, fields_of
from huiying.records.values import ADDRESS as ADDRESS_FORM

UNSAID = "……"
ADDRESS = "https://www.shili.example/"


def sample_of(item: Field, shape: Shape, language: str, now: datetime) -> Any:
    """A value of that shape for the field."""
    if shape.model is not None:
        return _group(shape.model, language, now)
    if shape.inner is not None:
        return [sample_of(item, shape.inner, language, now)]
    return _text(item, language, now)


def _group(model: type[Model], language: str, now: datetime) -> dict[str, Any]:
    """The keys that a group cannot do without; all of its single values if there are none."""
    below = fields_of(model)
    wanted = [each for each in below if each.need]
    wanted = wanted or [each for each in below if each.shape.form in ("scalar", "tree")]
    return {each.name: sample_of(each, each.shape, language, now) for each in wanted or [below[0]]}


def _text(item: Field, language: str, now: datetime) -> str:
    if item.type == "moment":
        return now.strftime("%Y-%m-%d %H:%M")
    if item.type == "day":
        return now.strftime("%Y-%m-%d")
    if item.type == "id":
        return now.strftime("%Y%m%d-shijian")
    shown = example_of(item, language)
    if item.type == "address":
        return shown if ADDRESS_FORM.match(shown) else ADDRESS
    if item.type == "reference":
        return shown or named_example(item)[0]
    return shown or UNSAID
