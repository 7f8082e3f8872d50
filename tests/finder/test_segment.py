"""A segment: what is written is what is read."""

import itertools
import json
from collections import defaultdict

from huiying.finder import segment
from huiying.finder.grams import IMPACTS, grams, impact, levels, print_of, shard_of
from huiying.finder.segment import SLOTS, merge, read_postings, read_shard
from tests.finder.helper import entry

RECORDS = [
    entry("rumours/a", "全市正常供水", "没有停水三天的安排。", "紧急通知停水三天"),
    entry("rumours/b", "地铁4号线照常运营", "没有停运。", "4号线停运", "4号线塌了", "塌了塌了"),
    entry("rumours/c", "𠮷野家没有停业"),
]


def held(entries: list, longest: int = segment.LONGEST) -> dict[str, dict[int, int]]:
    """Every unit of every gram with its level, read from the files."""
    made = merge(entries)
    found = {}
    for gram in {gram for each in entries for unit in each.units for gram in grams(unit)}:
        shard = shard_of(gram, made.shards)
        data = made.files[f"{made.folder}/s/{shard}.bin"]
        rows = {print: rest for print, *rest in read_shard(data)}
        count, postings, chunks = rows[print_of(gram)]
        parts = [postings] if postings else []
        for number in reversed(range(chunks)):
            path = f"{made.folder}/l/{shard}-{print_of(gram)}-{number}.bin"
            parts.append(made.files[path])
        found[gram] = {unit: level for part in parts for unit, level in read_postings(part)}
        assert count == len({unit // SLOTS for unit in found[gram]})
    return found


def expected(entries: list) -> dict[str, dict[int, int]]:
    """The same, counted plainly."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for number, each in enumerate(entries):
        body, title, *forms = each.units
        slots = {0: [body], 1: [title], 2: forms[:1], 3: forms[1:]}
        for slot, texts in slots.items():
            by_count = levels(sum(map(len, texts)), slot == 0)
            for gram in {gram for text in texts for gram in grams(text)}:
                count = sum(grams(text)[gram] for text in texts)
                found[gram][number * SLOTS + slot] = by_count[min(count, 16)]
    return dict(found)


def test_every_gram_of_every_unit_is_read_back_with_its_level() -> None:
    assert expected(RECORDS) == held(RECORDS)


def test_what_stands_in_very_many_records_lies_in_files_of_its_own(monkeypatch) -> None:
    many = [entry(f"rumours/{n}", f"第{n}条", "水" * (n % 3 + 1)) for n in range(300)]
    monkeypatch.setattr(segment, "LONGEST", 100)
    made = merge(many)
    shard = shard_of("水", made.shards)
    newest = made.files[f"{made.folder}/l/{shard}-{print_of('水')}-0.bin"]
    assert expected(many) == held(many)
    assert {unit // SLOTS for unit, _ in read_postings(newest)} == set(range(200, 300))


def test_the_folder_is_named_by_what_is_in_it() -> None:
    assert merge(RECORDS).folder == merge(RECORDS).folder != merge(RECORDS[:2]).folder


def test_the_files_are_told_by_number_and_address() -> None:
    made = merge(RECORDS)
    listing = json.loads(made.files[f"{made.folder}/documents.json"])
    assert [[each.address, each.digest] for each in RECORDS] == listing
    assert "全市正常供水" in made.files[f"{made.folder}/d/0.json"].decode()


def test_a_segment_of_nothing_has_one_empty_shard() -> None:
    made = merge([])
    assert made.files[f"{made.folder}/s/0.bin"] == b""


def test_levels_stay_near_what_they_stand_for() -> None:
    for length in (5, 60, 400, 5000):
        for is_body in (True, False):
            for count, level in enumerate(levels(length, is_body)[1:], 1):
                exact = impact(count, length, is_body)
                if exact >= IMPACTS[0]:
                    assert 0.78 < exact / IMPACTS[level] < 1.29


def test_more_of_a_gram_never_counts_less_and_a_longer_unit_never_more() -> None:
    by_length = [levels(length, True) for length in range(1, 2000, 50)]
    assert all(each == sorted(each) for each in by_length)
    assert all(
        a >= b
        for first, second in itertools.pairwise(by_length)
        for a, b in zip(first, second, strict=False)
    )
