"""The sheets of one workbook of ours as one table: each row holds all that is said of a record.

In: the tables of its sheets, and what they are for. Out: a table, and the mapping that its headings
are; problems with sheet, row and column for what belongs to no record. It converts no value.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import PurePath
from typing import TypeAlias

from huiying.importing.declaration import FieldRule, IdRule, ImportMapping
from huiying.importing.mapping import Mapping as Rules
from huiying.importing.mapping import Target
from huiying.importing.rows import Cell, Row, Table
from huiying.problem import Level, Mark, Problem
from huiying.records import Kind, Register
from huiying.records.field import Field, Model, fields_of
from huiying.sheets.plan import Path, Sheet, bare, lists_above, resolve, sheets_of

OF_HEADERS = {"import-header", "import-heading", "import-merged"}
"""Faults of a table, not of a row: a column would be missing in every record."""
MOST_COMPARED = 500
"""Among so many ids a slip is looked for: comparing all with all would take minutes."""
SEPARATORS = "、；;，,"
"""Between items of one cell, where an item cannot hold any of them."""
_CHOSEN = re.compile(r"\s*([a-z0-9]+(?:-[a-z0-9]+)*)\s+\S")
"""An id and the name behind it, as the lists to choose from have them."""
Subject: TypeAlias = Kind | Register


@dataclass(slots=True)
class _Record:
    """One row of the first sheet, and what the others add to it."""

    row: Row
    cells: dict[str, Cell]
    faults: list[Problem]
    counts: Counter[Path] = field(default_factory=Counter)
    """How many items each list of groups has so far, by its path with positions."""


class Joining:
    """The sheets of one kind on their way to one table."""

    def __init__(
        self, key: str, subject: Subject, language: str, tables: Sequence[Table], file: str
    ) -> None:
        self.key, self.file = key, file
        self.subject, self.language = subject, language
        self.model: type[Model] = self.subject.model
        name = self.subject.zh if self.language == "zh" else self.subject.name
        self.sheets = {each.name: each for each in sheets_of(self.model, name, self.language)}
        self.problems: list[Problem] = []
        self.targets: dict[str, Target] = {}
        self.headings: list[Cell] = []
        self.records: list[_Record] = []
        self.by_key: dict[str, _Record] = {}
        self.further = [table for table in tables if self._sheet(table).path]
        self.first = [table for table in tables if not self._sheet(table).path]

    def join(self) -> tuple[Table, Rules]:
        """One table for all sheets, and the mapping that its headings are."""
        for table in (*self.first, *self.further):
            self.problems += table.problems
        for table in self.first:
            columns = self._columns(table, self.model)
            self._note_headings(table, columns)
            for row in table.rows:
                self._add_record(row, columns)
        for table in self.further:
            self._add_items(table, self._sheet(table))
        rows = [
            replace(each.row, cells=each.cells, faults=tuple(each.faults)) for each in self.records
        ]
        unread = sum(table.unread for table in self.first)
        if any(each.rule in OF_HEADERS for each in self.problems):
            rows, unread = [], unread + len(rows)
        return Table(self.file, None, rows, self.problems, unread=unread), self._rules()

    def _sheet(self, table: Table) -> Sheet:
        return self.sheets.get(table.sheet) or next(iter(self.sheets.values()))

    def _rules(self) -> Rules:
        """The headings as a mapping, in which each column fills the place that it names."""
        kind = self.subject.name
        declared = ImportMapping.model_construct(kind=kind, id=IdRule(column=self.key), fields={})
        targets = tuple(self.targets.values())
        none: frozenset[str] = frozenset()
        return Rules(
            self.file,
            self.language,
            self.subject,
            declared,
            targets,
            None,
            none,
            {},
            {},
            True,
            self.headings,
        )

    def _note_headings(self, table: Table, columns: Mapping[str, tuple[Path, Field]]) -> None:
        """Keep where each field would be filled in, for records in which it is not."""
        for number, name in enumerate(table.header or (), 1):
            if name in columns:
                mark = Mark(table.file, 1, number)
                self.headings.append(Cell("", mark, "", table.sheet, bare(name)))

    def _columns(
        self, table: Table, model: type[Model], ties: Sequence[str] = ()
    ) -> dict[str, tuple[Path, Field]]:
        """What each heading of a sheet fills; problems for those that fill nothing."""
        found = {}
        for number, name in enumerate(table.header or (), 1):
            resolved = resolve(bare(name), model, self.language)
            if resolved is not None:
                found[name] = resolved
            elif bare(name) != self.key and bare(name) not in ties:
                self._unknown(table, name, number, model)
        return found

    def _unknown(self, table: Table, name: str, number: int, model: type[Model]) -> None:
        """A heading that fills nothing: a slip stops the import, a column of one's own does not."""
        count = sum(name in row.cells for row in table.rows)
        known = [column.heading for column in self._sheet(table).columns]
        near = get_close_matches(bare(name), known, n=1, cutoff=0.6)
        line = table.header_mark.line if table.header_mark else 1
        mark = Mark(table.file, line, number)
        sheet = table.sheet or PurePath(table.file).name
        values = {"sheet": sheet, "column": name, "count": str(count)}
        if near and count:
            self.problems.append(
                Problem("import-heading", mark, "near", {**values, "near": near[0]})
            )
        elif count:
            self.problems.append(Problem("import-unused", mark, "sheet", values, Level.NOTE))

    def _add_record(self, row: Row, columns: Mapping[str, tuple[Path, Field]]) -> None:
        """A row of the first sheet."""
        record = _Record(row, {}, list(row.faults))
        for name, cell in row.cells.items():
            if bare(name) == self.key:
                record.cells[self.key] = replace(cell, heading=self.key)
                self.by_key.setdefault(cell.text.strip(), record)
        self._place(record, row, columns, ())
        self.records.append(record)

    def _place(
        self, record: _Record, row: Row, columns: Mapping[str, tuple[Path, Field]], above: Path
    ) -> None:
        """Put the cells of a row where they belong in a record."""
        for name, cell in row.cells.items():
            if name not in columns:
                continue
            path, item = columns[name]
            cell = replace(cell, heading=bare(name))
            is_list = item.shape.form == "list" and not isinstance(path[-1], int)
            pieces = self._items(record, cell, item) if is_list else [cell]
            for number, piece in enumerate(pieces):
                self._fill(
                    record, (*above, *path, number) if is_list else (*above, *path), piece, item
                )

    def _fill(self, record: _Record, path: Path, cell: Cell, item: Field) -> None:
        column = ".".join(map(str, path))
        chosen = _CHOSEN.match(cell.text) if item.type == "reference" else None
        cell = replace(cell, text=chosen[1]) if chosen else cell
        for depth, part in enumerate(path):
            if isinstance(part, int):
                record.counts[path[:depth]] = max(record.counts[path[:depth]], part + 1)
        if column in record.cells:
            values = {"column": cell.heading, "sheet": cell.sheet}
            record.faults.append(Problem("import-cell", cell.mark, "taken", values))
            return
        record.cells[column] = cell
        if column not in self.targets:
            rule = FieldRule.model_construct(column=column, form="markdown")
            self.targets[column] = Target(path, item.type, rule, Mark(self.file), item.refers)

    def _items(self, record: _Record, cell: Cell, item: Field) -> Iterator[Cell]:
        """The items of a list in one cell: one a line, or between signs that no item can hold."""
        lines = [line.strip() for line in cell.text.splitlines() if line.strip()]
        if item.type in ("term", "reference", "day", "moment", "id", "whole"):
            for sign in SEPARATORS:
                lines = [
                    part.strip() for line in lines for part in line.split(sign) if part.strip()
                ]
        elif len(lines) == 1 and set(SEPARATORS) & set(cell.text) and item.type == "line":
            values = {"column": cell.heading, "sheet": cell.sheet, "value": cell.text[:40]}
            record.faults.append(Problem("import-cell", cell.mark, "items", values))
        yield from (replace(cell, text=line) for line in lines)

    def _add_items(self, table: Table, sheet: Sheet) -> None:
        """The rows of a further sheet: items of a list, or one group a record."""
        columns = self._columns(table, _model_at(self.model, sheet.path), sheet.ties)
        for row in table.rows:
            record = self._record_of(row, table)
            if record is None:
                continue
            above = self._above(record, row, sheet)
            if above is not None:
                record.faults += row.faults
                self._place(record, row, columns, above)

    def _record_of(self, row: Row, table: Table) -> _Record | None:
        """The record that a row of a further sheet belongs to, or None and a problem."""
        cell = next((cell for name, cell in row.cells.items() if bare(name) == self.key), None)
        text = cell.text.strip() if cell else ""
        values = {"sheet": table.sheet, "row": str(row.mark.line), "column": self.key}
        if not text and len(self.records) == 1:
            return self.records[0]
        if text in self.by_key:
            return self.by_key[text]
        known = self.by_key if len(self.by_key) <= MOST_COMPARED else ()
        near = get_close_matches(text, known, n=1, cutoff=0.8)
        case, mark = ("unknown", cell.mark) if cell else ("", row.mark)
        values = {**values, "value": text[:40], "near": "".join(near)}
        problem = Problem("import-tie", mark, "near" if near else case, values)
        # Who is meant would be written without this item: it waits for the slip to be mended.
        (self.by_key[near[0]].faults if near else self.problems).append(problem)
        return None

    def _above(self, record: _Record, row: Row, sheet: Sheet) -> Path | None:
        """Where in the record a row's cells go, or None and a fault of the record."""
        path: Path = ()
        start = 0
        depths = lists_above(self.model, sheet.path)
        for depth, tie in zip(depths, sheet.ties, strict=True):
            path = (*path, *sheet.path[start:depth])
            start = depth
            number = self._number(record, row, tie, record.counts[path])
            if number is None:
                return None
            path = (*path, number - 1)
        path = (*path, *sheet.path[start:])
        if sheet.is_list:
            return (*path, record.counts[path])
        record.counts[path] += 1
        if record.counts[path] > 1:
            named = record.cells.get(self.key) or record.cells.get("title")
            values = {"sheet": row.sheet, "value": named.text[:40] if named else ""}
            record.faults.append(Problem("import-tie", row.mark, "twice", values))
            return None
        return path

    def _number(self, record: _Record, row: Row, tie: str, count: int) -> int | None:
        """Which item of the list above a row belongs to, from 1."""
        cell = next((cell for name, cell in row.cells.items() if bare(name) == tie), None)
        text = cell.text.strip() if cell else ""
        if not text and count == 1:
            return 1
        values = {"sheet": row.sheet, "row": str(row.mark.line), "column": tie, "value": text[:40]}
        mark = cell.mark if cell else row.mark
        if not text.isdecimal():
            record.faults.append(Problem("import-tie", mark, "number", values))
        elif not 0 < int(text) <= count:
            record.faults.append(Problem("import-tie", mark, "none", values))
        else:
            return int(text)
        return None


def _model_at(model: type[Model], path: tuple[str, ...]) -> type[Model]:
    """The model of the group or list item at a path."""
    for name in path:
        item = next(item for item in fields_of(model) if item.name == name)
        inner = item.shape.innermost
        assert inner.model is not None
        model = inner.model
    return model
