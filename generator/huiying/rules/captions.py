"""字幕要能放出来：时间写得对、先后不乱、有字、不超过片长。

看每一个 WebVTT 字幕文件，逐段看：时间行写错了，播放器就会丢掉这一段；后一段在前一段结束之前开始，两
段会叠在一起；超出片长的永远不会显示。片长从视频、录音文件里读出。

依据：柳政办〔2017〕120号一（一）2“视频”；WCAG 2.2 1.2.2；W3C WebVTT。

对：

    00:00:00.000 --> 00:00:03.400
    东环、滨江、柳塘3个街道临时停水。

错：

    00:00:00,000 --> 00:00:03,400
    东环、滨江、柳塘3个街道临时停水。

In English: captions are parsed; each cue needs correct times, in order, with words, within the
length of the film.
"""

# Reference: DOMAIN A11Y.

from collections.abc import Iterator
from pathlib import Path

from huiying.library import Library
from huiying.media import captions
from huiying.media.captions import Captions
from huiying.media.inspect import BY_NAME, judge
from huiying.problem import Level, Mark, Problem
from huiying.records.values import clock_of
from huiying.rules._blocks import blocks_of
from huiying.settings import Settings

NAME = "captions"
TOLERANCE_S = 1.0
"""Captions may outlast the film by the rounding of an editing program."""
SEEN_ALL_THE_SAME = ("empty", "order", "overlap", "backwards")
"""What spoils a moment of the film, not its captions."""


def check(library: Library, settings: Settings, folder: Path, base: str) -> Iterator[Problem]:
    """A problem for each place of a caption file that a player shows wrongly or not at all."""
    lengths = _film_lengths(library)
    for path in sorted(library.media):
        if not path.lower().endswith(".vtt"):
            continue
        found = _read(folder / "media" / path, path)
        if found is None:
            continue
        file = f"{base}/media/{path}"
        for fault in found.faults:
            level = Level.WARNING if fault.case in SEEN_ALL_THE_SAME else Level.ERROR
            mark = Mark(file, fault.line, fault.column)
            yield Problem(NAME, mark, fault.case, fault.values, level)
        for film, length_s in lengths.get(path, ()):
            yield from _beyond(found, file, film, length_s)


def _read(path: Path, name: str) -> Captions | None:
    """The captions of a file; None: the rule `medium` says what is wrong with the whole of it."""
    try:
        if path.stat().st_size > BY_NAME["WebVTT"].limit_bytes:
            return None
        data = path.read_bytes()
    except OSError:
        return None
    return None if judge(data, name) else captions.read(data)


def _film_lengths(library: Library) -> dict[str, list[tuple[str, float]]]:
    """By caption file the recordings that it belongs to, each with its length in seconds."""
    pairs = {(path, sidecar.fields.captions or "") for path, sidecar in library.sidecars.items()}
    for record in library.records.values():
        pairs |= {(block.file or "", block.captions or "") for _, block in blocks_of(record.fields)}
    found: dict[str, list[tuple[str, float]]] = {}
    for film, file in sorted(pairs):
        if file and film in library.lengths:
            found.setdefault(file, []).append((film, library.lengths[film]))
    return found


def _beyond(found: Captions, file: str, film: str, length_s: float) -> Iterator[Problem]:
    """A problem for the first cue that begins or ends when the film is over."""
    for cue in found.cues:
        if cue.end_s > length_s + TOLERANCE_S:
            values = {"until": clock_of(cue.end_s), "length": clock_of(length_s), "film": film}
            yield Problem(NAME, Mark(file, cue.line), "beyond", values, Level.WARNING)
            return
