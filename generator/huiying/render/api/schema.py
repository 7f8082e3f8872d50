"""JSON Schema 2020-12 of every document of the data interface, from the declarations of records.

In: the models of `records`, their public fields only. Out: definitions by name, and a schema for
each document with the definitions that it needs. It promises what v1 promises: no `required` where
a withdrawal or an unpublished reference may leave a gap, and no closed objects, as fields may come.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from huiying.records import KINDS, REGISTERS
from huiying.records.field import Field, Model, Shape, fields_of
from huiying.records.vocabulary import HISTORY_TYPE, VERDICT, Vocabulary

Json: TypeAlias = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
REF = "#/$defs/"
LEFT_OUT = frozenset({"schema_version"})
"""Public fields that say nothing to anybody outside."""
MARKS = ("archived", "corrected", "expired", "superseded", "updated", "withdrawn")
PUBLIC_REGISTERS = tuple(register for register in REGISTERS if register.url_word)
TEXT: Json = {"type": "string"}
COUNT: Json = {"type": "integer", "minimum": 0}
MOMENT: Json = {"type": "string", "format": "date-time"}
URL: Json = {"type": "string", "format": "uri"}
MONTH: Json = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"}
YEAR: Json = {"type": "string", "pattern": "^[0-9]{4}$"}
ADDRESS: Json = {"type": "string", "pattern": "^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$"}
_SCALARS: Mapping[str, Json] = {
    "prose": {"type": "string", "contentMediaType": "text/markdown"},
    "moment": MOMENT,
    "day": {"type": "string", "format": "date"},
    "whole": {"type": "integer"},
    "number": {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    "percent": {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"},
    "yes": {"type": "boolean"},
    "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
}
"""By type of value; all others are text."""


def shown_fields(model: type[Model]) -> Iterator[Field]:
    """The fields of a group that the interface shows."""
    return (f for f in fields_of(model) if f.key.public and f.name not in LEFT_OUT)


def models() -> list[type[Model]]:
    """Every group that a public field can hold, each once, in the order of the declarations."""
    found: dict[type[Model], None] = {}

    def walk(model: type[Model]) -> None:
        if model not in found:
            found[model] = None
            for item in shown_fields(model):
                if item.group is not None:
                    walk(item.group)

    for kind in KINDS:
        walk(kind.model)
    for register in PUBLIC_REGISTERS:
        walk(register.model)
    return list(found)


@cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """The vocabularies that public fields choose from, each once, by name."""
    fields = (item for model in models() for item in shown_fields(model))
    found = {item.vocabulary.name: item.vocabulary for item in fields if item.vocabulary}
    return tuple(found[name] for name in sorted(found))


def _ref(name: str) -> Json:
    return {"$ref": REF + name}


def _object(keys: Mapping[str, Json], *optional: str, **more: Any) -> Json:
    """An object whose keys are all there, but for the optional ones."""
    needed = [name for name in keys if name not in optional]
    return {"type": "object", **more, "properties": dict(keys), "required": needed}


def _list(items: Json, **more: Any) -> Json:
    return {"type": "array", "items": items, **more}


def _value(item: Field, shape: Shape) -> Json:
    if shape.model is not None:
        return _ref(shape.model.__name__)
    if shape.inner is not None:
        return _list(_value(item, shape.inner))
    if item.vocabulary is not None:
        return _ref(item.vocabulary.name)
    if item.refers == "record":
        return ADDRESS
    return _SCALARS.get(item.type, TEXT)


def _group(model: type[Model], named: str = "") -> Json:
    """The public fields of a group; those that nothing may take away are required."""
    fields = list(shown_fields(model))
    keys = {item.name: {"title": item.key.zh, **_value(item, item.shape)} for item in fields}
    needed = [item.name for item in fields if item.is_required and not item.refers]
    told: Json = {"title": named} if named else {}
    if model in {register.model for register in PUBLIC_REGISTERS}:
        needed = []  # an expert may withhold any of them
    return {"type": "object", **told, "properties": keys, "required": needed}


def _terms(vocabulary: Vocabulary) -> Json:
    return {"type": "string", "title": vocabulary.zh, "enum": [term.en for term in vocabulary]}


def _envelope(kind: Json) -> dict[str, Json]:
    """What every record says of itself, in full and in lists."""
    return {
        "id": {**ADDRESS, "title": "编号，永远不变"},
        "kind": kind,
        "url": {**URL, "title": "网页"},
        "document": {**URL, "title": "本条的全部数据"},
        "published_at": {**MOMENT, "title": "发布时间"},
        "updated_at": {**MOMENT, "title": "更新时间"},
        "current": {"type": "boolean", "title": "是否有效：没有撤回、替代、归档、失效"},
        "marks": _list({"enum": list(MARKS)}, title="标记"),
    }


def _summary() -> Json:
    more: dict[str, Json] = {
        "title": {**TEXT, "title": "标题"},
        "verdict": _ref(VERDICT.name),
        "organisations": _list(TEXT, title="单位编号，第一责任单位在前"),
        "topics": _list(TEXT, title="专题编号"),
        "subjects": _list(_ref("subject")),
    }
    kind: Json = {"type": "string", "enum": [kind.name for kind in KINDS]}
    return _object({**_envelope(kind), **more}, "verdict", title="摘要")


def _months(*more: str) -> Json:
    keys = {"month": MONTH, "url": URL, **dict.fromkeys(more, COUNT)}
    return _list(_object(keys), title="按月，新的在前")


def _event(**more: Json) -> Json:
    keys = {
        "at": MOMENT,
        "type": _ref(HISTORY_TYPE.name),
        "record": ADDRESS,
        "url": URL,
        "document": URL,
        "title": TEXT,
        "note": TEXT,
    }
    return _object({**keys, **more}, "note", *more)


def _events(name: str, zh: str) -> Iterator[tuple[str, Json]]:
    """Events: the newest with a directory of months, and one month."""
    events = _list(_ref(f"{name}-event"))
    yield name, _object({"newest": events, "months": _months("events")}, title=zh)
    yield f"{name}-month", _object({"month": MONTH, "events": events}, title=f"{zh}，一个月")


def _index() -> Json:
    place = {"id": TEXT, "zh": TEXT, "url": URL, "records": COUNT}
    lists = _list(_object(place))
    years = _object({"year": YEAR, "csv": URL, "jsonl": URL, "records": COUNT})
    site = _object({"name": TEXT, "url": URL, "publisher": TEXT, "time_zone": TEXT})
    keys = {
        "version": {"const": "1"},
        "site": site,
        "records": COUNT,
        "documents": {"type": "object", "additionalProperties": URL},
        "kinds": lists,
        "verdicts": lists,
        "topics": lists,
        "months": _months("records"),
        "years": _list(years),
    }
    return _object(keys, title="目录")


def _register(name: str, model: type[Model], zh: str) -> Json:
    entry = {"id": TEXT, "url": URL, "records": COUNT, "list": URL, "fields": _ref(model.__name__)}
    optional = ("url", "records", "list")
    return _object({name: _list(_object(entry, *optional))}, title=zh)


def _vocabulary() -> Json:
    term = _object({"id": TEXT, "zh": TEXT, "help_zh": TEXT}, "help_zh")
    one = _object({"id": TEXT, "zh": TEXT, "terms": _list(term)})
    return _object({"vocabularies": _list(one)}, title="用词表")


def _records() -> Iterator[tuple[str, Json]]:
    """One record in full, of each kind and of any."""
    names = {kind.name: f"{kind.name}-record" for kind in KINDS}
    for kind in KINDS:
        keys = _envelope({"const": kind.name})
        yield names[kind.name], _object({**keys, "fields": _ref(kind.model.__name__)})
    mapping = {name: REF + target for name, target in names.items()}
    yield (
        "record",
        {
            "title": "一条记录",
            "type": "object",
            "oneOf": [_ref(target) for target in names.values()],
            "discriminator": {"propertyName": "kind", "mapping": mapping},
        },
    )


@cache
def definitions() -> Mapping[str, Json]:
    """Everything by name: documents, records, groups, vocabularies."""
    zh: dict[type[Model], str] = {kind.model: kind.zh for kind in KINDS}
    found: dict[str, Json] = {"index": _index(), **dict(_records()), "summary": _summary()}
    summaries = _list(_ref("summary"))
    found["month"] = _object({"month": MONTH, "records": summaries}, title="一个月发布的全部")
    keys = {"id": TEXT, "zh": TEXT, "records": COUNT}
    keys |= {"newest": summaries, "months": _months("records")}
    found["list"] = _object(keys, title="清单：有效的，最新五十条和按月条数")
    found["changes-event"] = _event(minor={"type": "boolean"})
    found["corrections-event"] = _event(before=TEXT, after=TEXT)
    found |= dict(_events("changes", "变动"))
    found |= dict(_events("corrections", "更正、撤回、恢复"))
    for register in PUBLIC_REGISTERS:
        found[register.url_word] = _register(register.url_word, register.model, register.zh)
    found["vocabulary"] = _vocabulary()
    found |= {model.__name__: _group(model, zh.get(model, "")) for model in models()}
    return found | {vocabulary.name: _terms(vocabulary) for vocabulary in vocabularies()}


def document_schema(name: str, base: str) -> Json:
    """The schema of one sort of document, complete in itself. `base`: address of the interface."""
    needed: dict[str, Json] = {}

    def gather(value: Any) -> None:
        if isinstance(value, dict):
            target = value.get("$ref", "").removeprefix(REF)
            if target and target not in needed:
                needed[target] = definitions()[target]
                gather(needed[target])
            for inner in value.values():
                gather(inner)
        elif isinstance(value, list):
            for inner in value:
                gather(inner)

    root = definitions()[name]
    gather(root)
    return {"$schema": DIALECT, "$id": f"{base}schemas/{name}.json", **root, "$defs": needed}
