"""What is inside a spreadsheet file, seen before any library reads it.

In: the bytes of an .xlsx or .ods file. Out: its parts, unpacked, or an `Unusable` that says by name
why it is refused: macros, a password, damage, sizes that no table of editors has. It believes no
size that the file gives of itself and reads nothing outside the bytes.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from xml.etree import ElementTree

LARGEST_BYTES = 100_000_000
"""Of all parts together, unpacked: some hundred times what a full table takes."""
MOST_PARTS = 2_000
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 20_000, 1_000, 3_000_000
MOST_MERGED = 200_000
"""Rows that merged cells touch, each counted once for every range."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old Office files begin, and new ones with a password."""
Oddity: TypeAlias = Literal["error", "formula", "picture", "percent", "clock", "switch"]
"""What a cell is that its bare value does not tell. `clock`: it is shown with a time of day."""


class Unusable(Exception):
    """A file that is refused whole: a `case` of the rule `import-workbook`, and its values."""

    def __init__(self, case: str, **values: str) -> None:
        super().__init__(case)
        self.case, self.values = case, values


@dataclass(slots=True)
class Scan:
    """One sheet: oddities by row and column from 0, ranges of merged cells, its real extent."""

    odd: dict[tuple[int, int], Oddity] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    merged_rows: int = 0
    rows: int = 0
    columns: int = 0

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Note a merged range; where there are too many, the file is refused."""
        self.merged.append((top, left, bottom, right))
        self.merged_rows += max(1, min(bottom, MOST_ROWS) - top + 1)
        if self.merged_rows > MOST_MERGED:
            raise Unusable("merged")

    def reach(self, row: int, column: int) -> None:
        """Note that a cell holds something; too far out, the file is refused."""
        self.rows = max(self.rows, row + 1)
        self.columns = max(self.columns, column + 1)
        if (
            self.rows > MOST_ROWS
            or self.columns > MOST_COLUMNS
            or self.rows * self.columns > MOST_CELLS
        ):
            raise Unusable("wide", rows=str(MOST_ROWS), columns=str(MOST_COLUMNS))


def unpack(data: bytes) -> Mapping[str, bytes]:
    """The parts of a zip by name, each whole and what its checksum says."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            entries = file.infolist()
            names = [entry.filename for entry in entries]
            if (
                len(entries) > MOST_PARTS
                or sum(entry.file_size for entry in entries) > LARGEST_BYTES
            ):
                raise Unusable("large", size=str(LARGEST_BYTES // 1_000_000))
            if any(entry.flag_bits & 1 for entry in entries):
                raise Unusable("password")
            if len(set(names)) < len(names) or not all(
                entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
                for entry in entries
            ):
                raise Unusable("broken")
            # Reading stops at the size that was given; a longer part then fails its checksum.
            return {entry.filename: file.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        raise Unusable("broken") from None


def parse_part(parts: Mapping[str, bytes], name: str, target: object) -> None:
    """Feed one XML part to an `ElementTree` target, which keeps nothing of the tree."""
    data = parts.get(name)
    # Neither format needs a document type, and one is how entities are made to grow.
    if data is None or b"<!DOCTYPE" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unusable("broken")
    try:
        parser = ElementTree.XMLParser(target=target)
        parser.feed(data)
        parser.close()
    except (ElementTree.ParseError, ValueError, LookupError):  # the latter: of its encoding
        raise Unusable("broken") from None


_PERCENTS = {9, 10}
_CLOCKS = {18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56}
"""Numbers of built-in formats, those of Chinese Excel included."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')


def shown_as(number: int, code: str | None) -> Oddity | None:
    """How a format shows a number. `number` names it; `code` is there where it is no built-in."""
    bare = _LITERAL.sub("", code or "").lower()
    if "%" in bare or (code is None and number in _PERCENTS):
        return "percent"
    return "clock" if "h" in bare or (code is None and number in _CLOCKS) else None


def local(tag: str) -> str:
    """A tag or attribute without its namespace."""
    return tag.rpartition("}")[2]


def plain(attributes: Mapping[str, str]) -> dict[str, str]:
    """Attributes without their namespaces."""
    return {local(name): value for name, value in attributes.items()}
