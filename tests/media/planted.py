"""Media with things in them that must not be published, made here: nobody's real data."""

import io
import struct
import zlib

from PIL import Image, ImageDraw

SECRET = "Zhang San 0771-555"
"""Stands in every place of a file where something may be hidden."""
MARK = SECRET.encode()
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{SECRET}</dc:creator></x:xmpmeta>'.encode()


def picture(width: int = 600, height: int = 400, mode: str = "RGB") -> Image.Image:
    """Blue, with a red quarter at the upper left, so that its sides can be told."""
    image = Image.new("RGB", (width, height), (20, 60, 160))
    ImageDraw.Draw(image).rectangle((0, 0, width // 2, height // 2), fill=(200, 30, 20))
    return image.convert(mode)


def exif(orientation: int = 1) -> Image.Exif:
    """A place, a device and a name, as a telephone writes them."""
    tags = Image.Exif()
    tags[0x010F], tags[0x013B], tags[0x0112] = SECRET, SECRET, orientation
    tags.get_ifd(0x8825).update({1: "N", 2: (24.0, 18.0, 30.0), 3: "E", 4: (109.0, 24.0, 12.0)})
    return tags


def photo(form: str, orientation: int = 1, image: Image.Image | None = None) -> bytes:
    """A picture with EXIF, XMP, a foreign colour profile's words and data behind its end."""
    file = io.BytesIO()
    shown = image or picture()
    shown.save(file, form, exif=exif(orientation), xmp=XMP, quality=90)
    return file.getvalue() + MARK


def png(orientation: int = 1) -> bytes:
    """The same as PNG, whose words stand in parts of their own."""
    file = io.BytesIO()
    picture().save(file, "PNG", exif=exif(orientation))
    data = file.getvalue()
    at = data.index(b"IDAT") - 4
    words = b"".join(_chunk(kind, b"Author\0" + MARK) for kind in (b"tEXt", b"prVt"))
    return data[:at] + words + data[at:] + MARK


def _chunk(kind: bytes, content: bytes) -> bytes:
    total = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", total)


# -- sound and film --------------------------------------------------------------------------------

FRAME = bytes.fromhex("fffb9000") + bytes(413)
"""One frame of MPEG 1 layer III, 128 kbit/s, 44.1 kHz: silence."""


def mp3() -> bytes:
    """Three frames between an ID3v2 tag before and Lyrics3, APE and ID3v1 tags behind."""
    v2 = b"ID3\x03\0\0" + bytes([0, 0, 0, len(MARK)]) + MARK
    lyrics = b"LYRICSBEGIN" + MARK
    lyrics += f"{len(lyrics):06}".encode() + b"LYRICS200"
    footer = struct.pack("<8sIIII8x", b"APETAGEX", 2000, len(MARK) + 32, 1, 0)
    return v2 + v2 + FRAME * 3 + lyrics + MARK + footer + b"TAG" + MARK.ljust(125)


def box(kind: bytes, *content: bytes) -> bytes:
    inner = b"".join(content)
    return struct.pack(">I4s", len(inner) + 8, kind) + inner


def _track(kind: bytes, entry: bytes, place: int) -> bytes:
    told = box(b"stsd", struct.pack(">II", 0, 1), entry)
    sizes = box(b"stsz", struct.pack(">III", 0, 4, 1))
    table = box(b"stbl", told, sizes, box(b"stco", struct.pack(">III", 0, 1, place)))
    handler = box(b"hdlr", bytes(8), kind, bytes(12), MARK, b"\0")
    return box(b"trak", box(b"mdia", handler, box(b"minf", table)))


def _camera(place: int) -> bytes:
    """Tracks as cameras write them: the encoder's name, the reel's, the time of the take."""
    maker = bytes([len(MARK)]) + MARK.ljust(31, b"\0")
    pictures = box(b"avc1", bytes(7), b"\1", bytes(34), maker, struct.pack(">Hh", 24, -1))
    reel = box(b"tmcd", bytes(7), b"\1", bytes(18), box(b"name", MARK))
    return _track(b"vide", pictures, place) + _track(b"tmcd", reel, place + 4)


def mp4(handler: bytes = b"vide", tracks: bool = False) -> bytes:
    """A film of nothing, with words wherever such files hold them."""
    dated = struct.pack(">IIIII", 0, 3_800_000_000, 3_800_000_001, 1000, 5000)
    name = box(b"hdlr", bytes(8), handler, bytes(12), MARK, b"\0")
    entry = box(b"alis", b"\0\0\0\1", MARK)
    minf = box(b"minf", box(b"dinf", box(b"dref", struct.pack(">II", 0, 1), entry)))
    track = box(b"trak", box(b"tkhd", dated), box(b"mdia", box(b"mdhd", dated), name, minf))
    told = box(b"udta", box(b"\xa9xyz", MARK)) + box(b"meta", MARK) + box(b"uuid", bytes(16), MARK)
    head = box(b"ftyp", b"isom\0\0\0\0isom") + box(b"free", MARK)
    moov = box(b"moov", box(b"mvhd", dated), track, told)
    if tracks:
        place = len(head) + len(moov) + len(_camera(0)) + 8
        moov = box(b"moov", box(b"mvhd", dated), track, told, _camera(place))
    return (
        head + moov
        + box(b"mdat", b"film\x01\x02\x03\x04") + box(b"beam", MARK) + b"trailing " + MARK
    )  # fmt: skip


def element(id: str, *content: bytes, size: int | None = None) -> bytes:
    inner = b"".join(content)
    length = (1 << 56) - 1 if size else len(inner)
    return bytes.fromhex(id) + (1 << 56 | length).to_bytes(8, "big") + inner


def webm() -> bytes:
    """A recording made live: its tags stand in a cluster that does not tell how long it is."""
    head = element("1a45dfa3", element("4282", b"webm"))
    words = (element("7ba9", MARK), element("4d80", MARK), element("5741", MARK))
    info = element("1549a966", element("4461", b"\1\2\3\4\5\6\7\x08"), *words)
    tracks = element("1654ae6b", element("ae", element("d7", b"\1"), element("536e", MARK)))
    tags = element("1254c367", MARK) + element("1941a469", MARK) + element("ec", MARK)
    cluster = element("1f43b675", element("e7", b"\0"), element("a3", b"film"), tags, size=-1)
    return head + element("18538067", info, tracks, cluster, size=-1)


# -- PDF -------------------------------------------------------------------------------------------

PROPERTIES = b"/Title (Notice) /Author (%s \\(a\\)) /Creator <5A68> /Company (a (%s) b)"
PROPERTIES %= MARK, MARK
XMP_TITLE = b'<dc:title><rdf:Alt><rdf:li xml:lang="zh">Notice</rdf:li></rdf:Alt></dc:title>'
PDF_XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
    b' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/">' + XMP_TITLE
    + b"<dc:creator><rdf:Seq><rdf:li>" + MARK
    + b"</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)  # fmt: skip


def pdf(properties: bytes = PROPERTIES, more: bytes = b"", xmp: bytes = PDF_XMP) -> bytes:
    """A page of nothing with properties, an XMP packet and a JPEG that has EXIF."""
    jpeg = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(MARK) + 8) + b"Exif\0\0" + MARK + b"\xff\xd9"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        b"<< " + properties + b" >>",
        b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream" % (len(xmp), xmp),
        b"<< /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream" % (len(jpeg), jpeg),
    ]
    data, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    data += more
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 7\n0000000000 65535 f \n" + table
    return data + b"trailer << /Size 7 /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
