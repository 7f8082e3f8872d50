"""`python -m bench.run`: us against Hugo on the same records, written to `latest.json`.

In: BENCH_RECORDS. Out: a table, and ratios with what they were measured on. Builds alternate, and
which goes first changes every round, so that a busy minute falls on both.
"""

import json
import os
import platform
import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from bench import corpus, peer, pictures, sharing
from bench.corpus import Record
from bench.measure import Timing, timed
from bench.ours import Ours
from bench.peer import Hugo
from huiying import __version__

RESULT = Path(__file__).parent / "latest.json"
ROUNDS = 5
CHANGED = 100
"""The number of the record that the scenario `one` edits: a clarification."""
Site: TypeAlias = Ours | Hugo


@dataclass(frozen=True, slots=True)
class Run:
    """One build of one site in one scenario."""

    site: str
    scenario: str
    timing: Timing


def main() -> None:
    """Run at the size that was asked for and keep the result."""
    count = int(os.environ.get("BENCH_RECORDS", "1000"))
    with tempfile.TemporaryDirectory(prefix="huiying-bench-") as folder:
        result = compare(count, ROUNDS, Path(folder))
    RESULT.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(table(result))


def compare(count: int, rounds: int, folder: Path) -> dict[str, Any]:
    """Both sites written into `folder`, built in every scenario, and what came out of it."""
    sites: list[Site] = [Ours(folder / "ours"), Hugo(folder / "hugo")]
    for site in sites:
        site.write(corpus.records(count))
    number = min(CHANGED, count)
    runs = [
        run
        for turn in range(1, rounds + 1)
        for run in _round(sites[:: 1 if turn % 2 else -1], corpus.record(number), turn)
    ]
    pages = {site.name: sum(1 for _ in site.output.rglob("*.html")) for site in sites}
    return {
        "records": count,
        "rounds": rounds,
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "huiying": __version__,
        "hugo": peer.version(),
        "pages": pages,
        **ratios(runs),
        "sharing": sharing.costs(),
        "pictures": pictures.costs(),
    }


def _round(sites: list[Site], record: Record, turn: int) -> Iterator[Run]:
    """Each scenario once with each site; theme and one start from what the build before left."""
    revised = corpus.revise(record, turn)
    changes: Mapping[str, Callable[[Site], None]] = {
        "cold": lambda site: site.clear(),
        "theme": lambda site: site.change_theme(turn),
        "one": lambda site: site.change_record(revised),
    }
    for scenario, change in changes.items():
        for site in sites:
            change(site)
            if isinstance(site, Hugo):
                site.clear()
            log = site.folder.parent / f"{site.name}.log"
            timing = timed(site.command(), site.folder, site.environment(), log)
            print(f"{turn} {scenario:5} {site.name:4} {timing.wall_s:7.2f} s", flush=True)
            yield Run(site.name, scenario, timing)
    for site in sites:
        check(site.page(record), revised, turn)


def check(page: Path, record: Record, turn: int) -> None:
    """Stop where a build left out what the other shows, or what has just changed."""
    text = page.read_text(encoding="utf-8")
    wanted = [record.title, record.summary, record.claim, f"第{turn}次补充", f"版式第{turn}版"]
    wanted += ["application/ld+json", "ClaimReview", 'name="SiteIDCode"', 'property="og:title"']
    wanted += [url for _, url in (*record.evidence, *record.sources)]
    wanted += [step for _, step in record.timeline]
    missing = [each for each in wanted if each not in text]
    if missing:
        raise SystemExit(f"bench: {page} lacks {missing}")


def ratios(runs: list[Run]) -> dict[str, Any]:
    """Ours over Hugo's best of all scenarios: its builds are the same work in each."""
    hugo = [run.timing for run in runs if run.site == "hugo"]
    wall_s, user_s = min(each.wall_s for each in hugo), min(each.user_s for each in hugo)
    scenarios = {}
    for scenario in ("cold", "theme", "one"):
        found = [run.timing for run in runs if (run.site, run.scenario) == ("ours", scenario)]
        best, user = min(each.wall_s for each in found), _median_user(found)
        scenarios[scenario] = {
            "best_ratio": round(best / wall_s, 3),
            "user_ratio": round(user / user_s, 3),
            "best_wall_s": round(best, 3),
            "median_user_s": round(user, 3),
        }
    return {
        "hugo_best": {"wall_s": round(wall_s, 3), "user_s": round(user_s, 3)},
        "scenarios": scenarios,
    }


def _median_user(timings: list[Timing]) -> float:
    return statistics.median(each.user_s for each in timings)


def table(result: Mapping[str, Any]) -> str:
    """The result for people."""
    hugo = result["hugo_best"]
    lines = [
        f"{result['records']} records, {result['cores']} cores, Hugo {result['hugo']}: "
        f"{hugo['wall_s']:.2f} s wall, {hugo['user_s']:.2f} s user at best",
        f"{'scenario':9} {'wall':>9} {'user':>9} {'wall/Hugo':>10} {'user/Hugo':>10}",
    ]
    for name, row in result["scenarios"].items():
        lines.append(
            f"{name:9} {row['best_wall_s']:7.2f} s {row['median_user_s']:7.2f} s"
            f" {row['best_ratio']:10.2f} {row['user_ratio']:10.2f}"
        )
    costs = [sharing.line(result["sharing"]), pictures.line(result["pictures"])]
    return "\n".join([*lines, *costs])


if __name__ == "__main__":
    main()
