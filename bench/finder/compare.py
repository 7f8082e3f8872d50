"""Words side by side with Pagefind in Chromium: `python -m bench.finder.run words`.

The same made-up records for both, served by the same nginx with gzip over HTTP/1.1. Every question
is asked first on a fresh page, then the next of its class on the same page, each time until ten
results with their texts are there.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from bench.finder import browser, files, made, peer, words
from bench.finder.browser import Answer
from bench.finder.server import serving
from huiying.finder.index import Index

ENGINES = {"ours": browser.OURS, "Pagefind": browser.PAGEFIND}
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on a fresh page: `start`, what came before it; then the next one."""

    start: int
    first: Answer
    next: Answer


def lines(count: int, each: int = words.EACH) -> Iterator[str]:
    """The tables."""
    entries = made.entries(count)
    questions = made.questions(entries, each)
    truth = words.Truth(entries)
    with tempfile.TemporaryDirectory(prefix="huiying-bench-") as name:
        work = Path(name)
        work.chmod(0o755)  # nginx's workers are nobody
        site = work / "site"
        yield from built(entries, site)
        browser.furnish(site)
        index = Index(files.reader(site))
        found = {"ours, in Python": words.scores(questions, words.ours(index), truth)}
        asked: dict[str, dict[str, list[Asked]]] = {}
        for engine in ENGINES:
            asked[engine] = ask(engine, questions, site, work)
            found[engine] = {
                kind: words.score(questions[kind], remembered(questions[kind], rows), truth)
                for kind, rows in asked[engine].items()
            }
    yield from ("", f"{count:,} records.", "")
    yield from table_of_scores(found)
    yield from ("",)
    yield from table_of_bytes(asked)


def built(entries: Sequence, site: Path) -> Iterator[str]:
    """Both indexes, each made several times in turns; the fastest of each is told."""
    peer.write_pages(entries, site)
    costs: dict[str, list[files.Cost]] = {"ours": [], "Pagefind": []}
    for turn in range(ROUNDS):
        folder = site if turn + 1 == ROUNDS else site.parent / f"other{turn}"
        costs["ours"].append(files.write(entries, folder))
        costs["Pagefind"].append(peer.index(site))
    yield "| index of the same records | ours | Pagefind | ratio |"
    yield "| --- | ---: | ---: | ---: |"
    rows = {
        "user CPU, s (best)": [min(cost.user_s for cost in each) for each in costs.values()],
        "wall, s (best)": [min(cost.wall_s for cost in each) for each in costs.values()],
        "MB on disk": [each[-1].size / 1e6 for each in costs.values()],
        "MB in blocks of 4 KB": [each[-1].blocks / 1e6 for each in costs.values()],
        "files": [each[-1].files for each in costs.values()],
    }
    for name, (own, other) in rows.items():
        numbers = (f"{own:,}", f"{other:,}") if name == "files" else (f"{own:.2f}", f"{other:.2f}")
        yield f"| {name} | {' | '.join(numbers)} | {own / other:.2f} |"


def ask(
    engine: str, questions: dict[str, list[str]], site: Path, work: Path
) -> dict[str, list[Asked]]:
    """Every question in Chromium."""
    folder = work / f"nginx-{engine}"
    folder.mkdir()
    with serving(site, folder, "HTTP/1.1") as server, browser.chromium() as chromium:

        def one(text: str, after: str) -> Asked:
            with browser.desk(chromium, server, ENGINES[engine]) as desk:
                first = desk.ask(text)
                return Asked(sum(each.size for each in desk.start), first, desk.ask(after))

        return {
            kind: [one(text, asked[at - len(asked) + 1]) for at, text in enumerate(asked)]
            for kind, asked in questions.items()
        }


def remembered(questions: Sequence[str], rows: Sequence[Asked]) -> words.Engine:
    """What the browser has answered, as an engine."""
    pairs = zip(questions, rows, strict=True)
    known = {text: (row.first.total, row.first.first) for text, row in pairs}
    return known.__getitem__


def table_of_scores(found: dict[str, dict[str, words.Score]]) -> Iterator[str]:
    yield (
        "| class | questions | "
        + " | ".join(f"{engine}: found, top 5, none" for engine in found)
        + " |"
    )
    yield "| --- | ---: |" + " --- |" * len(found)
    for kind, one in next(iter(found.values())).items():
        cells = (
            f"{each[kind].found:.3f}, {each[kind].top5:.3f}, {each[kind].zero}"
            for each in found.values()
        )
        yield f"| {kind} | {one.questions} | {' | '.join(cells)} |"


def table_of_bytes(asked: dict[str, dict[str, list[Asked]]]) -> Iterator[str]:
    names = ("up to the first result, KB", "next question, KB", "requests of it", "its ms")
    yield f"| class | engine | {' | '.join(names)} |"
    yield "| --- | --- |" + " ---: |" * len(names)
    for kind in asked["ours"]:
        for engine, rows in asked.items():
            every = rows[kind]
            cells = (
                spread([(row.start + row.first.size) / 1e3 for row in every]),
                spread([row.next.size / 1e3 for row in every]),
                spread([len(row.next.sent) for row in every]),
                spread([row.next.waves_ms[-1] for row in every]),
            )
            yield f"| {kind} | {engine} | {' | '.join(cells)} |"


def spread(values: Sequence[float]) -> str:
    """Median, mean and 95th percentile."""
    high = sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]
    return f"{median(values):.0f} / {mean(values):.0f} / {high:.0f}"
