"""MP3 without its tags: who recorded it, with what and when, covers and comments.

In: a file's bytes. Out: the same sound without ID3 (versions 1 and 2), APE and Lyrics3 tags, at
either end. Frames of sound are not touched.
"""

_ID3V1_BYTES = 128
_APE_FOOTER_BYTES = 32
_LYRICS_END = b"LYRICS200"


def clean(data: bytes) -> bytes:
    """The bytes between the tags."""
    start, end = 0, len(data)
    while (size := _id3v2(data, start)) and start + size < end:
        start += size
    while (size := _behind(data[start:end])) and start + size < end:
        end -= size
    return data[start:end]


def _id3v2(data: bytes, at: int) -> int:
    """Bytes of the tag that begins at a place; 0: none does."""
    if data[at : at + 3] != b"ID3" or len(data) < at + 10:
        return 0
    return 10 + _synchsafe(data[at + 6 : at + 10]) + (10 if data[at + 5] & 0x10 else 0)


def _synchsafe(digits: bytes) -> int:
    size = 0
    for byte in digits:
        size = size << 7 | byte & 0x7F
    return size


def _behind(data: bytes) -> int:
    """Bytes of the tag that ends where the data ends; 0: none does."""
    if data[-_ID3V1_BYTES:].startswith(b"TAG"):
        return _ID3V1_BYTES
    if data[-10:].startswith(b"3DI"):
        return 20 + _synchsafe(data[-4:])
    if data[-_APE_FOOTER_BYTES:].startswith(b"APETAGEX"):
        footer = data[-_APE_FOOTER_BYTES:]
        has_header = footer[23] & 0x80
        return int.from_bytes(footer[12:16], "little") + (_APE_FOOTER_BYTES if has_header else 0)
    if data.endswith(_LYRICS_END) and data[-15:-9].isdigit():
        return int(data[-15:-9]) + 15
    return 0
