"""PDF without what it tells of its making: who wrote it, with what, from which file.

In: a file's bytes. Out: bytes of the same length, in which all of the document's properties but its
title are blank, or a fault where they cannot be reached. Nothing moves, so that no offset in the
file goes wrong. Pages are not touched. (ISO 32000-1, 7.5.5, 7.5.7, 14.3.)
"""

import re
import zlib
from collections.abc import Iterator

from huiying.media.fault import Fault

_LOCKED = re.compile(rb"/Encrypt\b")
_SIGNED = re.compile(rb"/ByteRange\s*\[")
_CARRIES = re.compile(rb"/(EmbeddedFile|JavaScript|Launch|RichMedia)\b")
_INFO = re.compile(rb"/Info\s+(\d+)\s+(\d+)\s+R\b")
_KEPT = frozenset([b"Title", b"Trapped"])
_INNER = rb"(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*"
_PROPERTY = re.compile(
    rb"/([A-Za-z0-9#_.:]+)\s*(?:\((" + _INNER + rb")\)|<([0-9A-Fa-f\s]*)>)", re.DOTALL
)
_SAID = re.compile(rb"/(Author|Creator|Company|Manager|Keywords|Subject|Comments)\s*[(<]")
_XMP = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_XMP_TITLE = re.compile(rb"<dc:title>.*?</dc:title>", re.DOTALL)
_XMP_LEFT = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
    b' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/">%s</rdf:Description></rdf:RDF></x:xmpmeta>'
)
_STREAM = re.compile(rb"stream\r?\n")
_NEAR_BYTES = 1024
"""How far before its stream a dictionary may begin."""
_MOST_BYTES = 32 * 1024 * 1024
"""Of what is unpacked in one file."""
_EXIF = re.compile(rb"\xff\xe1(..)(?:Exif\0\0|http://ns\.adobe)", re.DOTALL)


def clean(data: bytes) -> bytes | Fault:
    """A PDF without its properties, or the first fault."""
    if _LOCKED.search(data):
        return Fault("pdf-locked")
    packed = b"\n".join(_unpacked(data))
    if match := _CARRIES.search(data) or _CARRIES.search(packed):
        return Fault("pdf-carries", {"what": match[1].decode()})
    if _SAID.search(packed) or b"<dc:creator>" in packed:
        return Fault("pdf-packed")
    kept = bytearray(data)
    for start, end in _infos(data):
        for match in _PROPERTY.finditer(data, start, end):
            if match[1] not in _KEPT:
                size = match.end() - match.end(1)
                kept[match.end(1) : match.end()] = b"()".ljust(size)
    for match in _XMP.finditer(data):
        titles = _XMP_TITLE.findall(match[0])
        left = _XMP_LEFT % b"".join(titles[:1])
        kept[match.start() : match.end()] = left.ljust(len(match[0]))[: len(match[0])]
    for match in _EXIF.finditer(data):
        end = match.start() + 2 + int.from_bytes(match[1], "big")
        kept[match.start() + 4 : end] = bytes(len(kept[match.start() + 4 : end]))
    if kept != data and _SIGNED.search(data):
        return Fault("pdf-signed")
    return bytes(kept)


def _infos(data: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of each object that a trailer names as the document's properties."""
    for number, generation in sorted(set(_INFO.findall(data))):
        begin = re.compile(rb"(?<!\d)%s\s+%s\s+obj\b" % (number, generation))
        for match in begin.finditer(data):
            end = data.find(b"endobj", match.end())
            yield match.end(), len(data) if end < 0 else end


def _unpacked(data: bytes) -> Iterator[bytes]:
    """What stands packed in streams of objects and of metadata, as far as it can be unpacked."""
    left = _MOST_BYTES
    for match in _STREAM.finditer(data):
        before = data[max(0, match.start() - _NEAR_BYTES) : match.start()]
        head = before[before.rfind(b" obj") :]
        if b"/FlateDecode" not in head or (b"/ObjStm" not in head and b"/XML" not in head):
            continue
        try:
            found = zlib.decompressobj().decompress(data[match.end() :], left)
        except zlib.error:
            continue
        left -= len(found)
        yield found
        if left <= 0:
            return
