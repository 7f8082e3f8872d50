"""What the data interface costs a build, for each record."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from huiying.audits.facts import facts
from huiying.render import api
from tests.helper import BASE
from tests.render.sites import project
from tests.sites import many

COUNT = 2000


@pytest.mark.proof
def test_files_and_milliseconds_for_each_record(
    tmp_path: Path, figure: Callable[[str, object], None]
) -> None:
    projection = project(tmp_path, {**BASE, **many(COUNT)})
    begun = time.process_time()
    outputs = list(api.outputs(projection))
    drawn = time.process_time()
    for output in outputs:
        facts(output.path, output.data.decode())
    judged = time.process_time()
    size = sum(len(output.data) for output in outputs)
    figure("data interface: files per record", round(len(outputs) / COUNT, 2))
    figure("data interface: KB per record", round(size / COUNT / 1000, 1))
    figure("data interface: ms per record to write", round((drawn - begun) / COUNT * 1000, 3))
    figure("data interface: ms per record to audit", round((judged - drawn) / COUNT * 1000, 3))
    assert len(outputs) < COUNT * 1.1
    assert (drawn - begun) / COUNT < 0.001
