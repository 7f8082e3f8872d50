"""The figures of the finder on a sample: words are found, growth is small, retold forms are found.

`python -m bench.finder.run` measures at full size for docs/finder-figures.md.
"""

import json
from itertools import chain
from pathlib import Path

import pytest

from bench.finder import files, growth, made, recall, run, words
from huiying.finder.folding import fold
from huiying.finder.index import Index


@pytest.fixture(scope="module")
def size(full_size: bool) -> int:
    """How many records."""
    return 2_000 if full_size else 300


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, size: int) -> Path:
    """An index of made-up records."""
    folder = tmp_path_factory.mktemp("index")
    files.write(made.entries(size), folder)
    return folder


def test_every_class_of_words_is_found_and_comes_first(folder: Path, size: int, figure) -> None:
    entries = made.entries(size)
    index = Index(files.reader(folder))
    truth = words.Truth(entries)
    scores = words.scores(made.questions(entries, 40), words.ours(index), truth)
    for kind, score in scores.items():
        figure(f"finder, {size} records, {kind}: found, top 5", (score.found, score.top5))
        assert (score.found >= 0.99, score.top5 >= 0.99, score.zero) == (True, True, 0), kind
    assert all(score.questions > 17 for score in scores.values())


def test_a_question_reads_little(folder: Path, size: int, figure) -> None:
    entries = made.entries(size)
    truth = words.Truth(entries)
    read = []
    for text in chain.from_iterable(made.questions(entries, 20).values()):
        meter = files.Meter(folder)
        index = Index(meter.read)
        start = meter.bytes
        if truth.having(text):
            words.ours(index)(text)
            read.append(meter.bytes - start)
    heavy = sorted(read)[int(0.95 * len(read))]
    figure(f"finder, {size} records: bytes of the start, of heavy words", (start, heavy))
    assert start < 60_000
    assert heavy < 30_000


def test_a_question_reads_less_than_twice_as_much_of_ten_times_the_records(
    tmp_path: Path, full_size: bool, figure
) -> None:
    sizes = (1_000, 10_000) if full_size else (100, 1_000)
    found: dict[str, list[list[growth.Asked]]] = {kind: [] for kind in growth.KINDS}
    for size in sizes:
        entries = made.entries(size)
        files.write(entries, tmp_path / str(size))
        for kind, asked in growth.questions(entries, 10).items():
            rows = [growth.ask(text, right, tmp_path / str(size)) for text, right in asked]
            found[kind].append(rows)
    for kind, (few, many) in found.items():
        times = growth.medians(many)[1] / growth.medians(few)[1]
        figure(f"finder, {sizes[1]} records over {sizes[0]}, bytes of a {kind}", f"×{times:.2f}")
        assert times < 2, kind
        if kind.startswith(("paste", "message")):
            assert growth.share([asked.rank for asked in many], 1) >= 0.9, kind


def test_made_up_records_are_the_same_in_every_corpus() -> None:
    assert made.entry(7).shown in [entry.shown for entry in made.entries(9)]
    assert made.entry(7).shown != made.entry(8).shown


def test_made_up_records_have_as_many_grams_as_real_messages() -> None:
    """Real ones: 8,603, 20,159 and 49,233 after so many characters (../shared, all answers)."""
    texts = [unit for entry in made.entries(500) for unit in entry.units[::2]]
    assert made.vocabulary(texts, [10_000, 30_000, 100_000]) == [
        pytest.approx(8_603, rel=0.15),
        pytest.approx(20_159, rel=0.15),
        pytest.approx(49_233, rel=0.15),
    ]


def test_what_is_retold_keeps_seven_characters_of_ten() -> None:
    text = made.entry(50).shown["forms"][0]
    told = made.changed(text, "seed")
    same = sum(a == b for a, b in zip(text, told, strict=True)) / len(text)
    assert same == pytest.approx(0.7, abs=0.02)
    assert fold(told) != fold(text)


def test_every_file_is_counted_once(folder: Path) -> None:
    meter = files.Meter(folder)
    one, two = meter.read("manifest.json"), meter.read("manifest.json")
    assert (one, meter.requests) == (two, 1)
    assert json.loads(one)["segments"] == files.manifest(folder)["segments"]


def test_an_interval_holds_its_mean_and_is_nothing_where_all_agree() -> None:
    assert recall.interval([("a", True), ("b", True)]) == "1.000 [1.000–1.000]"
    assert recall.interval([("a", True), ("b", False)]) == "0.500 [0.000–1.000]"


def test_a_section_measured_again_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(run.page({"words": "one\n\ntwo", "growth": "three"}), encoding="utf-8")
    texts = run.written(path)
    assert texts == {"words": "one\n\ntwo", "growth": "three"}
    assert run.page(texts) == path.read_text(encoding="utf-8")
    assert run.written(tmp_path / "none.md") == {}


def test_the_page_of_figures_is_what_the_script_would_write() -> None:
    texts = run.written(run.PAGE)
    assert list(texts) == list(run.SECTIONS)
    assert run.page(texts) == run.PAGE.read_text(encoding="utf-8")
    assert all("Measured on 20" in text for text in texts.values())
