"""JSON Schema of what editors write, so that their editor completes, explains and checks it.

In: the declarations of `records` and a key language. Out: plain values of a draft-07 schema, in the
order of the declarations. Draft 07 is what every yaml-language-server reads; its own words
(`errorMessage`, `enumDescriptions`, `defaultSnippets`) are what an editor shows. A schema refuses
only what the reader or `check` refuses too: a red line under a right record would be a lie.

The server types YAML 1.2 before the schema sees it (`2026` is a number, an empty value null), while
our reader takes every scalar as written. So no field has a bare `type`: it has the forms that the
reader accepts, and what a form cannot tell stays the reader's. `not` says "anything but", as a
listed `null` or `boolean` would be offered in completions.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeAlias, get_args

from huiying.messages import sentence
from huiying.records import ID, KINDS, REGISTERS, values
from huiying.records.field import Field, Model, Shape, fields_of
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from huiying.records.values import OneOf

Json: TypeAlias = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
TYPES = ("array", "boolean", "null", "number", "object", "string")
WORDS = {
    "zh": {"record": "整条记录：{}", "entry": "新的一条", "now": "现在", "today": "今天"},
    "en": {"record": "A whole record: {}", "entry": "A new entry", "now": "Now", "today": "Today"},
}
YES = {"zh": ("是", "否"), "en": ("yes", "no")}
TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
NOW = f"{TODAY} $CURRENT_HOUR:$CURRENT_MINUTE"
"""The editor's own words for the time at which it inserts a snippet."""


@dataclass(frozen=True, slots=True)
class Document:
    """One sort of file: its name, whether it holds entries by id, and its files below content/."""

    name: str
    zh: str
    model: type[Model]
    files: str
    by_id: bool = False


DOCUMENTS = (
    *(Document(kind.name, kind.zh, kind.model, f"{kind.folder}/**/*.yml") for kind in KINDS),
    *(Document(it.name, it.zh, it.model, it.file, by_id=True) for it in REGISTERS),
    Document("site", "网站", Site, "site.yml"),
    Document("media", "媒体说明", Sidecar, "media/**/*.yml"),
)
DOCUMENT_BY_NAME = {document.name: document for document in DOCUMENTS}


def schema(document: Document, language: str) -> Json:
    """The schema of one sort of file with keys of one language ("zh" or "en")."""
    writer = _Writer(language, {})
    title = document.zh if language == "zh" else document.name
    group = writer.group(document.model)
    body = writer.ids(group) if document.by_id else group
    if "status" in document.model.model_fields:
        body["allOf"].append(writer.once_approved(document.model))
    if not document.by_id:
        label = WORDS[language]["record"].format(title)
        body["defaultSnippets"] = [{"label": label, "body": writer.snippet(document.model)}]
    return {"$schema": DRAFT, "title": title, **body, "definitions": writer.definitions}


def _but(*types: str) -> Json:
    """Anything but these types."""
    return {"not": {"type": sorted(types)}}


def _only(*types: str) -> Json:
    """These types, of which the editor shall offer no values of its own."""
    return _but(*(name for name in TYPES if name not in types))


