"""Rows of text and where each value stands: what every kind of table comes down to.

In: nothing. Out: `Cell`, `Row`, `Table`. Places are file, line and column from 1; in a spreadsheet
the line is the row, and a cell knows its sheet too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from huiying.problem import Mark, Problem

Typed: TypeAlias = Literal["", "number", "serial", "percent", "day", "moment", "switch", "fault"]
"""What a spreadsheet says of a value; empty for text. `serial`: a number that, where a date is
wanted, certainly counts the days since 1900. `fault`: the cell has no value that can be used."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as text. `text` of a fault is its case of the rule `import-cell`."""

    text: str
    mark: Mark
    typed: Typed = ""
    sheet: str = ""
    heading: str = ""
    """What editors see above the column, where that is not its name."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its place and its cells by the name of their column; empty cells are absent.

    `faults` leave the row out, whatever its cells say.
    """

    mark: Mark
    cells: Mapping[str, Cell]
    faults: tuple[Problem, ...] = ()
    sheet: str = ""


@dataclass(slots=True)
class Table:
    """Rows in the file's order. `header` is None where each row names its own columns."""

    file: str
    header: tuple[str, ...] | None = None
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sheet: str = ""
    is_hidden: bool = False
    unread: int = 0
    """Rows that could not be read, each with a problem of its own."""
    header_mark: Mark | None = None
