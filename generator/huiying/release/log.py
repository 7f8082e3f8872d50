"""The log of releases: one `Link` for each, chained by digests, so that none can be changed later.

In: what a release brings. Out: bytes of `log/<n>.json` and `log/head.json`, and the way back. Each
link holds the SHA-256 of the bytes of the one before. It knows no content. `docs/trust.md` shows
how to check a log without this program.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from huiying.render.output import digest

FORMAT = 1
HEAD = "log/head.json"
COUNTS = ("new", "changed", "gone")


@dataclass(frozen=True, slots=True)
class Link:
    """One release. `at`: its instant in UTC; `records`, `files`: how many came, changed, went.

    `manifest`: SHA-256 of manifest.json, `kept`: of manifest/kept.json, if there is one;
    `previous`: of the link before, None in the first.
    """

    n: int
    at: str
    manifest: str
    kept: str | None
    previous: str | None
    records: Mapping[str, int]
    files: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Head:
    """The newest link of a log: its number and the SHA-256 of its bytes."""

    n: int
    entry: str


def path_of(n: int) -> str:
    """Where a link lies."""
    return f"log/{n}.json"


def written(value: Link | Head) -> bytes:
    """The bytes of a link or a head."""
    data = {"format": FORMAT, **asdict(value)}
    return json.dumps(data, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def parse_link(data: bytes) -> Link:
    """What a link says; ValueError when the bytes are none."""
    found = _object(data, {"n", "at", "manifest", "kept", "previous", "records", "files"})
    link = Link(**found)
    texts = [link.at, link.manifest]
    texts += [text for text in (link.kept, link.previous) if text is not None]
    if type(link.n) is not int or not all(isinstance(text, str) for text in texts):
        raise ValueError("not a link")
    if not (_is_instant(link.at) and _is_count(link.records) and _is_count(link.files)):
        raise ValueError("not a link")
    return link


def _is_instant(text: str) -> bool:
    """Whether a text is an instant in UTC as a link says it, so that two compare as texts."""
    return text[-1:] == "Z" and datetime.fromisoformat(text).isoformat() == f"{text[:-1]}+00:00"


def _is_count(found: Any) -> bool:
    """Whether a value says how many came, changed and went."""
    is_whole = isinstance(found, dict) and found.keys() == set(COUNTS)
    return is_whole and all(type(number) is int for number in found.values())


def parse_head(data: bytes) -> Head:
    """What a head says, or a link taken for one; ValueError when the bytes are neither."""
    try:
        return Head(parse_link(data).n, digest(data))
    except ValueError:
        found = _object(data, {"n", "entry"})
    if type(found["n"]) is not int or not isinstance(found["entry"], str):
        raise ValueError("not a head")
    return Head(**found)


def _object(data: bytes, keys: set[str]) -> dict[str, Any]:
    """A JSON object with exactly these keys besides its format."""
    try:
        found = json.loads(data)
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(found, dict) or found.keys() != keys | {"format"}:
        raise ValueError("other keys")
    if found.pop("format") != FORMAT:
        raise ValueError("another format")
    return found
