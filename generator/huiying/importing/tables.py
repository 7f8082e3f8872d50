"""Tables: CSV, JSON Lines, Markdown with front matter and spreadsheets, as rows of text.

In: a file, or a folder of Markdown files, and the hidden characters that may be dropped. Out: a
`Table` whose cells are text with their places, and a problem for each row that cannot be read. It
never guesses an encoding or a type, and never drops a cell. CSV may be GBK, as Chinese Excel writes
it: that is told. Nested values have dotted names with
list positions from 1: `sources.1.url`.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from huiying.importing.containers import LARGEST_BYTES
from huiying.importing.rows import Cell, Row, Table
from huiying.importing.workbooks import REFUSED, IsHeader, read_workbook
from huiying.importing.workbooks import SUFFIXES as WORKBOOKS
from huiying.problem import Level, Mark, Problem
from huiying.source import Items, Map, Node, read

BODY = "@body"
"""The column that holds the text below the front matter of a Markdown file."""
STEM = "@stem"
"""The column that holds the name of a Markdown file without its suffix."""
SUFFIXES = (".csv", ".jsonl", ".md")
SPREADSHEETS = (*WORKBOOKS, *REFUSED)
_LOST = re.compile(r"[\s*]*[?\ufffd]{2,}[\s*?\ufffd\d]*")
"""A heading of Chinese words, saved in an encoding that has none of them."""
COMMON = 0.9
"""Of the characters beyond ASCII, this share has to be of everyday Chinese before bytes are GBK."""


def read_table(
    path: Path,
    hidden: frozenset[str] = frozenset(),
    sheet: str | None = None,
    wanted: frozenset[str] = frozenset(),
) -> Table:
    """The rows of a file, or of the Markdown files in a folder, by name.

    Of a spreadsheet: the rows of the sheet that is named, else of the first one that is not hidden,
    below the first row that has all `wanted` columns, else below its first row.
    """
    if path.suffix.lower() not in SPREADSHEETS or path.is_dir():
        return _read_plain(path, hidden)
    tables, problems = read_sheets(path, lambda names: bool(wanted) and wanted <= {*names})
    chosen = [table for table in tables if table.sheet == sheet] if sheet else tables
    shown = [table for table in chosen if sheet or not table.is_hidden]
    table = shown[0] if shown else Table(path.as_posix())
    table.problems[:0] = problems
    if not shown and not problems:
        table.problems.append(_no_sheet(path, sheet, tables))
    return _without(table, hidden)


def read_sheets(path: Path, is_header: IsHeader) -> tuple[list[Table], list[Problem]]:
    """The tables of a spreadsheet, or the one of a .csv file, and why there are none."""
    if path.suffix.lower() in SPREADSHEETS:
        if path.stat().st_size > LARGEST_BYTES:
            values = {"size": str(LARGEST_BYTES // 1_000_000)}
            return [], [Problem("import-workbook", Mark(path.as_posix()), "large", values)]
        return read_workbook(path.read_bytes(), path.as_posix(), is_header)
    table = _read_plain(path, frozenset())
    return [table], []


def _no_sheet(path: Path, sheet: str | None, tables: list[Table]) -> Problem:
    """Why no sheet could be chosen."""
    if sheet is None:
        return Problem("import-empty", Mark(path.as_posix()))
    values = {"sheet": sheet, "sheets": "、".join(table.sheet for table in tables)}
    return Problem("import-sheet", Mark(path.as_posix()), "", values)


def _without(table: Table, hidden: frozenset[str]) -> Table:
    """A spreadsheet without the hidden characters that the mapping lets go, each reported."""
    for number, row in enumerate(table.rows if hidden else []):
        cells = dict(row.cells)
        for name, cell in row.cells.items():
            for character in sorted(hidden & set(cell.text)):
                values = {"character": f"U+{ord(character):04X}"}
                note = Problem("import-hidden", cell.mark, "", values, Level.NOTE)
                table.problems.append(note)
                text = cells[name].text.replace(character, "")
                cells[name] = replace(cell, text=text)
        table.rows[number] = replace(row, cells=cells)
    return table


def _read_plain(path: Path, hidden: frozenset[str]) -> Table:
    """The rows of text files."""
    table = Table(path.as_posix())
    files = sorted(path.glob("*.md")) if path.is_dir() else [path]
    if not files or files[0].suffix.lower() not in SUFFIXES:
        table.problems.append(Problem("import-format", Mark(table.file)))
        return table
    for file in files:
        text = _text(file.read_bytes(), file.as_posix(), hidden, table)
        if text is None:
            continue
        if file.suffix.lower() == ".csv":
            _read_csv(text, file.as_posix(), table)
        elif file.suffix.lower() == ".jsonl":
            _read_json_lines(text, file.as_posix(), table)
        else:
            _read_markdown(text, file, table)
    return table


def _text(data: bytes, file: str, hidden: frozenset[str], table: Table) -> str | None:
    """The file as text without the hidden characters that the mapping lets go, each reported."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        gbk = _as_gbk(data) if file.lower().endswith(".csv") else None
        if gbk is None:
            table.problems.append(Problem("encoding", Mark(file, line), _guess(data)))
            return None
        table.problems.append(Problem("import-gbk", Mark(file), level=Level.NOTE))
        text = gbk
    if not any(character in text for character in hidden):
        return text
    for number, line_text in enumerate(text.split("\n"), 1):
        for character in sorted(hidden & set(line_text)):
            mark = Mark(file, number, line_text.index(character) + 1)
            values = {"character": f"U+{ord(character):04X}"}
            table.problems.append(Problem("import-hidden", mark, "", values, Level.NOTE))
    return "".join(character for character in text if character not in hidden)


