"""Every form in which a word could stand in a file without being seen.

In: the bytes of an output, its path among them. Out: the planted words that can be read in it, by
the decoder that read them. Each decoder has an encoder beside it: what it has to find.
"""

import base64
import bz2
import gzip
import io
import lzma
import quopri
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from html import unescape
from typing import TypeAlias
from urllib.parse import quote, unquote_to_bytes

from tests.leaks.tokens import words_in

Decode: TypeAlias = Callable[[bytes], Iterable[bytes]]
Encode: TypeAlias = Callable[[bytes], bytes]
DEEPEST = 4
"""Layers: a table is a ZIP in which XML holds entities."""
LARGEST = 64 * 1024 * 1024
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}")
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){8,}")
_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_CSS = re.compile(r"\\([0-9a-fA-F]{1,6}) ?")
_PUNYCODE = re.compile(rb"xn--([a-z0-9-]+)", re.IGNORECASE)
_ZLIB = re.compile(rb"x[\x01\x5e\x9c\xda]")
_FOREIGN = re.compile("[a-z]*[^\x00-\x7f]+[a-z]*")
_SOFT = re.compile(rb"=\r?\n")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "ignore")


def _plain(data: bytes) -> Iterator[bytes]:
    yield data


def _entities(data: bytes) -> Iterator[bytes]:
    if b"&" in data:
        yield unescape(_text(data)).encode("utf-8", "ignore")


def _escapes(data: bytes) -> Iterator[bytes]:
    r"""`\uXXXX` of JSON and scripts, in pairs too, and `\XXXX` of CSS."""
    if b"\\" in data:
        text = _text(data)
        for form in (_UNICODE, _CSS):
            seen = form.sub(lambda match: _sign(int(match[1], 16)), text)
            yield seen.encode("utf-16", "surrogatepass").decode("utf-16", "ignore").encode()


def _sign(number: int) -> str:
    return chr(number) if number < 0x110000 else ""


def _percent(data: bytes) -> Iterator[bytes]:
    if b"%" in data:
        yield unquote_to_bytes(data)


def _quoted(data: bytes) -> Iterator[bytes]:
    if re.search(rb"=[0-9A-F]{2}", data):
        yield quopri.decodestring(_SOFT.sub(b"", data))


def _little(data: bytes) -> Iterator[bytes]:
    return _wide(data, "utf-16-le")


def _big(data: bytes) -> Iterator[bytes]:
    return _wide(data, "utf-16-be")


def _wide(data: bytes, encoding: str) -> Iterator[bytes]:
    """From either byte on, where there is a sign that says it may be so."""
    if any(sign.encode(encoding) in data for sign in ("zq", "璘琊")):
        for start in (0, 1):
            yield data[start:].decode(encoding, "ignore").encode("utf-8", "ignore")


def _gbk(data: bytes) -> Iterator[bytes]:
    if "璘琊".encode("gb18030") in data:
        for start in (0, 1):
            yield data[start:].decode("gb18030", "ignore").encode("utf-8", "ignore")


def _base64(data: bytes) -> Iterator[bytes]:
    """Each run, from each of its first four signs on: a word may begin inside a group of three."""
    for run in _BASE64.findall(data):
        usual = run.replace(b"-", b"+").replace(b"_", b"/")
        for start in range(4):
            part = usual[start:-1] if (len(usual) - start) % 4 == 1 else usual[start:]
            with suppress(ValueError):
                yield base64.b64decode(part + b"=" * (-len(part) % 4))


def _hexadecimal(data: bytes) -> Iterator[bytes]:
    for run in _HEX.findall(data):
        for part in (run, run[1:-1]):
            yield bytes.fromhex(part.decode())


def _punycode(data: bytes) -> Iterator[bytes]:
    for name in _PUNYCODE.findall(data):
        with suppress(UnicodeError):
            yield name.lower().decode("punycode").encode()


def _backwards(data: bytes) -> Iterator[bytes]:
    yield _text(data)[::-1].encode()


def _gzip(data: bytes) -> Iterator[bytes]:
    start = data.find(b"\x1f\x8b\x08")
    while start >= 0:
        yield _inflated(data[start:], 31)
        start = data.find(b"\x1f\x8b\x08", start + 1)


def _deflated(data: bytes) -> Iterator[bytes]:
    """Streams of zlib anywhere: the texts of a PNG, the parts of a PDF."""
    for match in _ZLIB.finditer(data):
        yield _inflated(data[match.start() :], 15)


def _inflated(data: bytes, bits: int) -> bytes:
    with suppress(zlib.error):
        return zlib.decompressobj(bits).decompress(data, LARGEST)
    return b""


