"""Cells of an .xls file (1997 to 2003) that are not what their value says, and what else is in it.

In: the bytes of the file. Out: a `Scan` of each sheet and whether days are counted from 1904, or an
`Unusable`. Values are read by python-calamine, which takes an error for an empty cell. Layouts:
[MS-CFB] 2.2 to 2.6 (the file), [MS-XLS] 2.4 (records).
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from huiying.importing.containers import OLE, Oddity, Scan, Unusable, shown_as

MACROS = {"_VBA_PROJECT_CUR", "Macros", "VBA"}
_END = 0xFFFFFFFA
"""From here on, numbers of sectors have other meanings: the end of a chain is one."""
_EOF, _FILEPASS, _DATE_MODE, _SHEET, _FORMAT, _XF = 0x0A, 0x2F, 0x22, 0x85, 0x41E, 0xE0
_FORMULA, _BOOL_ERROR, _MERGED, _STREAM_START = 0x06, 0x205, 0xE5, 0x809
_NUMBER, _RK, _MUL_RK, _LABEL, _LABEL_SST = 0x203, 0x27E, 0xBD, 0x204, 0xFD
_VALUES = {_FORMULA, _BOOL_ERROR, _NUMBER, _RK, _LABEL, _LABEL_SST}


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    start: int
    size: int


def refusal_as_new(data: bytes) -> Unusable:
    """Why these bytes, which begin like an old Office file, are no .xlsx or .ods."""
    try:
        streams = _Compound(data).entries.keys()
    except (struct.error, IndexError, ValueError, Unusable):
        return Unusable("broken")
    if "EncryptedPackage" in streams:
        return Unusable("password")
    if {"Workbook", "Book"} & streams:
        return Unusable("suffix", right=".xls")
    return Unusable("word" if "WordDocument" in streams else "broken")


def scan(data: bytes) -> tuple[dict[str, Scan], bool]:
    """Scans by the name of their sheet, and whether day 0 lies in 1904."""
    try:
        file = _Compound(data)
        if MACROS & file.entries.keys():
            raise Unusable("macro")
        if "Workbook" not in file.entries:
            other = {"Book": "old", "WordDocument": "word"}
            raise Unusable(next((other[each] for each in other if each in file.entries), "broken"))
        book = _Book(file.stream("Workbook"))
        return book.scans(), book.is_1904
    except (struct.error, IndexError, ValueError):
        raise Unusable("broken") from None


class _Compound:
    """A file system in a file: streams by name."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(OLE):
            raise Unusable("broken")
        self.data = data
        self.size = 1 << struct.unpack_from("<H", data, 30)[0]
        self.mini_size = 1 << struct.unpack_from("<H", data, 32)[0]
        if self.size not in (512, 4096) or self.mini_size != 64:
            raise Unusable("broken")
        directory, self.cutoff, mini = struct.unpack_from("<I4xII", data, 48)
        self.table = self._numbers(self._table_sectors())
        found = list(self._read_entries(self._chain(directory)))
        self.root = found[0]
        self.entries: Mapping[str, _Entry] = {entry.name: entry for entry in found}
        self.mini_table = self._numbers(self._sectors(mini))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        return self.data[start : start + self.size]

    def _numbers(self, sectors: Iterator[int]) -> list[int]:
        raw = b"".join(self._sector(number) for number in sectors)
        return list(struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4]))

    def _table_sectors(self) -> Iterator[int]:
        """Where the table of chains stands: 109 places in the header, the rest in a chain."""
        yield from (n for n in struct.unpack_from("<109I", self.data, 76) if n < _END)
        following = struct.unpack_from("<I", self.data, 68)[0]
        seen: set[int] = set()
        while following < _END and following not in seen:
            seen.add(following)
            *numbers, following = self._numbers(iter([following]))
            yield from (number for number in numbers if number < _END)

    def _sectors(self, start: int) -> Iterator[int]:
        """A chain of sectors; one that bites its tail is broken."""
        seen: set[int] = set()
        while start < _END:
            if start in seen or start >= len(self.table):
                raise Unusable("broken")
            seen.add(start)
            yield start
            start = self.table[start]

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in self._sectors(start))

    @staticmethod
    def _read_entries(directory: bytes) -> Iterator[_Entry]:
        for at in range(0, len(directory) - 127, 128):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            if kind:
                name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le")
                yield _Entry(name, *struct.unpack_from("<II", directory, at + 116))

    def stream(self, name: str) -> bytes:
        """The bytes of a stream: short ones lie in a stream of their own."""
        entry = self.entries[name]
        if entry.size >= self.cutoff:
            return self._chain(entry.start)[: entry.size]
        small, at = self._chain(self.root.start), entry.start
        parts: list[bytes] = []
        while at < _END and len(parts) <= len(self.mini_table):
            parts.append(small[at * self.mini_size : (at + 1) * self.mini_size])
            at = self.mini_table[at]
        return b"".join(parts)[: entry.size]


