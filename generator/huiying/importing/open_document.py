"""Cells of an .ods file that are not what their value says, merged ranges, and real extents.

In: the parts of the file. Out: a `Scan` of each sheet. Values are read by python-calamine.
"""

from collections.abc import Mapping

from huiying.importing.containers import Oddity, Scan, Unusable, local, parse_part, plain


def scan(parts: Mapping[str, bytes]) -> dict[str, Scan]:
    """Scans by the name of their sheet."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Unusable("password")
    if any(name.startswith("Basic/") for name in parts):
        raise Unusable("macro")
    sheets = _Sheets()
    parse_part(parts, "content.xml", sheets)
    return sheets.scans


class _Sheets:
    """Target for content.xml."""

    def __init__(self) -> None:
        self.scans: dict[str, Scan] = {}
        self.scan: Scan | None = None
        self.row, self.column, self.row_repeat = 0, 0, 1
        self.cell: dict[str, str] | None = None
        self.shown, self.depth = "", 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name, given = local(tag), plain(attributes)
        if name == "table" and "name" in given:
            self.scan = self.scans.setdefault(given["name"], Scan())
            self.row, self.row_repeat = 0, 1
        elif name == "table-row":
            self.row_repeat, self.column = _repeat(given, "number-rows-repeated"), 0
        elif name in ("table-cell", "covered-table-cell"):
            self.cell, self.shown = given, ""
            # calcext:value-type comes last and alone tells an error from a text.
            types = [value for key, value in attributes.items() if local(key) == "value-type"]
            self.cell["types"] = " ".join(types)
        elif name == "annotation":
            self.depth += 1

    def data(self, text: str) -> None:
        if self.cell is not None and not self.depth and len(self.shown) < 100:
            self.shown += text

    def end(self, tag: str) -> None:
        name = local(tag)
        if name == "annotation":
            self.depth -= 1
        elif name in ("table-cell", "covered-table-cell") and self.cell is not None:
            if self.scan is not None:
                self._judge(self.scan, self.cell)
            self.column += _repeat(self.cell, "number-columns-repeated")
            self.cell = None
        elif name == "table-row":
            self.row += self.row_repeat
        elif name == "table":
            self.scan = None

    def _judge(self, scan: Scan, cell: Mapping[str, str]) -> None:
        """Note what the cell is, wherever it is repeated."""
        down = _repeat(cell, "number-rows-spanned") - 1
        right = _repeat(cell, "number-columns-spanned") - 1
        if down or right:
            scan.merge(self.row, self.column, self.row + down, self.column + right)
        odd = self._oddity(cell)
        if not (cell["types"] or self.shown or odd):
            return
        across = _repeat(cell, "number-columns-repeated")
        scan.reach(self.row + self.row_repeat - 1, self.column + across - 1)
        if odd:
            for row in range(self.row, self.row + self.row_repeat):
                for column in range(self.column, self.column + across):
                    scan.odd[row, column] = odd

    def _oddity(self, cell: Mapping[str, str]) -> Oddity | None:
        types = cell["types"].split()
        shown = self.shown.strip()
        if "error" in types:
            return "error"
        if "formula" in cell and not types:
            return "formula"
        if "boolean" in types or ("float" in types and shown in ("TRUE", "FALSE")):
            return "switch"
        if "percentage" in types:
            return "percent"
        if "date" in types and (":" in shown or "时" in shown):
            return "clock"
        return None


def _repeat(given: Mapping[str, str], name: str) -> int:
    text = given.get(name, "1")
    if not text.isdecimal():
        raise Unusable("broken")
    return int(text)
