"""A value to show under a key: one that can be read, made from the field's declaration.

In: a field, its shape, a key language, the instant. Out: plain values as `importing.writing` writes
them. Days and times are those of the instant: one that is left standing tells no false date.
"""

from datetime import datetime
from typing import Any, get_args

from huiying.records.field import Field, Model, Shape, fields_of
from huiying.records.values import ADDRESS as ADDRESS_FORM
from huiying.records.values import Address, Identifier, Refers
from huiying.sheets.example import example_of
from huiying.sheets.plan import type_of

UNSAID = "……"
ADDRESS = "https://www.shili.example/"
REFERENCES = {
    "organisation": "shuiwuju",
    "topic": "gongshui",
    "record": "rumours/20260312-tingshui",
    "media": "gongshui/tu.svg",
}


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
    wanted = [
        each for each in below if each.key.need or model.model_fields[each.name].is_required()
    ]
    wanted = (
        wanted or [each for each in below if each.shape.form in ("scalar", "tree")] or [below[0]]
    )
    return {each.name: sample_of(each, each.shape, language, now) for each in wanted}


def _text(item: Field, language: str, now: datetime) -> str:
    type = type_of(item)
    if type == "moment":
        return now.strftime("%Y-%m-%d %H:%M")
    if type == "day":
        return now.strftime("%Y-%m-%d")
    if _is(Identifier, item):
        return now.strftime("%Y%m%d-shijian")
    shown = example_of(item, language)
    if _is(Address, item):
        return shown if ADDRESS_FORM.match(shown) else ADDRESS
    for each in item.metadata:
        if isinstance(each, Refers):
            return shown or REFERENCES.get(each.kind, each.kind)
    return shown or UNSAID


def _is(alias: Any, item: Field) -> bool:
    """Whether a field's values are of a type of `records.values`."""
    return get_args(alias)[1] in item.metadata
