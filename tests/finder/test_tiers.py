"""The tiers: a new record rewrites a handful of files, and is found at once."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from huiying.finder import tiers
from huiying.finder.entry import Entry
from huiying.finder.finder import find
from huiying.finder.index import Index
from huiying.finder.matching import Found
from huiying.public import project
from tests import helper
from tests.finder.helper import Memory, entry

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=helper.ZONE)


@pytest.fixture(scope="module")
def projection(tmp_path_factory):
    found = helper.read(tmp_path_factory.mktemp("site"), helper.BASE)
    return project(found.library, helper.settings(found, NOW))


@pytest.fixture
def build(projection, monkeypatch):
    """A build of given entries over the tree of the last one."""

    def made(entries: list[Entry], before: Memory | None = None, now: datetime = NOW) -> Memory:
        entries = sorted(entries, key=lambda each: (each.shown["published"], each.address))
        monkeypatch.setattr(tiers, "entries", lambda _: entries)
        tree = before or Memory()
        tree.kept.clear()
        settings = replace(projection.settings, now=now)
        outputs = list(tiers.outputs(replace(projection, settings=settings), tree))
        tree.written = outputs
        return tree.after(outputs)

    return made


def corpus(count: int = 300) -> list[Entry]:
    """So many records, one a day up to the tenth of March 2026."""
    last = date(2026, 3, 10)
    days = [f"{last - timedelta(days=n):%Y-%m-%d}" for n in range(count)]
    return [
        entry(f"rumours/r{n}", f"第{n}号水厂正常供水", "没有停水的安排。", f"{n}号水厂停了", on=day)
        for n, day in enumerate(days)
    ]


def manifest(tree: Memory) -> dict:
    return json.loads(tree.files["finder/manifest.json"])


def ask(tree: Memory, text: str) -> Found:
    return find(text, Index(lambda path: tree.files[f"finder/{path}"]))


def first(tree: Memory, text: str) -> str:
    return ask(tree, text).hits[0].document["address"]


def rewritten(before: Memory, after: Memory) -> set[str]:
    """Paths that are new, changed or gone."""
    return {
        path
        for path in before.files.keys() | after.files.keys()
        if before.files.get(path) != after.files.get(path)
    }


def test_a_small_site_is_one_file_without_shards(build) -> None:
    tree = build(corpus(64))
    assert manifest(tree)["segments"] == []
    assert first(tree, "7号水厂停了") == "rumours/r7"


def test_records_lie_by_year_and_month(build) -> None:
    told = manifest(build(corpus()))["segments"]
    assert [(each["tier"], each["period"], each["documents"]) for each in told] == [
        ("archive", "2026", 231),
        ("year", "2026-03-0", 59),
    ]


def test_the_same_entries_give_the_same_bytes_built_anew_or_over_the_last_build(build) -> None:
    once = build(corpus())
    assert build(corpus()).files == once.files == build(corpus(), once).files


def test_adding_a_record_rewrites_two_files_and_it_is_found(build) -> None:
    before = build(corpus())
    new = entry("rumours/new", "大桥没有开裂", "桥梁安全。", "听说大桥要塌了", on="2026-03-20")
    after = build([*corpus(), new], before)
    assert len(rewritten(before, after)) <= 4  # the manifest, the recent ones under a new name
    assert after.files == build([*corpus(), new]).files
    assert first(after, "听说大桥要塌了") == "rumours/new"


@pytest.mark.parametrize("number", [3, 40, 290], ids=["recent", "year", "archive"])
def test_correcting_a_record_rewrites_a_handful_and_the_new_words_are_found(build, number) -> None:
    before = build(corpus())
    changed = corpus()
    old = changed[number]
    changed[number] = Entry(old.address, old.shown | {"text": "已更正：检修期间由消防车送水。"})
    after = build(changed, before)
    assert len(rewritten(before, after)) <= 5
    assert first(after, "消防车送水") == old.address
    assert len({hit.document["address"] for hit in ask(after, "没有停水").hits}) == 10


@pytest.mark.parametrize("number", [3, 40, 290], ids=["recent", "year", "archive"])
def test_withdrawing_a_record_rewrites_a_handful_and_its_words_find_it_no_more(
    build, number
) -> None:
    changed = corpus()
    old = changed[number]
    changed[number] = Entry(old.address, old.shown | {"text": "绝密词语乙亥"})
    before = build(changed)
    assert first(before, "绝密词语") == old.address
    changed[number] = Entry(old.address, old.shown | {"text": "已撤回。", "state": "withdrawn"})
    after = build(changed, before)
    assert len(rewritten(before, after)) <= 5
    assert not ask(after, "绝密词语").hits
    assert not any("绝密词语".encode() in data for data in after.files.values())


@pytest.mark.parametrize("is_there", [True, False], ids=["erased", "not public any more"])
@pytest.mark.parametrize("number", [3, 40, 290], ids=["recent", "year", "archive"])
def test_words_that_nobody_may_read_are_not_even_in_postings(
    build, number: int, is_there: bool
) -> None:
    changed = corpus()
    old = changed[number]
    changed[number] = Entry(old.address, old.shown | {"text": "绝密词语乙亥"})
    before = build(changed)
    shown = old.shown | {"text": "已撤回。", "state": "withdrawn"}
    changed[number : number + 1] = [Entry(old.address, shown, is_erased=True)] * is_there
    after = build(changed, before)
    assert after.files == build(changed).files
    index = Index(lambda path: after.files[f"finder/{path}"])
    for gram in ("绝密", "密词", "词语", "语乙", "乙亥"):
        found = index.look_up(gram)
        assert (found.count, list(filter(None, found.postings))) == (0, [])


def test_records_that_were_taken_back_leave_their_places_to_others(build) -> None:
    said = "听说南湖公园的锦鲤一夜之间全部死光了，水里被人下了药"
    changed = corpus()
    for number in range(150, 163):
        record = entry(
            f"rumours/koi{number}", "锦鲤没有死", "湖水检测正常。", said, on="2025-10-01"
        )
        changed.append(record)
    before = build(changed)
    for record in changed[300:312]:
        at = changed.index(record)
        shown = {
            "text": "已撤回。",
            "title": "标题",
            "published": "2025-10-01",
            "kind": "clarification",
        }
        changed[at] = Entry(record.address, {"address": record.address, **shown})
    after = build(changed, before)
    assert len(manifest(after)["segments"][0]["gone"]) == 12
    assert first(after, said) == "rumours/koi162"
    assert ask(after, "锦鲤").total == 1


def test_a_segment_whose_records_are_all_gone_is_dropped(build) -> None:
    few = corpus()[-40:]
    after = build(few, build(corpus()))
    assert manifest(after)["segments"] == []
    assert after.files == build(few).files


def test_a_month_later_everything_is_merged(build) -> None:
    before = build(corpus())
    after = build(corpus(), before, NOW + timedelta(days=31))
    assert [each["documents"] for each in manifest(after)["segments"]] == [231, 69]
    assert json.loads(after.files[f"finder/{manifest(after)['recent']}"]) == []


def test_many_changes_are_merged_at_once(build) -> None:
    before = build(corpus())
    changed = [Entry(each.address, each.shown | {"text": "全改了"}) for each in corpus()]
    after = build(changed, before)
    assert manifest(after)["segments"][0]["gone"] == []
    assert ask(after, "全改了").total == 300


def test_an_index_of_another_format_or_with_a_hole_is_made_anew(build) -> None:
    good = build(corpus())
    folder = manifest(good)["segments"][0]["folder"]
    holed = Memory({p: d for p, d in good.files.items() if p != f"finder/{folder}/s/0.bin"})
    older = Memory(dict(good.files))
    told = manifest(older)
    for segment in told["segments"]:
        segment["format"] = 0
    older.files["finder/manifest.json"] = json.dumps(told).encode()
    assert build(corpus(), holed).files == good.files == build(corpus(), older).files


def test_a_real_build_has_the_index(tmp_path: Path, projection) -> None:
    tree = Memory()
    made = tree.after(list(tiers.outputs(projection, tree)))
    found = ask(made, "紧急通知！3月12日开始全市停水三天，抓紧接水")
    assert found.tier.value == "answered"
    assert found.hits[0].document["address"] == "rumours/20260312-tingshui"