def _as_gbk(data: bytes) -> str | None:
    """The text of a CSV as Chinese Excel and WPS save it; None where that is not certain."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    beyond = [character for character in text if not character.isascii()]
    common = [each for each in beyond if len(each.encode("gb2312", "ignore")) == 2]
    is_text = "\0" not in text and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return text if is_text and len(common) >= COMMON * len(beyond) else None


def _guess(data: bytes) -> str:
    """`gbk` when the bytes read well as what a Chinese Excel saves as CSV."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        return "gbk" if data.decode("gb18030") else ""
    except UnicodeDecodeError:
        return ""


def _read_csv(text: str, file: str, table: Table) -> None:
    """Rows under the header; a row's place is its number in a spreadsheet program, where people
    open the file: a cell of several lines makes one row of several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for number, cells in enumerate(reader, 1):
            mark = Mark(file, number)
            line = reader.line_num + 1
            if table.header is None:
                if any(map(_LOST.fullmatch, cells)):
                    table.problems.append(Problem("import-lost", mark))
                    return
                table.header = _header(cells, mark, table)
            elif any(cell.strip() for cell in cells):
                _add_csv_row(cells, table.header, mark, table)
    except csv.Error as error:
        # Where the quotes are wrong, only a text editor shows the place.
        table.problems.append(Problem("import-csv", Mark(file, line), "", {"reason": str(error)}))
    if table.header is None:
        table.problems.append(Problem("import-empty", Mark(file)))


def _header(cells: list[str], mark: Mark, table: Table) -> tuple[str, ...]:
    """The names of the columns; one without a name is called by its number."""
    names = tuple(cell.strip() or f"#{number}" for number, cell in enumerate(cells, 1))
    for name in sorted({name for name in names if names.count(name) > 1}):
        table.problems.append(Problem("import-header", mark, "", {"column": name}))
    return names


def _add_csv_row(cells: list[str], header: tuple[str, ...], mark: Mark, table: Table) -> None:
    if len(cells) != len(header):
        values = {"cells": str(len(cells)), "columns": str(len(header))}
        table.problems.append(Problem("import-width", mark, "", values))
        table.unread += 1
        return
    row = {name: Cell(cell, mark) for name, cell in zip(header, cells, strict=True) if cell.strip()}
    table.rows.append(Row(mark, row))


def _read_json_lines(text: str, file: str, table: Table) -> None:
    """One object a line; numbers stay as written."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        mark = Mark(file, number)
        try:
            value = json.loads(line, parse_int=str, parse_float=str, object_pairs_hook=_object)
            json.dumps(
                value, ensure_ascii=False
            ).encode()  # half a character, "\\ud800", is no text
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            table.problems.append(Problem("import-json", mark))
            table.unread += 1
            continue
        cells = {name: Cell(cell, mark) for name, cell in _flat_json(value) if cell.strip()}
        table.rows.append(Row(mark, cells))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, refused where one name stands twice: one of the two would be lost."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("repeated name")
    return found


def _flat_json(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _flat_json(below, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for number, below in enumerate(value, 1):
            yield from _flat_json(below, f"{name}.{number}")
    elif isinstance(value, str):
        yield name, value
    elif value is not None:
        yield name, str(value).lower()


def _read_markdown(text: str, path: Path, table: Table) -> None:
    """One row: the front matter's values, the text below it, the file's name."""
    file = path.as_posix()
    lines = text.replace("\r\n", "\n").split("\n")
    closes = (number for number, line in enumerate(lines) if number and line.rstrip() == "---")
    end = next(closes, 0) if lines[0].rstrip() == "---" else 0
    if not end:
        table.problems.append(Problem("import-front-matter", Mark(file)))
        return
    # An empty line stands for the opening `---`, so that every place stays what it is.
    node, problems = read("\n".join(["", *lines[1:end], ""]).encode(), file)
    table.problems.extend(problems)
    if not isinstance(node, Map) or problems:
        return
    cells = {name: cell for name, cell in _flat_yaml(node, file) if cell.text.strip()}
    body = "\n".join(lines[end + 1 :])
    if body.strip():
        blank = len(body) - len(body.lstrip())
        cells[BODY] = Cell(body, Mark(file, end + 2 + body.count("\n", 0, blank)))
    cells[STEM] = Cell(path.stem, Mark(file))
    table.rows.append(Row(Mark(file), cells))


def _flat_yaml(node: Node, file: str, name: str = "") -> Iterator[tuple[str, Cell]]:
    if isinstance(node, Map):
        for key, below in node.entries:
            yield from _flat_yaml(below, file, f"{name}.{key.value}" if name else key.value)
    elif isinstance(node, Items):
        for number, below in enumerate(node.items, 1):
            yield from _flat_yaml(below, file, f"{name}.{number}")
    else:
        yield name, Cell(node.value, Mark(file, node.line, node.column))
