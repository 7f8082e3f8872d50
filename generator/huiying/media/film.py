"""Film and sound in boxes without what they tell of their making: MP4, M4A and WebM.

In: a file's bytes. Out: bytes of the same length in which places, devices, names, dates, covers and
attachments are zeros, or a fault. Nothing moves, so that no offset in the file goes wrong. What the
film shows and says is not touched.
"""

import struct
from collections.abc import Iterator

from huiying.media.fault import Fault
from huiying.media.length import boxes, elements

BROKEN = Fault("broken")

# -- ISO base media (ISO/IEC 14496-12) -------------------------------------------------------------

_TOP = frozenset([b"ftyp", b"styp", b"moov", b"moof", b"mdat", b"mfra", b"sidx"])
_OPENED = frozenset(
    [b"moov", b"trak", b"mdia", b"minf", b"dinf", b"stbl", b"moof", b"traf", b"mvex"]
)
_TELLING = frozenset([b"udta", b"meta", b"uuid", b"free", b"skip"])
_DATED = frozenset([b"mvhd", b"tkhd", b"mdhd"])
_HANDLERS = frozenset([b"vide", b"soun", b"text", b"subt", b"sbtl", b"clcp", b"hint"])
_TIMECODE = b"tmcd"
"""A track of the time of day and the card of a take; no player shows it."""
_TIME_BYTES = 4
_MAKER_AT, _MAKER_BYTES = 42, 32
"""The name of the encoder, often of the camera, in the entry of a track of pictures."""
"""Kinds of tracks; others hold places and movements of the telephone that took the film."""


def clean_mp4(data: bytes) -> bytes | Fault:
    """An MP4 or M4A; a fault where it is damaged or has a track of measurements."""
    kept = bytearray(data)
    found = [name for name, _, _ in boxes(data, 0, len(data))]
    end = _clean_boxes(kept, 0, len(kept), _TOP)
    if isinstance(end, Fault):
        return end
    if b"moov" not in found or not {b"mdat", b"moof"} & set(found):
        return BROKEN
    return bytes(memoryview(kept)[:end])


def _clean_boxes(
    data: bytearray, start: int, end: int, known: frozenset[bytes] | None = None
) -> int | Fault:
    """Where the last box ends, or the first fault. `known`: the only names that may stay."""
    at = start
    for name, content, stop in boxes(data, start, end):
        if name in _TELLING or (known is not None and name not in known):
            data[at + 4 : at + 8] = b"free"
            data[content:stop] = bytes(stop - content)
        elif name in _DATED:
            width = 16 if data[content] == 1 else 8
            data[content + 4 : content + 4 + width] = bytes(width)
        elif name == b"hdlr":
            if bytes(data[content + 8 : content + 12]) not in _HANDLERS:
                return Fault("sensor")
            data[content + 24 : stop] = bytes(max(0, stop - content - 24))
        elif name == b"dref":
            for _, inner, until in boxes(data, content + 8, stop):
                data[inner + 4 : until] = bytes(max(0, until - inner - 4))
        elif name == b"trak" and _handler(data, content, stop) == _TIMECODE:
            if not _blank_samples(data, content, stop):
                return Fault("sensor")
            data[at + 4 : at + 8] = b"free"
            data[content:stop] = bytes(stop - content)
        elif name in _OPENED:
            if name == b"trak" and _handler(data, content, stop) == b"vide":
                _blank_makers(data, content, stop)
            found = _clean_boxes(data, content, stop)
            if isinstance(found, Fault):
                return found
        at = stop
    return at


def _inside(data: bytearray, start: int, end: int, *path: bytes) -> Iterator[tuple[int, int]]:
    """Content and end of each box that a path of names leads to."""
    for name, content, stop in boxes(data, start, end):
        if name == path[0] and path[1:]:
            yield from _inside(data, content, stop, *path[1:])
        elif name == path[0]:
            yield content, stop


