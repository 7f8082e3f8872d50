"""The manifest: what a tree holds and what its records say, as digests that anyone can check.

In: a projection, the library it was made from, the digests of all files. Out: `manifest.json` with
its shards below `manifest/`; and the way back, from bytes to `Entry` values. It has no clock. Only
what readers can see is digested: a digest of a short hidden value could be guessed back. Links to
other records, experts and policies are left out, as they come and go without anybody's edit.
`docs/data.md` describes the files, `docs/trust.md` the bytes.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from huiying.digest import LEFT_OUT, SHORT
from huiying.library import Library
from huiying.problem import Mark, Problem
from huiying.public import KEPT_WHEN_WITHDRAWN, Projection, PublicRecord, Sieve, public_values
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.field import Model
from huiying.records.history import HistoryEntry, keys_named, last_erased, without_erased
from huiying.render.output import Output
from huiying.render.redirect import redirects
from huiying.upcoming import newest

FORMAT = 1
ROOT = "manifest.json"
FOLDER = "manifest"
KEPT = f"{FOLDER}/kept.json"
"""Names the assets that a release keeps for readers of the one before; never part of a build."""
LOG = "log"
_NOTES = frozenset({"updates", "schema_version", "expires_at"}) | LEFT_OUT
"""Public fields that no field digest covers: notes have digests of their own, and a day on which a
record is to expire is not seen before it comes, so that no digest may tell of it."""
_TAKEN_BACK = ("note", "ref", "before", "after")
"""What of a history's entry may be erased, and has a digest of its own for that."""
_SEALED = re.compile(r"/([0-9a-f]{16})/")
"""A folder that is named by a digest and never changes: one of the finder's tiers."""
_YEAR = re.compile(r"/([0-9]{4})/?(?:0[1-9]|1[0-2])(?![0-9]{3})")
"""A year in a path: that of an archive page, or of the day with which an id begins."""
Read = Callable[[str], bytes | None]
"""Bytes of a public file by its path from the site's root; None if it is not there."""


class Damaged(Exception):
    """A manifest or log whose parts do not fit together; `path` is the first that does not."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Note:
    """A dated public note: its instant in UTC, its digest, and in a history its type.

    `words`: digest of note, reference and wordings, which a withdrawal for privacy takes back;
    `erases`: whether it is such a withdrawal; `minor`: of a slip of the pen, the canonical keys
    that it names; None of all else.
    """

    at: str
    digest: str
    type: str = ""
    words: str = ""
    erases: bool = False
    minor: tuple[str, ...] | None = None

    @property
    def plain(self) -> list[str]:
        """As it is written down, without what is empty at the end."""
        parts = [self.at, self.digest, self.type, self.words]
        parts += ["erased"] * self.erases
        parts += ["minor", *self.minor] if self.minor is not None else []
        while not parts[-1]:
            parts.pop()
        return parts


@dataclass(frozen=True, slots=True)
class Entry:
    """What one public record says: `fields`, short digests by canonical key; `digest`, of all.

    `addresses`: paths of old addresses that lead to it.
    """

    publish_at: str
    digest: str
    fields: Mapping[str, str]
    history: tuple[Note, ...] = ()
    updates: tuple[Note, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shard:
    """One part of a manifest: its path, the SHA-256 of its bytes, how many entries it holds."""

    path: str
    digest: str
    count: int


@dataclass(frozen=True, slots=True)
class Root:
    """What `manifest.json` says: the shards of records and those of files.

    `newest`: when the newest change came that the site shows, in UTC; empty where none has. A site
    that was built for an instant to come is known by it.
    """

    records: tuple[Shard, ...]
    files: tuple[Shard, ...]
    newest: str = ""

    @property
    def shards(self) -> tuple[Shard, ...]:
        """All parts."""
        return (*self.records, *self.files)


# -- records ---------------------------------------------------------------------------------------


def entries(projection: Projection, library: Library) -> dict[str, Entry]:
    """What every public record says, by address."""
    old: dict[str, list[str]] = {}
    for path, record in redirects(projection):
        old.setdefault(record.address, []).append(path)
    return {
        place: _entry(record, library, projection.settings.now, tuple(sorted(old.get(place, ()))))
        for place, record in projection.records.items()
        if record.state == "public"
    }


def _entry(
    record: PublicRecord, library: Library, now: datetime, addresses: tuple[str, ...]
) -> Entry:
    stored: Record[Common] = library.records[record.address]
    names = frozenset(type(stored.fields).model_fields) - _NOTES
    if "withdrawn" in record.marks:
        names &= KEPT_WHEN_WITHDRAWN
    # At one instant of its own, as some kinds work out a value from the time.
    fields = stored.fields.shown_at(record.published_at)
    parts = {name: canonical(value) for name, value in _said(fields, names, library).items()}
    history = tuple(entry for entry in stored.fields.history if entry.at <= now)
    updates = [entry for entry in stored.fields.updates if entry.at <= now]
    return Entry(
        instant(record.published_at),
        _joined(record.address, parts),
        {name: sha256(part).hexdigest()[:SHORT] for name, part in parts.items()},
        tuple(_history(history, type(stored.fields))),
        () if "withdrawn" in record.marks else tuple(map(_update, updates)),
        addresses,
    )


def _joined(address: str, parts: Mapping[str, bytes]) -> str:
    """SHA-256 of `[address, values]` as canonical JSON; each value was written once before."""
    pairs = b",".join(b'"%b":%b' % (name.encode(), part) for name, part in sorted(parts.items()))
    return sha256(b"[%b,{%b}]" % (canonical(address), pairs)).hexdigest()


def _said(fields: Model, names: frozenset[str], library: Library) -> dict[str, Any]:
    """Public values by key; a field that uses media with their bytes' digests and sidecars."""
    sieve = Sieve(frozenset())
    said: dict[str, Any] = public_values(fields, sieve, names)
    if sieve.media:
        for name in said:
            own = Sieve(frozenset())
            value = public_values(fields, own, frozenset({name}))[name]
            if own.media:
                said[name] = [value, _media(own, library)]
    return said


