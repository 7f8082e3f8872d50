"""Cells of an .xlsx file that are not what their value says: errors, formulas without a result,
pictures, percentages, midnights; merged ranges; and how far a sheet really goes.

In: the parts of the file. Out: a `Scan` of each sheet, and whether days are counted from 1904.
Values themselves are read by python-calamine, which tells nothing of these.
"""

import posixpath
import re
from collections.abc import Mapping

from huiying.importing.containers import Oddity, Scan, Unusable, local, parse_part, plain, shown_as

MACROS = ("xl/vbaProject.bin", "xl/macrosheets/")
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})\Z")


def scan(parts: Mapping[str, bytes]) -> tuple[dict[str, Scan], bool]:
    """Scans by the name of their sheet, and whether day 0 lies in 1904."""
    if any(name == MACROS[0] or name.startswith(MACROS[1]) for name in parts):
        raise Unusable("macro")
    book = _Book()
    parse_part(parts, "xl/workbook.xml", book)
    links = _Links()
    parse_part(parts, "xl/_rels/workbook.xml.rels", links)
    styles = _Styles()
    if "xl/styles.xml" in parts:
        parse_part(parts, "xl/styles.xml", styles)
    found = {}
    for name, link in book.sheets:
        target = links.targets.get(link, "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        cells = _Cells(styles.kinds())
        if "worksheets/" in path:
            parse_part(parts, posixpath.normpath(path), cells)
        found[name] = cells.scan
    return found, book.is_1904


class _Book:
    """Target for xl/workbook.xml."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.is_1904 = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        given = plain(attributes)
        if local(tag) == "sheet":
            self.sheets.append((given.get("name", ""), given.get("id", "")))
        elif local(tag) == "workbookPr":
            self.is_1904 = given.get("date1904", "0") in ("1", "true")


class _Links:
    """Target for a file of relationships."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if local(tag) == "Relationship":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


class _Styles:
    """Target for xl/styles.xml: which format each style of cells has."""

    def __init__(self) -> None:
        self.formats: dict[str, str] = {}
        self.cells: list[str] = []
        self.inside = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "numFmt":
            self.formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self.inside = True
        elif name == "xf" and self.inside:
            self.cells.append(attributes.get("numFmtId", "0")[:9])

    def end(self, tag: str) -> None:
        if local(tag) == "cellXfs":
            self.inside = False

    def kinds(self) -> list[Oddity | None]:
        """How each style of cells shows numbers."""
        return [
            shown_as(int(number) if number.isdecimal() else 0, self.formats.get(number))
            for number in self.cells
        ]


class _Cells:
    """Target for one worksheet."""

    def __init__(self, kinds: list[Oddity | None]) -> None:
        self.scan, self.kinds = Scan(), kinds
        self.row, self.column = -1, -1
        self.cell: dict[str, str] = {}
        self.value, self.formula, self.inside = "", "", ""
        self.has_formula = self.has_value = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "row":
            self.row = self._number(attributes.get("r"), self.row + 1)
            self.column = -1
        elif name == "c":
            self.cell = dict(attributes)
            self._place(self.cell.get("r", ""))
            self.value, self.formula = "", ""
            self.has_formula = self.has_value = False
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name in ("f", "v", "is"):
            self.inside = name
            self.has_formula |= name == "f"

    def data(self, text: str) -> None:
        if self.inside == "f":
            self.formula += text[: 200 - len(self.formula)]
        elif self.inside:
            self.has_value |= bool(text)

    def end(self, tag: str) -> None:
        name = local(tag)
        if name == self.inside:
            self.inside = ""
        elif name == "c":
            self._judge()

    def _judge(self) -> None:
        """Note what the cell is, now that all of it is known."""
        place = (self.row, self.column)
        if self.has_value or self.has_formula:
            self.scan.reach(*place)
        style = self.cell.get("s", "0")
        is_known = style.isdecimal() and int(style) < len(self.kinds)
        shown = self.kinds[int(style)] if is_known else None
        if "DISPIMG" in self.formula:
            self.scan.odd[place] = "picture"
        elif self.cell.get("t") == "e":
            self.scan.odd[place] = "error"
        elif self.has_formula and not self.has_value and self.cell.get("t") != "str":
            self.scan.odd[place] = "formula"
        elif shown and self.has_value and self.cell.get("t", "n") in ("n", "d"):
            self.scan.odd[place] = shown

    def _place(self, name: str) -> None:
        """Where a cell stands: as it says, else after the one before."""
        match = _PLACE.match(name)
        if match is None:
            self.column += 1
        else:
            self.row, self.column = int(match[2]) - 1, _column(match[1])

    def _merge(self, name: str) -> None:
        corners = [_PLACE.match(part) for part in name.split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            (left, top), (right, bottom) = corners[0].groups(), corners[1].groups()
            self.scan.merge(int(top) - 1, _column(left), int(bottom) - 1, _column(right))

    @staticmethod
    def _number(text: str | None, otherwise: int) -> int:
        return int(text) - 1 if text and text.isdecimal() else otherwise


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