def _handler(data: bytearray, start: int, end: int) -> bytes:
    """Of which kind a track is; nothing where it does not say so."""
    for content, _ in _inside(data, start, end, b"mdia", b"hdlr"):
        return bytes(data[content + 8 : content + 12])
    return b""


def _blank_makers(data: bytearray, start: int, end: int) -> None:
    for content, stop in _inside(data, start, end, b"mdia", b"minf", b"stbl", b"stsd"):
        for _, entry, until in boxes(data, content + 8, stop):
            at = entry + _MAKER_AT
            if at + _MAKER_BYTES <= until:
                data[at : at + _MAKER_BYTES] = bytes(_MAKER_BYTES)


def _blank_samples(data: bytearray, start: int, end: int) -> bool:
    """Whether the samples of a track of times of day could be found; they are zeros now."""
    table = (b"mdia", b"minf", b"stbl")
    places: list[int] = []
    for name, form in ((b"stco", ">I"), (b"co64", ">Q")):
        for content, stop in _inside(data, start, end, *table, name):
            width = struct.calcsize(form)
            count = (stop - content - 8) // width
            told = data[content + 8 : content + 8 + max(0, count) * width]
            places += [at for (at,) in struct.iter_unpack(form, told)]
    for content, stop in _inside(data, start, end, *table, b"stsz"):
        if stop - content < 12:
            return False
        size, count = struct.unpack_from(">II", data, content + 4)
        if size != _TIME_BYTES and count:
            return False
        # As many places as samples: each lies at one of them.
        if count != len(places) or any(at + _TIME_BYTES > len(data) for at in places):
            return False
        for at in places:
            data[at : at + _TIME_BYTES] = bytes(_TIME_BYTES)
    return True


# -- WebM (RFC 8794, RFC 9559) ---------------------------------------------------------------------

_SEGMENT, _CLUSTER, _INFO, _TRACKS, _TRACK = 0x18538067, 0x1F43B675, 0x1549A966, 0x1654AE6B, 0xAE
_TAGS, _ATTACHMENTS, _CHAPTERS, _VOID = 0x1254C367, 0x1941A469, 0x1043A770, 0xEC
_TITLE, _MUXER, _WRITER, _DATE, _FILE = 0x7BA9, 0x4D80, 0x5741, 0x4461, 0x7384
_TRACK_NAME = 0x536E
_ENTERED = frozenset([_SEGMENT, _INFO, _TRACKS, _TRACK, _CLUSTER])
_WHOLE = frozenset([_TAGS, _ATTACHMENTS, _CHAPTERS])
_WORDS = _WHOLE | {_VOID, _TITLE, _MUXER, _WRITER, _DATE, _FILE, _TRACK_NAME}
_MOST_ELEMENTS = 600_000
"""An hour of pictures and sound has 400 000."""


def clean_webm(data: bytes) -> bytes | Fault:
    """A WebM without what follows its end; a fault where it is damaged or holds no film."""
    kept = bytearray(data)
    try:
        end = _clean_elements(kept)
    except IndexError:
        return BROKEN
    return bytes(memoryview(kept)[:end]) if end else BROKEN


def _clean_elements(data: bytearray) -> int:
    """Where the film ends; 0: it is damaged. One walk, into what holds others as into a line.

    A recording made live does not tell how long it or a cluster is: what follows lies within it.
    """
    at, end, seen = 0, len(data), set[int]()
    for _ in range(_MOST_ELEMENTS):
        if at == end:
            return end if {_SEGMENT, _CLUSTER} <= seen else 0
        id, content, stop = next(elements(data, at, end), (0, 0, 0))
        if not id:
            return 0
        if id == _SEGMENT and id not in seen:
            end = stop
        seen.add(id)
        if id in _WORDS:
            data[content:stop] = bytes(stop - content)
            if id in _WHOLE and stop - at >= 9:
                # An element that says nothing, of the same length: its size takes eight bytes.
                data[at] = _VOID
                data[at + 1 : at + 9] = (1 << 56 | stop - at - 9).to_bytes(8, "big")
        at = content if id in _ENTERED else stop
    return 0
