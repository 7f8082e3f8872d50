"""The benchmark at its smallest: both sites are built, and the result has the agreed shape."""

import json
from pathlib import Path

import pytest

from bench import corpus, pictures, run
from bench.measure import Timing
from bench.run import Run


@pytest.mark.proof
def test_a_tiny_benchmark_has_the_shape_of_the_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BENCH_RECORDS", "20")
    monkeypatch.setattr(run, "ROUNDS", 1)
    monkeypatch.setattr(run, "RESULT", tmp_path / "latest.json")
    monkeypatch.setattr(pictures, "COUNT", 1)
    monkeypatch.setattr(pictures, "SIZES_PX", {"cut": (400, 300)})
    run.main()
    result = json.loads((tmp_path / "latest.json").read_text(encoding="utf-8"))
    assert result["records"] == 20
    assert list(result["scenarios"]) == ["cold", "theme", "one"]
    for row in result["scenarios"].values():
        assert row["best_ratio"] > 0
        assert row["user_ratio"] > 0
    assert {"date", "cores", "python", "huiying", "hugo"} <= result.keys()
    assert result["pages"]["hugo"] > 20
    assert result["sharing"].keys() == {"card_ms", "card_bytes", "qr_ms", "qr_bytes"}
    assert min(result["sharing"].values()) > 0
    assert result["pictures"]["cut_files"] == 3
    printed = capsys.readouterr().out
    assert "wall/Hugo" in printed
    assert "share card" in printed
    assert "QR code" in printed
    assert "a picture (cut, 400 px)" in printed


def test_a_record_is_the_same_in_every_corpus() -> None:
    assert corpus.record(7) == list(corpus.records(9))[6]
    assert corpus.record(7) != corpus.record(8)


def test_ratios_are_over_the_best_that_hugo_did_in_any_scenario() -> None:
    runs = [
        Run("hugo", "cold", Timing(4.0, 6.0)),
        Run("hugo", "theme", Timing(2.0, 5.0)),
        Run("hugo", "one", Timing(3.0, 8.0)),
    ]
    for scenario in ("cold", "theme", "one"):
        runs += [Run("ours", scenario, Timing(wall, 2 * wall)) for wall in (3.0, 1.0, 8.0)]
    result = run.ratios(runs)
    assert result["hugo_best"] == {"wall_s": 2.0, "user_s": 5.0}
    assert {row["best_ratio"] for row in result["scenarios"].values()} == {0.5}
    assert {row["user_ratio"] for row in result["scenarios"].values()} == {1.2}


def test_a_page_that_lacks_something_stops_the_benchmark(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<p>", encoding="utf-8")
    with pytest.raises(SystemExit, match="lacks"):
        run.check(page, corpus.record(2), 1)
