"""What an editor inserts: a whole record, one entry of a list, the time now.

In: a model or a field, and a key language. Out: `defaultSnippets` of yaml-language-server, with the
keys that a record needs once it is approved and stops for the tabulator key. Days are those on
which the snippet is inserted: `$CURRENT_YEAR` and its like are the editor's own words.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, TypeAlias

from huiying.records.field import Field, Model, Shape, fields_of
from huiying.records.values import BETWEEN

Json: TypeAlias = dict[str, Any]
TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
NOW = f"{TODAY} $CURRENT_HOUR:$CURRENT_MINUTE"
WORDS = {
    "zh": {"id": "编号", "group": "一组：{}", "now": "现在", "today": "今天"},
    "en": {"id": "id", "group": "All of: {}", "now": "Now", "today": "Today"},
}


def entry_snippets(model: type[Model], language: str) -> Json:
    """The keys that a group needs, named after the first; nothing where it needs none."""
    body = _group(model, language, count(1))
    return _named(body, body, language) if body else {}


def register_snippets(model: type[Model], language: str) -> Json:
    """An entry of a register, under an id to be written."""
    body = _group(model, language, count(2))
    return _named([WORDS[language]["id"], *body], {"${1:id}": body}, language)


def _named(names: Iterable[str], body: Json, language: str) -> Json:
    label = WORDS[language]["group"].format(BETWEEN[language].join(names))
    return {"defaultSnippets": [{"label": label, "body": body}]}


def value_snippets(item: Field, language: str) -> Json:
    """What a key may be filled with: its group, an entry of its list, or the time now.

    A time is a `bodyText`, which the editor offers and, unlike a `body`, never inserts unasked
    together with the key: a time that nobody chose would be a false one.
    """
    words = WORDS[language]
    if item.shape.form == "scalar":
        if item.type == "moment":
            return {"defaultSnippets": [{"label": words["now"], "bodyText": NOW}]}
        if item.type == "day":
            return {"defaultSnippets": [{"label": words["today"], "bodyText": TODAY}]}
        return {}
    if item.shape.model is not None:
        return entry_snippets(item.shape.model, language)
    if item.shape.inner is not None and item.shape.inner.model is not None:
        snippets = entry_snippets(item.shape.inner.model, language)
        # The server puts the dash where there is none yet.
        return {word: [{**it, "type": "array"} for it in its] for word, its in snippets.items()}
    return {}


def _group(model: type[Model], language: str, stops: Iterator[int]) -> Json:
    """The keys that a group needs, each with a stop."""
    return {
        item.label(language): _value(item, item.shape, language, stops)
        for item in fields_of(model)
        if item.need or item.name == "status"
    }


def _value(item: Field, shape: Shape, language: str, stops: Iterator[int]) -> Any:
    if shape.model is not None:
        return _group(shape.model, language, stops)
    if shape.form == "list" and shape.inner is not None:
        return [_value(item, shape.inner, language, stops)]
    stop = next(stops)
    if item.vocabulary is not None:
        terms = ",".join(item.vocabulary.by_language(language))
        return f"${{{stop}|{terms}|}}"
    if item.type == "moment":
        return f"${{{stop}:{NOW}}}"
    if item.type == "day":
        return f"${{{stop}:{TODAY}}}"
    return f"${stop}"
