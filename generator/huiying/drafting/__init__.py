"""The text of a new record: what is known filled in, all else there to be uncommented.

In: a model, the values known, a key language, the instant. Out: a text with two kinds of comments:
`## ` explains a key, `# ` stands before a key that is used by taking the sign away. What is needed
comes first. Everything is derived from the declarations, and `fmt` leaves it as it is.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from huiying.drafting.sample import sample_of
from huiying.importing.writing import Notes, Path, write, write_entries
from huiying.messages import sentence
from huiying.records.field import Field, Model, fields_of
from huiying.records.values import BETWEEN

Values = Mapping[str, Any]


def draft(model: type[Model], values: Values, language: str, now: datetime) -> str:
    """A record's file. A value None leaves its key to be filled in."""
    page = _Page(model, language, now)
    page.lay_out(values, ())
    head = tuple(f"## {line}" for line in page.say("draft-head").split("\n"))
    page.notes[()] = Notes(above=head, below=tuple(page.rest))
    return write(page.values, model, language, page.notes)


def draft_entry(model: type[Model], id: str, values: Values, language: str, now: datetime) -> str:
    """One entry of a register, to stand below the others."""
    page = _Page(model, language, now)
    page.lay_out(values, (id,))
    page.notes[(id,)] = Notes(below=tuple(page.rest))
    return write_entries({id: page.values}, model, language, page.notes)


class _Page:
    """One text while it is laid out: values, the comments above them, the rest below."""

    def __init__(self, model: type[Model], language: str, now: datetime) -> None:
        self.model, self.language, self.now = model, language, now
        self.values: dict[str, Any] = {}
        self.notes: dict[Path, Notes] = {}
        self.rest: list[str] = []

    def say(self, name: str, /, **values: str) -> str:
        return sentence(name, values, self.language)

    def lay_out(self, values: Values, path: Path) -> None:
        """Share all fields out between what is filled in and what is only shown."""
        waiting: list[str] = []
        for item in fields_of(self.model):
            if item.name in values or (item.need and item.key.need != "approved"):
                value = self.values[item.name] = values.get(item.name)
                is_group = value is None and item.shape.form != "scalar"
                below = [f"# {line[2:]}" for line in self.example(item)[1:]] if is_group else []
                above = ["", *waiting, *([""] if waiting else []), *self.help(item)]
                self.notes[(*path, item.name)] = Notes(tuple(above), below=tuple(below))
                waiting = []
            elif item.need:
                waiting += self.commented(item)
            else:
                self.rest += self.commented(item)
        self.rest = [*waiting, "##", f"## {self.say('draft-rest')}", *self.rest]

    def commented(self, item: Field) -> list[str]:
        """A field that may be taken over: what it is for, and an example."""
        return [*self.help(item), *(f"# {line}" for line in self.example(item))]

    def example(self, item: Field) -> list[str]:
        """The lines of a field with a sample of its value."""
        shown = {item.name: sample_of(item, item.shape, self.language, self.now)}
        return write(shown, self.model, self.language).splitlines()

    def help(self, item: Field) -> Iterator[str]:
        """What a field is for, what it may be filled with, and which keys it may have besides."""
        need = self.say(f"draft-need.{item.key.need}") if item.key.need else ""
        yield f"## {need}{item.help(self.language)}"
        yield from self.terms(item, "")
        if item.group is None:
            return
        shown = sample_of(item, item.shape, self.language, self.now)
        group = shown[0] if isinstance(shown, list) else shown
        below = fields_of(item.group)
        for each in below:
            if each.name in group:
                yield from self.terms(each, each.label(self.language))
        others = [each.label(self.language) for each in below if each.name not in group]
        if others:
            yield f"## {self.say('draft-others', keys=BETWEEN[self.language].join(others))}"

    def terms(self, item: Field, label: str) -> Iterator[str]:
        """The words from which a value is chosen."""
        if item.vocabulary is not None:
            words = BETWEEN[self.language].join(item.vocabulary.by_language(self.language))
            case = "draft-terms.of" if label else "draft-terms"
            yield f"## {self.say(case, key=label, terms=words)}"
