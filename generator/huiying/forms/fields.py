"""The fields of the form, written from the declarations of `records`.

In: a model and the key language of a site. Out: plain values as Sveltia and Decap CMS read them:
the name is the key in that language, label and hint are Chinese, the widget follows the type. What
holds free keys anywhere below is left out: a form cannot show it, and keeps it as it stands.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from huiying.messages import sentence
from huiying.records import REGISTER_BY_NAME, values
from huiying.records.common import Common
from huiying.records.field import Field, Model, Shape, fields_of
from huiying.records.review import Review
from huiying.records.values import FieldType
from huiying.records.vocabulary import STATUS, Vocabulary

Json: TypeAlias = dict[str, Any]
ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"


def say(key: str, **holes: str) -> str:
    """A sentence of the form: what editors read is Chinese, whatever the keys of the files."""
    return sentence(f"form-{key}", holes, "zh")


def written(key: str, language: str) -> str:
    """A key of the form's own, in the language of the files."""
    return sentence(f"form-{key}", {}, language)


def fields(model: type[Model], language: str) -> list[Json]:
    """The fields of a group, in the order of their declaration."""
    return [_field(item, language) for item in fields_of(model) if is_shown(item.shape)]


def top_fields(model: type[Model], language: str) -> list[Json]:
    """The fields of a file. Those asked of everybody come first, with a comment that says so."""
    shown = [item for item in fields_of(model) if is_shown(item.shape)]
    shared = {item.name for item in fields_of(Common)} if issubclass(model, Common) else None
    made = [
        {**_field(item, language), **_asked(item, shared is not None and item.name not in shared)}
        for item in shown
    ]
    return sorted(made, key=lambda field: "comment" not in field)


def is_shown(shape: Shape) -> bool:
    """Whether a form can show it: neither free keys nor entries by id lie in it or below it.

    Nor who signed: that is written by `huiying sign`, with a digest that nobody can type.
    """
    if shape.form in ("tree", "ids") or shape.model is Review:
        return False
    if shape.model is not None:
        return all(is_shown(item.shape) for item in fields_of(shape.model))
    return shape.inner is None or is_shown(shape.inner)


def _asked(item: Field, is_own: bool) -> Json:
    """The comment on a field that is asked of everybody. `is_own`: only this kind has it."""
    if item.is_required:
        return {"comment": say("required")}
    if item.key.need:
        return {"comment": say(item.key.need)}
    if is_own and item.shape.form == "list" and item.group is not None:
        return {"comment": say("main")}
    return {"comment": say("status")} if item.name == "status" else {}


def _field(item: Field, language: str) -> Json:
    is_shown_open = _is_open_group(item)
    common = {
        "name": item.label(language),
        "label": item.key.zh,
        "hint": item.help_to_pick,
        "required": item.is_required or is_shown_open,
    }
    field = {**common, **_widget(item, item.shape, language)}
    if field["widget"] == "relation":
        field["hint"] = f"{item.help_to_pick}{say('pick')}"
    if not field["required"] and item.key.need:
        field["comment"] = say(item.key.need)
    if is_shown_open:
        field["collapsed"] = False
    return {**field, **_status(language)} if item.name == "status" else field


def _is_open_group(item: Field) -> bool:
    """Whether it is a group that everybody needs, and a draft may leave all that is in it empty."""
    if item.shape.model is None or item.key.need != "always":
        return False
    return not any(inner.is_required for inner in fields_of(item.shape.model))


def _status(language: str) -> Json:
    """The steps of a record by their names alone, as the list of records shows what is chosen."""
    values = list(STATUS.by_language(language))
    options = [
        {"label": term.zh, "value": value} for term, value in zip(STATUS, values, strict=True)
    ]
    hint = "".join(f"{term.zh}：{term.help_zh}" for term in STATUS)
    return {"required": True, "default": values[0], "options": options, "hint": hint}


