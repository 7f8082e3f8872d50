"""Whether one media file may be published: judged by its content, never by its name alone.

In: a file and its path below media/. Out: the first fault, or None. Bytes are read once: pictures,
captions and tables whole, of sound, film and PDF only the head. It decodes no picture, resolves no
entity, writes nothing, and raises nothing on any content. What a file tells beside what it shows
and says is no fault here: `work` leaves it behind.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from huiying.media import raster, svg
from huiying.media.fault import Fault

MB = 1024 * 1024
HEAD_BYTES = 4096
"""Of sound, film and PDF, which are not read whole."""


@dataclass(frozen=True, slots=True)
class Format:
    """One allowed format: its name, suffixes, size limit, and what looks into it."""

    name: str
    suffixes: tuple[str, ...]
    limit_bytes: int
    judge: Callable[[bytes], Fault | None] | None = None
    """None: the head tells the format, and nothing more is looked at."""


def _captions(data: bytes) -> Fault | None:
    fault = _text(data)
    if fault is None and not re.match(rb"(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|\Z)", data):
        return Fault("vtt")
    return fault


def _text(data: bytes) -> Fault | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Fault("encoding")
    return Fault("broken") if "\0" in text else None


FORMATS = (
    Format("SVG", ("svg",), 512 * 1024, svg.judge),
    Format("PNG", ("png",), 20 * MB, raster.judge_png),
    Format("JPEG", ("jpg", "jpeg"), 20 * MB, raster.judge_jpeg),
    Format("WebP", ("webp",), 20 * MB, raster.judge_webp),
    Format("MP3", ("mp3",), 200 * MB),
    Format("M4A", ("m4a",), 200 * MB),
    # Telephones record sound into files that call themselves MP4.
    Format("MP4", ("mp4", "m4a"), 200 * MB),
    Format("WebM", ("webm",), 200 * MB),
    Format("WebVTT", ("vtt",), MB, _captions),
    Format("PDF", ("pdf",), 20 * MB),
    Format("CSV", ("csv",), 20 * MB, _text),
)
BY_NAME: Mapping[str, Format] = {each.name: each for each in FORMATS}
BY_SUFFIX: Mapping[str, Format] = {end: each for each in FORMATS for end in each.suffixes}
INSTEAD = {
    "GIF": "PNG、WebP",
    "BMP": "PNG、JPEG",
    "TIFF": "PNG、JPEG",
    "HEIC": "JPEG、PNG",
    "AVIF": "JPEG、PNG",
    "JPEG 2000": "JPEG、PNG",
    "JPEG XL": "JPEG、PNG",
    "ICO": "PNG",
    "PSD": "PNG、JPEG",
    "QuickTime": "MP4",
    "Matroska": "WebM、MP4",
    "AVI": "MP4",
    "Ogg": "MP3、WebM",
    "WAV": "MP3",
    "FLAC": "MP3",
    "RTF": "PDF",
    "ZIP": "PDF、CSV",
    "Office": "PDF",
    "HTML": "PDF",
}
"""Formats that editors bring and that are refused by name, and what to save them as."""
OF_PHONES = ("HEIC", "QuickTime")
"""What telephones write of themselves, where nobody was asked and there is no “save as”."""

# First bytes that tell a format; the ISO and RIFF families are told apart below.
_SIGNATURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "WebP"),
    (re.compile(rb"ID3[\x02-\x04]|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]"), "MP3"),
    (re.compile(rb"\x1aE\xdf\xa3.{0,64}?webm", re.DOTALL), "WebM"),
    (re.compile(rb"\x1aE\xdf\xa3"), "Matroska"),
    (re.compile(rb"%PDF-\d"), "PDF"),
    (re.compile(rb"GIF8"), "GIF"),
    (re.compile(rb"BM.{12}", re.DOTALL), "BMP"),
    (re.compile(rb"II\*\0|MM\0\*|II\+\0|MM\0\+"), "TIFF"),
    (re.compile(rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51"), "JPEG 2000"),
    (re.compile(rb"\xff\x0a|\0\0\0\x0cJXL "), "JPEG XL"),
    (re.compile(rb"\0\0[\x01\x02]\0[^\0]\0"), "ICO"),
    (re.compile(rb"8BPS"), "PSD"),
    (re.compile(rb"RIFF.{4}WAVE", re.DOTALL), "WAV"),
    (re.compile(rb"RIFF.{4}AVI ", re.DOTALL), "AVI"),
    (re.compile(rb"OggS"), "Ogg"),
    (re.compile(rb"fLaC"), "FLAC"),
    (re.compile(rb"\{\\rtf"), "RTF"),
    (re.compile(rb"PK(?:\x03\x04|\x05\x06|\x07\x08)"), "ZIP"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "Office"),
)
_BRANDS = (
    (re.compile(rb"avi[fs]"), "AVIF"),
    (re.compile(rb"hei[cxms]|hev[cxms]|mif1|msf1"), "HEIC"),
    (re.compile(rb"M4[AB] "), "M4A"),
    (re.compile(rb"qt  "), "QuickTime"),
    (re.compile(rb"isom|iso[2-9a-c]|mp4[12]|avc1|M4V |MSNV|dash|mmp4"), "MP4"),
)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!doctype|[a-z])", re.IGNORECASE)
_SVG = re.compile(rb"<(?:[a-z]+:)?svg\b", re.IGNORECASE)
_NAME = re.compile(r"[\w\-./]+\Z")


def inspect(path: Path, name: str) -> Fault | None:
    """The first fault of the file at `path`, which is `name` below media/."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
            found = BY_NAME.get(format_of(head, name))
            if found and size > found.limit_bytes:
                return _heavy(size, found)
            rest = file.read() if found and found.judge else b""
    except OSError:
        return Fault("broken")
    return judge(head + rest, name)