def _pattern(regex: "re.Pattern[str]") -> str:
    """A pattern of the reader's for JavaScript too, with the blanks that the reader strips."""
    text = regex.pattern.removesuffix(r"\Z").replace(r"\d", "[0-9]")
    return rf"^\s*(?:{re.sub(r'''\\(["'<>-])''', r'''\1''', text)})\s*$"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes in one language; each group of fields once, below `definitions`."""

    language: str
    definitions: dict[str, Json]

    def say(self, key: str, **values: str) -> str:
        """What `check` says of it, without the value, which a schema does not know."""
        return sentence(key, values, self.language)

    # -- groups, lists and fields ------------------------------------------------------------------

    def group(self, model: type[Model]) -> Json:
        """A group of keys."""
        keys = {item.label(self.language): self.field(item) for item in fields_of(model)}
        allowed = ("、" if self.language == "zh" else ", ").join(keys)
        rules: list[Json] = [{"type": "object", "errorMessage": self.say("shape.group")}]
        for item in fields_of(model):
            if model.model_fields[item.name].is_required():
                rules += self.present(item, {"type": "null"})
        return {
            "properties": keys,
            "additionalProperties": False,
            "errorMessage": self.say("unknown-key", allowed=allowed),
            "allOf": rules,
        }

    def reference(self, model: type[Model]) -> Json:
        """A group that several fields may hold, written once."""
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.group(model)
            words = WORDS[self.language]["entry"]
            snippet = {"label": words, "body": self.snippet(model)}
            self.definitions[name]["defaultSnippets"] = [snippet]
        return {"$ref": f"#/definitions/{name}"}

    def ids(self, inner: Json) -> Json:
        """Entries by their ids."""
        message = self.say("id-form")
        name = {"title": "bianhao", "pattern": _pattern(ID), "patternErrorMessage": message}
        shape = {"type": "object", "errorMessage": self.say("shape.ids")}
        return {"propertyNames": name, "additionalProperties": inner, "allOf": [shape]}

    def field(self, item: Field) -> Json:
        """What may stand under a key; nothing at all may, as to the reader it is not there."""
        key = item.key
        field: Json = {"description": key.help_zh if self.language == "zh" else key.help_en}
        forms = self.forms(item, item.shape)
        if item.shape.form != "tree":
            forms.append(_only("null"))
        snippets = self.snippets(item)
        if snippets:
            field["defaultSnippets"] = snippets
        return {**field, "anyOf": forms}

    def forms(self, item: Field, shape: Shape) -> list[Json]:
        """The forms of which a value has one; the first tells what is wrong with all others."""
        if shape.form == "tree":
            return [{}]
        if shape.form == "scalar":
            return self.scalar(item)
        if shape.form == "group":
            assert shape.model is not None
            return [self.reference(shape.model)]
        assert shape.inner is not None
        inner = self.forms(item, shape.inner)
        one = inner[0] if len(inner) == 1 else {"anyOf": inner}
        if shape.form == "ids":
            return [self.ids(one)]
        return [{"type": "array", "items": one, "errorMessage": self.say("shape.list")}]

    # -- what is needed ----------------------------------------------------------------------------

    def present(self, item: Field, empty: Json, rule: str = "required") -> list[Json]:
        """The key is there and its value is not empty."""
        label = item.label(self.language)
        message = self.say(rule, key=label)
        lacking = {"if": empty, "then": {"type": "string", "errorMessage": message}}
        return [
            {"required": [label], "errorMessage": message},
            {"properties": {label: lacking}},
        ]

    def once_approved(self, model: type[Model]) -> Json:
        """What a record needs once approved; of drafts and 历史资料 `check` only reminds."""
        label = {item.name: item.label(self.language) for item in fields_of(model)}
        (status,) = (item for item in fields_of(model) if item.name == "status")
        (terms,) = (it.vocabulary for it in status.metadata if isinstance(it, OneOf))
        term = terms.by_en["approved"]
        approved = {"const": term.zh if self.language == "zh" else term.en}
        return {
            "if": {
                "properties": {label["status"]: approved},
                "required": [label["status"]],
                "not": {"required": [label["imported_from"]]},
            },
            "then": {"allOf": list(self.needs(model))},
        }

    def needs(self, model: type[Model]) -> Iterator[Json]:
        """What is needed in a group, and in the groups in it."""
        empty = {"anyOf": [{"type": "null"}, {"type": "array", "maxItems": 0}]}
        for item in fields_of(model):
            is_required = model.model_fields[item.name].is_required()
            if item.key.need and not is_required:
                rule = "required.approved" if item.key.need == "approved" else "required"
                yield from self.present(item, empty, rule)
            below = self.needs_below(item.shape)
            if below:
                yield {"properties": {item.label(self.language): below}}

    def needs_below(self, shape: Shape) -> Json:
        if shape.model is not None:
            rules = list(self.needs(shape.model))
            return {"allOf": rules} if rules else {}
        inner = self.needs_below(shape.inner) if shape.inner else {}
        word = "items" if shape.form == "list" else "additionalProperties"
        return {word: inner} if inner else {}

    # -- single values -----------------------------------------------------------------------------

    def scalar(self, item: Field) -> list[Json]:
        """The forms of one value."""
        label = item.label(self.language)
        for it in item.metadata:
            if isinstance(it, OneOf):
                return [self.term(it, label)]
            if it in FORMS:
                return FORMS[it](self, label)
        raise TypeError(f"no form of {item.name} is known")

    def term(self, choice: OneOf, label: str) -> Json:
        """One term of a vocabulary, with what each means."""
        terms = choice.vocabulary.by_language(self.language)
        allowed = ("、" if self.language == "zh" else ", ").join(terms)
        return {
            "enum": list(terms),
            "enumDescriptions": [
                term.help_zh if self.language == "zh" else term.help_en for term in terms.values()
            ],
            "errorMessage": self.say("choice", key=label, allowed=allowed),
        }

    def text(self, label: str, pattern: str, rule: str) -> Json:
        """Text of one pattern."""
        return {
            "type": "string",
            "pattern": pattern,
            "patternErrorMessage": self.say(rule, key=label),
            "errorMessage": self.say("shape.scalar", key=label),
        }