def _media(sieve: Sieve, library: Library) -> dict[str, Any]:
    """The media that a sieve has met: digest of what is seen of them, public values of the sidecar.

    Not of the bytes as they came: what was taken out of them could be guessed back.
    """
    found: dict[str, Any] = {}
    while missing := sieve.media - found.keys():
        for path in missing:
            sidecar = library.sidecars.get(path)
            about = public_values(sidecar.fields, sieve) if sidecar else {}
            sight = library.sights.get(path)
            total = sight.digest if sight else library.media.get(path, "")
            found[path] = [total, about]
    return found


def _history(history: tuple[HistoryEntry, ...], model: type[Model]) -> Iterator[Note]:
    erased = last_erased(history)
    for number, entry in enumerate(without_erased(history)):
        said = public_values(entry, Sieve(frozenset()))
        words = {name: said.pop(name) for name in _TAKEN_BACK if name in said}
        yield Note(
            instant(entry.at),
            digest_of(said),
            entry.type,
            digest_of(words) if number >= erased else "",
            bool(entry.erased),
            tuple(sorted(keys_named(entry, model))) if entry.minor else None,
        )


def _update(update: Any) -> Note:
    return Note(instant(update.at), digest_of(public_values(update, Sieve(frozenset()))))


def instant(at: datetime) -> str:
    """An instant in UTC: `2026-03-12T01:40:00Z`."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def digest_of(value: Any) -> str:
    """SHA-256, hexadecimal, of plain values as canonical JSON."""
    return sha256(canonical(value)).hexdigest()


def canonical(value: Any) -> bytes:
    """JSON with sorted keys, without blanks, in UTF-8; instants in UTC, days as ISO 8601."""
    return _ENCODER.encode(value).encode()


def _written(value: Any) -> str:
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_written
)


# -- writing ---------------------------------------------------------------------------------------


def outputs(projection: Projection, library: Library, files: Mapping[str, str]) -> Iterator[Output]:
    """The manifest of a tree. `files`: SHA-256, hexadecimal, of every other file, by path."""
    months: dict[str, dict[str, Any]] = {}
    zone = projection.settings.zone
    for place, entry in entries(projection, library).items():
        at = projection.records[place].published_at.astimezone(zone)
        months.setdefault(f"{at:%Y/%m}", {})[place] = _plain(entry)
    parts: dict[str, dict[str, Any]] = {}
    for path, digest in files.items():
        parts.setdefault(shard_of(path), {})[path] = digest
    shards = {f"{FOLDER}/records/{month}.json": found for month, found in months.items()}
    root: dict[str, Any] = {"format": FORMAT}
    public = (place for place, record in projection.records.items() if record.state == "public")
    came = newest(public, library, projection.settings)
    root |= {"newest": instant(came)} if came else {}
    for name, group in (("records", shards), ("files", parts)):
        listed = []
        for path, found in sorted(group.items()):
            data = canonical({name: found}) + b"\n"
            yield Output(path, data)
            listed.append(_shard(path, data, len(found)))
        root[name] = {"count": sum(each["count"] for each in listed), "shards": listed}
    yield Output(ROOT, canonical(root) + b"\n")


def shard_of(path: str) -> str:
    """The shard that lists a file: that of its top folder and of what its path names besides.

    By year, as an archive page shows its whole year and changes with each record of it.
    """
    top, below, _ = path.partition("/")
    if not below:
        return f"{FOLDER}/files.json"
    part = _SEALED.search(path) or _YEAR.search(path)
    return f"{FOLDER}/files/{top}/{part[1] if part else 'all'}.json"


def clashes(paths: Iterable[str]) -> Iterator[Problem]:
    """A problem for each file that stands where the manifest or the log has its place."""
    own = (f"{FOLDER}/", f"{LOG}/")
    for path in sorted(paths):
        if path in (ROOT, FOLDER, LOG) or path.startswith(own):
            yield Problem("path-clash", Mark(path), "", {"path": path})


def _shard(path: str, data: bytes, count: int) -> dict[str, Any]:
    return {"path": path, "sha256": sha256(data).hexdigest(), "count": count}


def _plain(entry: Entry) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "publish_at": entry.publish_at,
        "digest": entry.digest,
        "fields": dict(entry.fields),
        "history": [note.plain for note in entry.history],
        "updates": [note.plain for note in entry.updates],
        "addresses": list(entry.addresses),
    }
    return {name: value for name, value in plain.items() if value}


# -- reading ---------------------------------------------------------------------------------------


def read_root(read: Read) -> Root | None:
    """The manifest of a place, or None where there is none; Damaged where it cannot be one."""
    data = read(ROOT)
    return None if data is None else parse_root(data)


def parse_root(data: bytes) -> Root:
    """What the bytes of `manifest.json` say."""
    try:
        found = json.loads(data)
        if found["format"] != FORMAT:
            raise Damaged(ROOT)
        came = _moment(found["newest"]) if "newest" in found else ""
        return Root(_shards(found, "records"), _shards(found, "files"), came)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Damaged(ROOT) from None


def _shards(found: Any, name: str) -> tuple[Shard, ...]:
    shards = tuple(
        Shard(_text(each["path"]), _text(each["sha256"]), int(each["count"]))
        for each in found[name]["shards"]
    )
    for shard in shards:
        if not shard.path.startswith(f"{FOLDER}/") or ".." in shard.path:
            raise ValueError(shard.path)
    return shards


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _moment(value: Any) -> str:
    """An instant as `instant` writes it; ValueError for all else, so that they compare as texts."""
    text = _text(value)
    if text[-1:] != "Z" or datetime.fromisoformat(text).isoformat() != f"{text[:-1]}+00:00":
        raise ValueError(text)
    return text


def _note(found: Any) -> Note:
    at, digest, *more = map(_text, found)
    type, words, *rest = (*more, "", "")[: max(2, len(more))]
    erases = rest[:1] == ["erased"]
    keys = rest[1:] if erases else rest
    if keys and keys[0] != "minor":
        raise ValueError(keys[0])
    return Note(_moment(at), digest, type, words, erases, tuple(keys[1:]) if keys else None)


def read_entries(root: Root, read: Read) -> dict[str, Entry]:
    """What each record says, by address; Damaged where a shard is not the one that is named."""
    found: dict[str, Entry] = {}
    for shard in root.records:
        for place, entry in _read_shard(shard, "records", read).items():
            try:
                found[place] = _parsed(entry)
            except (ValueError, KeyError, TypeError):
                raise Damaged(shard.path) from None
    return found


def read_files(root: Root, read: Read) -> dict[str, str]:
    """The SHA-256 of each file that the manifest lists, by path; Damaged as above."""
    found: dict[str, str] = {}
    for shard in root.files:
        for path, digest in _read_shard(shard, "files", read).items():
            if not isinstance(digest, str) or shard_of(path) != shard.path:
                raise Damaged(shard.path)
            found[path] = digest
    return found


def _read_shard(shard: Shard, name: str, read: Read) -> dict[str, Any]:
    data = read(shard.path)
    if data is None or sha256(data).hexdigest() != shard.digest:
        raise Damaged(shard.path)
    try:
        found = json.loads(data)[name]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Damaged(shard.path) from None
    if not isinstance(found, dict) or len(found) != shard.count:
        raise Damaged(shard.path)
    return found


def _parsed(found: Any) -> Entry:
    return Entry(
        _moment(found["publish_at"]),
        _text(found["digest"]),
        {_text(name): _text(value) for name, value in found["fields"].items()},
        tuple(map(_note, found.get("history", ()))),
        tuple(map(_note, found.get("updates", ()))),
        tuple(map(_text, found.get("addresses", ()))),
    )


def published(read: Read) -> frozenset[str]:
    """Addresses of the records that a place's manifest lists as public; none without a manifest."""
    root = read_root(read)
    shards = root.records if root else ()
    return frozenset(place for shard in shards for place in _read_shard(shard, "records", read))


def kept_output(kept: Mapping[str, str]) -> Output:
    """What names the assets kept for readers of the release before. `kept`: SHA-256 by path."""
    return Output(KEPT, canonical({"files": dict(kept)}) + b"\n")
