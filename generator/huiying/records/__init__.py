"""The record model: the register of kinds, and the one way from a file's bytes to a record.

In: bytes and where they came from. Out: a frozen `Record`, or problems with their places; never
both a record and an error, never an exception for an editor's mistake.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from pydantic import ValidationError
from pydantic_core import to_json

from huiying.problem import Mark, Problem
from huiying.records.briefing import Briefing
from huiying.records.clarification import Clarification
from huiying.records.common import Common
from huiying.records.expertise import ExpertEntry, PolicyEntry
from huiying.records.field import Field, Model, Shape, fields_of, keys_of
from huiying.records.interpretation import Interpretation
from huiying.records.office import (
    ExemptionEntry,
    HandoverEntry,
    HolidayEntry,
    IntakeEntry,
    SignerEntry,
)
from huiying.records.qa import Qa
from huiying.records.reading import Marks, Reading, canonical, language_of
from huiying.records.registers import ChannelEntry, OrganisationEntry
from huiying.records.response import Response
from huiying.records.survey import Survey
from huiying.records.topic import Topic
from huiying.records.values import BETWEEN
from huiying.source import Map, read

M = TypeVar("M", bound=Model)
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
DATED_ID = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})-[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: its folder below content/, its word in URLs, its model, its name."""

    name: str
    folder: str
    url_word: str
    model: type[Common]
    zh: str


@dataclass(frozen=True, slots=True)
class Register:
    """One register: a file of entries by id, and the word of its pages in URLs ("" if none)."""

    name: str
    url_word: str
    model: type[Model]
    zh: str
    plural: str = ""

    @property
    def file(self) -> str:
        """Its file below content/."""
        return f"registers/{self.url_word or self.plural}.yml"


KINDS = (
    Kind("topic", "topics", "topics", Topic, "专题"),
    Kind("clarification", "clarifications", "rumours", Clarification, "辟谣"),
    Kind("response", "responses", "responses", Response, "舆情回应"),
    Kind("interpretation", "interpretations", "interpretations", Interpretation, "政策解读"),
    Kind("briefing", "briefings", "briefings", Briefing, "新闻发布会"),
    Kind("qa", "qa", "qa", Qa, "公众问答"),
    Kind("survey", "surveys", "surveys", Survey, "网上调查"),
)
KIND_BY_NAME = {kind.name: kind for kind in KINDS}
KIND_BY_WORD = {kind.url_word: kind for kind in KINDS}
REGISTERS = (
    Register("organisation", "organisations", OrganisationEntry, "机构"),
    Register("channel", "channels", ChannelEntry, "官方账号"),
    Register("expert", "experts", ExpertEntry, "专家"),
    Register("policy", "policies", PolicyEntry, "政策文件"),
    Register("signer", "", SignerEntry, "审核人", "signers"),
    Register("exemption", "", ExemptionEntry, "豁免", "exemptions"),
    Register("holiday", "", HolidayEntry, "节假日", "holidays"),
    Register("intake", "", IntakeEntry, "来件", "intake"),
    Register("handover", "", HandoverEntry, "移交", "handovers"),
)
"""Those without a word in URLs are of the office: nothing of them is ever public."""
REGISTER_BY_NAME = {register.name: register for register in REGISTERS}


