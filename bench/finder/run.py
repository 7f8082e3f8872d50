"""Measures the finder and writes `docs/finder-figures.md`: `python -m bench.finder.run [section]`.

In: names of sections, or none for all. Out: each section's text, with its day and versions; the
others stay as they are. Words, latency: Chromium, nginx, openssl and `npm ci` in bench/finder/node.
Recall, sure, lookalikes: the real messages of ../shared.
"""

import io
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from bench.finder import compare, fit, growth, latency, lookalikes, peer, recall, updating
from tests.browser import find_chromium

PAGE = Path(__file__).resolve().parents[2] / "docs" / "finder-figures.md"
HEAD = """\
# The finder in figures

Written by `python -m bench.finder.run`; do not edit by hand. Each section says with what it was
measured and how to repeat it. The records of the first four are made up (`bench/finder/made.py`,
`bench/corpus.py`); the last three ask real messages, which stay outside the project. Machines are
shared: trust ratios, bytes and processor time before seconds.
"""


@dataclass(frozen=True, slots=True)
class Section:
    """`says`: what is measured and what was to be reached; `lines`: the figures."""

    title: str
    says: str
    lines: Callable[[], Iterator[str]]


def printed(say: Callable[[], None], is_table: bool = False) -> Callable[[], Iterator[str]]:
    """What a script prints, as it stands or as preformatted text."""

    def lines() -> Iterator[str]:
        with redirect_stdout(io.StringIO()) as sink:
            say()
        text = sink.getvalue().rstrip("\n")
        yield text if is_table else f"```\n{text}\n```"

    return lines


SECTIONS = {
    "words": Section(
        "Words, beside Pagefind",
        "`found`: results over true results, at most 1; `top 5`: the share of the first five that"
        " have the words; `none`: questions without a result. True is what stands in a folded text"
        " of the record. Bytes are counted by nginx, heads of answers included, up to ten results"
        " with their texts; each cell of the second table is median / mean / 95th percentile."
        " Targets: found >= .99 in every class, top 5 not behind, <= 100 KB up to the first result,"
        " <= 30 KB for the next question, index time and bytes ahead.",
        lambda: compare.lines(2_000),
    ),
    "latency": Section(
        "Work and waiting on an old phone",
        "Targets: <= 100 ms for a paste and <= 20 ms for a word at 4×; on a line of 1.6 Mbit/s and"
        " 150 ms words within 1 s, the first results of a paste within 2 s. A paste tells three"
        " times: after 20 grams, after 40, and, if nothing is sure, after 100.",
        lambda: latency.lines(10_000),
    ),
    "growth": Section(
        "From a thousand records to a hundred thousand",
        "Bytes after gzip, without heads of answers, after the start. Target: less than twice as"
        " many.",
        growth.lines,
    ),
    "updating": Section(
        "One record more, corrected, withdrawn",
        "Files that are new, changed or gone after `huiying build`. Target: at most a dozen of the"
        " finder, outside the merges of a month and a year.",
        lambda: updating.lines(10_000),
    ),
    "recall": Section(
        "Real messages: is the right answer found?",
        "With 95 % bootstrap intervals. Targets: .45 and .68; with one other form .68 and .85;"
        " pairs .87 at rank 1.",
        printed(recall.main, is_table=True),
    ),
    "sure": Section(
        "How sure it may be",
        "Five folds by group. Targets: at most 2 % sure without an answer, at least 25 % of right"
        " first hits sure. The calibration says how often hits of a probability are right.",
        printed(lambda: fit.report(fit.rows(), fit.ALLOWED * fit.MARGIN)),
    ),
    "lookalikes": Section(
        "What only looks alike",
        "Targets: none sure although taken out, 95 % of the re-titled found first.",
        printed(lookalikes.main),
    ),
}


def main() -> None:
    """Measure the sections that were asked for."""
    wanted = sys.argv[1:] or list(SECTIONS)
    if unknown := set(wanted) - SECTIONS.keys():
        raise SystemExit(f"bench: no section {', '.join(sorted(unknown))}")
    for name in wanted:
        texts = written(PAGE)
        texts[name] = measured(name)
        PAGE.write_text(page(texts), encoding="utf-8")


def measured(name: str) -> str:
    """The text of one section, measured now."""
    section = SECTIONS[name]
    figures = []
    for line in section.lines():
        print(line, flush=True)
        figures.append(line)
    how = f"Measured on {datetime.now(UTC):%Y-%m-%d} with {versions()}, on shared cores;"
    return "\n".join(
        [f"{section.says}\n", *figures, "", f"{how} again: `python -m bench.finder.run {name}`."]
    )


def versions() -> str:
    """What it was measured with."""
    nginx = _said(["nginx", "-v"]).rpartition("/")[2]
    chromium = _said([find_chromium() or "chromium", "--version"])
    found = {
        "Python": python_version(),
        "Chromium": next((word for word in chromium.split() if word[0].isdigit()), "missing"),
        "nginx": nginx or "missing",
        "Pagefind": peer.VERSION,
        "pypinyin": version("pypinyin"),
    }
    return ", ".join(f"{name} {number}" for name, number in found.items())


def _said(command: Sequence[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return (done.stdout + done.stderr).strip()


def written(path: Path) -> dict[str, str]:
    """The sections of the page as it is, by name."""
    if not path.is_file():
        return {}
    names = {section.title: name for name, section in SECTIONS.items()}
    parts = path.read_text(encoding="utf-8").split("\n## ")[1:]
    found = (part.partition("\n\n") for part in parts)
    return {names[title]: text.rstrip("\n") for title, _, text in found if title in names}


def page(texts: dict[str, str]) -> str:
    """The whole page, its sections in their order."""
    parts = [
        f"## {section.title}\n\n{texts[name]}\n"
        for name, section in SECTIONS.items()
        if name in texts
    ]
    return "\n".join([HEAD, *parts])


if __name__ == "__main__":
    main()
