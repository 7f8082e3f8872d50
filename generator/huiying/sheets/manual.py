"""The sheet that tells how to fill in the others: rules, every column with an example, all terms.

In: a writer whose sheets stand. Out: one more sheet, the second. It decides nothing on them.
"""

import math
from collections.abc import Iterable, Sequence

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from huiying.records.example import example_of
from huiying.sheets.plan import Sheet
from huiying.sheets.workbook import WRAPPED, Writer, make_printable

WIDTHS = {"A": 20, "B": 28, "C": 8, "D": 60, "E": 34}
CHARACTERS_A_LINE = 70
"""That fit across all columns."""


def add_manual(writer: Writer, sheets: Sequence[Sheet]) -> None:
    """Write the sheet into the writer's book, after the first one."""
    page = writer.book.create_sheet(writer.word("help"), 1)
    for letter, width in WIDTHS.items():
        page.column_dimensions[letter].width = width
    _rules(page, writer)
    _columns(page, writer, sheets)
    _terms(page, writer, sheets)
    make_printable(page, 1)


def _rules(page: Worksheet, writer: Writer) -> None:
    """Sentences, each across the page."""
    first = writer.book.worksheets[0].title
    for row, line in enumerate(writer.word("how", sheet=first, tie=writer.key).split("\n"), 1):
        cell = page.cell(row, 1, line)
        cell.alignment, cell.font = WRAPPED, Font(bold=row == 1)
        page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(WIDTHS))
        page.row_dimensions[row].height = 18 * math.ceil(len(line) / CHARACTERS_A_LINE)
    page.append([])


def _columns(page: Worksheet, writer: Writer, sheets: Iterable[Sheet]) -> None:
    """Every column of every sheet."""
    _row(page, writer.word("columns").split("/"), bold=True)
    for sheet in sheets:
        for column in sheet.columns:
            needed = writer.word("needed") if column.is_needed else ""
            number = column.path[-1] if isinstance(column.path[-1], int) else 0
            example = example_of(column.field, writer.language, number)
            _row(page, [sheet.name, column.heading, needed, writer.help(column), example])
    page.append([])


def _terms(page: Worksheet, writer: Writer, sheets: Iterable[Sheet]) -> None:
    """What each word to choose from means."""
    _row(page, writer.word("term-columns").split("/"), bold=True)
    fields = (column.field for sheet in sheets for column in sheet.columns)
    for vocabulary in dict.fromkeys(item.vocabulary for item in fields if item.vocabulary):
        title = vocabulary.zh if writer.language == "zh" else vocabulary.name
        for word, term in vocabulary.by_language(writer.language).items():
            meaning = term.help_zh if writer.language == "zh" else term.help_en
            _row(page, [title, word, "", meaning])


def _row(page: Worksheet, texts: list[str], bold: bool = False) -> None:
    page.append(texts)
    for cell in page[page.max_row]:
        cell.alignment, cell.number_format, cell.font = WRAPPED, "@", Font(bold=bold)