@dataclass(frozen=True, slots=True)
class Record(Generic[M]):
    """One record as written: its kind, id, file, key language, typed fields and their marks."""

    kind: str
    id: str
    file: str
    language: str
    fields: M
    marks: Marks

    def mark(self, path: str = "") -> Mark:
        """Where a value stands (`claims.0.text`), or the nearest value around it."""
        return Mark(self.file, *self.marks.place(path))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file after YAML and keys, before types: what the cache keeps."""

    language: str
    values: Any
    marks: bytes
    problems: tuple[Problem, ...]


def is_dated_id(id: str) -> bool:
    """Whether an id begins with a day of the calendar: `20260312-tingshui`."""
    match = DATED_ID.match(id)
    try:
        return match is not None and bool(date(*map(int, match.groups())))
    except ValueError:
        return False


def parse(data: bytes, file: str, model: type[Model], language: str, by_id: bool = False) -> Parsed:
    """Canonical plain values of a file. `by_id`: a register, with entries under their ids."""
    node, problems = read(data, file)
    if not isinstance(node, Map):
        return Parsed(language, None, b"{}", tuple(problems))
    groups = [node]
    if by_id:
        groups = [entry for _, entry in node.entries if isinstance(entry, Map)]
    found = language_of(groups, model, language)
    reading = Reading(file, found, _elsewhere(model, found))
    shape = Shape("ids", Shape("group", model=model)) if by_id else Shape("group", model=model)
    values = canonical(node, shape, reading)
    marks = to_json(reading.places)
    return Parsed(reading.language, values, marks, (*problems, *reading.problems))


@cache
def _elsewhere(model: type[Model], language: str) -> Mapping[str, str]:
    """Keys that this kind lacks and others have, each with the names of those kinds."""
    found: dict[str, list[str]] = {}
    if any(kind.model is model for kind in KINDS):
        for kind in KINDS:
            for key in keys_of(kind.model, language).keys() - keys_of(model, language).keys():
                found.setdefault(key, []).append(kind.zh if language == "zh" else kind.name)
    return {key: BETWEEN[language].join(names) for key, names in found.items()}


def construct(
    parsed: Parsed, model: type[M], kind: str, id: str, file: str, zone: ZoneInfo, path: str = ""
) -> tuple[Record[M] | None, list[Problem]]:
    """The typed record of a parsed file, or of one entry of a register (its id is the `path`)."""
    values = parsed.values[path] if path else parsed.values
    problems = [] if path else list(parsed.problems)
    if not isinstance(values, dict):
        return None, problems
    marks = Marks(parsed.marks)
    try:
        context = {"language": parsed.language, "zone": zone}
        fields = model.model_validate(values, context=context)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            problem = _problem(fault, model, parsed.language, file, marks, path)
            if not _is_told(problem, parsed.problems):
                problems.append(problem)
        return None, problems
    if problems:
        return None, problems
    return Record(kind, id, file, parsed.language, fields, marks), problems


def _is_told(problem: Problem, before: tuple[Problem, ...]) -> bool:
    """Whether a fault only follows from one that was told: a value of another shape, a slip in the
    key that is now missing."""
    if problem.rule == "shape":
        return any(each.mark == problem.mark for each in before)
    key = problem.values.get("key")
    return problem.rule == "required" and any(
        each.rule == "unknown-key" and each.values.get("near") == key for each in before
    )


def _problem(
    fault: Any, model: type[Model], language: str, file: str, marks: Marks, path: str
) -> Problem:
    """A problem from one pydantic error: its type is the rule, its location the place."""
    location = [str(part) for part in fault["loc"]]
    place = marks.place(".".join([path, *location] if path else location))
    item = _field_at(model, location)
    values = {name: str(value) for name, value in (fault.get("ctx") or {}).items()}
    values["key"] = item.label(language) if item else (location[-1] if location else "")
    rule, _, case = str(fault["type"]).partition(".")
    # A word that is no term is a slip, no secret: it stands for nothing that the record says.
    if rule != "choice" and not _is_public(model, location):
        values |= dict.fromkeys(values.keys() & {"value", "near", "date"}, "…")
        if case == "no-time":
            values["date"] = "2026-03-12"
        elif case == "with-time":
            case = ""
    if rule == "missing":
        rule = "required"
        above = _path_of(model, location[:-1])
        if above:
            case, values["group"] = "inner", above[-1].label(language)
    if rule not in REFUSALS:
        rule, case = "shape", "scalar"
    return Problem(rule, Mark(file, *place), case, values)


REFUSALS = frozenset(
    "required shape empty-text too-long one-line moment day whole yes-no address identifier"
    " choice site-code number percent offset".split()
)


def _path_of(model: type[Model], location: list[str]) -> list[Field]:
    """The declared fields along a location."""
    found: list[Field] = []
    current: type[Model] | None = model
    for part in location:
        if current is None:
            break
        item = next((item for item in fields_of(current) if item.name == part), None)
        if item is None:
            continue
        found.append(item)
        current = item.group
    return found


def _field_at(model: type[Model], location: list[str]) -> Field | None:
    path = _path_of(model, location)
    return path[-1] if path else None


def _is_public(model: type[Model], location: list[str]) -> bool:
    return all(item.key.public for item in _path_of(model, location))
