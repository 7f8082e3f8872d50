"""Which records lie in which part of the index, so that a new one rewrites a handful of files.

In: the entries, the instant, and the manifest of the tree that readers see now. Out: the files of
the index. Three tiers: *archive*, published before this year; *year*, published this year before
this month, or in this month in full batches of 64; *recent*, the rest, in one file. Up to 64
records are all recent. A segment that the tree already has is kept as it is until its period ends
or more than 64 of its records have changed: what changed is marked as gone in the manifest, and its
new version lies among the recent ones.

`finder/manifest.json`: `segments` (`tier`, `period`, `folder`; how many `documents`, `shards` and
`files`; `gone`: numbers of records to pass over), `recent` and `variants` (names of files),
`confidence` with `places`.
"""

import json
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence, Set
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

    def below(self, folder: str) -> Collection[str]:
        """The paths of the whole files below a folder."""

    def keep(self, path: str) -> None:
        """Want a file as it is."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A part of the index and the entries that belong there; `period` changes when it is merged."""

    name: str
    period: str
    entries: Sequence[Entry]


def outputs(projection: Projection, tree: Tree) -> Iterator[Output]:
    """The files of the index of a projection that the tree does not have yet."""
    now = projection.settings.now.astimezone(projection.settings.zone)
    yield from index(entries(projection), now, _places(projection), tree)


def index(
    found: Sequence[Entry], now: datetime, places: Sequence[str], tree: Tree
) -> Iterator[Output]:
    """The files of the index of these entries, oldest first, at an instant in the site's zone.

    What the tree has and may keep is kept; all else is given out.
    """
    previous = _previous(tree)
    readable = {entry.address for entry in found if not entry.is_erased}
    placed: set[str] = set()
    members: list[Entry] = []
    told: list[dict[str, Any]] = []
    for tier in _tiers(found, now):
        members = [entry for entry in (*members, *tier.entries) if entry.address not in placed]
        kept = _keep(previous.get(tier.name), tier, members, tree, readable)
        if kept:
            told.append(kept.told)
            placed |= kept.there
            for path in kept.paths:
                tree.keep(path)
        elif members:
            segment = merge(members)
            told.append(_told(tier, segment))
            placed |= {entry.address for entry in members}
            yield from (Output(f"{FOLDER}/{path}", data) for path, data in segment.files.items())
    recent = [entry for entry in found if entry.address not in placed]
    yield from _head(told, recent, places)


def _head(
    told: list[dict[str, Any]], recent: Sequence[Entry], places: Sequence[str]
) -> Iterator[Output]:
    """What every reader of the index fetches first."""
    listing = ",".join(entry.file.decode() for entry in recent)
    manifest: dict[str, Any] = {"segments": told}
    for name, text in {"recent": f"[{listing}]", "variants": "\n".join(variants())}.items():
        data = text.encode()
        suffix = "json" if name == "recent" else "txt"
        manifest[name] = f"{name}-{blake2b(data, digest_size=8).hexdigest()}.{suffix}"
        yield Output(f"{FOLDER}/{manifest[name]}", data)
    manifest["confidence"] = constants() | {"places": places}
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


def _previous(tree: Tree) -> dict[str, dict[str, Any]]:
    """The segments of the tree by tier; none where its index is of another format."""
    data = tree.read(f"{FOLDER}/{MANIFEST}")
    segments = json.loads(data)["segments"] if data else []
    return {told["tier"]: told for told in segments if told["format"] == FORMAT}


@dataclass(frozen=True, slots=True)
class _Kept:
    """A segment of the tree as the new manifest tells of it, what is good in it, its files."""

    told: dict[str, Any]
    there: frozenset[str]
    paths: Collection[str]


def _keep(
    told: dict[str, Any] | None,
    tier: Tier,
    members: Sequence[Entry],
    tree: Tree,
    readable: Set[str],
) -> _Kept | None:
    """The segment of the tree that may stay for these members, if there is one.

    Its postings could be put together to the text of a record that changed or was withdrawn since.
    So it goes where that text may not be read any more: nobody may know of the record, or its
    wording was erased.
    """
    if not told or told["period"] != tier.period:
        return None
    folder = f"{FOLDER}/{told['folder']}"
    listing = tree.read(f"{folder}/documents.json")
    if listing is None:
        return None
    digests = {entry.address: entry.digest for entry in members}
    documents = [
        (address, digests.get(address) == digest) for address, digest in json.loads(listing)
    ]
    gone = [number for number, (_, is_good) in enumerate(documents) if not is_good]
    there = frozenset(address for address, is_good in documents if is_good)
    if not there or len(members) - len(there) > BATCH or len(gone) > BATCH:
        return None
    if any(documents[number][0] not in readable for number in gone):
        return None
    paths = set(tree.below(folder)) - {f"{folder}/d/{number}.json" for number in gone}
    if len(paths) != told["files"] - len(gone):
        return None
    return _Kept(told | {"gone": gone}, there, paths)


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
