"""Whether a published tree is what its manifest says, and its log what it was yesterday.

In: a folder, or a function that reads public files of a place. Out: findings, each with the path it
is about; none when all is well. It needs nothing but the public files and believes nothing that
they say of each other without the digest.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO

from huiying import manifest
from huiying.against import Previous
from huiying.manifest import Damaged, Entry, Read, Root
from huiying.origin import Unreadable, reader
from huiying.release import is_hashed_asset, log
from huiying.release.log import HEAD, Head, Link

_NUMBERED = re.compile(r"([1-9][0-9]{0,8})\.json")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was published. `case` names its sentence."""

    case: str
    path: str


@dataclass(frozen=True, slots=True)
class Release:
    """What readers see at a place: its manifest, what the records say, the newest link of its log.

    `link`: None where there is no log. Head, link and manifest fit together.
    """

    root: Root
    entries: Mapping[str, Entry]
    link: Link | None


def released(read: Read) -> Release | None:
    """The release of a place, None where there is no manifest; Damaged where it does not fit."""
    root = manifest.read_root(read)
    if root is None:
        return None
    link = last_link(read)
    for finding in logged(read):
        raise Damaged(finding.path)
    return Release(root, manifest.read_entries(root, read), link)


def previous(place: str) -> Previous:
    """What was published at a place; Unreadable where its manifest is not there or not whole.

    The log says when; without one that is at the earliest when the newest of its records came.
    """
    try:
        found = released(reader(place))
    except Damaged:
        raise Unreadable("damaged", place) from None
    if found is None:
        raise Unreadable("no-manifest", place)
    entries, link = found.entries, found.link
    moments = [link.at] if link else [entry.publish_at for entry in entries.values()]
    return Previous(entries, datetime.fromisoformat(max(moments)) if moments else None)


# -- a tree ----------------------------------------------------------------------------------------


def tree(folder: Path) -> Iterator[Finding]:
    """Every changed, extra and missing file of a published tree, its log's faults after them."""
    read = reader(str(folder))
    try:
        root = manifest.read_root(read)
        known: dict[str, str | None] = {**dict(_own(folder, read)), **kept(read)}
    except Damaged as damaged:
        yield Finding("damaged", damaged.path)
        return
    if root is None:
        yield Finding("missing", manifest.ROOT)
        return
    damaged_shards = set()
    for shard in root.shards:
        known[shard.path] = shard.digest
        try:
            if shard in root.files:
                known |= manifest.read_files(Root((), (shard,)), read)
            else:
                manifest.read_entries(Root((shard,), ()), read)
        except Damaged as damaged:
            damaged_shards.add(damaged.path)
    yield from _compared(folder, known, damaged_shards)
    if read(HEAD) is not None:
        yield from chain(read)
        yield from logged(read)


