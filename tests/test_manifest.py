"""The manifest: what it lists, what it must not give away, and how little a new record changes."""

import json
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bench import corpus
from bench.ours import Ours
from huiying import manifest
from huiying.manifest import Damaged
from huiying.origin import reader
from huiying.public import project
from tests.publishing import Records, clarification, entries, moment, read, tree
from tests.sites import digests

PLACE = "rumours/20260312-tingshui"
NOW = moment("2026-03-20 12:00")
SHA256 = re.compile(r"[0-9a-f]{64}\Z")


def said(folder: Path, records: Records) -> dict[str, manifest.Entry]:
    return entries(*read(folder, records, NOW))


def record(**more: object) -> Records:
    return {PLACE: clarification("全市正常供水", "2026-03-12 09:40", **more)}


def test_every_file_is_listed_once_with_its_digest(tmp_path: Path) -> None:
    site = tree(tmp_path / "site", *read(tmp_path, record(旧网址=["/old/1.html"]), NOW))
    read_file = reader(str(site))
    root = manifest.read_root(read_file)
    assert root is not None
    listed = manifest.read_files(root, read_file)
    own = {shard.path: shard.digest for shard in root.shards}
    found = digests(site)
    assert all(SHA256.match(digest) for digest in listed.values())
    assert {**listed, **own, "manifest.json": found["manifest.json"]} == found
    assert sum(shard.count for shard in root.files) == len(listed)


def test_what_is_read_back_is_what_was_written(tmp_path: Path) -> None:
    first = {"时间": "2026-03-12 09:40", "类型": "首发", "说明": "首次发布"}
    slip = {"类型": "更新", "说明": "错字", "细微": "是"}
    history = [
        first,
        {**slip, "时间": "2026-03-13 09:40", "字段": ["事实"]},
        {"时间": "2026-03-14 09:40", "类型": "撤回", "说明": "含个人信息", "清除": "是"},
        {**slip, "时间": "2026-03-15 09:40"},
    ]
    found, settings = read(tmp_path, record(旧网址=["/old/1.html"], 变更记录=history), NOW)
    read_file = reader(str(tree(tmp_path / "site", found, settings)))
    root = manifest.read_root(read_file)
    assert root is not None
    assert manifest.read_entries(root, read_file) == entries(found, settings)
    assert manifest.published(read_file) == {PLACE}


def test_a_place_without_a_manifest_has_published_nothing(tmp_path: Path) -> None:
    assert manifest.published(reader(str(tmp_path))) == frozenset()


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("manifest.json", b"{}"),
        ("manifest.json", b"["),
        ("manifest.json", b"[" * 100_000),
        ("manifest.json", b'{"format":2,"records":{"shards":[]},"files":{"shards":[]}}'),
        ("manifest/records/2026/03.json", b"{}"),
        (
            "manifest.json",
            b'{"format":1,"records":{"shards":[]},"files":{"shards":'
            b'[{"path":"manifest/../../etc/passwd","sha256":"","count":1}]}}',
        ),
    ],
)
def test_what_is_no_manifest_is_refused(tmp_path: Path, path: str, data: bytes) -> None:
    site = tree(tmp_path / "site", *read(tmp_path, record(), NOW))
    (site / path).write_bytes(data)
    with pytest.raises(Damaged):
        manifest.published(reader(str(site)))


def test_only_public_records_stand_there(tmp_path: Path) -> None:
    records = record()
    records["rumours/20260313-cao"] = clarification("草稿", "2026-03-13 08:00", 状态="草稿")
    records["rumours/20260330-hou"] = clarification("未到", "2026-03-30 08:00")
    assert set(said(tmp_path, records)) == {PLACE}


