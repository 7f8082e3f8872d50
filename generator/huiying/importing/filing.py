"""Putting new records into the content folder, beside what is there and never over it.

In: new files and the content folder. Out: files on disk, and a problem with both places for each
record that is there already and says something else; one that says the same is only counted. No
record and no entry that stands there changes by a byte; new entries of a register go below the last
one, in one exchange of the file.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from huiying.importing.files import NewFile
from huiying.importing.mapping import Mapping
from huiying.importing.writing import spell, write_entries
from huiying.problem import Mark, Problem
from huiying.records import KINDS, REGISTER_BY_NAME, REGISTERS, Register, parse
from huiying.records.field import Model, Shape, fields_of
from huiying.records.reading import Marks
from huiying.records.values import BETWEEN

ORGANISATIONS = REGISTER_BY_NAME["organisation"]
_BY_FILE = {register.file: register for register in REGISTERS}
_MODELS: dict[str, type[Model]] = {kind.folder: kind.model for kind in KINDS}


@dataclass(slots=True)
class Filed:
    """What became of new records: written, there already and the same, or why neither."""

    written: list[NewFile] = field(default_factory=list)
    same: list[NewFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def complain(self, rule: str, new: NewFile, also: Mark, case: str = "", **values: str) -> None:
        self.problems.append(Problem(rule, new.mark, case, values, also=also))


def file_records(files: Iterable[NewFile], folder: Path) -> Filed:
    """Write each new record and entry; a problem for each whose place is taken by another."""
    filed = Filed()
    entries: dict[str, list[NewFile]] = {}
    for file in files:
        if file.path in _BY_FILE:
            entries.setdefault(file.path, []).append(file)
            continue
        if _create(folder / file.path, file.data):
            filed.written.append(file)
        else:
            _compare(file, folder / file.path, filed)
    for name, new in entries.items():
        _file_entries(_BY_FILE[name], new, folder / name, filed)
    return filed


def _compare(new: NewFile, path: Path, filed: Filed) -> None:
    """Count a record whose file is there, if that says the same; else say what differs."""
    model = _MODELS[new.path.partition("/")[0]]
    data = path.read_bytes() if path.is_file() else b""
    there = parse(data, path.as_posix(), model, "zh")
    if there.problems or there.values is None:
        filed.complain("import-exists", new, Mark(path.as_posix()), "broken", path=new.path)
        return
    values = parse(new.data, new.path, model, "zh").values
    different = _different(there.values, values, model, there.language)
    if different:
        also, fields = Mark(path.as_posix()), BETWEEN[there.language].join(different)
        filed.complain("import-exists", new, also, path=new.path, fields=fields)
    else:
        filed.same.append(new)


def _different(one: Any, other: Any, model: type[Model], language: str) -> list[str]:
    """The fields in which two records differ, however each spells them; keys in that language."""
    shape = Shape("group", model=model)
    one, other = (spell(each, shape, "zh") for each in (one, other))
    return [
        item.label(language)
        for item in fields_of(model)
        if (one.get(item.name) or None) != (other.get(item.name) or None)
    ]


def _file_entries(register: Register, new: Sequence[NewFile], path: Path, filed: Filed) -> None:
    """Add entries below those of a register; a problem for each id that stands for another."""
    found = path.read_bytes() if path.is_file() else None
    before = found or b""
    parsed = parse(before, path.as_posix(), register.model, "zh", by_id=True)
    faults = [each for each in parsed.problems if each.rule != "empty-file"]
    if faults:
        _refuse(register, new, faults[0].mark, filed)
        return
    known = parsed.values or {}
    for each in (each for each in new if each.id in known):
        also = Mark(path.as_posix(), *Marks(parsed.marks).place(each.id))
        _compare_entry(each, known[each.id], register, parsed.language, also, filed)
    added = [each for each in new if each.id not in known]
    if not added:
        return
    # One file, one key language: that of the entries that are there.
    language = parsed.language if known else ""
    texts = [_in_language(each, register, language) for each in added]
    line_end = b"" if not before or before.endswith(b"\n") else b"\n"
    after = before + line_end + b"".join(texts)
    # Below entries in brackets, set in from the margin or closed by `...` nothing can follow.
    whole = parse(after, path.as_posix(), register.model, "zh", by_id=True)
    if list(whole.values or ()) != [*known, *(each.id for each in added)]:
        _refuse(register, added, Mark(path.as_posix()), filed, "form" if known else "")
    elif _create(path, after) if found is None else _exchange(path, found, after):
        filed.written += added
    else:
        for each in added:
            filed.complain("unwritable", each, Mark(path.as_posix()), "changed")


def _compare_entry(
    new: NewFile, there: Any, register: Register, language: str, also: Mark, filed: Filed
) -> None:
    """As `_compare`, for an entry."""
    values = parse(new.data, new.path, register.model, "zh", by_id=True).values[new.id]
    different = _different(there or {}, values, register.model, language)
    if different:
        fields = BETWEEN[language].join(different)
        filed.complain(
            "import-register-same", new, also, path=register.file, id=new.id, fields=fields
        )
    else:
        filed.same.append(new)


def _refuse(
    register: Register, new: Sequence[NewFile], also: Mark, filed: Filed, case: str = ""
) -> None:
    """One problem for a register that cannot take any of these."""
    filed.complain("import-register-broken", new[0], also, case, path=register.file)


def _in_language(file: NewFile, register: Register, language: str) -> bytes:
    """The text of an entry in a key language; as it is where that is ""."""
    parsed = parse(file.data, file.path, register.model, "zh", by_id=True)
    if language in ("", parsed.language):
        return file.data
    return write_entries(parsed.values, register.model, language).encode()


def file_organisations(mapping: Mapping, folder: Path) -> Iterator[Problem]:
    """Write the register if there is none; else a problem for each body that it lacks."""
    wanted = mapping.organisations
    path = folder / ORGANISATIONS.file
    data = write_entries(wanted, ORGANISATIONS.model, mapping.language).encode()
    if not wanted or _create(path, data):
        return
    parsed = parse(path.read_bytes(), path.as_posix(), ORGANISATIONS.model, "zh", by_id=True)
    known = parsed.values or {}
    for id in sorted(wanted.keys() - known.keys()):
        values = {"id": id, "name": str(wanted[id].get("name", ""))}
        yield Problem("import-organisation", Mark(path.as_posix()), "", values)


def _create(path: Path, data: bytes) -> bool:
    """Make a file that is not there; False, and nothing done, where it is.

    A full disk or Ctrl+C leaves no half of it: a second try would take that for a record.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(data)
    except BaseException:
        path.unlink()
        raise
    return True


def _exchange(path: Path, before: bytes, after: bytes) -> bool:
    """Put a whole new file in the place of one: readers see the old or the new.

    False, and nothing done, where somebody else has written there since it was read.
    """
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(after)
        os.chmod(name, path.stat().st_mode & 0o777)
        is_same = path.read_bytes() == before
        if is_same:
            os.replace(name, path)
        else:
            os.unlink(name)
    except BaseException:
        os.unlink(name)
        raise
    return is_same
