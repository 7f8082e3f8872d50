"""The words of an SVG, each with the line it begins on: what is drawn, its title, its labels.

In: a file's bytes. Out: lines and texts; nothing more once the reading fails (`medium` says why). A
text is put together from all of its parts, because readers see a number in one piece that is drawn
in three. Nothing is expanded: a DOCTYPE ends the reading.
"""

from collections.abc import Iterator
from contextlib import suppress
from xml.parsers import expat

_WHOLE = frozenset({"text", "title", "desc", "style"})


def words(data: bytes) -> Iterator[tuple[int, str]]:
    """Line and text of every element that says something, and of every label."""
    reader = _Reader()
    with suppress(expat.ExpatError, _Refused):  # what was read before stands
        reader.parser.Parse(data, True)
    yield from reader.found


class _Refused(Exception):
    """Ends the reading; never leaves this file."""


class _Reader:
    """Expat's callbacks over one file."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []
        self.open: list[str] = []
        self.parts: list[str] = []
        self.line = 0
        self.parser = parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.parts.append
        parser.StartDoctypeDeclHandler = self.doctype

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not _WHOLE.intersection(self.open):
            self.tell()
            self.line = self.parser.CurrentLineNumber
        self.open.append(name.rpartition(" ")[2])
        for key, value in attributes.items():
            if key.startswith(("aria-", "data-")) or key in ("id", "class"):
                self.found.append((self.parser.CurrentLineNumber, value))

    def end(self, name: str) -> None:
        self.open.pop()
        if not _WHOLE.intersection(self.open):
            self.tell()

    def tell(self) -> None:
        text = "".join(self.parts).strip()
        if text:
            self.found.append((self.line, " ".join(text.split())))
        self.parts.clear()

    def doctype(self, *_: object) -> None:
        raise _Refused
