"""Work and waiting on an old phone: `python -m bench.finder.run latency`.

Work is processor time of the page's main thread, four times, on a free line: with all it does for
each request, and again on a page that has the files, where matching is all that is left. Waiting is
measured with the processor slowed down four times and on a line of 1.6 Mbit/s and 150 ms, from a
server speaking HTTP/1.1 and one speaking HTTP/2. Each question is asked on a fresh page whose start
(script, manifest, priors, variants, recent records) is done: a site reads that while people type.
Start and question together are told beside it.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from bench.finder import browser, files, made
from bench.finder.browser import Answer
from bench.finder.server import LISTEN, Server, serving
from huiying.finder.entry import Entry

SLOWER = 4


@dataclass(frozen=True, slots=True)
class Timed:
    """One question and what came before it."""

    start_ms: float
    start_size: int
    answer: Answer


def pastes(entries: Sequence[Entry], count: int) -> list[str]:
    """Forms of 500 characters, retold."""
    long = [form for entry in entries for form in entry.shown["forms"] if len(form) >= 500]
    return [made.changed(form[:500], form[:20]) for form in long[:: len(long) // count][:count]]


def asked_words(entries: Sequence[Entry], count: int) -> list[str]:
    """Some of every class."""
    by_class = made.questions(entries, count // 5)
    return [text for asked in by_class.values() for text in asked[: count // 5]]


def lines(records: int, count: int = 25) -> Iterator[str]:
    """The tables."""
    entries = made.entries(records)
    questions = {"word": asked_words(entries, count), "paste of 500": pastes(entries, count)}
    with tempfile.TemporaryDirectory(prefix="huiying-bench-") as name:
        work = Path(name)
        work.chmod(0o755)
        files.write(entries, work / "site")
        browser.furnish(work / "site")
        yield f"{records:,} records, {count} questions each; median / 95th percentile."
        yield ""
        with browser.chromium() as chromium:
            yield "| question | matching, ms at 4× | with its requests, ms at 4× |"
            yield "| --- | ---: | ---: |"
            with served(work, "HTTP/1.1") as server:
                for kind, asked in questions.items():
                    yield work_row(kind, [worked(chromium, server, text) for text in asked])
            yield ""
            yield "| question | server | first hits, s | last, s | with start, s | KB | requests |"
            yield "| --- | --- |" + " ---: |" * 5
            for protocol in LISTEN:
                with served(work, protocol) as server:
                    for kind, asked in questions.items():
                        rows = [waited(chromium, server, text, protocol) for text in asked]
                        yield row(kind, protocol, rows)


@contextmanager
def served(work: Path, protocol: str) -> Iterator[Server]:
    """The site under nginx."""
    with tempfile.TemporaryDirectory(dir=work) as name:
        Path(name).chmod(0o755)
        with serving(work / "site", Path(name), protocol) as server:
            yield server


def worked(chromium: Browser, server: Server, text: str) -> tuple[float, float]:
    """Milliseconds of matching, and of everything."""
    with browser.desk(chromium, server, browser.OURS) as desk:
        answer = desk.ask(text)
        paths = [each.path for each in (*desk.start, *answer.sent)]
    with browser.desk(chromium, server, browser.HELD) as desk:
        desk.page.evaluate("(paths) => window.hold(paths)", paths)
        again = desk.ask(text)
    if (again.sent, again.first) != ([], answer.first):
        raise SystemExit(f"bench: another answer to {text!r} from files that are there")
    return again.work_ms, answer.work_ms


def work_row(kind: str, rows: Sequence[tuple[float, float]]) -> str:
    """One line of the table of work."""
    cells = (
        both([SLOWER * each for each in column], "{:.0f}") for column in zip(*rows, strict=True)
    )
    return f"| {kind} | {' | '.join(cells)} |"


def waited(chromium: Browser, server: Server, text: str, protocol: str) -> Timed:
    """One question on the slow line."""
    with browser.desk(chromium, server, browser.OURS, SLOWER, True) as desk:
        answer = desk.ask(text)
        if protocol == "HTTP/2.0" and browser.protocol(desk) != {"h2"}:
            raise SystemExit(f"bench: Chromium spoke {browser.protocol(desk)}")
        return Timed(desk.start_ms, sum(each.size for each in desk.start), answer)


def row(kind: str, protocol: str, rows: Sequence[Timed]) -> str:
    """One line of the table of waiting."""
    cells = (
        both([each.answer.waves_ms[0] / 1000 for each in rows]),
        both([each.answer.waves_ms[-1] / 1000 for each in rows]),
        both([(each.start_ms + each.answer.waves_ms[0]) / 1000 for each in rows]),
        both([each.answer.size / 1000 for each in rows], "{:.0f}"),
        both([len(each.answer.sent) for each in rows], "{:.0f}"),
    )
    return f"| {kind} | {protocol} | {' | '.join(cells)} |"


def both(values: Sequence[float], form: str = "{:.2f}") -> str:
    """Median and 95th percentile."""
    ordered = sorted(values)
    high = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"{form.format(ordered[len(ordered) // 2])} / {form.format(high)}"
