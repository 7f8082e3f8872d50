"""Publishing: what is refused, what the log says, and that readers see the old or the new."""

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from huiying import manifest, verification
from huiying.manifest import instant
from huiying.origin import reader
from huiying.public import project
from huiying.publication import Refused, publish
from huiying.release import PREVIEW_MARKER, log
from tests import verifier
from tests.publishing import Records, clarification, moment, read, tree, write

A, B = "rumours/20260312-tingshui", "rumours/20260313-shuizhi"
START = moment("2026-03-20 12:00")


def content(version: int = 1) -> Records:
    """Records whose facts say the version, with a history that says so too."""
    records = {A: clarification("全市正常供水", "2026-03-12 09:40", 旧网址=["/old/1.html"])}
    records[B] = clarification("水质合格", "2026-03-13 09:40")
    for number in range(2, version + 1):
        time = START + timedelta(minutes=number)
        entry = {"时间": f"{time:%Y-%m-%d %H:%M}", "类型": "更新"}
        records[A]["变更记录"].append({**entry, "说明": f"第{number}版的新情况"})
    records[A]["事实"] = f"第{version}版。"
    return records


def built(folder: Path, records: Records, now: datetime = START + timedelta(days=1)) -> Path:
    """A fresh tree of the records, whatever they wait for."""
    shutil.rmtree(folder, ignore_errors=True)
    found, settings = read(folder / "src", records, now)
    return tree(folder / "site", found, settings)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "www" / "site"


def release(tmp_path: Path, target: Path, version: int) -> log.Link:
    site = built(tmp_path / "work", content(version))
    return publish(site, target, START + timedelta(minutes=version))[0]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def cases(folder: Path) -> list[tuple[str, str]]:
    return [(each.case, each.path) for each in verification.tree(folder)]


def test_each_release_is_one_link_that_names_its_manifest_and_the_link_before(
    tmp_path: Path, target: Path
) -> None:
    release(tmp_path, target, 1)
    first = (target / "log/1.json").read_bytes()
    link = release(tmp_path, target, 2)
    assert (link.n, link.at) == (2, "2026-03-20T04:02:00Z")
    assert link.previous == manifest.sha256(first).hexdigest()
    assert link.manifest == manifest.sha256((target / "manifest.json").read_bytes()).hexdigest()
    assert link.records == {"new": 0, "changed": 1, "gone": 0}
    assert link.files == {"new": 0, "changed": 1, "gone": 0}
    assert (target / "log/1.json").read_bytes() == first
    assert cases(target) == []
    assert verifier.faults(target) == []


def test_the_target_holds_the_sites_bytes_and_the_log_only(tmp_path: Path, target: Path) -> None:
    release(tmp_path, target, 1)
    (target / ".nojekyll").write_bytes(b"")
    release(tmp_path, target, 2)
    site = snapshot(tmp_path / "work" / "site")
    found = snapshot(target)
    assert site.items() <= found.items()
    assert found.keys() - site.keys() == {"log/1.json", "log/2.json", "log/head.json", ".nojekyll"}
    assert cases(target) == []


