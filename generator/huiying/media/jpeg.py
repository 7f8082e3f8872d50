"""A JPEG inside another file without what its camera wrote: place, device, names, comments.

In: the bytes of a JPEG. Out: the same picture without its application parts, but for JFIF, the
colour profile and Adobe's mark, which say how colours are meant, and without comments and what
stands behind its end. (ITU-T T.81, B.1.1.)
"""

import re

_DROPPED = frozenset([0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE])
_PROFILE = 0xE2
_SCAN, _END = 0xDA, 0xD9
_MARK = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])", re.DOTALL)


def without_words(data: bytes) -> bytes:
    """The picture; what is no JPEG comes back as it is, as no reader shows it either."""
    if not data.startswith(b"\xff\xd8"):
        return data
    kept, at, is_scan = [data[:2]], 2, False
    while match := _MARK.search(data, at):
        kind, stop = data[match.start() + 1], match.end()
        if kind == _END:
            return b"".join([*kept, data[at : match.start()] if is_scan else b"", b"\xff\xd9"])
        stop += max(2, int.from_bytes(data[stop : stop + 2], "big"))
        part = data[match.start() : stop]
        kept.append(data[at : match.start()] if is_scan else b"")
        is_scan = is_scan or kind == _SCAN
        is_foreign = kind == _PROFILE and not part[4:].startswith(b"ICC_PROFILE\0")
        if kind not in _DROPPED and not is_foreign:
            kept.append(part)
        at = stop
    return b"".join([*kept, data[at:] if is_scan else b""])
