"""Records made from their declarations, right ones and wrong ones, as YAML texts.

In: a sort of file and a key language. Out: a text with every field filled, and texts that differ
from it in one place. `load` reads a text as an editor's YAML 1.2 does, `is_read` as ours.
"""

import copy
import json
import re
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from huiying import records
from huiying.records import values
from huiying.records.field import Field, Model, Shape, fields_of
from huiying.records.values import YES
from huiying.schema import Document

ZONE = ZoneInfo("Asia/Shanghai")
RIGHT: dict[Any, str] = {
    values.Line: "一行字",
    values.Prose: "一段字",
    values.Moment: "2026-03-12 09:40",
    values.Day: "2026-03-12",
    values.Whole: "12",
    values.Number: "-1,042.30",
    values.Percent: "43.2%",
    values.Address: "https://hy.example/a",
    values.LetterBox: "https://hy.example/write?content={text}",
    values.Offset: "01:12",
    values.Identifier: "tingshui",
    values.SiteCode: "'0000000001'",
}
WRONG: dict[Any, str] = {
    values.Line: '""',
    values.Prose: '""',
    values.Moment: "昨天下午",
    values.Day: "昨天",
    values.Whole: "很多",
    values.Number: "很多",
    values.Percent: "大半",
    values.Address: "www.hy.example",
    values.LetterBox: "www.hy.example",
    values.Offset: "一分钟",
    values.Identifier: "停水",
    values.SiteCode: "12345x",
}


class Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2 with its core schema, in which the server of an editor reads."""


Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", [*"-+0123456789"]),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        [*"-+.0123456789"],
    ),
):
    Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), _first
    )
# YAML 1.1 reads 010 as eight and 1:30 as ninety; 1.2 does not.
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(_based(node.value), 0))


def _based(text: str) -> str:
    return text if re.match("0[ox]", text) else str(int(text))


def load(text: str) -> Any:
    """The values of a text as an editor's YAML 1.2 types them."""
    return yaml.load(text, Core)


def is_read(document: Document, text: str) -> bool:
    """Whether our reader makes a record, or each entry of a register, of a text."""
    parsed = records.parse(text.encode(), "a.yml", document.model, "zh", document.by_id)
    if parsed.problems or not isinstance(parsed.values, dict):
        return False
    paths = [*parsed.values] if document.by_id else [""]
    return all(
        records.ID.match(path or "a")
        and not records.construct(parsed, document.model, "", "", "a.yml", ZONE, path)[1]
        for path in paths
    )


def complete(document: Document, language: str) -> dict[str, Any]:
    """Every field of a sort of file filled, under the keys of one language."""
    group = _group(document.model, language)
    return {"bianhao": group} if document.by_id else group


def _group(model: type[Model], language: str) -> dict[str, Any]:
    return {
        item.label(language): _value(item, item.shape, language, RIGHT)
        for item in fields_of(model)
        if item.name != "status"
    }


def _value(item: Field, shape: Shape, language: str, table: dict[Any, str]) -> Any:
    if shape.model is not None:
        return _group(shape.model, language)
    if shape.inner is not None:
        return [_value(item, shape.inner, language, table)]
    return "随便" if shape.form == "tree" else scalar(item, language, table)


def scalar(item: Field, language: str, table: dict[Any, str]) -> str:
    """A value of one field, right or wrong, as it is written."""
    if item.vocabulary is not None:
        terms = [*item.vocabulary.by_language(language)]
        return terms[-1] if table is RIGHT else "没有这一项"
    if item.type == "yes":
        return next(iter(YES[language])) if table is RIGHT else "true"
    type = "line" if item.type == "reference" else item.type
    return next(text for alias, text in table.items() if alias.__metadata__[0].name == type)