def test_without_a_change_nothing_is_published_and_a_damaged_tree_is_mended(
    tmp_path: Path, target: Path
) -> None:
    release(tmp_path, target, 1)
    site = tmp_path / "work" / "site"
    before = snapshot(target)
    link, is_new = publish(site, target, START + timedelta(hours=1))
    assert (link.n, is_new, snapshot(target)) == (1, False, before)
    page = target / A / "index.html"
    known = page.stat()
    with page.open("r+b") as file:  # as somebody would who wants it to go unnoticed
        file.write(b"X")
    os.utime(page, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert cases(target) == [("changed", f"{A}/index.html")]
    link, is_new = publish(site, target, START + timedelta(hours=2))
    assert (link.n, is_new, cases(target)) == (2, True, [])


def test_assets_of_the_release_before_are_kept_for_one_release_and_named(
    tmp_path: Path, target: Path
) -> None:
    sites = []
    for number in (1, 2, 3):
        now = START + timedelta(minutes=number)
        found, settings = read(tmp_path / f"src{number}", content(number), now)
        site = tree(tmp_path / f"site{number}", found, settings)
        css = {f"assets/main.{number:08x}.css": b"css %d" % number}
        write(site, css)
        files = {path: manifest.sha256(data).hexdigest() for path, data in snapshot(site).items()}
        listed = {path: seal for path, seal in files.items() if not path.startswith("manifest")}
        made = manifest.outputs(project(found.library, settings), found.library, listed)
        sites.append(write(site, {output.path: output.data for output in made}))
    for number, site in enumerate(sites, 1):
        link, _ = publish(site, target, START + timedelta(minutes=number))
        kept = {f"assets/main.{number - 1:08x}.css"} if number > 1 else set()
        assert set(verification.kept(reader(str(target)))) == kept
        assert (link.kept is not None) == bool(kept)
        assert cases(target) == []
        assert verifier.faults(target) == []
    assert not (target / "assets/main.00000001.css").exists()


# -- refusals --------------------------------------------------------------------------------------


def mark_preview(site: Path, target: Path) -> None:
    (site / PREVIEW_MARKER).write_bytes(b"")


def no_manifest(site: Path, target: Path) -> None:
    (site / "manifest.json").unlink()


def altered(site: Path, target: Path) -> None:
    (site / "index.html").write_bytes(b"other")


def extra(site: Path, target: Path) -> None:
    (site / "more.html").write_bytes(b"other")


def broken_log(site: Path, target: Path) -> None:
    (target / "log/1.json").write_bytes(b"{}")


def no_head(site: Path, target: Path) -> None:
    (target / "log/head.json").unlink()
    (target / "manifest.json").unlink()


def lost_log(site: Path, target: Path) -> None:
    shutil.rmtree(target / "log")


def other_manifest(site: Path, target: Path) -> None:
    shutil.copy(site / "manifest.json", target / "manifest.json")


def broken_shard(site: Path, target: Path) -> None:
    (target / "manifest/records/2026/03.json").write_bytes(b"{}")


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (mark_preview, "publish.preview"),
        (no_manifest, "publish.no-site"),
        (altered, "publish.altered"),
        (extra, "publish.altered"),
        (broken_log, "publish.broken"),
        (no_head, "publish.not-ours"),
        (lost_log, "publish.no-log"),
        (other_manifest, "publish.broken"),
        (broken_shard, "publish.broken"),
    ],
)
def test_what_cannot_be_trusted_is_refused_and_the_target_stays(
    tmp_path: Path, target: Path, spoil: Callable[[Path, Path], None], rule: str
) -> None:
    release(tmp_path, target, 1)
    site = built(tmp_path / "work", content(2))
    spoil(site, target)
    before = snapshot(target)
    with pytest.raises(Refused) as refused:
        publish(site, target, START + timedelta(minutes=2))
    assert (refused.value.rule, snapshot(target)) == (rule, before)


def test_a_clock_before_the_last_release_is_refused(tmp_path: Path, target: Path) -> None:
    release(tmp_path, target, 5)
    with pytest.raises(Refused) as refused:
        release(tmp_path, target, 4)
    assert refused.value.rule == "publish.clock"
    assert refused.value.values["last"] == "2026-03-20T04:05:00Z"


def test_a_site_that_was_built_for_an_instant_to_come_is_refused(
    tmp_path: Path, target: Path
) -> None:
    """Whatever comes by itself: a record, an entry of a history, a day on which one expires."""
    later = {"时间": "2026-03-21 08:00", "类型": "更新", "说明": "有新情况"}
    for more in (
        {"发布时间": "2026-03-21 08:00", "变更记录": [{**later, "类型": "首发"}]},
        {"变更记录": [*content()[A]["变更记录"], later]},
        {"失效时间": "2026-03-21 08:00"},
    ):
        records = {A: {**content()[A], **more}, B: content()[B]}
        site = built(tmp_path / "work", records, START + timedelta(days=2))
        with pytest.raises(Refused) as refused:
            publish(site, target, START)
        assert refused.value.rule == "publish.early"
        assert refused.value.values["at"] == "2026-03-21T00:00:00Z"
        assert snapshot(target) == {}
    at_its_time = moment("2026-03-21 08:00")
    assert publish(built(tmp_path / "work", records, at_its_time), target, at_its_time)[1]