def _packed(data: bytes) -> Iterator[bytes]:
    """ZIP, and so the tables and texts of offices: its files and their names."""
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name.encode() + b"\n" + archive.read(name)
        yield archive.comment


def _squeezed(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"BZh"):
        with suppress(OSError):
            yield bz2.decompress(data)
    if data.startswith(b"\xfd7zXZ"):
        with suppress(lzma.LZMAError):
            yield lzma.decompress(data)


DECODERS: Mapping[str, Decode] = {
    "plain": _plain,
    "entities": _entities,
    "escapes": _escapes,
    "percent": _percent,
    "quoted-printable": _quoted,
    "utf-16-le": _little,
    "utf-16-be": _big,
    "gb18030": _gbk,
    "base64": _base64,
    "hexadecimal": _hexadecimal,
    "punycode": _punycode,
    "backwards": _backwards,
    "gzip": _gzip,
    "zlib": _deflated,
    "zip": _packed,
    "bz2 and xz": _squeezed,
}


def read(data: bytes, depth: int = DEEPEST, left_out: str = "") -> dict[str, str]:
    """The planted words in some bytes, with the decoders by which each was read.

    `left_out`: a decoder to do without, so that a test can tell that it is needed.
    """
    found: dict[str, str] = {}
    for name, decode in DECODERS.items():
        if name == left_out:
            continue
        for seen in decode(data):
            for word in words_in(_text(seen)):
                found.setdefault(word, name)
            if seen and seen != data and depth > 1 and name in _HOLDS_MORE:
                for word, way in read(seen, depth - 1, left_out).items():
                    found.setdefault(word, f"{name}, {way}")
    return found


_HOLDS_MORE = frozenset({"entities", "base64", "percent", "gzip", "zlib", "zip", "bz2 and xz"})
"""What is read once more after decoding: archives, `data:` addresses, what is escaped twice."""


def _zipped(data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b"<sst><t>" + data + b"</t></sst>")
    return file.getvalue()


def _numbered(data: bytes) -> bytes:
    return "".join(f"&#{ord(sign)};" for sign in _text(data)).encode()


def _unicoded(data: bytes) -> bytes:
    return "".join(f"\\u{ord(sign):04x}" for sign in _text(data)).encode()


def _as_host(data: bytes) -> bytes:
    return _FOREIGN.sub(_host, _text(data)).encode()


def _host(run: re.Match[str]) -> str:
    return f"//xn--{run[0].encode('punycode').decode()}.example/"


def _recoded(encoding: str, shift: bytes = b"") -> Encode:
    return lambda data: shift + _text(data).encode(encoding, "ignore")


def _based(shift: int) -> Encode:
    return lambda data: b"data:;base64," + base64.urlsafe_b64encode(b"x" * shift + data)


def _png(data: bytes) -> bytes:
    """The text of a PNG, deflated, behind other bytes."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\0zTXtComment\0\0" + zlib.compress(data, 9)


ENCODERS: Mapping[str, tuple[str, Encode]] = {
    "as it is": ("plain", lambda data: b"\xff\xd8\xff" + data),
    "entities": ("entities", _numbered),
    "JSON": ("escapes", _unicoded),
    "a URL": ("percent", lambda data: "".join(f"%{byte:02X}" for byte in data).encode()),
    "a URL twice": ("percent", lambda data: quote(quote(data, safe="")).encode()),
    "mail": ("quoted-printable", lambda data: quopri.encodestring(data, quotetabs=True)),
    "UTF-16, little end first": ("utf-16-le", _recoded("utf-16-le")),
    "UTF-16 from an odd byte on": ("utf-16-le", _recoded("utf-16-le", b"x")),
    "UTF-16, big end first": ("utf-16-be", _recoded("utf-16-be", b"\0")),
    "GBK": ("gb18030", _recoded("gb18030")),
    "base64, 0 bytes on": ("base64", _based(0)),
    "base64, 1 byte on": ("base64", _based(1)),
    "base64, 2 bytes on": ("base64", _based(2)),
    "hexadecimal": ("hexadecimal", lambda data: b"0x" + data.hex().upper().encode()),
    "a host name": ("punycode", _as_host),
    "backwards": ("backwards", lambda data: _text(data)[::-1].encode()),
    "gzip": ("gzip", lambda data: gzip.compress(data, mtime=0)),
    "a PNG's text": ("zlib", _png),
    "a spreadsheet": ("zip", _zipped),
    "bzip2": ("bz2 and xz", bz2.compress),
    "xz": ("bz2 and xz", lambda data: lzma.compress(data * 9)),  # a short text stays as it is
}
"""How a text can be hidden, each with the decoder that has to find it."""
