"""From the bytes of a page to its text, as a browser reads them.

In: bytes. Out: the text, and what is wrong with how it is written down. The order is the HTML
standard's (§13.2.3 The input byte stream): a mark at the beginning, what a meta tag declares, else
UTF-8. Never fails: what cannot be read becomes U+FFFD and a fault at its place.
"""

import codecs
import re
from collections.abc import Mapping
from typing import TypeAlias

Fault: TypeAlias = tuple[str, int, Mapping[str, str]]
"""Case of the sentence, place in the text, values."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]+)", re.IGNORECASE
)
LOOKED_AT = 4096
"""Bytes in which a declaration counts: the standard asks for 1024, portals put more before it."""
CHINESE = ("gb2312", "gbk", "x-gbk", "gb_2312-80", "gb18030", "cp936", "chinese", "iso-ir-58")


def decode(data: bytes) -> tuple[str, list[Fault]]:
    """The text of a page and the faults of its encoding."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], name, name)
    match = _DECLARED.search(data, 0, LOOKED_AT)
    if match is None:
        text, faults = _read(data, "utf-8", "")
        is_ascii = data.isascii()
        return text, faults if is_ascii or faults else [("charset-none", 0, {})]
    declared = match[1].decode("ascii").lower()
    return _read(data, _codec(declared), declared)


def _codec(declared: str) -> str:
    """Python's name of a declared encoding; of the unknown, and of UTF-16 in a tag, UTF-8."""
    if declared in CHINESE:
        return "gb18030"  # as browsers do: the widest of the family
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return "utf-8"
    return "utf-8" if name.startswith("utf-16") else name


def _read(data: bytes, codec: str, declared: str) -> tuple[str, list[Fault]]:
    """The text, in another encoding than declared where only that one fits."""
    other = "gb18030" if codec == "utf-8" else "utf-8"
    try:
        text = data.decode(codec)
    except (UnicodeDecodeError, LookupError) as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        return _read_other(data, codec, other, declared, start)
    if codec == "gb18030" and not data.isascii() and _fits(data, "utf-8"):
        # Almost no GBK text is UTF-8 by chance; what is read so is nonsense.
        values = {"declared": declared, "found": "UTF-8"}
        return data.decode("utf-8"), [("charset", 0, values)]
    return text, []


def _read_other(
    data: bytes, codec: str, other: str, declared: str, start: int
) -> tuple[str, list[Fault]]:
    shown = {"gb18030": "GBK", "utf-8": "UTF-8"}[other]
    if codec in ("utf-8", "gb18030") and _fits(data, other):
        case = "charset" if declared else "charset-none"
        return data.decode(other), [(case, 0, {"declared": declared, "found": shown})]
    safe = codec if _is_known(codec) else "utf-8"
    text = data.decode(safe, "replace")
    place = len(data[:start].decode(safe, "replace"))
    return text, [("charset-broken", place, {"declared": declared or "utf-8"})]


def _is_known(codec: str) -> bool:
    try:
        b"".decode(codec)
    except LookupError:
        return False
    return True


def _fits(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
