"""A workbook to fill in: the sheets of a plan, with help, choices and formats, as bytes.

In: the plan's sheets, a key language, the names behind ids. Out: one .xlsx file that Excel, WPS and
LibreOffice open; the same arguments give the same bytes. It carries no name of a person or machine,
no macro, no formula in a cell.
"""

import io
import math
import re
import zipfile
from collections.abc import Iterable, Mapping

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from huiying.messages import sentence
from huiying.records.values import FieldType
from huiying.sheets.plan import MARK, Column, Sheet, key_heading

LAST_ROW = 2_000
"""Down to here cells offer choices and help."""
LISTED = re.compile(r"\[([^]]+)\]")
"""Several values in one line of YAML: a cell has no brackets."""
FORMATS: Mapping[FieldType, str] = {
    "moment": "yyyy-mm-dd hh:mm",
    "day": "yyyy-mm-dd",
    "whole": "0",
}
"""All others are text: Excel then leaves zeros in front and long numbers alone."""
WIDTHS: Mapping[FieldType, int] = {
    "tree": 40,
    "prose": 50,
    "moment": 18,
    "day": 12,
    "whole": 10,
    "number": 10,
    "percent": 10,
    "yes": 10,
    "offset": 10,
    "term": 14,
    "reference": 22,
    "line": 28,
}
KEY_WIDTH, TIE_WIDTH, PAPER_WIDTH = 26, 10, 150
LONGEST_PROMPT = 255
"""In characters: Excel refuses a file with a longer one."""
NEEDED, OTHER = PatternFill("solid", fgColor="FFF2CC"), PatternFill("solid", fgColor="E7EEF7")
LINE = Side(style="thin", color="BFBFBF")
WRAPPED = Alignment(wrap_text=True, vertical="top")
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every part of the file: the earliest that a zip can hold."""


class Writer:
    """One workbook while it is made: its choices are gathered on a hidden sheet."""

    def __init__(
        self, zh: str, name: str, language: str, names: Mapping[str, Mapping[str, str]]
    ) -> None:
        self.language, self.names = language, names
        self.key = key_heading(zh, name, language)
        self.book = Workbook()
        self.book.remove(self.book.worksheets[0])
        self.choices = self.book.create_sheet(self.word("choices"))
        self.choices.sheet_state = "hidden"
        self.ranges: dict[str, str] = {}

    def word(self, name: str, **values: str) -> str:
        """A sentence of the workbook in its language."""
        return sentence(f"sheet-{name}", values, self.language)

    def add(self, sheet: Sheet, key_needed: bool) -> None:
        """One sheet: its headings with their help, and what its cells offer."""
        page = self.book.create_sheet(sheet.name, len(self.book.worksheets) - 1)
        if sheet.path:
            first = self.book.worksheets[0]
            ids = f"{quote_sheetname(first.title)}!$A$2:$A${LAST_ROW}"
            self._head(page, 1, self.key, self.word("key-below", sheet=first.title), True)
            self._offer(page, 1, self.key, self.word("key-below", sheet=first.title), ids)
        else:
            help = self.word("key-needed" if key_needed else "key")
            self._head(page, 1, self.key, help, key_needed)
            self._offer(page, 1, self.key, help)
        self._dress(page, 1, KEY_WIDTH, "@")
        for at, tie in enumerate(sheet.ties, 2):
            self._head(page, at, tie, self.word("tie"), True)
            self._offer(page, at, tie, self.word("tie"))
            self._dress(page, at, TIE_WIDTH, "0")
        for at, column in enumerate(sheet.columns, 2 + len(sheet.ties)):
            self._column(page, at, column)
        self._lay_out(page, 1 + len(sheet.ties))

    def _column(self, page: Worksheet, at: int, column: Column) -> None:
        help = self.help(column)
        self._head(page, at, column.heading, help, column.is_needed)
        self._offer(page, at, column.heading, help, self._range(column))
        type = column.field.type
        width = WIDTHS.get(type, WIDTHS["line"])
        self._dress(page, at, width, "@" if column.is_list else FORMATS.get(type, "@"))

    def help(self, column: Column) -> str:
        """What an editor is told of a column."""
        item = column.field
        if self.language == "zh" and not column.is_list and self.names.get(item.refers):
            return f"{item.help_to_pick}{self.word('pick')}"
        help = LISTED.sub(r"\1", item.help(self.language))
        return f"{help}{self.word('one-a-line')}" if column.is_list else help

    def _head(self, page: Worksheet, at: int, heading: str, help: str, is_needed: bool) -> None:
        cell = page.cell(1, at, f"{heading} {MARK}" if is_needed else heading)
        cell.font = Font(bold=True)
        cell.fill = NEEDED if is_needed else OTHER
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.border = Border(LINE, LINE, LINE, LINE)
        cell.comment = Comment(help, self.word("author"), height=110, width=300)

    def _offer(self, page: Worksheet, at: int, heading: str, help: str, choices: str = "") -> None:
        """Help when a cell is entered, and a list to choose from where there is one."""
        offer = DataValidation("list" if choices else None, formula1=choices or None)
        offer.allow_blank = True
        # What is no term is told by name at the import; ids may be newer than the workbook.
        offer.showErrorMessage = False
        offer.showInputMessage = True
        offer.promptTitle, offer.prompt = heading[:32], help[:LONGEST_PROMPT]
        letter = get_column_letter(at)
        offer.add(f"{letter}2:{letter}{LAST_ROW}")
        page.add_data_validation(offer)

    def _range(self, column: Column) -> str:
        """Where the choices of a column stand, "" if there are none."""
        if column.is_list:
            return ""
        vocabulary, refers = column.field.vocabulary, column.field.refers
        if vocabulary is not None:
            return self._list(vocabulary.name, vocabulary.by_language(self.language))
        if named := self.names.get(refers):
            return self._list(refers, [f"{id} {name}" for id, name in named.items()])
        if column.field.type == "yes":
            return self._list("yes-no", self.word("yes-no").split("/"))
        return ""

    def _list(self, name: str, items: Iterable[str]) -> str:
        """The place of a list on the hidden sheet, written there the first time."""
        if name not in self.ranges:
            at = len(self.ranges) + 1
            rows = [name, *items]
            for row, text in enumerate(rows, 1):
                self.choices.cell(row, at, text).number_format = "@"
            letter = get_column_letter(at)
            sheet = quote_sheetname(self.choices.title)
            self.ranges[name] = f"{sheet}!${letter}$2:${letter}${len(rows)}"
        return self.ranges[name]

    @staticmethod
    def _dress(page: Worksheet, at: int, width: int, number_format: str) -> None:
        dimension = page.column_dimensions[get_column_letter(at)]
        dimension.width = width
        dimension.number_format = number_format
        dimension.alignment = WRAPPED

    @staticmethod
    def _lay_out(page: Worksheet, frozen: int) -> None:
        """Headings stay in sight and stand on every printed page."""
        page.freeze_panes = f"{get_column_letter(frozen + 1)}2"
        page.row_dimensions[1].height = 48
        page.print_title_rows = "1:1"
        width = sum(each.width for each in page.column_dimensions.values())
        make_printable(page, math.ceil(width / PAPER_WIDTH))
        page.print_options.gridLines = True

    def bytes(self) -> bytes:
        """The finished file."""
        self.book.active = 0
        out = io.BytesIO()
        self.book.save(out)
        return _repacked(out.getvalue())


def make_printable(page: Worksheet, pages_across: int) -> None:
    """On A4 across, as many pages wide as that, as many long as it takes."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth = pages_across
    page.page_setup.fitToHeight = 0


def _repacked(data: bytes) -> bytes:
    """The same file without the clock: openpyxl notes when it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "docProps/core.xml":
                content = _CORE
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            after.writestr(entry, content)
    return out.getvalue()


_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>'
)
