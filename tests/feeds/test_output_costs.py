"""What each output adds to a build, for each record: files, bytes, milliseconds, and no more."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from huiying.render import api, calendar, feeds, rumour_index, sitemap
from huiying.render.body import environment
from huiying.render.embed import files as embeds
from huiying.render.output import Output
from huiying.render.plan import pages
from tests.conftest import ROOT
from tests.helper import BASE
from tests.render.sites import project
from tests.sites import many

FEW, MANY = 500, 2000
WAYS = "嵌入方式: [链接, 片段, 框架, 组件, oEmbed]\n"
MOST_MS = {"data": 1.0, "feeds": 0.5, "calendar": 0.1, "sitemap": 0.2, "index": 0.5, "embeds": 6.0}
"""What a record may cost each output, several times what it did on a busy machine."""
MOST_FILES = {"data": 1.2, "feeds": 0.1, "calendar": 0.01, "sitemap": 0.1, "index": 0.1}
MOST_FILES |= {"embeds": 3.2}


def costs(folder: Path, count: int) -> Iterator[tuple[str, float, float, float]]:
    """Of each output: its name, and for each record its files, bytes and milliseconds."""
    projection = project(folder, {**BASE, **many(count), "site.yml": f"{BASE['site.yml']}{WAYS}"})
    planned = list(pages(projection))
    env = environment(ROOT / "theme")
    runs: dict[str, Callable[[], Iterable[Output]]] = {
        "data": lambda: api.outputs(projection),
        "feeds": lambda: feeds.outputs(projection, planned),
        "calendar": lambda: [calendar.output(projection)],
        "sitemap": lambda: sitemap.outputs(projection, [page.path for page in planned]),
        "index": lambda: rumour_index.outputs(projection),
        "embeds": lambda: embeds.outputs(projection, planned, env, []),
    }
    for name, run in runs.items():
        begun = time.process_time()
        made = list(run())
        taken_ms = (time.process_time() - begun) * 1000
        size = sum(len(output.data) for output in made)
        yield name, len(made) / count, size / count, taken_ms / count


@pytest.mark.proof
def test_every_output_costs_little_and_grows_no_faster_than_the_records(
    tmp_path: Path, figure: Callable[[str, object], None]
) -> None:
    few = {name: ms for name, _, _, ms in costs(tmp_path / "few", FEW)}
    for name, files, size, ms in costs(tmp_path / "many", MANY):
        said = [round(files, 3), round(size), round(ms, 3)]
        figure(f"output {name}: files, bytes, ms per record of {MANY}", said)
        assert ms < MOST_MS[name], name
        assert files < MOST_FILES[name], name
        # A hundredth of a millisecond is the noise of the smallest outputs.
        assert ms < 2 * few[name] + 0.01, name
