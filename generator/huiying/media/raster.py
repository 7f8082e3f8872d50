"""Pictures of pixels: PNG, JPEG and WebP, walked part by part without decoding them.

In: a whole file's bytes. Out: the first fault: damaged, too many pixels, moving. What a file tells
beside its pixels (places, devices, names, thumbnails, data behind its end) is no fault: `pixels`
leaves it behind.
"""

import re
import zlib

from huiying.media.fault import Fault

MOST_PIXELS = 20_000_000
"""Decoded, 80 MB, for a while several times. Judged before anything is decoded."""
MOST_PIXELS_JPEG = 50_000_000
"""The most that telephones take; a JPEG is decoded no larger than needed."""

MOST_SCANS = 40
"""Of a JPEG. Each is decoded over all pixels; telephones and encoders write a dozen at most."""

BROKEN = Fault("broken")
ANIMATED = Fault("animated")


def _pixels(width: int, height: int, most: int = MOST_PIXELS) -> Fault | None:
    if not width or not height:
        return BROKEN
    if width * height > most:
        return Fault("pixels", {"width": str(width), "height": str(height)})
    return None


# -- PNG -------------------------------------------------------------------------------------------

_PNG_MOVING = frozenset([b"acTL", b"fcTL", b"fdAT"])


def judge_png(data: bytes) -> Fault | None:
    """The first fault of a PNG."""
    at, number, has_data = 8, 0, False
    while at + 12 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + size
        if end > len(data) or (number == 0) != (kind == b"IHDR"):
            return BROKEN
        fault = _png_part(kind, data[at + 8 : end - 4], data[end - 4 : end])
        if fault:
            return fault
        has_data = has_data or kind == b"IDAT"
        if kind == b"IEND":
            return None if has_data else BROKEN
        at, number = end, number + 1
    return BROKEN


def _png_part(kind: bytes, content: bytes, checksum: bytes) -> Fault | None:
    if kind in _PNG_MOVING:
        return ANIMATED
    if zlib.crc32(content, zlib.crc32(kind)) != int.from_bytes(checksum, "big"):
        return BROKEN
    if kind == b"IHDR":
        return _pixels(int.from_bytes(content[:4], "big"), int.from_bytes(content[4:8], "big"))
    return None


# -- JPEG ------------------------------------------------------------------------------------------

_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# In a scan 0xFF is stuffed with 0x00 or begins a restart mark; anything else ends the scan.
_SCAN_END = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)


def judge_jpeg(data: bytes) -> Fault | None:
    """The first fault of a JPEG."""
    at, has_frame, scans = 2, False, 0
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            return BROKEN
        mark = data[at + 1]
        if mark == 0xFF:  # padding
            at += 1
            continue
        if mark == 0xD9:
            return None if has_frame and 0 < scans <= MOST_SCANS else BROKEN
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + size
        if size < 2 or end > len(data):
            return BROKEN
        if mark in _JPEG_FRAMES:
            height, width = (int.from_bytes(data[i : i + 2], "big") for i in (at + 5, at + 7))
            fault = _pixels(width, height, MOST_PIXELS_JPEG)
            if fault:
                return fault
        has_frame = has_frame or mark in _JPEG_FRAMES
        if mark == 0xDA:
            scans += 1
            found = _SCAN_END.search(data, end)
            if found is None:
                return BROKEN
            end = found.start()
        at = end
    return BROKEN


# -- WebP ------------------------------------------------------------------------------------------


def judge_webp(data: bytes) -> Fault | None:
    """The first fault of a WebP."""
    total = int.from_bytes(data[4:8], "little") + 8
    if total > len(data):
        return BROKEN
    at, has_picture = 12, False
    while at + 8 <= total:
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        content = data[at + 8 : at + 8 + size]
        if len(content) < size:
            return BROKEN
        if kind in (b"ANIM", b"ANMF"):
            return ANIMATED
        fault = _pixels(*_webp_size(kind, content))
        if fault:
            return fault
        has_picture = has_picture or kind in (b"VP8 ", b"VP8L")
        at += 8 + size + size % 2
    return None if has_picture and at == total else BROKEN


def _webp_size(kind: bytes, content: bytes) -> tuple[int, int]:
    """Width and height that a part names; one pixel where it names none, none when cut short."""
    if kind == b"VP8X" and len(content) >= 10:
        width, height = content[4:7], content[7:10]
        return int.from_bytes(width, "little") + 1, int.from_bytes(height, "little") + 1
    if kind == b"VP8L" and len(content) >= 5:
        bits = int.from_bytes(content[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and len(content) >= 10:
        width, height = content[6:8], content[8:10]
        return int.from_bytes(width, "little") & 0x3FFF, int.from_bytes(height, "little") & 0x3FFF
    return (0, 0) if kind in (b"VP8X", b"VP8L", b"VP8 ") else (1, 1)
