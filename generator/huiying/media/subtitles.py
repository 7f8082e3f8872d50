"""Captions without what their makers noted beside them.

In: a WebVTT file's bytes (W3C WebVTT 1, 4.1). Out: the same cues, regions and styles, without NOTE
blocks and without words in the head.
"""

import re

from huiying.media.captions import ARROW, blocks

_NOTE = re.compile(r"NOTE(?:[ \t]|\Z)")


def clean(data: bytes) -> bytes:
    """The file without notes; of the head only its first word. Lines end as on Unix."""
    found = blocks(data.decode("utf-8-sig", "replace"))
    kept = ["\n".join(lines) for _, lines in found if not _is_note(lines)]
    return ("\n\n".join(["WEBVTT", *kept]) + "\n").encode()


def _is_note(lines: list[str]) -> bool:
    """Whether a block is a note; with times in its second line it is a cue to players."""
    return bool(_NOTE.match(lines[0])) and not any(ARROW in line for line in lines[1:2])
