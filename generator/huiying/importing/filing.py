"""Putting new files into the content folder, beside what is there and never over it.

In: new files and the content folder. Out: files on disk, and a problem with both places for each
that is there already. It changes no byte of a file that exists.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from huiying.importing import NewFile
from huiying.importing.mapping import Mapping
from huiying.importing.writing import write_entries
from huiying.problem import Mark, Problem
from huiying.records import REGISTERS, parse

ORGANISATIONS = next(register for register in REGISTERS if register.name == "organisation")


def file_records(files: Iterable[NewFile], folder: Path) -> Iterator[Problem]:
    """Write each new record; a problem for each whose place is taken."""
    for file in files:
        path = folder / file.path
        if not _create(path, file.data):
            values = {"path": file.path}
            yield Problem("import-exists", file.mark, "", values, also=Mark(path.as_posix()))


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
    """Make a file that is not there; False, and nothing done, where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return False
    return True
