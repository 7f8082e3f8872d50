"""MP3 without its tags: who recorded it, with what and when, covers and comments.

In: a file's bytes. Out: the same sound without ID3 (versions 1 and 2), APE and Lyrics3 tags, at
either end. Frames of sound are not touched.
"""

import re

from huiying.media.fault import Fault
from huiying.media.length import frame

BROKEN = Fault("broken")
MB = 1024 * 1024
_FEWEST_FRAMES = 2
"""Two bytes look like a frame in any file."""
_MOST_FRAMES = 1_000_000
"""Seven hours."""
_SYNC = re.compile(rb"\xff[\xe2-\xff]")
_ID3V1_BYTES = 128
_APE_FOOTER_BYTES = 32
_LYRICS_END = b"LYRICS200"


def clean(data: bytes) -> bytes | Fault:
    """The frames, without what stands before, between and behind them; a fault without any."""
    end, at = len(data), 0
    while (size := _behind(data[max(0, end - MB) : end])) and size <= end:
        end -= size
    kept: list[bytes] = []
    frames = 0
    while frames <= _MOST_FRAMES:
        if size := _id3v2(data, at):
            at += size
        elif (start := _next(data, at, end)) is None:
            return b"".join(kept) if frames >= _FEWEST_FRAMES else BROKEN
        else:
            at, count = _walk(data, start, end)
            kept.append(data[start:at])
            frames += count
    return BROKEN


def _next(data: bytes, start: int, end: int) -> int | None:
    """Where the next frame begins that another one, or the end, follows."""
    for match in _SYNC.finditer(data, start, end):
        at = match.start()
        if (found := frame(data, at)) is None or at + found[0] > end:
            continue
        behind = at + found[0]
        if at == start or behind == end or frame(data, behind) is not None:
            return at
    return None


def _walk(data: bytes, at: int, end: int) -> tuple[int, int]:
    """Where the frames that follow one another end, and how many they are."""
    count = 0
    while (found := frame(data, at)) is not None and at + found[0] <= end:
        at, count = at + found[0], count + 1
    return at, count


def _id3v2(data: bytes, at: int) -> int:
    """Bytes of the tag that begins at a place; 0: none does."""
    if data[at : at + 3] != b"ID3" or len(data) < at + 10:
        return 0
    return 10 + _synchsafe(data[at + 6 : at + 10]) + (10 if data[at + 5] & 0x10 else 0)


def _synchsafe(digits: bytes) -> int:
    size = 0
    for byte in digits:
        size = size << 7 | byte & 0x7F
    return size


def _behind(data: bytes) -> int:
    """Bytes of the tag that ends where the data ends; 0: none does."""
    if data[-_ID3V1_BYTES:].startswith(b"TAG"):
        return _ID3V1_BYTES
    if data[-10:].startswith(b"3DI"):
        return 20 + _synchsafe(data[-4:])
    if data[-_APE_FOOTER_BYTES:].startswith(b"APETAGEX"):
        footer = data[-_APE_FOOTER_BYTES:]
        has_header = footer[23] & 0x80
        return int.from_bytes(footer[12:16], "little") + (_APE_FOOTER_BYTES if has_header else 0)
    if data.endswith(_LYRICS_END) and data[-15:-9].isdigit():
        return int(data[-15:-9]) + 15
    return 0
