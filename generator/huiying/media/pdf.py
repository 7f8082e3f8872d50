"""PDF without what it tells of its making: who wrote it, with what, from which file.

In: a file's bytes. Out: the same pages written anew, of the document's properties only its title,
or a fault. What no page refers to does not go along: older revisions, bytes behind the end.
A signed file that tells nothing keeps its bytes. (ISO 32000-1, 7.5, 12.5, 14.3.)
"""

import io
import re
import zlib
from collections.abc import Iterator

import pikepdf
from pikepdf import settings

from huiying.media import jpeg
from huiying.media.fault import Fault

MB = 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n")
_MOST_BYTES = 192 * MB
"""Of what all streams of one file unpack to."""
_STEP_BYTES = MB
_MOST_OBJECTS = 80_000
"""A report of a thousand tagged pages has 60 000."""


def _named(name: str) -> str:
    """A pattern for a name of PDF, each of whose letters may be written as #hh."""
    return "/" + "".join(f"(?:{each}|#{ord(each):02x}|#{ord(each):02X})" for each in name)


_SIZE = re.compile((_named("Size") + r"\s*\+?(\d+)").encode())
_LZW = re.compile(_named("LZW").encode())
_PACKED = re.compile(f"{_named('ObjStm')}|{_named('XRef')}".encode())
_CARRYING_KEYS = frozenset(["/JS", "/JavaScript", "/EF", "/EmbeddedFiles", "/XFA", "/RichMedia"])
_CARRYING_NAMES = frozenset(
    ["/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/FileAttachment"]
)
_TELLING = frozenset(["/Metadata", "/PieceInfo", "/LastModified", "/CreatorInfo"])
_NOTED = ("/T", "/M", "/CreationDate", "/NM", "/Subj")
"""Of what somebody wrote onto a page: who, when, under which number."""
_SAID = re.compile(rb"/(Author|Creator|Producer|Company|Manager|CreationDate|ModDate)\s*[(<]")


def clean(data: bytes) -> bytes | Fault:
    """A PDF without its properties, or the first fault."""
    data = data[: data.rfind(b"%%EOF") + 5]
    if not _is_bounded(data):
        return Fault("pdf-packed")
    # One filter is all that what holds objects needs; pages are never unpacked.
    settings.set_qpdf_limits(
        max_stream_filters=1,
        flate_max_memory=64 * MB,
        run_length_max_memory=64 * MB,
        doc_max_warnings=1000,
        parser_max_container_size=1_000_000,
    )
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            return Fault("pdf-locked") if document.is_encrypted else _cleaned(document, data)
    except pikepdf.PasswordError:
        return Fault("pdf-locked")
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, AttributeError):
        # The library raises each of these where an object is not of the kind it has to be.
        return Fault("broken")


def _is_bounded(data: bytes) -> bool:
    """Whether the library may read the file: what it unpacks and how many objects it will find.

    What holds objects is packed as LZW by nobody, and the library sets it no limit.
    """
    if data.count(b"obj") > 2 * _MOST_OBJECTS or (_LZW.search(data) and _PACKED.search(data)):
        return False
    if any(len(told) > 9 or int(told) > _MOST_OBJECTS for told in _SIZE.findall(data)):
        return False
    return _is_bounded_unpacked(data)


def _is_bounded_unpacked(data: bytes) -> bool:
    """Whether all streams together unpack to no more than may be.

    What is read counts as well, so that streams within streams do not cost the square of the file.
    """
    left, view = _MOST_BYTES, memoryview(data)
    for match in _STREAM.finditer(data):
        unpacker, at = zlib.decompressobj(), match.end()
        while at < len(data) and not unpacker.eof:
            piece = unpacker.unconsumed_tail or view[at : at + 65_536]
            at += 0 if unpacker.unconsumed_tail else len(piece)
            try:
                found = len(unpacker.decompress(piece, _STEP_BYTES))
            except zlib.error:
                break
            left -= found + len(piece) - len(unpacker.unconsumed_tail)
            if left < 0:
                return False
    return True


def _cleaned(document: pikepdf.Pdf, data: bytes) -> bytes | Fault:
    if len(document.objects) > _MOST_OBJECTS or not len(document.pages):
        return Fault("pdf-packed" if len(document.pages) else "broken")
    signed, told = False, _drop_properties(document)
    for each in document.objects:
        for inner in _dictionaries(each):
            if what := _carried(inner):
                return Fault("pdf-carries", {"what": what})
            signed = signed or "/ByteRange" in inner
            told = _drop_told(inner) or told
        if isinstance(each, pikepdf.Stream):
            told = _drop_of_picture(each) or told
    if signed:
        return Fault("pdf-signed") if told or _SAID.search(data) else data
    if "/ID" in document.trailer:
        del document.trailer["/ID"]
    out = io.BytesIO()
    # Nothing is packed here: each machine's zlib would pack it in its own way.
    document.save(
        out,
        deterministic_id=True,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return out.getvalue()


def _drop_properties(document: pikepdf.Pdf) -> bool:
    """Whether there were properties other than the title, which are gone now."""
    info = document.trailer.get("/Info")
    if not isinstance(info, pikepdf.Dictionary):
        return False
    others = [key for key in info.keys() if key != "/Title"]  # noqa: SIM118 (no mapping)
    for key in others:
        del info[key]
    return bool(others)


def _dictionaries(top: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """An object's dictionary and those that stand in it; others have objects of their own."""
    waiting = [top]
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Stream):
            each = each.stream_dict
        if isinstance(each, pikepdf.Array):
            inside = list(each)
        elif isinstance(each, pikepdf.Dictionary):
            yield each
            inside = [value for _, value in each.items()]
        else:
            continue
        waiting += [
            value
            for value in inside
            if isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect
        ]


def _carried(found: pikepdf.Object) -> str:
    """What a dictionary carries that is no page: a file or a program; nothing where it does not."""
    for key in _CARRYING_KEYS:
        if key in found:
            return key[1:]
    for key in ("/S", "/Type", "/Subtype"):
        if str(found.get(key, "")) in _CARRYING_NAMES:
            return str(found[key])[1:]
    return ""


def _drop_told(found: pikepdf.Object) -> bool:
    keys = [key for key in _TELLING if key in found]
    if "/Rect" in found and "/Subtype" in found:
        is_field = str(found["/Subtype"]) == "/Widget"  # there /T is the name of the field
        keys += [key for key in _NOTED if key in found and not (is_field and key == "/T")]
    for key in keys:
        del found[key]
    return bool(keys)


def _drop_of_picture(stream: pikepdf.Stream) -> bool:
    """Whether a photograph told more than it shows; it does not any more."""
    filters = stream.get("/Filter")
    names = (
        [str(each) for each in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    )
    if "/DCTDecode" not in names:
        return False
    raw = stream.read_raw_bytes()
    wrapped = names[:-1] == ["/FlateDecode"]
    before = zlib.decompressobj().decompress(raw, 64 * MB) if wrapped else raw
    after = jpeg.without_words(before)
    if after == before:
        return False
    stream.write(after, filter=pikepdf.Name.DCTDecode, decode_parms=None)
    return True
