"""A site in which every private value is another one, found by its declaration.

In: a folder content/ of the samples, and tokens. Out: the same files with every private value
changed at random; texts are tokens named by their place. What decides *whether* a record is public
stays: its status, disclosure, consent and, of signers, what they may sign.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from huiying import records
from huiying.importing.writing import write, write_entries
from huiying.records import KINDS, REGISTERS
from huiying.records.field import Field, Model, Shape, fields_of
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from huiying.records.vocabulary import EXPERT_CONSENT
from huiying.rules.exemption import WARNING_RULES
from tests.leaks.tokens import Tokens

DECIDES = frozenset({"status", "disclosure", "gates", "consent"})
"""Private values that say whether a record, or what of an expert, is public."""
FORMED = frozenset({"player_id"})
"""Fields of text that take a number of somebody else's only."""
OFFICE = tuple(register for register in REGISTERS if not register.url_word)
"""Registers of which nothing is ever public, not even the ids."""
FREE = frozenset({"line", "prose", "address", "tree"})
"""Types of fields that hold what somebody wrote."""
RARE = "谁都不像的答案"
"""An answer of the survey that so few gave that nobody may know how many."""
_RARE = re.compile(rf"({RARE}\n\s*人数: )([1-4])\b")


@dataclass(slots=True)
class Disguise:
    """Changes values. `known`: what a reference may name, by kind; `ids`: new ids of the office."""

    tokens: Tokens
    known: Mapping[str, Sequence[str]]
    day: str = ""
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def random(self) -> Random:
        return self.tokens.random

    def group(
        self, values: Any, model: type[Model], place: str, hidden: bool = False
    ) -> dict[str, Any]:
        """The values of a group with every private one changed, or all that is `hidden`."""
        return {
            item.name: self.value(
                values[item.name], item, item.shape, f"{place}.{item.name}", hidden
            )
            for item in fields_of(model)
            if item.name in values
        }

    def value(self, value: Any, item: Field, shape: Shape, place: str, hidden: bool) -> Any:
        """A value; another one if it is private, or stands in something private."""
        hidden = hidden or (not item.key.public and item.name not in DECIDES)
        if isinstance(value, list):
            inner = shape.inner or shape
            return [
                self.value(each, item, inner, f"{place}.{number}", hidden)
                for number, each in enumerate(value)
            ]
        if shape.model is not None:
            return self.group(value, shape.model, place, hidden)
        if isinstance(value, dict):  # whoever writes a tree makes up its keys as well
            return {
                self.tokens.text(f"{place} (key)") if hidden else key: self.value(
                    each, item, shape, f"{place}.{number}", hidden
                )
                for number, (key, each) in enumerate(value.items())
            }
        return self.other(value, item, place) if hidden else value

    def other(self, value: str, item: Field, place: str) -> str:
        """Another value of the same type."""
        if item.vocabulary is not None:
            return self.among([*item.vocabulary.by_zh], value)
        if item.refers:
            return self.ids.get(value) or self.among(self.known[item.refers], value)
        if item.name == "rule":
            return self.among(sorted(WARNING_RULES), value)
        if item.type in ("day", "moment"):
            return f"{value[:4]}-{self.day}" + (" 07:08" if item.type == "moment" else "")
        if item.type == "address":
            return f"https://{self.tokens.word(place)}.example/"
        if item.type == "whole":
            return str(int(value) + self.random.randint(1, 9))
        if item.type == "yes":
            return "否" if value == "是" else "是"
        return self.tokens.word(place) if item.type == "id" else self.tokens.text(place)

    def among(self, known: Sequence[str], value: str) -> str:
        """One of the known, but not that one."""
        return self.random.choice([each for each in known if each != value])

    def written(self, values: Any, model: type[Model], place: str) -> Any:
        """The values of a group with everything changed that somebody wrote, public or not."""
        return {
            item.name: self._written(values[item.name], item, item.shape, f"{place}.{item.name}")
            for item in fields_of(model)
            if item.name in values
        }

    def _written(self, value: Any, item: Field, shape: Shape, place: str) -> Any:
        if isinstance(value, list):
            inner = shape.inner or shape
            return [
                self._written(each, item, inner, f"{place}.{number}")
                for number, each in enumerate(value)
            ]
        if shape.model is not None:
            return self.written(value, shape.model, place)
        if (
            item.type in FREE
            and not item.refers
            and not item.vocabulary
            and item.name not in FORMED
        ):
            return self.value(value, item, shape, place, hidden=True)
        return value

    def entry(self, entry: dict[str, Any], name: str, model: type[Model], place: str) -> Any:
        """An entry of a register with every private value changed."""
        found = self.group(entry, model, place)
        if name == "expert":
            for item in fields_of(model):
                if item.name in withheld(entry) and item.name in entry:
                    way = f"{place}.{item.name} (withheld)"
                    found[item.name] = self.value(entry[item.name], item, item.shape, way, True)
        if name == "signer":
            found["valid_from"] = f"20{self.random.randint(10, 24)}-{self.day}"
            found["valid_to"] = f"20{self.random.randint(70, 98)}-{self.day}"
        return found