def kept(read: Read) -> dict[str, str]:
    """SHA-256 by path of the assets kept for readers of the release before.

    Damaged where the list names anything that has no digest in its name.
    """
    data = read(manifest.KEPT)
    if data is None:
        return {}
    try:
        found = dict(json.loads(data)["files"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Damaged(manifest.KEPT) from None
    if not all(map(is_hashed_asset, found)):
        raise Damaged(manifest.KEPT)
    return found


def _own(folder: Path, read: Read) -> Iterator[tuple[str, str | None]]:
    """Files that no shard lists, with their digests; None where something else speaks for them."""
    yield manifest.ROOT, None
    if read(manifest.KEPT) is not None:
        yield manifest.KEPT, None
    numbers = list(_numbers(folder / manifest.LOG))
    data = read(HEAD)
    if data is None and not numbers:
        return
    yield HEAD, None  # also where it is missing, while links are there
    try:
        count = log.parse_head(data or b"").n
    except ValueError:
        count = max(numbers, default=0)  # the chain tells it; no link is to blame
    for n in numbers:
        if n <= count:  # a link that is missing is told by the chain
            yield log.path_of(n), None


def _numbers(folder: Path) -> Iterator[int]:
    """The numbers of the links that lie in a log's folder."""
    for name in sorted(os.listdir(folder)) if folder.is_dir() else ():
        if (found := _NUMBERED.fullmatch(name)) is not None:
            yield int(found[1])


def _compared(
    folder: Path, known: Mapping[str, str | None], damaged: Set[str]
) -> Iterator[Finding]:
    """The tree's files against their digests; those of a damaged shard cannot be judged."""
    found = dict(walk(folder))
    for path in sorted(damaged):
        yield Finding("damaged", path)
    for path in sorted(found.keys() | known.keys()):
        if path in damaged or (path not in known and manifest.shard_of(path) in damaged):
            continue
        if path not in found:
            yield Finding("missing", path)
        elif path not in known or not found[path]:
            yield Finding("extra", path)
        elif known[path] is not None and _digest(folder / path) != known[path]:
            yield Finding("changed", path)


def walk(folder: Path, above: str = "") -> Iterator[tuple[str, bool]]:
    """Every path that is no folder, and whether it is a plain file.

    Hidden names at the top are the operator's.
    """
    with os.scandir(folder) as here:
        for entry in here:
            path = f"{above}{entry.name}"
            if not above and entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from walk(folder / entry.name, f"{path}/")
            else:
                yield path, entry.is_file(follow_symlinks=False)


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return _digest_of(stream)
    except OSError:
        return ""


def _digest_of(stream: IO[bytes]) -> str:
    total = sha256()
    while block := stream.read(1 << 20):
        total.update(block)
    return total.hexdigest()


# -- a log -----------------------------------------------------------------------------------------


def chain(read: Read, since: Head | None = None) -> Iterator[Finding]:
    """The faults of a log, from its head back to `since`, or to its first link."""
    head = _head(read)
    if isinstance(head, Finding):
        yield head
        return
    if since is not None and head.n < since.n:
        yield Finding("shorter", HEAD)
        return
    wanted, later = head.entry, ""
    for n in range(head.n, (since.n if since else 1) - 1, -1):
        link = _link(read, n, wanted)
        if isinstance(link, Finding):
            yield link
            return
        if later and link.at > later:
            yield Finding("order", log.path_of(n))
        if since is not None and n == since.n:
            if wanted != since.entry:
                yield Finding("forked", log.path_of(n))
            return
        wanted, later = link.previous or "", link.at
    if wanted:
        yield Finding("link", log.path_of(1))


def last_link(read: Read) -> Link | None:
    """The newest link, held against the head; None where there is no log. Damaged as above."""
    if read(HEAD) is None:
        return None
    head = _head(read)
    found = head if isinstance(head, Finding) else _link(read, head.n, head.entry)
    if isinstance(found, Finding):
        raise Damaged(found.path)
    return found


def _head(read: Read) -> Head | Finding:
    data = read(HEAD)
    if data is None:
        return Finding("missing", HEAD)
    try:
        head = log.parse_head(data)
    except ValueError:
        return Finding("damaged", HEAD)
    if head.n < 1 or data != log.written(head):
        return Finding("damaged", HEAD)
    return head


def _link(read: Read, n: int, wanted: str) -> Link | Finding:
    """A link whose bytes have the digest that is wanted."""
    data = read(log.path_of(n))
    if data is None:
        return Finding("missing", log.path_of(n))
    if sha256(data).hexdigest() != wanted:
        return Finding("link", log.path_of(n))
    try:
        link = log.parse_link(data)
    except ValueError:
        return Finding("damaged", log.path_of(n))
    return link if link.n == n else Finding("damaged", log.path_of(n))


def logged(read: Read) -> Iterator[Finding]:
    """The manifest, and the list of what is kept, where the newest link names others."""
    try:
        link = last_link(read)
    except Damaged:
        return  # the chain tells it
    for path, digest in (
        ((manifest.ROOT, link.manifest), (manifest.KEPT, link.kept)) if link else ()
    ):
        data = read(path)
        if (sha256(data).hexdigest() if data is not None else None) != digest:
            yield Finding("unlogged", path)
