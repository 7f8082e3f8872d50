"""What an editor answers or gives as an option, as values of a new record.

In: a field, the words, what the library has to choose from. Out: the value as it will be written,
or the sentence that says why it cannot be. Nothing is asked here and nothing is written.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from huiying.importing.conversion import nearest_name
from huiying.importing.writing import write
from huiying.library import Library
from huiying.messages import sentence
from huiying.records.field import Field, Model, fields_of
from huiying.records.values import canonical_text
from huiying.source import read

TITLES = ("title", "name", "summary")
"""What an id is made of: the first of these that a record or an entry cannot do without."""
_BETWEEN_ITEMS = re.compile(r"[、，,\s]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a field may be filled with: as it is written, and other names for it."""

    value: str
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join(dict.fromkeys([self.value, *self.names[:1]]))


@dataclass(frozen=True, slots=True)
class Form:
    """One new record while it is filled in: its model, its key language, what there is."""

    model: type[Model]
    language: str
    zone: ZoneInfo
    library: Library

    def field(self, name: str) -> Field | None:
        """The field of that name or, in either language, of that key."""
        return next(
            (
                item
                for item in fields_of(self.model)
                if name in (item.name, item.key.zh, item.label("en"))
            ),
            None,
        )

    @property
    def title(self) -> Field | None:
        """The field that tells what the record is about: none in a register by years."""
        required = {item.name: item for item in _required(self.model)}
        named = (required[name] for name in TITLES if name in required)
        return next(named, None) or next(iter(required.values()), None)

    def choices(self, item: Field) -> list[Choice]:
        """What the field may be filled with; empty where that is free."""
        if item.vocabulary is not None:
            terms = item.vocabulary.by_language(self.language)
            return [Choice(word, (term.zh, term.en)) for word, term in terms.items()]
        is_entry = item.refers in self.library.registers
        return list(choices_of(self.library, item.refers)) if is_entry else []

    def value(self, item: Field, words: str) -> Any:
        """The value that the words stand for, or None where no words could be one."""
        shape = item.shape
        if shape.form == "scalar":
            return self._scalar(item, words)
        if shape.form != "list" or shape.inner is None:
            return None
        if shape.inner.form == "scalar":
            parts = _BETWEEN_ITEMS.split(words.strip())
            return [self._scalar(item, part) for part in parts if part]
        required = _required(shape.inner.model)
        return [{required[0].name: words.strip()}] if len(required) == 1 else None

    def _scalar(self, item: Field, words: str) -> str:
        chosen = choose(self.choices(item), words)
        return canonical_text(chosen or words, item.type, self.language, item.vocabulary)

    def fault(self, item: Field, value: Any, lang: str) -> str:
        """Why the reader would refuse a value, as a sentence; "" if it would not."""
        text = write({item.name: value}, self.model, self.language)
        _, problems = read(text.encode(errors="surrogateescape"), "")
        if problems:  # what was pasted from elsewhere may hold a character that nobody sees
            return sentence(problems[0].key, problems[0].values, lang)
        info = self.model.model_fields[item.name]
        context = {"language": self.language, "zone": self.zone}
        try:
            TypeAdapter(info.rebuild_annotation()).validate_python(value, context=context)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            values = {name: str(each) for name, each in (first.get("ctx") or {}).items()}
            return sentence(first["type"], {**values, "key": item.label(self.language)}, lang)
        return ""


def choices_of(library: Library, register: str) -> Iterator[Choice]:
    """The entries of a register, by id, with their names."""
    for id, entry in library.registers[register].items():
        names = [getattr(entry.fields, name, None) for name in ("short_name", "name", "title")]
        yield Choice(id, tuple(name for name in names if name))


def choose(choices: list[Choice], words: str) -> str | None:
    """The value of the choice of that number, value or name."""
    words = words.strip()
    numbered = enumerate(choices, 1)
    known = ((each.value, (str(number), each.value, *each.names)) for number, each in numbered)
    return next((value for value, names in known if words in names), None)


def near_choice(choices: Sequence[Choice], words: str) -> str:
    """The name of the one choice that the words may have been meant for; "" if that is open."""
    named = {name: each.value for each in choices for name in (*each.names, each.value)}
    return nearest_name(words.strip(), named)


def names_of(library: Library) -> Mapping[str, Mapping[str, str]]:
    """What ids stand for, by what they refer to, for lists to choose from in a spreadsheet."""
    found = {
        register: {each.value: each.names[0] for each in choices_of(library, register)}
        for register in ("organisation", "expert", "policy")
    }
    topics = {record.id: record.fields.title for record in library.of_kind("topic")}
    return {**found, "topic": topics}


def _required(model: type[Model] | None) -> list[Field]:
    if model is None:
        return []
    return [item for item in fields_of(model) if item.is_required]
