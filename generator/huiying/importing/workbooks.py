"""Spreadsheets as tables: every sheet of an .xlsx, .xls or .ods file, its values as text.

In: the bytes of a file and what tells a header from other rows. Out: a `Table` for each sheet, and
problems by sheet, row and column; a file that cannot be trusted is a problem by name. Values are
read by python-calamine (in `apart`), after `containers` has looked inside. It knows no field: what
a value is wanted for decides `conversion`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import PurePath
from typing import Any, TypeAlias

from openpyxl.utils import get_column_letter

from huiying.importing import compound, office_open, open_document
from huiying.importing.apart import read_apart
from huiying.importing.containers import OLE, Oddity, Scan, Unusable, unpack
from huiying.importing.rows import Cell, Row, Table, Typed
from huiying.problem import Level, Mark, Problem

SUFFIXES = (".xlsx", ".xls", ".ods")
REFUSED = {
    ".xlsm": "macro",
    ".xltm": "macro",
    ".xlam": "macro",
    ".xlsb": "binary",
    ".et": "wps",
    ".ett": "wps",
}
"""Suffixes that are refused by name, each with its case of `import-workbook`."""
HEADER_ROWS = 20
"""So far down a header is looked for."""
LARGEST_NUMBER = 10**15
"""Spreadsheets keep fifteen digits; those after them are no longer what was typed."""
_FAULTS: Mapping[Oddity, str] = {"error": "error", "formula": "formula", "picture": "picture"}
_LASTING = re.compile(r"PT(\d+)H(\d+)M(\d+)")
_NOTE = re.compile(
    r"\s*(?:注|备注|说明|填表|制表|合计|总计|Notes?)\s*[一二三四五六七八九\d]*\s*[:：]"
)
IsHeader: TypeAlias = Callable[[Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class _Book:
    """One file while it is read."""

    file: str
    counts_from_1900: bool
    scans: Mapping[str, Scan]


def read_workbook(data: bytes, file: str, is_header: IsHeader) -> tuple[list[Table], list[Problem]]:
    """The tables of a file by sheet, in its order; sheets without a value are left out."""
    try:
        book = _inspect(data, file)
    except Unusable as refused:
        return [], [Problem("import-workbook", Mark(file), refused.case, refused.values)]
    sheets = read_apart(data)
    if sheets is None:
        return [], [Problem("import-workbook", Mark(file), "broken")]
    return list(_tables(sheets, book, is_header)), []


def _inspect(data: bytes, file: str) -> _Book:
    """What `containers` and its like say of a file; an `Unusable` where it is not what it seems."""
    suffix = PurePath(file).suffix.lower()
    if suffix in REFUSED:
        raise Unusable(REFUSED[suffix])
    if suffix == ".xls":
        if data.startswith(b"PK"):
            raise Unusable("suffix", right=".xlsx")
        if not data.startswith(OLE):
            raise Unusable("no-table")
        scans, is_1904 = compound.scan(data)
        return _Book(file, not is_1904, scans)
    if data.startswith(OLE):
        raise compound.refusal_as_new(data)
    if not data.startswith(b"PK"):
        raise Unusable("no-table")
    parts = unpack(data)
    if suffix == ".ods":
        return _Book(file, False, open_document.scan(parts))
    scans, is_1904 = office_open.scan(parts)
    return _Book(file, not is_1904, scans)


def _tables(
    sheets: Iterable[tuple[str, bool, Sequence[Sequence[Any]]]], book: _Book, is_header: IsHeader
) -> Iterator[Table]:
    for name, is_hidden, values in sheets:
        scan = book.scans.get(name, Scan())
        if scan.rows:
            table = Table(book.file, sheet=name, is_hidden=is_hidden)
            _Sheet(table, book, scan).read(values, is_header)
            yield table


class _Sheet:
    """One sheet on its way to a table."""

    def __init__(self, table: Table, book: _Book, scan: Scan) -> None:
        self.table, self.book, self.scan = table, book, scan
        self.gap = False
        self.merged: dict[int, list[tuple[int, int, int, int]]] = {}
        for area in scan.merged:
            for row in range(area[0], min(area[2] + 1, scan.rows)):
                self.merged.setdefault(row, []).append(area)

    def read(self, values: Sequence[Sequence[Any]], is_header: IsHeader) -> None:
        """Fill the table: what stands above the header is a title, below it are rows."""
        rows = [self._cells(number, row) for number, row in enumerate(values)]
        filled = [number for number, cells in enumerate(rows) if cells]
        if not filled:
            return
        names = {number: _names(rows[number]) for number in filled[:HEADER_ROWS]}
        top = next((number for number in names if is_header(names[number])), filled[0])
        self._header(top, names[top])
        for number in range(top + 1, len(rows)):
            self._row(number, rows[number])

    def _cells(self, row: int, values: Sequence[Any]) -> dict[int, Cell]:
        """The cells of a row that hold something, by column from 0."""
        found = {}
        for column, value in enumerate(values):
            odd = self.scan.odd.get((row, column))
            if value != "" or odd:
                mark = Mark(self.book.file, row + 1, column + 1)
                text, typed = self._text(value, odd)
                if text.strip():
                    found[column] = Cell(text, mark, typed, self.table.sheet)
        return found

    def _text(self, value: Any, odd: Oddity | None) -> tuple[str, Typed]:
        """A value as text, and what the spreadsheet says of it."""
        if odd and odd in _FAULTS:
            return _FAULTS[odd], "fault"
        if isinstance(value, str):
            lasting = _LASTING.match(value) if value.startswith("PT") else None
            return (":".join(lasting.groups()) if lasting else value), ""
        if isinstance(value, bool) or odd == "switch":
            return str(bool(value)).upper(), "switch"
        if isinstance(value, int | float):
            return self._number(Decimal(repr(value)), odd)
        return _moment(value, odd)

    def _number(self, number: Decimal, odd: Oddity | None) -> tuple[str, Typed]:
        if abs(number) >= LARGEST_NUMBER:
            return "digits", "fault"
        if odd == "percent":
            return f"{_digits(number * 100)}%", "percent"
        return _digits(number), "serial" if self.book.counts_from_1900 else "number"

    def _header(self, top: int, names: tuple[str, ...]) -> None:
        """The names of the columns; a merged one is refused, as is one name twice."""
        self.table.header = names
        self.table.header_mark = Mark(self.book.file, top + 1)
        for name in sorted({name for name in names if names.count(name) > 1}):
            at = [number for number, each in enumerate(names) if each == name]
            mark = Mark(self.book.file, top + 1, at[1] + 1)
            values = {"column": name}
            self.table.problems.append(Problem("import-header", mark, "", values))
        self.table.problems += self._merges(top)

    def _merges(self, row: int) -> list[Problem]:
        """A problem for each merged range that touches a row."""
        found = []
        for top, left, bottom, right in self.merged.get(row, ()):
            first = f"{get_column_letter(left + 1)}{top + 1}"
            last = f"{get_column_letter(right + 1)}{bottom + 1}"
            values = {"sheet": self.table.sheet, "range": f"{first}:{last}"}
            mark = Mark(self.book.file, top + 1, left + 1)
            found.append(Problem("import-merged", mark, "", values))
        return found

    def _row(self, number: int, cells: Mapping[int, Cell]) -> None:
        """One row below the header, or a note that stands there."""
        header = self.table.header
        assert header is not None
        if not cells:
            self.gap = True
            return
        if self._is_note(cells, header):
            [cell] = cells.values()
            values = {"sheet": self.table.sheet, "row": str(number + 1)}
            note = Problem("import-note", cell.mark, "", values, Level.NOTE)
            self.table.problems.append(note)
            return
        named = {
            header[column] if column < len(header) else f"#{column + 1}": cell
            for column, cell in cells.items()
        }
        mark = Mark(self.book.file, number + 1)
        faults = tuple(self._merges(number))
        self.table.rows.append(Row(mark, named, faults, self.table.sheet))

    def _is_note(self, cells: Mapping[int, Cell], header: Sequence[str]) -> bool:
        """One cell alone, after an empty row or beginning like a note, below several columns."""
        if len(cells) > 1 or len(header) < 3:
            return False
        [cell] = cells.values()
        return cell.typed == "" and (self.gap or bool(_NOTE.match(cell.text)))


def _names(cells: Mapping[int, Cell]) -> tuple[str, ...]:
    """A row as names of columns; a column without one is called by its number."""
    last = max(cells)
    found = (cells.get(column) for column in range(last + 1))
    return tuple(
        " ".join(cell.text.split()) if cell and cell.typed != "fault" else f"#{number}"
        for number, cell in enumerate(found, 1)
    )


def _digits(number: Decimal) -> str:
    """A number as people write it: no exponent, no idle zeros, fifteen digits."""
    text = f"{Decimal(f'{number:.15g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _moment(value: date | time | timedelta, odd: Oddity | None) -> tuple[str, Typed]:
    """A day or a moment, to the second; a midnight that is shown as such is a moment."""
    if isinstance(value, datetime):
        nearest = value + timedelta(microseconds=500_000)
        text = nearest.replace(microsecond=0).isoformat(" ", "seconds")
        return text.removesuffix(":00") if text.count(":") == 2 else text, "moment"
    if isinstance(value, date):
        return (f"{value} 00:00", "moment") if odd == "clock" else (str(value), "day")
    return str(value), ""
