"""JSON Schema of what editors write, so that their editor completes, explains and checks it.

In: the declarations of `records` and a key language. Out: plain values of a draft-07 schema, in the
order of the declarations. Draft 07 is what every yaml-language-server reads; its own words
(`errorMessage`, `enumDescriptions`, `defaultSnippets`) are what an editor shows. It refuses nothing
that the reader and `check` let pass, as a red line under a right record would be a lie; but for a
term in full width, which `fmt` mends.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from huiying.messages import sentence
from huiying.records import ID, KINDS, REGISTERS
from huiying.records.clarification import Clarification
from huiying.records.field import Field, Model, Shape, fields_of
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from huiying.records.values import BETWEEN
from huiying.records.vocabulary import STATUS, VERDICT
from huiying.schema.forms import Json, forms_of, only, whole_pattern
from huiying.schema.snippets import entry_snippets, register_snippets, value_snippets

DRAFT = "http://json-schema.org/draft-07/schema#"
NULL: Json = {"type": "null"}
GROUP: Json = {"type": "object"}
NOTHING: Json = {"anyOf": [NULL, {"type": "array", "maxItems": 0}]}


@dataclass(frozen=True, slots=True)
class Document:
    """One sort of file: its name, its files below content/, and whether it holds entries by id."""

    name: str
    zh: str
    model: type[Model]
    files: str
    by_id: bool = False

    def title(self, language: str) -> str:
        """What it is called in that language."""
        return self.zh if language == "zh" else self.name


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
    title, model = document.title(language), document.model
    if document.by_id:
        entry = writer.reference(model, writer.say("shape.group"))
        body = writer.ids(entry) | register_snippets(model, language)
    else:
        body = writer.group(model)
    if "status" in model.model_fields:
        body["then"]["allOf"].append(writer.once_approved(model))
    return {"$schema": DRAFT, "description": title, **body, "definitions": writer.definitions}


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes in one language; a group that a field holds is written once, below `definitions`."""

    language: str
    definitions: dict[str, Json]

    def say(self, rule: str, **values: str) -> str:
        """What `check` says of it, without the value, which a schema does not know."""
        return sentence(rule, values, self.language)

    # -- groups, lists and fields ------------------------------------------------------------------

    def group(self, model: type[Model]) -> Json:
        """A group of keys."""
        keys = {item.label(self.language): self.field(item) for item in fields_of(model)}
        rules: list[Json] = [{**GROUP, "errorMessage": self.say("not-a-mapping")}]
        for item in fields_of(model):
            if item.is_required:
                rules += self.present(item, NULL)
        allowed = BETWEEN[self.language].join(keys)
        return {
            "properties": keys,
            "additionalProperties": False,
            "errorMessage": self.say("unknown-key", allowed=allowed),
            # Not a plain `allOf`, of which the server would offer every part as an item of a list.
            "if": True,
            "then": {"allOf": rules, **entry_snippets(model, self.language)},
        }

    def reference(self, model: type[Model], wrong: str) -> Json:
        """A group under a key. Several keys may hold it: what is in it is written once."""
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.group(model)
        otherwise = {**GROUP, "errorMessage": wrong}
        return {"if": GROUP, "then": {"$ref": f"#/definitions/{name}"}, "else": otherwise}

    def ids(self, inner: Json) -> Json:
        """Entries by their ids."""
        shape = {"type": "object", "errorMessage": self.say("shape.ids")}
        name = {"pattern": whole_pattern(ID), "patternErrorMessage": self.say("id-form")}
        return {"propertyNames": name, "additionalProperties": inner, "allOf": [shape]}

    def field(self, item: Field) -> Json:
        """What may stand under a key. Nothing at all may: to the reader the key is not there."""
        field: Json = {"description": item.help(self.language)}
        field |= value_snippets(item, self.language)
        forms = self.forms(item, item.shape)
        if item.shape.form == "list":
            # Here the server sees it, and writes the key together with the dash of its first item.
            field["items"] = forms[0].pop("items")
        return {**field, "anyOf": [*forms, only("null")]}

    def forms(self, item: Field, shape: Shape) -> list[Json]:
        """The forms of which a value has one; the first tells what is wrong with all others."""
        if shape.form == "tree":
            return [{}]
        if shape.form == "scalar":
            return forms_of(item, self.language)
        if shape.form == "group":
            assert shape.model is not None
            rule = "shape.item" if item.shape.form == "list" else "shape.group"
            wrong = self.say(rule, key=item.label(self.language))
            return [self.reference(shape.model, wrong)]
        assert shape.inner is not None
        forms = self.forms(item, shape.inner)
        inner = forms[0] if len(forms) == 1 else {"anyOf": forms}
        wrong = self.say("shape.list", key=item.label(self.language))
        return [{"type": "array", "items": inner, "errorMessage": wrong}]

    # -- what is needed ----------------------------------------------------------------------------

    def present(self, item: Field, empty: Json, rule: str = "required") -> list[Json]:
        """The key is there and its value is not empty."""
        label = item.label(self.language)
        message = self.say(rule, key=label)
        filled = {"if": empty, "then": {"type": "string", "errorMessage": message}}
        return [
            {"required": [label], "errorMessage": message},
            {"properties": {label: {"doNotSuggest": True, **filled}}},
        ]

    def once_approved(self, model: type[Model]) -> Json:
        """What a record needs once approved; of drafts and 历史资料 `check` only reminds."""
        item = {item.name: item for item in fields_of(model)}
        status, imported = (item[name].label(self.language) for name in ("status", "imported_from"))
        term = STATUS.by_en["approved"]
        approved = {"const": term.zh if self.language == "zh" else term.en}
        return {
            "if": {
                "properties": {status: approved},
                "required": [status],
                "not": {"required": [imported]},
            },
            "then": {"allOf": list(self.needs(model))},
        }

    def needs(self, model: type[Model]) -> Iterator[Json]:
        """What is needed in a group, and in the groups in it."""
        for item in fields_of(model):
            if item.key.need and not item.is_required:
                rule = "required.approved" if item.key.need == "approved" else "required"
                wanted = list(self.present(item, NOTHING, rule))
                yield from [self.unless_verifying(wanted)] if item.name == "evidence" else wanted
            below = self.needs_below(item.shape)
            if below:
                yield {"properties": {item.label(self.language): {"doNotSuggest": True, **below}}}

    def unless_verifying(self, wanted: list[Json]) -> Json:
        """What may follow later while a claim is being verified (rule `debt`)."""
        (key,) = (
            item.label(self.language) for item in fields_of(Clarification) if item.name == "verdict"
        )
        term = VERDICT.by_en["unverified"]
        verifying = {"const": term.zh if self.language == "zh" else term.en}
        return {
            "if": {"properties": {key: verifying}, "required": [key]},
            "else": {"allOf": wanted},
        }

    def needs_below(self, shape: Shape) -> Json:
        """What is needed in the groups of a value."""
        if shape.model is not None:
            rules = list(self.needs(shape.model))
            return {"allOf": rules} if rules else {}
        inner = self.needs_below(shape.inner) if shape.inner else {}
        return {"items": inner} if inner else {}
