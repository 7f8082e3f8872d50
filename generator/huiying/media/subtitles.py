"""Captions without what their makers noted beside them.

In: a WebVTT file's bytes (W3C WebVTT 1, 4.1). Out: the same cues, regions and styles, without NOTE
blocks and without words in the head.
"""

import re

_NOTE = re.compile(r"NOTE(?:[ \t\n]|\Z)")


def clean(data: bytes) -> bytes:
    """The file without notes; of the head only its first word. Lines end as on Unix."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    _, *blocks = re.split(r"\n{2,}", text)
    kept = [block.strip("\n") for block in blocks if block.strip("\n") and not _NOTE.match(block)]
    return ("\n\n".join(["WEBVTT", *kept]) + "\n").encode()
