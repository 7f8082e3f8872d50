"""The audits look into the data as into pages, once for the same bytes and anew for new secrets."""

from pathlib import Path

import pytest

from huiying import build, doors
from huiying.audits import personal_output
from huiying.audits.internal_string import Needles
from huiying.build import Bench
from huiying.cache import Cache
from huiying.render.output import Output

NOTE = "值班员三号已电话核实水厂运行"
PERSON = "13987654321"
PATH = "api/v1/records/rumours/20260312-tingshui.json"


@pytest.mark.parametrize("path", [PATH, "api/v1/years/2026.csv", "api/v1/years/2026.jsonl"])
def test_what_is_private_is_found_in_kept_bytes_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    bench = Bench(doors.theme_folder(), Cache(tmp_path / "cache.sqlite"), None, "test")
    output = Output(path, f'{{"a": "{NOTE}", "b": "{PERSON}"}}\n'.encode())
    first = build._facts_kept([output], Needles(), bench)[path]
    assert first.leaks == ()
    assert [shown for _, shown in first.traces] == ["139****4321"]
    monkeypatch.setattr(personal_output, "look_into_data", lambda _: pytest.fail("looked twice"))
    assert build._facts_kept([output], Needles(), bench)[path] == first
    again = build._facts_kept([output], Needles((NOTE.encode(),)), bench)[path]
    assert again.leaks == (NOTE,)
    assert again.traces == first.traces
