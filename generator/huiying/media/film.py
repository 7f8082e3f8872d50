"""Film and sound in boxes without what they tell of their making: MP4, M4A and WebM.

In: a file's bytes. Out: bytes of the same length in which places, devices, names, dates, covers and
attachments are zeros, or a fault. Nothing moves, so that no offset in the file goes wrong. What the
film shows and says is not touched.
"""

from huiying.media.fault import Fault
from huiying.media.length import boxes, elements

BROKEN = Fault("broken")

# -- ISO base media (ISO/IEC 14496-12) -------------------------------------------------------------

_TOP = frozenset([b"ftyp", b"styp", b"moov", b"moof", b"mdat", b"mfra", b"sidx"])
_OPENED = frozenset([b"moov", b"trak", b"mdia", b"minf", b"dinf", b"moof", b"traf", b"mvex"])
_TELLING = frozenset([b"udta", b"meta", b"uuid", b"free", b"skip"])
_DATED = frozenset([b"mvhd", b"tkhd", b"mdhd"])
_HANDLERS = frozenset([b"vide", b"soun", b"text", b"subt", b"sbtl", b"clcp", b"hint", b"tmcd"])
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
    return bytes(kept[:end])


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
        elif name in _OPENED:
            found = _clean_boxes(data, content, stop)
            if isinstance(found, Fault):
                return found
        at = stop
    return at


# -- WebM (RFC 8794, RFC 9559) ---------------------------------------------------------------------

_SEGMENT, _CLUSTER, _INFO, _TRACKS, _TRACK = 0x18538067, 0x1F43B675, 0x1549A966, 0x1654AE6B, 0xAE
_TAGS, _ATTACHMENTS, _VOID = 0x1254C367, 0x1941A469, 0xEC
_TITLE, _MUXER, _WRITER, _DATE, _FILE = 0x7BA9, 0x4D80, 0x5741, 0x4461, 0x7384
_TRACK_NAME = 0x536E
_ENTERED = frozenset([_SEGMENT, _INFO, _TRACKS, _TRACK])
_WORDS = frozenset([_TAGS, _ATTACHMENTS, _VOID, _TITLE, _MUXER, _WRITER, _DATE, _FILE, _TRACK_NAME])


def clean_webm(data: bytes) -> bytes | Fault:
    """A WebM; a fault where it is damaged."""
    kept = bytearray(data)
    try:
        _clean_elements(kept, 0, len(kept))
    except IndexError:
        return BROKEN
    return bytes(kept)


def _clean_elements(data: bytearray, start: int, end: int) -> None:
    at = start
    for id, content, stop in elements(data, start, end):
        if id in _WORDS:
            data[content:stop] = bytes(stop - content)
            if id in (_TAGS, _ATTACHMENTS) and stop - at >= 9:
                # An element that says nothing, of the same length: its size takes eight bytes.
                data[at] = _VOID
                data[at + 1 : at + 9] = (1 << 56 | stop - at - 9).to_bytes(8, "big")
        # A recording made live does not tell how long a cluster is: what follows lies within it.
        elif id in _ENTERED or (id == _CLUSTER and stop == end):
            _clean_elements(data, content, stop)
        at = stop
