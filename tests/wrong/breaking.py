"""One field of a right text made wrong: each way in which an editor could get it wrong.

In: a text as our writer writes it and the place of a field. Out: names and texts. It edits lines,
as an editor would: nothing else of the text changes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from huiying import records
from huiying.records import Marks, values
from huiying.records.field import Model, keys_of
from tests.wrong.sample import Place, Sort, Spot, text_of

WRONG: Mapping[Any, Mapping[str, str]] = {
    values.Line: {"two lines": '"一行\\n两行"'},
    values.Moment: {"impossible": "2026-02-30 09:40", "no time": "2026-03-12"},
    values.Day: {"impossible": "2026-02-30", "with time": "2026-03-12 09:40"},
    values.Whole: {"not a number": "很多"},
    values.Percent: {"too much": "140%"},
    values.Yes: {"not yes or no": "对"},
    values.Address: {"no address": "www.hy.example"},
    values.LetterBox: {
        "no address": "www.hy.example",
        "other hole": "https://hy.example/write?content={内容}",
    },
    values.Identifier: {"no id": "停水"},
    values.SiteCode: {"no code": "'12345'"},
}
NOBODY = {"record": "rumours/20260101-meiyou", "media": "meiyou.svg"}
"""What is not there, by what a reference names; "meiyou" for all else."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One wrong text: how it came about, and the place of the key that was touched."""

    name: str
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Page:
    """A text's lines, and which of them are one field's: from its key to all that is deeper."""

    lines: tuple[str, ...]
    first: int
    end: int
    column: int
    key: str

    def _with(self, new: list[str]) -> str:
        lines = [*self.lines[: self.first], *new, *self.lines[self.end :]]
        return "".join(f"{line}\n" for line in lines)

    @property
    def _lead(self) -> str:
        return self.lines[self.first][: self.column]

    def replace(self, value: str) -> str:
        """The text with another value under the key."""
        return self._with([f"{self._lead}{self.key}: {value}".rstrip()])

    def rename(self, key: str) -> str:
        """The text with another key before the value."""
        rest = self.lines[self.first][self.column + len(self.key) :]
        return self._with([f"{self._lead}{key}{rest}", *self.lines[self.first + 1 : self.end]])

    def repeat(self) -> str:
        """The text with the field twice."""
        own = list(self.lines[self.first : self.end])
        return self._with([*own, " " * self.column + own[0][self.column :], *own[1:]])

    def delete(self) -> str:
        """The text without the field; a group of which nothing is left is `{}`."""
        before = _key_column(self.lines[self.first - 1]) if self.first else -1
        is_next = self.end < len(self.lines) and _indent(self.lines[self.end]) == self.column
        is_next = is_next and not self.lines[self.end][self.column :].startswith("-")
        if "-" not in self._lead and (self.column == 0 or is_next or before >= self.column):
            return self._with([])
        if is_next:
            rest = self.lines[self.end][self.column :]
            lines = [*self.lines[: self.first], self._lead + rest, *self.lines[self.end + 1 :]]
            return "".join(f"{line}\n" for line in lines)
        return self._with([f"{self._lead}{{}}"])


def _key_column(line: str) -> int:
    """Where the key of a line begins, behind its dashes."""
    match = re.match(r" *(?:- )*", line)
    return match.end() if match else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


@lru_cache
def _marks(text: str, sort: Sort, language: str) -> Marks:
    parsed = records.parse(text.encode(), "a.yml", sort.model, language, sort.by_id)
    return Marks(parsed.marks)


def _page(text: str, spot: Spot, place: Place, language: str) -> _Page:
    """Where the field stands."""
    line, column = _marks(text, spot.sort, language).place(".".join(map(str, place)))
    lines, label = tuple(text.splitlines()), spot.item.label(language)
    for number in (line - 1, line - 2):
        match = re.match(rf"( *(?:- )*){re.escape(label)}:(?: |$)", lines[number])
        if match and (number < line - 1 or match.end() < column):
            break
    assert match, (spot.path, line, lines[line - 1])
    own = len(match[1])
    end = number + 1
    while end < len(lines) and (not lines[end] or _indent(lines[end]) > own):
        end += 1
    return _Page(lines, number, end, own, label)


def breakages(spot: Spot, language: str) -> Iterator[Wrong]:
    """Every way in which one field can be wrong; the one that says most of its type comes first."""
    text, place = text_of(spot, language)
    page = _page(text, spot, place, language)
    for name, wrong in _ways(spot, language, page):
        yield Wrong(name, wrong, page.first + 1, page.column + 1)


def _ways(spot: Spot, language: str, page: _Page) -> Iterator[tuple[str, str]]:
    item = spot.item
    form = item.shape.form
    in_list = form == "list"
    inner = item.shape.inner
    of_groups = in_list and inner is not None and inner.form == "group"
    if form == "group":
        yield "text for group", page.replace("随便写的")
        yield "list for group", page.replace("[随便写的]")
    elif of_groups:
        yield "text in list", page.replace("[随便写的]")
        yield "text for list", page.replace("随便写的")
    elif form != "tree":
        for name, value in _values(spot, language):
            yield name, page.replace(f"[{value}]" if in_list else value)
        if in_list:
            yield "text for list", page.replace("随便写的")
        else:
            yield "list for text", page.replace("[随便写的, 别的]")
            yield "empty quotes", page.replace('""')
    if is_needed(spot):
        yield "missing", page.delete()
    yield "twice", page.repeat()
    yield "misspelt", page.rename(_misspelt(item.label(language), _siblings(spot, language)))
    other = item.label("en" if language == "zh" else "zh")
    if page.first > 0 and other not in _siblings(spot, language):
        yield "other language", page.rename(other)


def _values(spot: Spot, language: str) -> Iterator[tuple[str, str]]:
    """Values that a field cannot have, by what is wrong with them."""
    item = spot.item
    if item.vocabulary is not None:
        term = next(iter(item.vocabulary))
        yield "near term", f"{term.zh}的" if language == "zh" else f"{term.en}s"
        if term.en != term.zh:
            yield "other language's term", term.en if language == "zh" else term.zh
    if item.refers:
        yield "dangling", NOBODY.get(item.refers, "meiyou")
    for alias, wrong in WRONG.items():
        if alias.__metadata__[0].name == ("line" if item.refers else item.type):
            yield from wrong.items()


def is_needed(spot: Spot) -> bool:
    """Whether a record, once approved, cannot do without the field."""
    model = _model(spot)
    return bool(spot.item.key.need) or model.model_fields[spot.item.name].is_required()


def _model(spot: Spot) -> type[Model]:
    """The group that declares a field."""
    if spot.within is None:
        return spot.sort.model
    shape = spot.within.shape
    while shape.inner is not None:
        shape = shape.inner
    assert shape.model is not None
    return shape.model


def _siblings(spot: Spot, language: str) -> frozenset[str]:
    return frozenset(keys_of(_model(spot), language))


def _misspelt(key: str, siblings: frozenset[str]) -> str:
    """The key with a slip in it."""
    slips = (key[:-1] if len(key) > 2 else f"{key}项", f"{key}s", f"{key}x")
    return next(slip for slip in slips if slip not in siblings)