HIDDEN = {
    "a link to a record under embargo": {"关联": {"同一事件": ["rumours/20260330-hou"]}},
    "an inside note": {"内部": {"研判": "内部说法"}},
    "an update to come": {"最新进展": [{"时间": "2026-03-29 08:00", "正文": "未公开"}]},
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_readers_cannot_see_changes_no_digest(tmp_path: Path, name: str) -> None:
    """A public digest of a short hidden value could be guessed back."""
    later = {"rumours/20260330-hou": clarification("未到", "2026-03-30 08:00")}
    plain = said(tmp_path / "a", {**record(), **later})
    assert said(tmp_path / "b", {**record(**HIDDEN[name]), **later}) == plain


def test_a_withdrawn_record_has_only_digests_of_what_its_page_shows(tmp_path: Path) -> None:
    history = [
        {"时间": "2026-03-12 09:40", "类型": "首发", "说明": "首次发布"},
        {"时间": "2026-03-13 09:40", "类型": "更正", "说明": "有误", "原文": "1", "新文": "2"},
        {"时间": "2026-03-14 09:40", "类型": "撤回", "说明": "含个人信息", "清除": "是"},
    ]
    [entry] = said(tmp_path, record(变更记录=history)).values()
    assert set(entry.fields) == {"title", "agencies", "publish_at"}
    *earlier, last = entry.history
    assert [note.words for note in earlier] == ["", ""]
    assert (SHA256.match(last.words) is not None, last.erases) == (True, True)
    other = [history[0], {**history[1], "说明": "已清除", "原文": "3", "参见": "4"}, history[2]]
    assert list(said(tmp_path / "b", record(变更记录=other)).values()) == [entry]


def test_a_slip_of_the_pen_names_its_keys_in_one_language(tmp_path: Path) -> None:
    entry = {"时间": "2026-03-13 09:40", "类型": "更新", "说明": "错字", "细微": "是"}
    first = {"时间": "2026-03-12 09:40", "类型": "首发", "说明": "首次发布"}
    more = {"字段": ["网传说法", "facts", "没有的"]}
    [found] = said(tmp_path, record(变更记录=[first, {**entry, **more}])).values()
    assert [note.minor for note in found.history] == [None, ("claims", "facts")]
    assert found.history[1].plain[4:] == ["minor", "claims", "facts"]


def test_the_wordings_of_a_correction_have_a_digest_of_their_own(tmp_path: Path) -> None:
    words = {"原文": "甲", "新文": "乙"}
    entry = {"时间": "2026-03-13 09:40", "类型": "更正", "说明": "写错", **words}
    first = {"时间": "2026-03-12 09:40", "类型": "首发", "说明": "首次发布"}
    [one] = said(tmp_path / "a", record(变更记录=[first, entry])).values()
    [other] = said(tmp_path / "b", record(变更记录=[first, {**entry, "新文": "丙"}])).values()
    assert SHA256.match(one.history[1].words)
    assert one.history[1].digest == other.history[1].digest
    assert one.history[1].words != other.history[1].words


def test_the_instant_changes_nothing_unless_it_makes_something_public(tmp_path: Path) -> None:
    found, settings = read(tmp_path, record(), NOW)
    later = read(tmp_path, record(), moment("2026-03-29 23:59"))
    assert entries(found, settings) == entries(*later)
    files = {"index.html": "0" * 64}
    one = list(manifest.outputs(project(found.library, settings), found.library, files))
    other = list(manifest.outputs(project(later[0].library, later[1]), later[0].library, files))
    assert one == other


@pytest.mark.parametrize(
    ("path", "shard"),
    [
        ("index.html", "manifest/files.json"),
        ("about/index.html", "manifest/files/about/all.json"),
        ("rumours/20260312-tingshui/index.html", "manifest/files/rumours/2026.json"),
        ("rumours/2026/03/index.html", "manifest/files/rumours/2026.json"),
        ("rumours/verdict/false-claim/2026/03/index.html", "manifest/files/rumours/2026.json"),
        ("topics/gongshui/index.html", "manifest/files/topics/all.json"),
        ("finder/86cd1fda07a72abc/d/1.json", "manifest/files/finder/86cd1fda07a72abc.json"),
        ("finder/manifest.json", "manifest/files/finder/all.json"),
        ("media/2026/13/a.png", "manifest/files/media/all.json"),
    ],
)
def test_a_file_stands_in_the_shard_of_its_folder_and_year(path: str, shard: str) -> None:
    assert manifest.shard_of(path) == shard


def test_one_new_record_changes_a_bounded_number_of_manifest_files(
    tmp_path: Path, full_size: bool, figure: Callable[[str, object], None]
) -> None:
    count = 10_000 if full_size else 300
    site = Ours(tmp_path)
    records = list(corpus.records(count + 1))
    site.write(records[:count])
    before = built(site)[0]
    _, idle_s = built(site)
    site.change_record(records[count])
    after, change_s = built(site)
    own = {path for path in before | after if path.partition("/")[0].startswith("manifest")}
    changed = {path for path in own if before.get(path) != after.get(path)}
    root = json.loads((site.output / "manifest.json").read_bytes())
    assert root["records"]["count"] == count + 1
    bytes_of = {path: (site.output / path).stat().st_size for path in own if path in after}
    figure("manifest of 10,000 records: files", len(bytes_of))
    figure("manifest of 10,000 records: MB", round(sum(bytes_of.values()) / 1e6, 1))
    figure("manifest of 10,000 records: files changed by one new record", len(changed))
    figure("manifest of 10,000 records: kB of them", sum(bytes_of[p] for p in changed) // 1000)
    figure("build of 10,000 records: s, no change, with a manifest", round(idle_s, 2))
    figure("build of 10,000 records: s, one new record, with a manifest", round(change_s, 2))
    assert len(changed) <= 15


def built(site: Ours) -> tuple[dict[str, str], float]:
    """The digests of a build, and how long the command took."""
    started = time.perf_counter()
    done = subprocess.run(
        site.command(),
        cwd=site.folder,
        env=dict(site.environment()),
        capture_output=True,
        check=False,
    )
    took = time.perf_counter() - started
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return digests(site.output), took


def test_the_digest_of_a_record_is_that_of_its_address_and_values_as_documented(
    tmp_path: Path,
) -> None:
    found, settings = read(tmp_path, record(), NOW)
    [entry] = entries(found, settings).values()
    values = dict(project(found.library, settings).records[PLACE].values)
    del values["history"]
    assert entry.digest == manifest.digest_of([PLACE, values])
