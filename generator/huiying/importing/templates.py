"""Our own workbook coming back: its sheets become one row for each record, without a mapping.

In: the tables of a file. Out: for each kind or register in it, a table whose rows hold all that the
sheets say of a record, and the mapping that its headings are; or problems with sheet, row and
column. A .csv saved from the first sheet is understood too: the heading of its ids tells what the
table is for. It converts no value.
"""

from collections.abc import Iterator, Mapping, Sequence

from huiying.importing.joining import Joining, Subject
from huiying.importing.mapping import Mapping as Rules
from huiying.importing.rows import Table
from huiying.messages import sentence
from huiying.problem import Level, Mark, Problem
from huiying.records import KINDS, REGISTERS
from huiying.sheets.plan import (
    bare,
    key_heading,
    resolve,
)

LANGUAGES = ("zh", "en")
KEYS: Mapping[str, tuple[Subject, str]] = {
    key_heading(subject.zh, subject.name, language): (subject, language)
    for subject in (*KINDS, *REGISTERS)
    for language in LANGUAGES
}
"""What a table is for, by the heading of its ids."""
_KEY_BY_SHEET = {
    subject.zh if language == "zh" else subject.name: key
    for key, (subject, language) in KEYS.items()
}


def is_ours(names: Sequence[str]) -> bool:
    """Whether a row is the header of one of our sheets."""
    return any(bare(name) in KEYS for name in names)


def recognise(
    tables: Sequence[Table], file: str
) -> tuple[list[tuple[Table, Rules]], list[Problem]]:
    """What each kind's sheets hold together, with a mapping; and what is no sheet of ours."""
    groups: dict[str, list[Table]] = {}
    problems: list[Problem] = []
    for table in tables:
        key = None if table.is_hidden else _key_of(table)
        if key is not None:
            groups.setdefault(key, []).append(table)
        else:
            problems += _left_out(table)
    joinings = [Joining(key, *KEYS[key], found, file) for key, found in groups.items()]
    whole = [joining.join() for joining in joinings if joining.first]
    if not whole and all(problem.level is Level.NOTE for problem in problems):
        problems.append(Problem("import-unknown" if tables else "import-empty", Mark(file)))
    return whole, problems


def _key_of(table: Table) -> str | None:
    """For what a sheet is, as the heading of its ids; its name tells where that column is gone."""
    names = [bare(name) for name in table.header or ()]
    key = next((name for name in names if name in KEYS), None)
    if key is None and table.sheet in _KEY_BY_SHEET:
        subject, language = KEYS[_KEY_BY_SHEET[table.sheet]]
        known = [name for name in names if resolve(name, subject.model, language)]
        return _KEY_BY_SHEET[table.sheet] if len(known) > 1 else None
    return key


def _left_out(table: Table) -> Iterator[Problem]:
    """What is said of a sheet that is none of ours: nothing of our own help and lists."""
    ours = {
        sentence(f"sheet-{name}", {}, each) for name in ("help", "choices") for each in LANGUAGES
    }
    if not table.sheet:
        yield from table.problems  # of a file without sheets
    elif table.sheet not in ours and table.rows:
        case = "hidden" if table.is_hidden else ""
        values = {"sheet": table.sheet}
        yield Problem("import-sheet-unused", Mark(table.file), case, values, Level.NOTE)
