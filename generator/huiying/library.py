"""The library: every record, frozen, with its indexes and who refers to whom.

In: records, registers and media as read. Out: `Library`, and problems for references that dangle
or run in a circle, each with its place. It reads no file and knows no instant.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from huiying.media.fault import Fault
from huiying.media.plan import Sight
from huiying.problem import Mark, Problem
from huiying.records import KIND_BY_NAME, REGISTER_BY_NAME, Kind, Record
from huiying.records.common import Common
from huiying.records.expertise import ExpertEntry, PolicyEntry
from huiying.records.field import Model, Shape, fields_of
from huiying.records.registers import ChannelEntry, OrganisationEntry, Sidecar


@dataclass(frozen=True, slots=True)
class Scrap:
    """A draft that makes no record: its file and its lines as they were saved."""

    file: str
    lines: tuple[str, ...]

    def mark(self, path: str = "") -> Mark:
        """The place of a line, which is named by its number."""
        return Mark(self.file, int(path or 1))


@dataclass(frozen=True, slots=True)
class Library:
    """Everything the editors wrote that could be read. Keys: address, id, path below media/."""

    records: Mapping[str, Record[Common]]
    registers: Mapping[str, Mapping[str, Record[Any]]]
    """Entries by id, by the name of their register."""
    sidecars: Mapping[str, Record[Sidecar]]
    media: Mapping[str, str]
    """SHA-256 of each file's bytes, hexadecimal."""
    unreadable: Mapping[str, str]
    """Addresses of records that could not be read, with their file: they exist all the same."""
    unreadable_entries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Ids whose entry in a register could not be read, by register: they exist all the same."""
    sights: Mapping[str, Sight] = field(default_factory=dict)
    """What was seen of each medium that is made anew or cleaned, by path below media/."""
    faults: Mapping[str, Fault] = field(default_factory=dict)
    """Media that must not be published, by path below media/."""
    scraps: tuple[Scrap, ...] = ()
    """Drafts that could not be read: nobody may read them in an output either."""
    lengths: Mapping[str, float] = field(default_factory=dict)
    """How long recordings play, in seconds, where their files tell it."""
    digests: dict[str, tuple[Any, Any]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """Records with the digests of their contents, by address, filled as they are asked for: each
    costs a walk through all values, and rules, projection and manifest ask for the same."""

    @property
    def organisations(self) -> Mapping[str, Record[OrganisationEntry]]:
        """The bodies, by id."""
        return self.registers.get("organisation", {})

    @property
    def channels(self) -> Mapping[str, Record[ChannelEntry]]:
        """The official accounts, by id."""
        return self.registers.get("channel", {})

    @property
    def experts(self) -> Mapping[str, Record[ExpertEntry]]:
        """The experts, by id."""
        return self.registers.get("expert", {})

    @property
    def policies(self) -> Mapping[str, Record[PolicyEntry]]:
        """The policies, by id."""
        return self.registers.get("policy", {})

    def of_kind(self, kind: str) -> Iterator[Record[Common]]:
        """The records of one kind, by id."""
        return (record for record in self.records.values() if record.kind == kind)


@dataclass(frozen=True, slots=True)
class Reference:
    """One value that names something else: where it stands, what kind it names, which one."""

    path: str
    kind: str
    target: str


def address(kind: Kind | str, id: str) -> str:
    """The address of a record within the site: `rumours/20260312-tingshui`."""
    word = (KIND_BY_NAME[kind] if isinstance(kind, str) else kind).url_word
    return f"{word}/{id}"


@dataclass(frozen=True, slots=True)
class _Way:
    """How to reach the references below one field."""

    name: str
    shape: Shape
    refers: str


@cache
def _ways(model: type[Model]) -> tuple[_Way, ...]:
    """The fields of a model that hold references, or groups that do."""
    ways = []
    for item in fields_of(model):
        if item.refers or (item.group is not None and _ways(item.group)):
            ways.append(_Way(item.name, item.shape, item.refers))
    return tuple(ways)


def references(fields: Model, path: str = "") -> Iterator[Reference]:
    """Every reference in a group of fields, in the order of declaration."""
    for way in _ways(type(fields)):
        value = getattr(fields, way.name)
        if value is not None and value != ():
            yield from _references_in(value, way, f"{path}.{way.name}" if path else way.name)


def _references_in(value: Any, way: _Way, path: str) -> Iterator[Reference]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _references_in(item, way, f"{path}.{number}")
    elif isinstance(value, Model):
        yield from references(value, path)
    elif way.refers:
        yield Reference(path, way.refers, value)


def check_references(library: Library) -> Iterator[Problem]:
    """A problem for each reference to something that does not exist."""
    names = {entry.fields.name: id for id, entry in library.organisations.items()}
    short = {entry.fields.short_name: id for id, entry in library.organisations.items()}
    groups: list[tuple[bool, Mapping[str, Record[Any]]]] = [
        (False, library.records),
        (False, library.sidecars),
        *((True, entries) for entries in library.registers.values()),
    ]
    for prefixed, group in groups:
        for record in group.values():
            for reference in references(record.fields, record.id if prefixed else ""):
                if not exists(library, reference):
                    known = names.get(reference.target) or short.get(reference.target)
                    case = "named" if known else reference.kind
                    values = {"target": reference.target, "near": known or ""}
                    yield Problem("reference", record.mark(reference.path), case, values)


def exists(library: Library, reference: Reference) -> bool:
    """Whether the thing that a reference names is there (also when it could not be read)."""
    target = reference.target
    if reference.kind in REGISTER_BY_NAME:
        known = library.registers.get(reference.kind, {})
        if not known and reference.kind == "organisation":
            return True  # without that register nothing is known, and one problem has said so
        return target in known or target in library.unreadable_entries.get(reference.kind, ())
    if reference.kind == "media":
        return target in library.media
    if reference.kind == "topic":
        target = f"topics/{target}"
    return target in library.records or target in library.unreadable
