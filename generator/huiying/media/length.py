"""How long a recording plays, in seconds, read from the file's own headers.

In: a file of sound or film. Out: its length, or None where the file does not tell it. Nothing is
decoded, and nothing is raised on any content. Formats: MPEG audio frames (ISO/IEC 11172-3, with the
Xing/Info and VBRI headers of variable bit rates), ISO base media files (ISO/IEC 14496-12), WebM
(RFC 8794, RFC 9559).
"""

import mmap
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

Bytes: TypeAlias = mmap.mmap | bytes | bytearray
SUFFIXES = ("mp3", "m4a", "mp4", "webm")
_BIT_RATES = {
    # By version (1, or 2 and 2.5) and layer: kbit/s by index.
    (1, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (1, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (1, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (2, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (2, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (2, 3): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_SEARCHED_BYTES = 64 * 1024
"""How far behind the tags the first frame may lie."""
_SEGMENT, _INFO, _CLUSTER = 0x18538067, 0x1549A966, 0x1F43B675
_SCALE, _DURATION = 0x2AD7B1, 0x4489


def length_s(path: Path) -> float | None:
    """The playing time of the file at `path`, told by its content."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return read(data)
    except (OSError, ValueError):  # gone, or empty: another rule says so
        return None


def read(data: Bytes) -> float | None:
    """The playing time of a file's bytes."""
    try:
        if data[4:8] == b"ftyp":
            found = _iso(data)
        elif data[:4] == b"\x1aE\xdf\xa3":
            found = _webm(data)
        else:
            found = _mpeg(data)
    except (struct.error, IndexError, ZeroDivisionError, OverflowError):
        return None
    return found if found is not None and 0 < found < 1_000_000 else None


# -- MPEG audio ------------------------------------------------------------------------------------


def _mpeg(data: Bytes) -> float | None:
    start = _behind_tags(data)
    for at in range(start, min(start + _SEARCHED_BYTES, len(data) - 4)):
        if (found := frame(data, at)) is None:
            continue
        size, samples, rate = found
        counted = _frames_told(data[at : at + size])
        if counted is not None:
            return counted * samples / rate
        if frame(data, at + size) is not None:  # one look-alike is no frame
            return _walked(data, at)
    return None


def _behind_tags(data: Bytes) -> int:
    at = 0
    while data[at : at + 3] == b"ID3":
        size = 0
        for byte in data[at + 6 : at + 10]:
            size = size << 7 | byte & 0x7F
        at += 10 + size + (10 if data[at + 5] & 0x10 else 0)
    return at


def frame(data: Bytes, at: int) -> tuple[int, int, int] | None:
    """Size in bytes, samples and samples a second of the frame at a place; None: no frame."""
    head = data[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    version, layer = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3)
    rate_at, bits_at, padding = head[2] >> 2 & 3, head[2] >> 4, head[2] >> 1 & 1
    if version == 1 or layer == 4 or rate_at == 3 or bits_at in (0, 15):
        return None
    rate = _RATES[version][rate_at]
    bits = _BIT_RATES[1 if version == 3 else 2, layer][bits_at] * 1000
    if layer == 1:
        return (12 * bits // rate + padding) * 4, 384, rate
    samples = 576 if layer == 3 and version != 3 else 1152
    return samples // 8 * bits // rate + padding, samples, rate


def _frames_told(frame: bytes | bytearray) -> int | None:
    """How many frames follow, where the first says it: variable bit rates do."""
    for name in (b"Xing", b"Info"):
        at = frame.find(name, 4, 48)
        if at >= 0 and frame[at + 7] & 1:
            return int(struct.unpack_from(">I", frame, at + 8)[0])
    if frame[36:40] == b"VBRI":
        return int(struct.unpack_from(">I", frame, 50)[0])
    return None


def _walked(data: Bytes, at: int) -> float:
    seconds = 0.0
    while (found := frame(data, at)) is not None:
        size, samples, rate = found
        seconds += samples / rate
        at += size
    return seconds


# -- ISO base media --------------------------------------------------------------------------------


def boxes(data: Bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """The boxes between two places: name, where the content begins, where it ends."""
    while start + 8 <= end:
        size, name = struct.unpack_from(">I4s", data, start)
        content = start + 8
        if size == 1:
            size, content = struct.unpack_from(">Q", data, content)[0], content + 8
        stop = end if size == 0 else start + size
        if stop < content or stop > end:
            return
        yield name, content, stop
        start = stop


def _iso(data: Bytes) -> float | None:
    for name, start, end in boxes(data, 0, len(data)):
        if name != b"moov":
            continue
        scale = told = 0
        for inner, at, stop in boxes(data, start, end):
            if inner == b"mvhd":
                is_long = data[at] == 1
                scale = struct.unpack_from(">I", data, at + (20 if is_long else 12))[0]
                form, behind = (">Q", 24) if is_long else (">I", 16)
                told = struct.unpack_from(form, data, at + behind)[0]
            elif inner == b"mvex" and not told:
                told = _fragments(data, at, stop)
        return float(told / scale)
    return None


def _fragments(data: Bytes, start: int, end: int) -> int:
    """The length that a film in fragments tells apart from its head."""
    for name, at, _ in boxes(data, start, end):
        if name == b"mehd":
            return int(struct.unpack_from(">Q" if data[at] == 1 else ">I", data, at + 4)[0])
    return 0


# -- WebM ------------------------------------------------------------------------------------------


def elements(data: Bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The elements between two places: id, where the content begins, where it ends."""
    while start < end:
        id, start = _number(data, start, keeps_marker=True)
        size, content = _number(data, start, keeps_marker=False)
        stop = end if size < 0 else content + size
        if stop > end:
            return
        yield id, content, stop
        start = stop


def _number(data: Bytes, at: int, keeps_marker: bool) -> tuple[int, int]:
    """A number of variable width and where it ends; -1: a size that is not known."""
    first = data[at]
    width = 9 - first.bit_length()
    if width > 8:
        raise IndexError("no number")
    raw = int.from_bytes(data[at : at + width], "big")
    if keeps_marker:
        return raw, at + width
    value = raw & (1 << 7 * width) - 1
    return (-1 if value == (1 << 7 * width) - 1 else value), at + width


def _webm(data: Bytes) -> float | None:
    for id, start, end in elements(data, 0, len(data)):
        if id != _SEGMENT:
            continue
        for inner, at, stop in elements(data, start, end):
            if inner == _INFO:
                return _info(data, at, stop)
            if inner == _CLUSTER:  # recorded live: what follows may be long
                return None
    return None


def _info(data: Bytes, start: int, end: int) -> float | None:
    scale_ns, told = 1_000_000, None
    for id, at, stop in elements(data, start, end):
        if id == _SCALE:
            scale_ns = int.from_bytes(data[at:stop], "big")
        elif id == _DURATION and stop - at in (4, 8):
            told = struct.unpack(">f" if stop - at == 4 else ">d", data[at:stop])[0]
    return None if told is None else float(told * scale_ns / 1e9)
