"""From a thousand records to a hundred thousand: `python -m bench.finder.run growth`.

What one question reads (bytes as a server sends them, without heads; requests) after the start, and
whether the right record is found: a paste is a record's form of 500 characters, a message one of
some sixty, both with 30 % of their characters replaced. Counted with the matcher in Python, which
reads the files that browsers read.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.finder import files, made
from huiying.finder import matching
from huiying.finder.entry import Entry
from huiying.finder.finder import find
from huiying.finder.index import Index

SIZES = (1_000, 10_000, 100_000)
KINDS = ("paste 500", "message 60", "word", "fragment 4–6")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: kilobytes and requests of the first wave and of all, rank of what is right."""

    first_kb: float
    kb: float
    first_requests: int
    requests: int
    first_rank: int
    rank: int


def lines(sizes: Sequence[int] = SIZES, each: int = 60) -> Iterator[str]:
    """The tables."""
    found: dict[str, list[list[Asked]]] = {kind: [] for kind in KINDS}
    yield "| records | index: user CPU, ms a record | wall, ms a record | MB | files | start, KB |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: |"
    for size in sizes:
        entries = made.entries(size)
        with tempfile.TemporaryDirectory(prefix="huiying-bench-") as name:
            folder = Path(name)
            cost = files.write(entries, folder)
            start = files.Meter(folder)
            Index(start.read)
            yield (
                f"| {size:,} | {1000 * cost.user_s / size:.2f} | {1000 * cost.wall_s / size:.2f}"
                f" | {cost.size / 1e6:.1f} | {cost.files:,} | {start.bytes / 1000:.0f} |"
            )
            for kind, asked in questions(entries, each).items():
                found[kind].append([ask(text, right, folder) for text, right in asked])
    yield ""
    yield from table(found, sizes)


def questions(entries: Sequence[Entry], each: int) -> dict[str, list[tuple[str, str]]]:
    """(question, address of the record that is right) by kind; words have no right record."""
    long = [entry for entry in entries if len(entry.shown["forms"][0]) >= 500]
    short = [entry for entry in entries if 50 <= len(entry.shown["forms"][0]) < 80]
    by_class = made.questions(entries, each)
    words = by_class["dictionary words"], by_class["4–6-character fragments"]
    told = [retold(long, each, 500), retold(short, each, 60)]
    return dict(
        zip(KINDS, [*told, *([(text, "") for text in asked] for asked in words)], strict=True)
    )


def retold(entries: Sequence[Entry], each: int, length: int) -> list[tuple[str, str]]:
    """Forms of some records, a third of them changed."""
    chosen = entries[:: max(1, len(entries) // each)][:each]
    return [
        (made.changed(entry.shown["forms"][0][:length], entry.address), entry.address)
        for entry in chosen
    ]


def ask(text: str, right: str, folder: Path) -> Asked:
    """One question of a browser that has the start: its first wave alone, and to its end."""
    first, whole = (_ask(text, right, folder, waves) for waves in (matching.WAVES[:1], None))
    return Asked(first[0], whole[0], first[1], whole[1], first[2], whole[2])


def _ask(
    text: str, right: str, folder: Path, waves: tuple[int, ...] | None
) -> tuple[float, int, int]:
    """(KB, requests, rank of what is right or 0), with other waves than usual if told."""
    meter = files.Meter(folder)
    index = Index(meter.read)
    size, requests, usual = meter.bytes, meter.requests, matching.WAVES
    matching.WAVES = waves or usual
    try:
        hits = find(text, index).hits
    finally:
        matching.WAVES = usual
    addresses = [hit.document["address"] for hit in hits]
    rank = addresses.index(right) + 1 if right in addresses else 0
    return (meter.bytes - size) / 1000, meter.requests - requests, rank


def table(found: dict[str, list[list[Asked]]], sizes: Sequence[int]) -> Iterator[str]:
    """Medians by size and what they grew by."""
    names = "first wave, KB", "all, KB", "requests, first wave", "requests, all"
    yield f"| question | records | {' | '.join(names)} | R@1 first wave | R@1 | R@5 |"
    yield "| --- | ---: |" + " ---: |" * 7
    for kind, rows in found.items():
        for size, asked in zip(sizes, rows, strict=True):
            numbers = medians(asked)
            cells = f"{numbers[0]:.0f} | {numbers[1]:.0f} | {numbers[2]:.0f} | {numbers[3]:.0f}"
            ranks = ([each.first_rank for each in asked], [each.rank for each in asked])
            shares = (share(ranks[0], 1), share(ranks[1], 1), share(ranks[1], 5))
            known = (f"{each:.2f}" for each in shares) if any(ranks[1]) else ("–",) * 3
            yield f"| {kind} | {size:,} | {cells} | {' | '.join(known)} |"
        grown = zip(medians(rows[0]), medians(rows[-1]), strict=True)
        times = (f"×{after / before:.2f}" for before, after in grown)
        yield f"| {kind} | **growth** | {' | '.join(times)} | | | |"


def medians(asked: Sequence[Asked]) -> tuple[float, float, float, float]:
    return (
        median(each.first_kb for each in asked),
        median(each.kb for each in asked),
        median(each.first_requests for each in asked),
        median(each.requests for each in asked),
    )


def share(ranks: Sequence[int], most: int) -> float:
    """How often the right one stands among the first so many."""
    return sum(0 < rank <= most for rank in ranks) / len(ranks)