def judge(data: bytes, name: str) -> Fault | None:
    """The first fault of a file's bytes (of sound and film, its head)."""
    if not _NAME.match(name):
        return Fault("name", {"name": name.rpartition("/")[2][:80]})
    if not data:
        return Fault("empty")
    found = format_of(data[:HEAD_BYTES], name)
    known = BY_NAME.get(found)
    if known is None:
        if found in INSTEAD:
            case = "phone" if found in OF_PHONES else "refused"
            return Fault(case, {"format": found, "allowed": INSTEAD[found]})
        return Fault("", {"allowed": "、".join(BY_NAME)})
    suffix = name.rpartition(".")[2].lower()
    if suffix not in known.suffixes:
        return Fault("suffix", {"named": f".{suffix}"[:20], "found": found})
    return known.judge(data) if known.judge else None


def format_of(head: bytes, name: str) -> str:
    """The name of the format that the first bytes show; nothing where they show none.

    Plain text shows nothing of itself: there the suffix says what it is meant to be.
    """
    for pattern, format_name in _SIGNATURES:
        if pattern.match(head):
            return format_name
    if head[4:8] == b"ftyp":
        return _iso_format(head)
    if _MARKUP.match(head):
        return "SVG" if _SVG.search(head) or name.lower().endswith(".svg") else "HTML"
    meant = BY_SUFFIX.get(name.rpartition(".")[2].lower())
    return meant.name if meant and meant.name in ("WebVTT", "CSV", "SVG") else ""


def _iso_format(head: bytes) -> str:
    """The format of an ISO base media file: by its major brand, then by those it is fit for."""
    size = int.from_bytes(head[:4], "big")
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, min(size, HEAD_BYTES), 4))]
    if brands[0] in (b"mif1", b"msf1") and b"avif" in brands:
        return "AVIF"
    for brand in brands:
        for pattern, format_name in _BRANDS:
            if pattern.match(brand):
                return format_name
    return ""


def _heavy(size: int, found: Format) -> Fault:
    return Fault("size", {"size": _bytes(size), "limit": _bytes(found.limit_bytes)})


def _bytes(size: int) -> str:
    return f"{size / MB:.1f} MB" if size >= MB else f"{size / 1024:.0f} KB"
