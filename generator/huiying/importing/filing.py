"""Putting new records into the content folder, beside what is there and never over it.

In: new files and the content folder. Out: files on disk, and a problem with both places for each
record that is there already. No record and no entry that stands there changes by a byte; new
entries of a register go below the last one, in one exchange of the file.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from huiying.importing.files import NewFile
from huiying.importing.mapping import Mapping
from huiying.importing.writing import write_entries
from huiying.problem import Mark, Problem
from huiying.records import REGISTER_BY_NAME, REGISTERS, Register, parse
from huiying.records.reading import Marks

ORGANISATIONS = REGISTER_BY_NAME["organisation"]
_BY_FILE = {register.file: register for register in REGISTERS}


def file_records(files: Iterable[NewFile], folder: Path) -> Iterator[Problem]:
    """Write each new record and entry; a problem for each whose place is taken."""
    entries: dict[str, list[NewFile]] = {}
    for file in files:
        if file.path in _BY_FILE:
            entries.setdefault(file.path, []).append(file)
            continue
        path = folder / file.path
        if not _create(path, file.data):
            values = {"path": file.path}
            yield Problem("import-exists", file.mark, "", values, also=Mark(path.as_posix()))
    for name, new in entries.items():
        yield from _file_entries(_BY_FILE[name], new, folder / name)


def _file_entries(register: Register, new: Sequence[NewFile], path: Path) -> Iterator[Problem]:
    """Add entries below those of a register; a problem for each id that is there."""
    found = path.read_bytes() if path.is_file() else None
    before = found or b""
    parsed = parse(before, path.as_posix(), register.model, "zh", by_id=True)
    faults = [each for each in parsed.problems if each.rule != "empty-file"]
    if faults:
        yield _refused(register, new[0], faults[0].mark)
        return
    known = parsed.values or {}
    for each in (each for each in new if each.id in known):
        also = Mark(path.as_posix(), *Marks(parsed.marks).place(each.id))
        values = {"path": register.file, "id": each.id}
        yield Problem("import-register-same", each.mark, "", values, also=also)
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
        yield _refused(register, added[0], Mark(path.as_posix()), "form" if known else "")
        return
    if not (_create(path, after) if found is None else _exchange(path, found, after)):
        place = Mark(path.as_posix())
        yield from (Problem("unwritable", each.mark, "changed", also=place) for each in added)


def _refused(register: Register, new: NewFile, also: Mark, case: str = "") -> Problem:
    values = {"path": register.file}
    return Problem("import-register-broken", new.mark, case, values, also=also)


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
