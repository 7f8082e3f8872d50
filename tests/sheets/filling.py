"""Records filled into our workbook, as an editor with patience would: for tests.

In: canonical values of records by id. Out: rows by sheet, whose cells are typed as a spreadsheet
program types them; the same as the bytes of an .xlsx or .ods file.
"""

import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

import odf.opendocument
import odf.table
import odf.text
from openpyxl import load_workbook

from huiying.records import KINDS, REGISTERS, Kind, Register, parse
from huiying.records.field import Field
from huiying.records.values import canonical_text
from huiying.sheets import workbook
from huiying.sheets.plan import (
    GROUPS,
    Sheet,
    bare,
    key_heading,
    lists_above,
    sheets_of,
)
from tests.samples import SAMPLES, id_of

Subject: TypeAlias = Kind | Register
Value: TypeAlias = str | int | date | datetime
Rows: TypeAlias = dict[str, list[dict[str, Value]]]
SUBJECTS: tuple[Subject, ...] = (*KINDS, *REGISTERS)


def source_of(subject: Subject) -> Path:
    """The file of the complete sample of a kind, or of a register's entries."""
    if isinstance(subject, Kind):
        return SAMPLES / subject.name / "complete.yml"
    return SAMPLES / subject.file


def sample_of(subject: Subject) -> dict[str, Any]:
    """The complete sample of a kind, or all entries of a register: canonical values by id."""
    data = source_of(subject).read_bytes()
    if isinstance(subject, Kind):
        return {id_of(subject.name, "complete"): parse(data, "s", subject.model, "zh").values}
    values = parse(data, "s", subject.model, "zh", by_id=True).values
    assert isinstance(values, dict)
    return values


def rows_of(subject: Subject, records: Mapping[str, Any], language: str) -> Rows:
    """Every value of the records, under the heading of its sheet."""
    name = subject.zh if language == "zh" else subject.name
    sheets = sheets_of(subject.model, name, language)
    return {
        sheet.name: [
            {key_heading(subject.zh, subject.name, language): id, **row}
            for id, values in records.items()
            for row in _rows(subject, sheet, sheets[0], values, language)
        ]
        for sheet in sheets
    }


def _rows(
    subject: Subject, sheet: Sheet, first: Sheet, values: Any, language: str
) -> Iterator[dict[str, Value]]:
    """The rows of one record on one sheet."""
    depths = list(lists_above(subject.model, sheet.path))
    numbered = {column.path[:1] for column in first.columns if 1 in column.path}
    for numbers, group in _groups(values, sheet, depths):
        on_first = sheet.is_list and sheet.path in numbered and numbers[-1] < GROUPS
        row: dict[str, Value] = {
            tie: number + 1 for tie, number in zip(sheet.ties, numbers, strict=False)
        }
        if not on_first:
            row |= _cells(sheet, group, language)
        if set(row) - set(sheet.ties):
            yield row


def _groups(
    values: Any, sheet: Sheet, depths: list[int], at: int = 0
) -> Iterator[tuple[tuple[int, ...], Any]]:
    """Every group at a sheet's path, with its numbers in the lists on the way."""
    if at == len(sheet.path):
        yield (), values
        return
    below = values.get(sheet.path[at])
    if below is None:
        return
    if isinstance(below, list):
        for number, item in enumerate(below):
            for numbers, group in _groups(item, sheet, depths, at + 1):
                yield (number, *numbers), group
    else:
        yield from _groups(below, sheet, depths, at + 1)


def _cells(sheet: Sheet, group: Any, language: str) -> dict[str, Value]:
    """The cells of one row; lists longer than their columns get columns of their own."""
    found: dict[str, Value] = {}
    for column in sheet.columns:
        value = _at(group, column.path)
        if value is None:
            continue
        if column.is_list:
            written = (column.field.type, language, column.field.vocabulary)
            texts = [canonical_text(each, *written) for each in value]
            found[column.heading] = "\n".join(texts)
        else:
            found[column.heading] = _typed(value, column.field, language)
        if isinstance(column.path[-1], int):
            whole = _at(group, column.path[:-1])
            stem = column.heading.rpartition(" ")[0]
            for number, each in enumerate(whole, 1):
                found[f"{stem} {number}"] = _typed(each, column.field, language)
    return found


def _at(group: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        if isinstance(part, int):
            group = group[part] if part < len(group) else None
        else:
            group = group.get(part)
        if group is None:
            return None
    return group


def _typed(value: Any, item: Field, language: str) -> Value:
    """A value as a spreadsheet keeps it."""
    if not isinstance(value, str):
        return _tree(value)
    text, type = canonical_text(value, item.type, language, item.vocabulary), item.type
    if type == "moment" and "+" not in text and "Z" not in text:
        return datetime.fromisoformat(text)
    if type == "day":
        return date.fromisoformat(text)
    return int(text) if type == "whole" else text


def _tree(value: Any) -> str:
    """Free keys and values, as an editor types them into a cell."""
    lines: list[str] = []
    pairs = [(f"{key}:", each) for key, each in value.items()] if isinstance(value, dict) else []
    for start, each in pairs or [("-", each) for each in value]:
        if isinstance(each, str):
            lines.append(f"{start} {each}")
        else:
            lines += [start, *(f"  {line}" for line in _tree(each).split("\n"))]
    return "\n".join(lines)


def as_xlsx(subject: Subject, rows: Rows, language: str) -> bytes:
    """Our workbook with these rows in it."""
    book = load_workbook(io.BytesIO(workbook(subject, language)))
    for name, records in rows.items():
        page = book[name]
        at = {bare(str(cell.value)): cell.column for cell in page[1]}
        for number, row in enumerate(records, 2):
            for heading, value in row.items():
                if heading not in at:
                    at[heading] = len(at) + 1
                    page.cell(1, at[heading], heading)
                cell = page.cell(number, at[heading], value)
                style = page.cell(1, at[heading]).column_letter
                cell.number_format = page.column_dimensions[style].number_format
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_ods(rows: Rows) -> bytes:
    """The same rows as another program writes them, without a style."""
    document = odf.opendocument.OpenDocumentSpreadsheet()
    for name, records in rows.items():
        table = odf.table.Table(name=name)
        headings = list(dict.fromkeys(heading for row in records for heading in row))
        table.addElement(_ods_row(headings))
        for row in records:
            table.addElement(_ods_row([row.get(heading, "") for heading in headings]))
        document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def _ods_row(values: list[Any]) -> Any:
    row = odf.table.TableRow()
    for value in values:
        if isinstance(value, datetime):
            cell = odf.table.TableCell(valuetype="date", datevalue=value.isoformat())
            shown = value.isoformat(" ", "minutes")
        elif isinstance(value, date):
            cell = odf.table.TableCell(valuetype="date", datevalue=value.isoformat())
            shown = value.isoformat()
        elif isinstance(value, int):
            cell = odf.table.TableCell(valuetype="float", value=value)
            shown = str(value)
        else:
            cell = odf.table.TableCell(valuetype="string") if value else odf.table.TableCell()
            shown = value
        for line in shown.split("\n") if shown else ():
            cell.addElement(odf.text.P(text=line))
        row.addElement(cell)
    return row
