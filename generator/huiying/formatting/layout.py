"""What of a file is no value: its comments and empty lines, and where brackets close.

In: the bytes of a file that `source.read` finds sound. Out: a `Layout`, with places counted from 1
as nodes count them. A `#` begins a comment wherever it stands outside of every scalar.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from huiying.records.reading import Place
from huiying.source import Span, spans

_COMMENT = re.compile(r"#[^\n]*")
_EMPTY_LINE = re.compile(r"^[ \t\r]*$", re.MULTILINE)
_DASH_LINE = re.compile(r"^[ \t]*-[ \t-]*\r?$", re.MULTILINE)
_ONLY_DASHES = re.compile(r"[ \t?-]*\Z")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment from its `#`, or an empty line (`text` is "").

    `column` is where its line begins. `alone`: nothing but dashes stands before it on its line.
    """

    text: str
    place: Place
    column: int
    alone: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Comments and empty lines by place; the ends of brackets, and all blocks, by their starts.

    `dashes`: lines that hold nothing but the dash of the item that follows.
    """

    comments: tuple[Comment, ...]
    dashes: tuple[int, ...]
    brackets: Mapping[Place, Place]
    blocks: frozenset[Place]


def read_layout(data: bytes) -> Layout:
    """The layout of a sound file."""
    text = data.removeprefix(b"\xef\xbb\xbf").decode()
    lines = _Lines(text)
    found = sorted(spans(text), key=lambda span: span.start)
    brackets = [span for span in found if span.style in ("[", "{")]
    scalars = [span for span in found if span.style not in ("[", "{")]
    empty = [
        Comment("", lines.place(offset), 1, alone=True)
        for offset in _outside(text, found, _EMPTY_LINE)
    ]
    comments = sorted([*_comments(text, scalars, lines), *empty], key=lambda each: each.place)
    return Layout(
        tuple(comments),
        tuple(lines.place(offset)[0] for offset in _outside(text, found, _DASH_LINE)),
        {lines.place(span.start): lines.place(span.end) for span in brackets},
        frozenset(lines.place(span.start) for span in scalars if span.style in ("|", ">")),
    )


class _Lines:
    """Places of offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def before(self, offset: int) -> str:
        """What stands before the offset on its line."""
        return self.text[self.starts[bisect_right(self.starts, offset) - 1] : offset]


def _comments(text: str, scalars: list[Span], lines: _Lines) -> Iterator[Comment]:
    """A block's first line is no part of its text: it can bear a comment."""
    start = 0
    for span in [*scalars, Span(len(text), len(text), "")]:
        stop = span.start
        if span.style in ("|", ">"):
            line_end = text.find("\n", span.start)
            stop = line_end if line_end >= 0 else len(text)
        for match in _COMMENT.finditer(text, start, stop):
            before = lines.before(match.start())
            column = len(before) - len(before.lstrip(" \t")) + 1
            alone = _ONLY_DASHES.match(before) is not None
            yield Comment(match[0].rstrip(), lines.place(match.start()), column, alone)
        start = max(start, stop, _end(text, span))


def _outside(text: str, found: list[Span], form: re.Pattern[str]) -> Iterator[int]:
    """Where lines of a form begin, outside of scalars and brackets."""
    taken = iter(found)
    span = next(taken, None)
    for match in form.finditer(text):
        while span and _end(text, span) <= match.start():
            span = next(taken, None)
        if span is None or match.start() < span.start:
            yield match.start()


def _end(text: str, span: Span) -> int:
    """Where the last sign of a scalar ends: a block takes up the empty lines after it too."""
    return span.start + len(text[span.start : span.end].rstrip())
