"""Public files of another place: a folder, one file in it, or an address on the web.

In: what was written behind `--against` or `verify`. Out: a function from paths to bytes. It reads
only what it is asked for, within limits of size and time, and never writes.
"""

import http.client
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

LONGEST_BYTES = 64 * 1024 * 1024
"""Of one file: ten thousand records of one month have some 10 MB."""
LONGEST_S = 30.0
"""For one file, from the first byte that is asked for to the last that comes."""
_CHUNK = 1 << 16
_NAMES = ("manifest.json", "log/head.json")
"""Files that people name for the place in which they lie."""


class Unreadable(Exception):
    """A place that cannot be read; `rule` names the sentence, `values` fill it."""

    def __init__(self, case: str, place: str) -> None:
        super().__init__(case, place)
        self.rule = f"origin.{case}"
        self.values = {"place": place}


def is_address(place: str) -> bool:
    """Whether the place is on the web."""
    return place.startswith(("http://", "https://"))


def reader(place: str) -> Callable[[str], bytes | None]:
    """A function that reads public files of the place by their paths; None for one not there."""
    if is_address(place):
        for name in _NAMES:
            place = place.removesuffix(f"/{name}")
        base = place.rstrip("/") + "/"
        return lambda path: _fetched(base + quote(path))
    folder = Path(os.path.abspath(place))
    for name in _NAMES:
        if folder.parts[-len(Path(name).parts) :] == Path(name).parts:
            folder = folder.parents[len(Path(name).parts) - 1]
    if not folder.is_dir():
        raise Unreadable("missing", place)
    return lambda path: _stored(folder / path)


def read_one(place: str) -> bytes:
    """The bytes of one file on disk or on the web."""
    data = _fetched(place) if is_address(place) else _stored(Path(place))
    if data is None:
        raise Unreadable("missing", place)
    return data


def _stored(file: Path) -> bytes | None:
    try:
        with file.open("rb") as stream:
            data = stream.read(LONGEST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError:
        raise Unreadable("denied", str(file)) from None
    if len(data) > LONGEST_BYTES:
        raise Unreadable("large", str(file))
    return data


def _fetched(url: str) -> bytes | None:
    ends = time.monotonic() + LONGEST_S
    try:
        with urllib.request.urlopen(url, timeout=LONGEST_S) as answer:
            return _received(answer, url, ends)
    except urllib.error.HTTPError as error:
        if error.code in (404, 410):
            return None
        raise Unreadable("refused", url) from None
    except (OSError, http.client.HTTPException, ValueError):
        raise Unreadable("unreachable", url) from None


def _received(answer: http.client.HTTPResponse, url: str, ends: float) -> bytes:
    """All bytes of an answer; a server that drips or floods is left alone."""
    data = bytearray()
    while chunk := answer.read1(_CHUNK):
        data += chunk
        if len(data) > LONGEST_BYTES:
            raise Unreadable("large", url)
        if time.monotonic() > ends:
            raise Unreadable("slow", url)
    return bytes(data)
