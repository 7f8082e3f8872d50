"""WebVTT captions: the cues of a file, and what is wrong with them, line by line.

In: the bytes of a file. Out: its cues, and a fault for each place that a player would show wrongly
or not at all. Times in seconds. The grammar is the library's (W3C WebVTT); the lines are counted
here. It raises nothing on any content.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from webvtt import vtt
from webvtt.errors import MalformedCaptionError
from webvtt.models import Caption

from huiying.media.fault import Fault

ARROW = "-->"
# Telephones, SubRip and Chinese keyboards: 00:00:01,000 and 00：00：01.000 and 1 → 2.
_LOOSE = re.compile(r"[\d:\uff1a.,\uff0c\u3002]+\s*(?:-+>|\u2192|\u2014+>?|=+>)\s*[\d:\uff1a]+")
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown from one second to another; `line`: where its times stand."""

    line: int
    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True, slots=True)
class Captions:
    """The cues that can be shown, in the file's order, and the faults of the file."""

    cues: tuple[Cue, ...]
    faults: tuple[Fault, ...]


def read(data: bytes) -> Captions:
    """The captions of a file whose first line says WEBVTT and whose bytes are UTF-8."""
    cues: list[Cue] = []
    faults: list[Fault] = []
    for line, lines in blocks(data.decode("utf-8-sig", errors="replace")):
        found = _cue(line, lines)
        if isinstance(found, Cue):
            cues.append(found)
        elif found is not None:
            faults.append(found)
    if not cues and not faults:
        faults.append(Fault("none"))
    faults.extend(_order(cues))
    return Captions(tuple(cues), tuple(faults))


def blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """What stands between empty lines, without the head; each with the number of its first line.

    A line of times begins a block of its own where the empty line before it was forgotten.
    """
    first, block, is_head = 1, list[str](), True
    for number, line in enumerate([*_BREAK.split(text), ""], 1):
        if line and not (ARROW in line and (is_head or any(ARROW in each for each in block))):
            first = first if block else number
            block.append(line)
            continue
        if block and not is_head:
            yield first, block
        first, block, is_head = number, [line] if line else [], False


def _cue(line: int, lines: Sequence[str]) -> Cue | Fault | None:
    """The cue that a block makes, its fault, or nothing: notes and styles make none."""
    if lines[0].startswith(("NOTE", "STYLE", "REGION")) and ARROW not in "".join(lines):
        return None
    at = next((number for number, text in enumerate(lines[:2]) if ARROW in text), None)
    if at is None:
        loose = next((number for number, text in enumerate(lines[:2]) if _LOOSE.match(text)), None)
        return Fault("time" if loose is not None else "no-time", {}, line + (loose or 0))
    try:
        item = vtt.parse_item(lines, strict=True)
    except MalformedCaptionError:
        return Fault("time", {}, line + at)
    if not isinstance(item, Caption):
        return Fault("time", {}, line + at)
    start, end = (
        time.hours * 3600 + time.minutes * 60 + time.seconds + time.milliseconds / 1000
        for time in (item.start_time, item.end_time)
    )
    if end <= start:
        return Fault("backwards", {}, line + at)
    if not item.text.strip():
        return Fault("empty", {}, line + at)
    return Cue(line + at, start, end, item.text)


def _order(cues: Sequence[Cue]) -> Iterator[Fault]:
    """A fault for each cue that begins while one above it is shown, or stands after a later one."""
    for before, cue in pairwise(cues):
        if cue.start_s < before.start_s:
            yield Fault("order", {"line": str(before.line)}, cue.line)
    last: Cue | None = None  # of those above, the one that is shown longest
    for cue in sorted(cues, key=lambda cue: (cue.start_s, cue.line)):
        if last is not None and cue.start_s < last.end_s:
            low, high = sorted((last.line, cue.line))
            yield Fault("overlap", {"line": str(low)}, high)
        if last is None or cue.end_s > last.end_s:
            last = cue