class _Book:
    """The stream of a workbook: a row of records."""

    def __init__(self, stream: bytes) -> None:
        self.stream = stream
        self.is_1904 = False
        self.sheets: list[tuple[str, int]] = []
        formats: dict[int, str] = {}
        styles: list[int] = []
        for kind, body in self._records(0):
            if kind == _STREAM_START and body[:2] != b"\x00\x06":
                raise Unusable("old")
            if kind == _FILEPASS:
                raise Unusable("password")
            if kind == _DATE_MODE:
                self.is_1904 = body[:2] == b"\x01\x00"
            elif kind == _FORMAT:
                formats[struct.unpack_from("<H", body)[0]] = _text(body, 2, "<H")
            elif kind == _XF:
                styles.append(struct.unpack_from("<H", body, 2)[0])
            elif kind == _SHEET:
                self.sheets.append((_text(body, 6, "<B"), struct.unpack_from("<I", body)[0]))
                if body[5] in (1, 6):
                    raise Unusable("macro")
        self.kinds = [shown_as(number, formats.get(number)) for number in styles]

    def _records(self, at: int) -> Iterator[tuple[int, bytes]]:
        """Records up to the end of a part."""
        while at + 4 <= len(self.stream):
            kind, length = struct.unpack_from("<HH", self.stream, at)
            if kind == _EOF:
                return
            yield kind, self.stream[at + 4 : at + 4 + length]
            at += 4 + length

    def scans(self) -> dict[str, Scan]:
        """One scan a sheet."""
        found = {}
        for name, at in self.sheets:
            scan = found[name] = Scan()
            for kind, body in self._records(at):
                if kind in _VALUES:
                    row, column, style = struct.unpack_from("<HHH", body)
                    self._cell(scan, (row, column), kind, style, body)
                elif kind == _MUL_RK:
                    row, first = struct.unpack_from("<HH", body)
                    for number, at_rk in enumerate(range(4, len(body) - 6, 6)):
                        style = struct.unpack_from("<H", body, at_rk)[0]
                        self._cell(scan, (row, first + number), kind, style, body)
                elif kind == _MERGED:
                    for top, bottom, left, right in struct.iter_unpack("<HHHH", body[2:]):
                        scan.merge(top, left, bottom, right)
        return found

    def _cell(self, scan: Scan, place: tuple[int, int], kind: int, style: int, body: bytes) -> None:
        scan.reach(*place)
        is_formula_error = kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2
        if is_formula_error or (kind == _BOOL_ERROR and body[7] == 1):
            scan.odd[place] = "error"
            return
        shown: Oddity | None = self.kinds[style] if style < len(self.kinds) else None
        if shown and kind in (_FORMULA, _NUMBER, _RK, _MUL_RK):
            scan.odd[place] = shown


def _text(body: bytes, at: int, count: str) -> str:
    """A string: its length, a flag for two bytes a character, the characters."""
    length = struct.unpack_from(count, body, at)[0]
    at += struct.calcsize(count)
    start = at + 1
    if body[at] & 1:
        return body[start : start + 2 * length].decode("utf-16-le")
    return body[start : start + length].decode("latin-1")
