"""What the feeds add to a build: as many files and bytes for an archive as for a few months."""

import time
from collections.abc import Callable
from pathlib import Path

from huiying.render import calendar, feeds
from huiying.render.plan import pages
from tests.helper import CLARIFICATION
from tests.render.sites import SITE, project


def rumours(count: int) -> dict[str, str]:
    return {
        f"clarifications/2026/202602{1 + n % 28:02}-n{n:05}.yml": CLARIFICATION.replace(
            "2026-03-12 09:40", f"2026-02-{1 + n % 28:02} {n % 24:02}:00"
        ).replace("2026-03-11 20:15", "2026-01-01 00:00")
        for n in range(count)
    }


def test_more_records_are_no_more_files_and_no_more_bytes(
    tmp_path: Path, full_size: bool, figure: Callable[[str, object], None]
) -> None:
    count = 10_000 if full_size else 120
    few = project(tmp_path / "few", {**SITE, **rumours(60)})
    many = project(tmp_path / "many", {**SITE, **rumours(count)})
    before = [len(file.data) for file in feeds.outputs(few, list(pages(few)))]
    planned = list(pages(many))
    begin = time.perf_counter()
    after = [len(file.data) for file in feeds.outputs(many, planned)]
    after_calendar = calendar.output(many)
    taken_ms = (time.perf_counter() - begin) * 1000
    assert len(after) == len(before)
    assert max(after) < 1.1 * max(before)
    assert after_calendar.data == calendar.output(few).data
    figure("feeds: records", count)
    figure("feeds: files, one topic and two bodies", len(after) + 1)
    figure("feeds: bytes of all", sum(after))
    figure("feeds: ms to write all", round(taken_ms))
