"""One segment of the index: many records, merged once, then never touched; and how it is read.

In: entries. Out: files below `finder/<folder>/`, whose name is a digest of what is in them:

- `s/<n>.bin`: a shard. For each of its grams, by print: the print (3 bytes), varint of how many
  records have it, varint of the size of its postings in bytes, the postings. Where the size is 0 a
  varint says in how many `l/<shard>-<print>-<n>.bin` they are, the newest records in the first.
- a posting: varint of `unit step << 3 | impact`; a unit is `record number * 4 + slot` (body, title,
  form, further forms); numbers count in the order of publication.
- `d/<number>.json`: what is shown of a record (`entry.py`).
- `prior.json`: how common characters and the commonest pairs are, so that a browser can choose what
  to ask for before it knows anything.
- `documents.json`: address and digest of each record, for the next build.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from math import log2
from typing import TypeAlias

from huiying.finder.entry import Entry
from huiying.finder.grams import grams, levels, print_of, shard_of

FORMAT = 3
"""To be raised when the same records would give other files."""
SLOTS = 4
SHARD_BYTES = 1280
"""Of a usual shard: a question reads one for each of its grams, and of each a few bytes only."""
LONGEST = 2000
"""Postings in a shard or a file of their own."""
COMMON_PAIRS = 1024
Postings: TypeAlias = dict[str, list[int]]
Files: TypeAlias = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Segment:
    """`folder` below `finder/`; `documents`: address and digest by number; its files by path."""

    folder: str
    documents: tuple[tuple[str, str], ...]
    shards: int
    files: Files


def merge(entries: Sequence[Entry]) -> Segment:
    """The segment of these entries, which come in the order of publication."""
    documents = tuple((entry.address, entry.digest) for entry in entries)
    listing = json.dumps(documents, separators=(",", ":")).encode()
    folder = blake2b(b"%d " % FORMAT + listing, digest_size=8).hexdigest()
    postings = _postings(entries)
    counts = {gram: _count(found) for gram, found in postings.items()}
    encoded = {gram: _encode(found) for gram, found in postings.items()}
    total = sum(len(data) + 5 for data in encoded.values())
    shards = max(1, round(total / SHARD_BYTES))
    files = {
        f"{folder}/documents.json": listing,
        f"{folder}/prior.json": _prior(counts, len(entries)),
    }
    files |= {f"{folder}/d/{number}.json": entry.file for number, entry in enumerate(entries)}
    files |= _shards(folder, shards, postings, encoded, counts)
    return Segment(folder, documents, shards, files)


def _postings(entries: Sequence[Entry]) -> Postings:
    found: Postings = defaultdict(list)
    for number, entry in enumerate(entries):
        body, title, *forms = entry.units
        units = [[body], [title], forms[:1], forms[1:]]
        for slot, texts in enumerate(units):
            base = (number * SLOTS + slot) << 3
            for gram, level in _levels_in(texts, slot == 0):
                found[gram].append(base | level)
    return found


def _levels_in(texts: Sequence[str], is_body: bool) -> Iterable[tuple[str, int]]:
    """Each gram of some texts with its level in that text where it is highest."""
    found: dict[str, int] = {}
    for text in texts:
        by_count = levels(len(text), is_body)
        most = len(by_count) - 1
        for gram, count in grams(text).items():
            level = by_count[count if count < most else most]
            if level > found.get(gram, -1):
                found[gram] = level
    return found.items()


def _count(postings: Sequence[int]) -> int:
    """In how many records a gram stands."""
    return len({posting >> 5 for posting in postings}) if len(postings) > 1 else 1


def _varint(number: int) -> bytes:
    """Seven bits a byte, low ones first; the high bit says that more follow."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


_SHORT = [_varint(number) for number in range(1 << 14)]


def _encode(postings: Sequence[int]) -> bytes:
    """Postings in rising order as steps from one unit to the next."""
    steps = [postings[0]]
    steps += [after - before + (before & 7) for before, after in pairwise(postings)]
    return b"".join([_SHORT[step] if step < 16384 else _varint(step) for step in steps])


def _shards(
    folder: str, shards: int, postings: Postings, encoded: dict[str, bytes], counts: dict[str, int]
) -> Files:
    files: Files = {}
    parts: dict[int, list[tuple[int, bytes]]] = defaultdict(list)
    for gram, data in encoded.items():
        shard, print = shard_of(gram, shards), print_of(gram)
        head = print.to_bytes(3, "big") + _varint(counts[gram])
        found = postings[gram]
        if len(found) <= LONGEST:
            parts[shard].append((print, head + _varint(len(data)) + data))
            continue
        chunks = [found[max(0, end - LONGEST) : end] for end in range(len(found), 0, -LONGEST)]
        parts[shard].append((print, head + b"\0" + _varint(len(chunks))))
        for number, chunk in enumerate(chunks):
            files[f"{folder}/l/{shard}-{print}-{number}.bin"] = _encode(chunk)
    for shard in range(shards):
        files[f"{folder}/s/{shard}.bin"] = b"".join(data for _, data in sorted(parts[shard]))
    return files


def _prior(counts: dict[str, int], of: int) -> bytes:
    """Characters and the commonest pairs by level; level n: in about 2 ** (-n/2) of the records."""
    # A pair of fewer records could tell what one of them said after it was withdrawn.
    pairs = [gram for gram, count in counts.items() if len(gram) == 2 and count >= 3]
    pairs.sort(key=lambda gram: (-counts[gram], gram))
    singles = sorted(gram for gram in counts if len(gram) == 1)
    values = {"characters": _levels(singles, counts, of)}
    values["pairs"] = _levels(sorted(pairs[:COMMON_PAIRS]), counts, of)
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _levels(chosen: Sequence[str], counts: dict[str, int], of: int) -> list[str]:
    by_level: dict[int, list[str]] = defaultdict(list)
    for gram in chosen:
        by_level[round(-2 * log2(counts[gram] / of))].append(gram)
    return ["".join(by_level[level]) for level in range(max(by_level, default=-1) + 1)]


def read_shard(data: bytes) -> Iterator[tuple[int, int, bytes, int]]:
    """(print, records, postings, files of postings) of each gram of a shard."""
    place = 0
    while place < len(data):
        print = int.from_bytes(data[place : place + 3], "big")
        count, place = _read(data, place + 3)
        size, place = _read(data, place)
        chunks = 0
        if not size:
            chunks, place = _read(data, place)
        yield print, count, data[place : place + size], chunks
        place += size


def read_postings(data: bytes) -> Iterator[tuple[int, int]]:
    """(unit, impact level) of each posting."""
    place = unit = 0
    while place < len(data):
        step, place = _read(data, place)
        unit += step >> 3
        yield unit, step & 7


def _read(data: bytes, place: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = data[place]
        number |= (byte & 127) << shift
        place += 1
        if byte < 128:
            return number, place
        shift += 7