def _widget(item: Field, shape: Shape, language: str) -> Json:
    """The widget of a value of that shape."""
    if shape.form == "scalar":
        return _scalar(item, language)
    if shape.form == "group":
        assert shape.model is not None
        return {"widget": "object", "collapsed": "auto", "fields": fields(shape.model, language)}
    assert shape.inner is not None
    one = _widget(item, shape.inner, language)
    if shape.inner.form == "group":
        assert shape.inner.model is not None
        summary = f"{{{{fields.{name_of(shape.inner.model, language)}}}}}"
        more = {"label_singular": item.key.zh, "summary": summary, "collapsed": "auto"}
        return {**one, "widget": "list", **more}
    if one["widget"] in ("select", "relation"):
        return {**one, "multiple": True}
    inner = {"name": item.label(language), "label": item.key.zh, **one}
    return {"widget": "list", "label_singular": item.key.zh, "field": inner, "collapsed": False}


def name_of(model: type[Model], language: str) -> str:
    """The field by which an entry of a list is told from the others: its first text."""
    texts = (item for item in fields_of(model) if item.type in ("line", "prose"))
    return next(texts, fields_of(model)[0]).label(language)


def _scalar(item: Field, language: str) -> Json:
    if item.vocabulary is not None:
        return _select(item.vocabulary, language)
    return _reference(item.refers, language) if item.refers else WIDGETS[item.type](language)


def _select(vocabulary: Vocabulary, language: str) -> Json:
    return {"widget": "select", "options": _options(vocabulary, language)}


def _options(vocabulary: Vocabulary, language: str) -> list[Json]:
    """Terms as the files write them, each shown with what it means."""
    return [
        {
            "label": f"{term.zh}：{term.help_zh}" if term.help_zh else term.zh,
            "value": term.zh if language == "zh" else term.en,
        }
        for term in vocabulary
    ]


def _reference(refers: str, language: str) -> Json:
    """Entries of registers and topics are picked by name; other records are named by address."""
    if refers == "media":
        return {"widget": "file", "choose_url": False}
    if refers == "record":
        pattern = ["^[a-z]+/[a-z0-9-]+$", say("record")]
        return {"widget": "string", "pattern": pattern}
    relation = {"widget": "relation", "dropdown_threshold": 0}
    if refers in REGISTER_BY_NAME:
        entries = f"{written('entries', language)}.*."
        model = REGISTER_BY_NAME[refers].model
        name = entries + name_of(model, language)
        id = entries + written("id", language)
        more = {"file": refers, "value_field": id, "display_fields": [name, id]}
        return {**relation, "collection": "registers", **more}
    title = "标题" if language == "zh" else "title"
    more = {"value_field": "{{slug}}", "display_fields": [title]}
    return {**relation, "collection": refers, **more}


def _line(language: str) -> Json:
    return {"widget": "string"}


def _prose(language: str) -> Json:
    # Plain text: an editor of rich text would rewrite the Markdown that it loads.
    return {"widget": "text"}


def _moment(language: str) -> Json:
    return {"widget": "datetime", "format": "YYYY-MM-DD HH:mm"}


def _day(language: str) -> Json:
    return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}


def _whole(language: str) -> Json:
    return {"widget": "string", "pattern": ["^[0-9]{1,9}$", say("whole")]}


def _yes(language: str) -> Json:
    words = values.YES[language]
    shown = values.YES["zh"]
    options = [{"label": zh, "value": word} for zh, word in zip(shown, words, strict=True)]
    return {"widget": "select", "options": options}


def _address(language: str) -> Json:
    return {"widget": "string", "pattern": ["^(https?://|/)", say("address")]}


def _identifier(language: str) -> Json:
    return {"widget": "string", "pattern": [ID_PATTERN, say("id-wrong")]}


WIDGETS: Mapping[FieldType, Callable[[str], Json]] = {
    "line": _line,
    "prose": _prose,
    "moment": _moment,
    "day": _day,
    "whole": _whole,
    "yes": _yes,
    "address": _address,
    "letter-box": _address,
    "id": _identifier,
    "number": _line,
    "percent": _line,
    "offset": _line,
    "site-code": _line,
}