def withheld(entry: dict[str, Any]) -> frozenset[str]:
    """The fields of an expert's entry that the expert did not agree to show."""
    agreed = {EXPERT_CONSENT.by_zh[term].en for term in entry.get("consent", ())}
    hidden = {term.en for term in EXPERT_CONSENT} - agreed
    return frozenset(entry) - DECIDES if "name" in hidden else frozenset(hidden)


def sources(content: Path) -> Iterator[tuple[Path, type[Model], str]]:
    """Every YAML file of the sample site, what it declares, and its register if it is one."""
    yield content / "site.yml", Site, ""
    for kind in KINDS:
        files = sorted((content / kind.folder).rglob("*.yml"))
        yield from ((file, kind.model, "") for file in files)
    for register in REGISTERS:
        yield content / register.file, register.model, register.name
    yield from ((file, Sidecar, "") for file in sorted((content / "media").rglob("*.yml")))


def read(file: Path, model: type[Model], register: str = "") -> Any:
    """The plain values of one file."""
    parsed = records.parse(file.read_bytes(), file.name, model, "zh", bool(register))
    assert not parsed.problems, parsed.problems
    return parsed.values


def disguise(content: Path, tokens: Tokens) -> Disguise:
    """Change every private value of a site; what it was done with."""
    found = [(file, model, name, read(file, model, name)) for file, model, name in sources(content)]
    known = _known(found, content)
    old = {values.get("approved_on", "")[5:] for values in _entries(found, "exemption")}
    day = tokens.random.choice([f"0{month}-1{last}" for month in range(1, 10) for last in range(9)])
    disguise = Disguise(tokens, known, day if day not in old else "10-21")
    for register in OFFICE:
        if register.name != "holiday":  # those are years
            for id in known[register.name]:
                disguise.ids[id] = tokens.word(f"{register.file} (id)")
    for file, model, name, values in found:
        place = file.relative_to(content).as_posix()
        if name:
            new = {
                disguise.ids.get(id, id): disguise.entry(entry, name, model, place)
                for id, entry in values.items()
            }
            text = write_entries(new, model, "zh")
        else:
            text = write(_unsigned(disguise.group(values, model, place)), model, "zh")
        file.write_text(_RARE.sub(lambda match: _fewer(match, tokens), text), encoding="utf-8")
    return disguise


def _known(found: Sequence[tuple[Path, Any, str, Any]], content: Path) -> dict[str, list[str]]:
    known = {
        name: sorted(
            id for id, entry in values.items() if name != "organisation" or "valid_to" not in entry
        )
        for _, _, name, values in found
        if name
    }
    words = {kind.folder: kind.url_word for kind in KINDS}
    places = [file.relative_to(content) for file, _, _, _ in found]
    named = [f"{words[place.parts[0]]}/{place.stem}" for place in places if place.parts[0] in words]
    media = sorted(path.name for path in (content / "media" / "spare").iterdir())
    spare = [f"spare/{name}" for name in media if not name.endswith(".yml")]
    return known | {"record": named, "media": spare}


def _entries(found: Sequence[tuple[Path, Any, str, Any]], register: str) -> Iterator[Any]:
    for _, _, name, values in found:
        if name == register:
            yield from values.values()


def _unsigned(values: dict[str, Any]) -> dict[str, Any]:
    """Without gates and confirmations: those are signed anew, by others."""
    review = values.get("review", {})
    kept = {name: value for name, value in review.items() if name == "drafted_by"}
    return {**values, "review": kept} if review else values


def _fewer(match: re.Match[str], tokens: Tokens) -> str:
    return match[1] + str(tokens.random.choice([n for n in range(1, 5) if n != int(match[2])]))