def faults(document: Document, language: str) -> Iterator[tuple[str, str]]:
    """A name and a text for each fault that one place of a whole record can have."""
    seen: set[Any] = set()
    whole = complete(document, language)
    path: tuple[str | int, ...] = ("bianhao",) if document.by_id else ()
    for name, place, change in _changes(document.model, language, path, seen):
        wrong, group = _way(whole, place)
        change(group)
        yield name, write(wrong)


def _way(whole: Any, place: tuple[str | int, ...]) -> tuple[Any, Any]:
    """A copy of a record and the group at a place in it; what lies aside is left out if it is long.

    To read a whole record for every single fault would take minutes.
    """
    if not place:
        group = copy.deepcopy(whole)
        return group, group
    here, *rest = place
    below, group = _way(whole[here], tuple(rest))
    if isinstance(whole, list):
        return [below], group
    short = {key: value for key, value in whole.items() if isinstance(value, str)}
    return {**short, here: below}, group


def _changes(
    model: type[Model], language: str, place: tuple[str | int, ...], seen: set[Any]
) -> Iterator[tuple[str, tuple[str | int, ...], Any]]:
    """What can be wrong in a group and in the groups in it, each declared group once."""
    if model in seen:
        return
    seen.add(model)
    name = model.__name__
    yield f"{name}: unknown key", place, lambda group: group.update(没有这个键="x")
    for item in fields_of(model):
        label = item.label(language)
        for what, wrong in _wrong(model, item, language):
            change = _put(label, wrong) if wrong is not ... else _drop(label)
            if item.name != "status" or what != "missing":
                yield f"{name}.{item.name}: {what}", place, change
        other = item.label("en" if language == "zh" else "zh")
        yield f"{name}.{item.name}: other language", place, _rename(label, other)
        if item.shape.model is not None:
            yield from _changes(item.shape.model, language, (*place, label), seen)
        elif item.shape.inner is not None and item.shape.inner.model is not None:
            yield from _changes(item.shape.inner.model, language, (*place, label, 0), seen)


def _wrong(model: type[Model], item: Field, language: str) -> Iterator[tuple[str, Any]]:
    """Wrong values of one field by what is wrong; `...` for none at all."""
    form = item.shape.form
    if form == "scalar":
        yield "malformed", scalar(item, language, WRONG)
        yield "list", ["x"]
        yield "group", {"x": "y"}
    elif form == "list":
        yield "scalar", "x"
        yield "group", {"x": "y"}
        yield "empty item", [None]
        if item.shape.inner is not None and item.shape.inner.form == "scalar":
            yield "malformed item", [scalar(item, language, WRONG)]
            yield "list in a list", [["x"]]
        else:
            yield "scalar as item", ["x"]
    elif form == "group":
        yield "scalar", "x"
        yield "list", ["x"]
    if model.model_fields[item.name].is_required():
        yield "missing", ...
        yield "empty", None


def _put(label: str, value: Any) -> Any:
    return lambda group: group.update({label: value})


def _drop(label: str) -> Any:
    return lambda group: group.pop(label)


def _rename(label: str, other: str) -> Any:
    def change(group: dict[str, Any]) -> None:
        value = group.pop(label, "x")
        group[other] = value

    return change


def write(value: Any, indent: str = "") -> str:
    """Values as YAML, every scalar as it is written here, with its quotes if it has some."""
    lines = []
    for key, below in value.items():
        if isinstance(below, dict) and below:
            lines.append(f"{indent}{key}:\n{write(below, indent + '  ')}")
        elif isinstance(below, list):
            items = "".join(f"{indent}  -{_item(it, indent + '    ')}" for it in below)
            lines.append(f"{indent}{key}:\n{items}")
        else:
            lines.append(f"{indent}{key}: {'' if below is None else below}\n")
    return "".join(lines)


def _item(value: Any, indent: str) -> str:
    if isinstance(value, dict):
        return f"\n{write(value, indent)}"
    return f" {json.dumps(value) if isinstance(value, list) else value or ''}\n"