def test_what_was_published_too_early_is_not_said_to_have_vanished(
    tmp_path: Path, target: Path
) -> None:
    """As by a clock that was wrong then: the record is in order, and no advice would mend it."""
    later = "2026-03-21 08:00"
    records = {**content(), "rumours/20260321-qiao": clarification("桥已修好", later)}
    records[A]["变更记录"].append({"时间": later, "类型": "更新", "说明": "有新情况"})
    publish(built(tmp_path / "work", records, moment(later)), target, moment(later))
    head = json.loads((target / "log/1.json").read_bytes())
    link = log.Link(**{**{k: v for k, v in head.items() if k != "format"}, "at": instant(START)})
    write(target, {"log/1.json": log.written(link)})
    seal = manifest.sha256(log.written(link)).hexdigest()
    write(target, {"log/head.json": log.written(log.Head(1, seal))})
    site = built(tmp_path / "work", records, START)
    with pytest.raises(Refused) as refused:
        publish(site, target, START)
    found = [(each.address, each.rule, each.case) for each in refused.value.differences]
    assert found == [
        (A, "vanished-address", "early"),
        ("rumours/20260321-qiao", "vanished-address", "early"),
    ]


def test_a_file_that_goes_while_it_is_published_is_named(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody builds into the site, or tidies up its folder, at that very moment."""
    site, look = built(tmp_path / "work", content(1)), verification.tree
    for path, case in ((f"{A}/index.html", "missing"), ("manifest/files.json", "damaged")):
        data = (site / path).read_bytes()

        def taken(folder: Path, path: str = path) -> list[verification.Finding]:
            found = list(look(folder))
            (folder / path).unlink()
            return found

        monkeypatch.setattr(verification, "tree", taken)
        with pytest.raises(Refused) as refused:
            publish(site, target, START)
        said = [(each.case, each.path) for each in refused.value.findings]
        assert (refused.value.rule, said) == ("publish.altered", [(case, path)])
        monkeypatch.undo()
        (site / path).write_bytes(data)


def test_of_a_log_that_has_a_gap_what_is_missing_is_named_and_nothing_else(
    tmp_path: Path, target: Path
) -> None:
    for number in (1, 2, 3):
        release(tmp_path, target, number)
    for path in ("log/1.json", "log/2.json", "log/3.json", "log/head.json"):
        data = (target / path).read_bytes()
        (target / path).unlink()
        assert cases(target) == [("missing", path)]
        (target / path).write_bytes(data)
    assert cases(target) == []


@pytest.mark.parametrize(
    "at", ["2026-03-20", "2026-03-20T12:01:00+08:00", "2026-03-20T04:01:00", "2026"]
)
def test_a_link_without_an_instant_in_utc_is_none(tmp_path: Path, target: Path, at: str) -> None:
    """Whoever reckons the head anew, too: or no clock would ever lie before such a release."""
    release(tmp_path, target, 1)
    found = json.loads((target / "log/1.json").read_bytes())
    data = json.dumps({**found, "at": at}, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    head = log.Head(1, manifest.sha256(data).hexdigest())
    write(target, {"log/1.json": data, "log/head.json": log.written(head)})
    assert cases(target) == [("damaged", "log/1.json")]


def test_a_silent_edit_and_a_vanished_record_are_refused_by_name(
    tmp_path: Path, target: Path
) -> None:
    release(tmp_path, target, 1)
    records = content(1)
    records[A]["事实"] = "另一种说法。"
    del records[B]
    site = built(tmp_path / "work", records)
    with pytest.raises(Refused) as refused:
        publish(site, target, START + timedelta(minutes=2))
    found = [(each.address, each.rule, each.path) for each in refused.value.differences]
    assert found == [(A, "silent-edit", "facts"), (B, "vanished-address", "status")]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, target: Path) -> None:
    write(target, {"index.html": b"nginx"})
    with pytest.raises(Refused) as refused:
        release(tmp_path, target, 1)
    assert (refused.value.rule, snapshot(target)) == ("publish.not-ours", {"index.html": b"nginx"})


def test_a_site_is_not_published_onto_itself_or_into_itself(tmp_path: Path) -> None:
    site = built(tmp_path / "work", content(1))
    for place, rule in ((site, "publish.same"), (site / "www", "publish.inside")):
        with pytest.raises(Refused) as refused:
            publish(site, place, START)
        assert refused.value.rule == rule


# -- a crash ---------------------------------------------------------------------------------------


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to kill a publisher")
if hasattr(os, "fork"):
    from tests.test_release_crash import at_step, exit_code, in_child, kill_self


def state(target: Path) -> int:
    """The number of the release that readers see; it is whole, or the test fails."""
    assert cases(target) == []
    assert verifier.faults(target) == []
    return int(json.loads((target / "log/head.json").read_bytes())["n"])


@needs_fork
def test_a_kill_before_any_step_leaves_the_old_release_or_the_new(
    tmp_path: Path, target: Path, full_size: bool, figure: Callable[[str, object], None]
) -> None:
    release(tmp_path, target, 1)
    release(tmp_path, target, 2)
    steps = range(1, 130, 1 if full_size else 13)
    version, died = 2, 0
    for step in steps:
        site = built(tmp_path / "work", content(version + 1))
        now = START + timedelta(minutes=version + 1)

        def die(site: Path = site, now: datetime = now, at: int = step) -> None:
            at_step(at, target, kill_self)
            publish(site, target, now)

        died += exit_code(in_child(die)) == -signal.SIGKILL
        assert state(target) in (version, version + 1), step
        publish(site, target, now)
        version = state(target)
    figure("kills of publish", died)
    assert died > len(steps) // 2


@needs_fork
def test_a_full_disk_at_any_step_leaves_the_old_release_or_the_new(
    tmp_path: Path, target: Path, full_size: bool
) -> None:
    release(tmp_path, target, 1)
    release(tmp_path, target, 2)
    version, told = 2, 0

    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for step in range(1, 130, 1 if full_size else 13):
        site = built(tmp_path / "work", content(version + 1))
        now = START + timedelta(minutes=version + 1)

        def fail(site: Path = site, now: datetime = now, at: int = step) -> None:
            at_step(at, target, full)
            publish(site, target, now)

        told += exit_code(in_child(fail)) == errno.ENOSPC
        assert state(target) in (version, version + 1), step
        publish(site, target, now)
        version = state(target)
    assert told > 2


@needs_fork
def test_a_kill_at_any_moment_leaves_a_release_that_can_be_proved(
    tmp_path: Path, target: Path, full_size: bool
) -> None:
    release(tmp_path, target, 1)
    dice, version = random.Random(20260312), 1
    for _ in range(100 if full_size else 8):
        site = built(tmp_path / "work", content(version + 1))
        now = START + timedelta(minutes=version + 1)
        pid = in_child(lambda: publish(site, target, now))  # noqa: B023
        time.sleep(dice.uniform(0, 0.05))
        os.kill(pid, signal.SIGKILL)
        exit_code(pid)
        assert state(target) in (version, version + 1)
        publish(site, target, now)
        version = state(target)


@needs_fork
@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small file system")
def test_a_really_full_disk_leaves_the_old_release_at_every_level(
    tmp_path: Path, full_size: bool
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a file system")
    try:
        fill_and_publish(tmp_path, disk, 50 if full_size else 8)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def fill_and_publish(tmp_path: Path, disk: Path, levels: int) -> None:
    """Publish with ever more room, from none to plenty."""
    target, ballast = disk / "site", disk / "ballast"
    release(tmp_path, target, 1)
    release(tmp_path, target, 2)
    version, full = 2, 0
    for level in range(levels):
        site = built(tmp_path / "work", content(version + 1))
        now = START + timedelta(minutes=version + 1)
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        ballast.write_bytes(b"x" * max(0, free - level * 100_000 // levels))
        code = exit_code(in_child(lambda: publish(site, target, now)))  # noqa: B023
        assert state(target) == version + (code == 0), level
        assert code in (0, errno.ENOSPC)
        full += code == errno.ENOSPC
        ballast.unlink()
        publish(site, target, now)
        version = state(target)
    assert 0 < full < levels
