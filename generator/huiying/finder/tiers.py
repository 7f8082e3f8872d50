"""Which records lie in which part of the index, so that a new one rewrites a handful of files.

In: the entries, the instant, and the manifest of the tree that readers see now. Out: the files of
the index. Three tiers: *archive*, published before this year; *year*, published this year before
this month, or in this month in full batches of 64; *recent*, the rest, in one file. Up to 64 records
are all recent. A segment that the tree already has is kept as it is: records that changed since are marked as gone in the manifest
and lie among the recent ones until the next merge (a month, a year or 64 changes later).

`finder/manifest.json`: `segments` (`tier`, `period`, `folder`; how many `documents`, `shards` and
`files`; `gone`: numbers of records to pass over), `recent` and `variants` (names of files),
`confidence` with `places`.
"""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any, Protocol

from huiying.finder.confidence import constants
from huiying.finder.entry import Entry, entries
from huiying.finder.folding import fold, variants
from huiying.finder.guard import known_places
from huiying.finder.segment import FORMAT, Segment, merge
from huiying.public import Projection
from huiying.render.output import Output

FOLDER = "finder"
MANIFEST = "manifest.json"
BATCH = 64


class Tree(Protocol):
    """The tree that readers see now, and what of it is wanted again."""

    def read(self, path: str) -> bytes | None:
        """A file that is whole, or None."""

    def keep_below(self, folder: str, dropped: frozenset[str], count: int) -> bool:
        """Want every file below a folder but those dropped; False where there are not that many."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A part of the index and the entries that belong there; `period` changes when it is merged."""

    name: str
    period: str
    entries: Sequence[Entry]


def outputs(projection: Projection, tree: Tree) -> Iterator[Output]:
    """The files of the index that the tree does not have; what it has and may keep is kept."""
    found = entries(projection)
    now = projection.settings.now.astimezone(projection.settings.zone)
    segments, recent = _place(found, _tiers(found, now), _previous(tree), tree)
    told = []
    for tier, segment in segments:
        if isinstance(segment, _Kept):
            told.append(segment.told)
            continue
        yield from (Output(f"{FOLDER}/{path}", data) for path, data in segment.files.items())
        told.append(_told(tier, segment))
    listing = ",".join(entry.file.decode() for entry in recent)
    manifest: dict[str, Any] = {"segments": told}
    for name, text in {"recent": f"[{listing}]", "variants": "\n".join(variants())}.items():
        data = text.encode()
        suffix = "json" if name == "recent" else "txt"
        manifest[name] = f"{name}-{blake2b(data, digest_size=8).hexdigest()}.{suffix}"
        yield Output(f"{FOLDER}/{manifest[name]}", data)
    manifest["confidence"] = constants() | {"places": _places(projection)}
    text = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    yield Output(f"{FOLDER}/{MANIFEST}", text.encode())


def _places(projection: Projection) -> list[str]:
    """What counts as a place: what everybody knows, and what the site's records name."""
    named = {
        fold(place)
        for record in projection.records.values()
        for place in record.values.get("places", ())
    }
    return [
        *known_places(),
        *sorted(place for place in named - {*known_places()} if len(place) > 1),
    ]


def _tiers(found: Sequence[Entry], now: datetime) -> tuple[Tier, Tier]:
    """Archive and year at an instant in the site's zone; what is in neither is recent."""
    if len(found) <= BATCH:
        found = ()
    dates = [entry.shown["published"] for entry in found]
    year, month = bisect_left(dates, f"{now:%Y}-01-01"), bisect_left(dates, f"{now:%Y-%m}-01")
    batches = (len(found) - month) // BATCH
    end = month + batches * BATCH
    return (
        Tier("archive", f"{now:%Y}", found[:year]),
        Tier("year", f"{now:%Y-%m}-{batches}", found[year:end]),
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    """A segment that the tree has, as the manifest tells of it."""

    told: dict[str, Any]


def _previous(tree: Tree) -> dict[str, dict[str, Any]]:
    """The segments of the tree by tier; none where its index is of another format."""
    data = tree.read(f"{FOLDER}/{MANIFEST}")
    segments = json.loads(data)["segments"] if data else []
    return {told["tier"]: told for told in segments if told["format"] == FORMAT}


def _place(
    found: Sequence[Entry],
    tiers: Sequence[Tier],
    previous: Mapping[str, dict[str, Any]],
    tree: Tree,
) -> tuple[list[tuple[Tier, Segment | _Kept]], list[Entry]]:
    """Each entry into one segment, kept or new, or among the recent ones."""
    digests = {entry.address: entry.digest for entry in found}
    placed: set[str] = set()
    late: list[Entry] = []
    segments: list[tuple[Tier, Segment | _Kept]] = []
    for tier in tiers:
        kept = _keep(previous.get(tier.name), tier, digests, tree)
        if kept:
            told, there = kept
            segments.append((tier, _Kept(told)))
            placed |= there
            late += [entry for entry in tier.entries if entry.address not in there]
        elif members := [*late, *tier.entries]:
            segments.append((tier, merge(members)))
            placed |= {entry.address for entry in members}
            late = []
    recent = [entry for entry in found if entry.address not in placed]
    if len(recent) > 2 * BATCH and "year" in previous:
        others = {name: told for name, told in previous.items() if name != "year"}
        return _place(found, tiers, others, tree)
    return segments, recent


def _keep(
    told: dict[str, Any] | None, tier: Tier, digests: Mapping[str, str], tree: Tree
) -> tuple[dict[str, Any], set[str]] | None:
    """The segment as the new manifest tells of it, and the addresses that are good in it."""
    if not told or told["period"] != tier.period:
        return None
    listing = tree.read(f"{FOLDER}/{told['folder']}/documents.json")
    if listing is None:
        return None
    documents = json.loads(listing)
    gone = [
        number
        for number, (address, digest) in enumerate(documents)
        if digests.get(address) != digest
    ]
    there = {address for address, digest in documents if digests.get(address) == digest}
    dropped = frozenset(f"{FOLDER}/{told['folder']}/d/{number}.json" for number in gone)
    if not tree.keep_below(f"{FOLDER}/{told['folder']}", dropped, told["files"] - len(gone)):
        return None
    return told | {"gone": gone}, there


def _told(tier: Tier, segment: Segment) -> dict[str, Any]:
    """What the manifest says of a new segment."""
    return {
        "format": FORMAT,
        "tier": tier.name,
        "period": tier.period,
        "folder": segment.folder,
        "documents": len(segment.documents),
        "shards": segment.shards,
        "files": len(segment.files),
        "gone": [],
    }
