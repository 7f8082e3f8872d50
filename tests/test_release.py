"""The twin tree: what a release brings into a site's folder, on a real file system."""

import errno
import json
import logging
import os
import random
import shutil
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from huiying.messages import release_en, release_zh
from huiying.release import (
    PREVIEW_MARKER,
    Entry,
    ReleaseRefused,
    exchange,
    files,
    open_twin,
    write_file,
)
from huiying.release import twin as twin_module
from huiying.render.output import Output, digest

Site = Mapping[str, bytes]

OLD: Site = {
    "index.html": b"old home",
    "rumours/a/index.html": b"a",
    "rumours/b/index.html": b"b",
    "assets/main.0a1b2c3d.css": b"old style",
}


def release(target: Path, site: Site, preview: bool = False) -> None:
    with open_twin(target, preview) as twin:
        for path, data in site.items():
            twin.put(Output(path, data))
        twin.switch()


def read(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def book(target: Path) -> Path:
    return target.parent / f".{target.name}.huiying"


def folders(folder: Path) -> set[str]:
    return {d.relative_to(folder).as_posix() for d in folder.rglob("*") if d.is_dir()}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../x", "a/../b", "a/..", "./a", "a/./b", "a//b", "a/", ".nojekyll"]
    + [".git/config", "a\\b", "a\nb", "a\x00b", "a\x9fb", "a\ud800b", "."],
)
def test_an_output_cannot_lead_out_of_the_site_or_into_its_hidden_files(path: str) -> None:
    with pytest.raises(ValueError, match="not a path inside the site"):
        Output(path, b"")


@pytest.mark.parametrize("path", ["index.html", "a/.b", "a/..b/c...d", "话题/供水.html", "a b"])
def test_an_output_has_any_other_path(path: str) -> None:
    assert Output(path, b"").path == path


def test_the_first_release_makes_the_target_and_its_parents(tmp_path: Path) -> None:
    release(tmp_path / "www" / "site", OLD)
    assert read(tmp_path / "www" / "site") == OLD


def test_a_one_shot_build_makes_no_second_tree(target: Path) -> None:
    release(target, OLD)
    assert not [name for name in os.listdir(book(target)) if name.startswith("twin")]


def test_each_release_is_exactly_what_was_put(target: Path) -> None:
    sites = [
        OLD,
        {**OLD, "index.html": b"new home"},
        {"index.html": b"new home", "rumours/c/index.html": b"c"},
        {"index.html": b"new home", "rumours": b"a file now"},
        {"index.html/index.html": b"a folder now", "rumours/d/e/index.html": b"d"},
        {"z": b""},
        {},
    ]
    for site in sites:
        without_assets = {k: v for k, v in site.items() if not k.startswith("assets/")}
        release(target, without_assets)
        assert read(target) == without_assets
        assert folders(target) == {p for path in without_assets for p in parents(path)}


def test_files_and_folders_take_each_others_places_release_after_release(target: Path) -> None:
    dice = random.Random(8)
    paths = ["a", "a/b", "a/b/c", "a/b/d", "e", "e/f", "e/f/g", "h"]
    for _ in range(150):
        put: dict[str, bytes] = {}
        for path in dice.sample(paths, dice.randint(0, 5)):
            if not any(p.startswith(path + "/") or path.startswith(p + "/") for p in put):
                put[path] = b"%d" % dice.randint(0, 3)
        release(target, put)
        assert read(target) == put
        assert folders(target) == {p for path in put for p in parents(path)}


def parents(path: str) -> Iterator[str]:
    return (str(p) for p in Path(path).parents if str(p) != ".")


def test_an_unchanged_file_is_neither_written_nor_copied(target: Path) -> None:
    release(target, OLD)
    before = (target / "rumours/a/index.html").stat().st_ino
    for home in (b"1", b"2", b"3"):
        release(target, {**OLD, "index.html": home})
        assert (target / "rumours/a/index.html").stat().st_ino == before


def test_what_the_last_release_changed_is_held_by_the_twin_at_the_next(target: Path) -> None:
    release(target, OLD)
    release(target, {**OLD, "index.html": b"new home"})
    with open_twin(target) as twin:
        assert twin.holds("index.html", digest(b"new home"))
        assert not twin.holds("index.html", digest(b"old home"))
        assert not twin.holds("elsewhere.html", digest(b"new home"))


def test_without_a_switch_the_target_stays_byte_for_byte(target: Path) -> None:
    release(target, OLD)
    release(target, OLD)
    before = {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in target.rglob("*")}
    with open_twin(target) as twin:
        twin.put(Output("index.html", b"never"))
        twin.put(Output("rumours/a", b"never"))
    with suppress(KeyError), open_twin(target) as twin:
        twin.put(Output("rumours/b/index.html", b"never"))
        raise KeyError
    assert {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in target.rglob("*")} == before
    assert read(target) == OLD
    release(target, {"index.html": b"new"})
    assert read(target)["index.html"] == b"new"


def test_a_target_that_was_not_there_is_not_made_without_a_switch(target: Path) -> None:
    with open_twin(target) as twin:
        twin.put(Output("index.html", b"never"))
    assert not target.exists()


def test_writing_the_twin_never_changes_the_released_files(target: Path) -> None:
    release(target, OLD)
    with open_twin(target) as twin:
        assert os.path.samefile(twin.root / "index.html", target / "index.html")
        twin.put(Output("index.html", b"new home"))
        write_file(twin.root, Output("rumours/a/index.html", b"new a"))
        assert read(target) == OLD


def test_workers_write_and_the_builder_records(target: Path) -> None:
    release(target, OLD)
    with open_twin(target) as twin:
        twin.keep("rumours/a/index.html")
        twin.record("index.html", write_file(twin.root, Output("index.html", b"new home")))
        write_file(twin.root, Output("rumours/b/index.html", b"written, not recorded"))
        write_file(twin.root, Output("rumours/new/index.html", b"written, not recorded"))
        twin.switch()
    retained = {"assets/main.0a1b2c3d.css": b"old style"}
    assert read(target) == {"index.html": b"new home", "rumours/a/index.html": b"a"} | retained


def test_an_entry_of_another_tree_is_not_recorded(target: Path, tmp_path: Path) -> None:
    elsewhere = write_file(tmp_path, Output("index.html", b"another disk"))
    with open_twin(target) as twin, pytest.raises(FileNotFoundError):
        twin.record("index.html", elsewhere)


def test_what_the_twin_does_not_hold_cannot_be_kept(target: Path) -> None:
    with open_twin(target) as twin, pytest.raises(KeyError):
        twin.keep("index.html")


def test_two_outputs_with_one_path_are_refused(target: Path) -> None:
    with open_twin(target) as twin:
        twin.put(Output("a", b"1"))
        twin.put(Output("a", b"1"))
        with pytest.raises(ValueError, match="one path: a"):
            twin.put(Output("a", b"2"))


def test_a_file_and_a_folder_at_one_path_are_refused(target: Path) -> None:
    release(target, OLD)
    with open_twin(target) as twin:
        twin.put(Output("a/b", b"1"))
        twin.put(Output("a", b"2"))
        with pytest.raises(FileNotFoundError, match="a/b"):
            twin.switch()
    assert read(target) == OLD


def test_nothing_can_be_written_after_the_switch(target: Path) -> None:
    release(target, OLD)
    with open_twin(target) as twin:
        twin.switch()
        with pytest.raises(FileNotFoundError):
            twin.put(Output("late/index.html", b"late"))


def test_hashed_assets_stay_exactly_one_release_longer(target: Path) -> None:
    hashed = {
        "assets/main.0a1b2c3d.css": b"1",
        "assets/js/x.0123456789abcdef.min.js": b"2",
        "assets/deadbeef.woff2": b"3",
    }
    plain = {"assets/main.css": b"4", "rumours/x.0a1b2c3d.css": b"5", "assets/a.0a1b2c3.js": b"6"}
    home = {"index.html": b"home"}
    release(target, home | hashed | plain)
    release(target, home)
    assert read(target) == home | hashed
    release(target, home)
    assert read(target) == home
    release(target, home | hashed)
    release(target, home | hashed)
    release(target, home)
    assert read(target) == home | hashed


def test_an_asset_wanted_again_counts_as_new(target: Path) -> None:
    asset = {"assets/main.0a1b2c3d.css": b"1"}
    for site in (asset, {}, asset, {}):
        release(target, site)
    assert read(target) == asset
    release(target, {})
    assert read(target) == {}


def test_hidden_files_are_the_operators_and_are_carried_over(target: Path) -> None:
    release(target, OLD)
    (target / ".nojekyll").touch()
    (target / ".well-known").mkdir()
    (target / ".well-known" / "security.txt").write_bytes(b"Contact: x")
    (target / ".link").symlink_to("index.html")
    release(target, OLD)
    (target / ".htaccess").write_bytes(b"1")
    (target / ".nojekyll").unlink()
    for _ in range(3):
        release(target, OLD)
        hidden = {".well-known/security.txt": b"Contact: x", ".htaccess": b"1"}
        assert read(target) == {**OLD, **hidden, ".link": OLD["index.html"]}
        assert (target / ".link").readlink() == Path("index.html")


def test_a_folder_that_somebody_else_made_is_replaced_but_for_its_hidden_files(
    target: Path,
) -> None:
    (target / "docs").mkdir(parents=True)
    (target / "docs" / "index.html").write_bytes(b"foreign")
    (target / "index.html").write_bytes(OLD["index.html"])
    (target / ".nojekyll").touch()
    release(target, OLD)
    assert read(target) == {**OLD, ".nojekyll": b""}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_mode_of_the_target_stays(target: Path) -> None:
    release(target, OLD)
    target.chmod(0o2750)
    release(target, {})
    assert stat.S_IMODE(target.stat().st_mode) == 0o2750


def edit_in_place(file: Path) -> None:
    file.write_bytes(b"Old home")


def edit_by_rename(file: Path) -> None:
    fresh = file.with_name("x")
    fresh.write_bytes(b"Old home")
    fresh.replace(file)


def replace_keeping_size_and_time(file: Path) -> None:
    before = file.stat()
    edit_by_rename(file)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def truncate(file: Path) -> None:
    file.write_bytes(b"")


def delete(file: Path) -> None:
    file.unlink()


def become_a_folder(file: Path) -> None:
    file.unlink()
    (file / "x").mkdir(parents=True)
    (file / "x" / "y").touch()


def become_a_link(file: Path) -> None:
    file.unlink()
    file.symlink_to("/etc/hostname")


TAMPERINGS = [
    edit_in_place,
    edit_by_rename,
    replace_keeping_size_and_time,
    truncate,
    delete,
    become_a_folder,
    become_a_link,
]


@pytest.mark.parametrize("tamper", TAMPERINGS)
@pytest.mark.parametrize("releases", [1, 2, 3])
def test_a_file_touched_by_hand_is_repaired_by_the_next_build(
    target: Path, tamper: Callable[[Path], None], releases: int
) -> None:
    for _ in range(releases):
        release(target, OLD)
    tamper(target / "index.html")
    for _ in range(2):
        release(target, OLD)
        assert read(target) == OLD


@pytest.mark.parametrize("tamper", TAMPERINGS)
def test_a_twin_touched_by_hand_is_repaired_by_the_next_build(
    target: Path, tamper: Callable[[Path], None]
) -> None:
    release(target, OLD)
    release(target, OLD)
    tamper(book(target) / "twin" / "index.html")
    for _ in range(2):
        release(target, OLD)
        assert read(target) == OLD


def test_a_folder_that_became_a_link_is_not_written_through(target: Path, tmp_path: Path) -> None:
    release(target, OLD)
    release(target, OLD)
    elsewhere = tmp_path / "elsewhere"
    for tree in (target, book(target) / "twin"):
        shutil.rmtree(elsewhere, ignore_errors=True)
        (tree / "rumours").rename(elsewhere)
        (tree / "rumours").symlink_to(elsewhere)
    release(target, {**OLD, "rumours/a/index.html": b"new"})
    assert read(elsewhere) == {"a/index.html": b"a", "b/index.html": b"b"}
    assert read(target) == {**OLD, "rumours/a/index.html": b"new"}
    assert not (target / "rumours").is_symlink()


def garbage(data: bytes) -> bytes:
    return b"\xff" * len(data)


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def other_digests(data: bytes) -> bytes:
    return data.replace(digest(b"old home").encode(), digest(b"lie").encode())


@pytest.mark.parametrize("damage", [garbage, half, other_digests, lambda _: b""])
def test_a_damaged_state_is_never_trusted(target: Path, damage: Callable[[bytes], bytes]) -> None:
    release(target, OLD)
    release(target, OLD)
    states = list(book(target).glob("state-*"))
    assert len(states) == 2
    for file in states:
        file.write_bytes(damage(file.read_bytes()))
    with open_twin(target) as twin:
        assert not twin.holds("index.html", digest(b"old home"))
        assert not twin.holds("index.html", digest(b"lie"))
    release(target, OLD)
    assert read(target) == OLD


def test_a_state_of_another_tree_is_never_trusted(target: Path) -> None:
    release(target, OLD)
    release(target, {**OLD, "index.html": b"new home"})
    old, new = sorted(book(target).glob("state-*"), key=lambda file: b"new" in file.read_bytes())
    swapped = old.read_bytes(), new.read_bytes()
    new.write_bytes(swapped[0])
    old.write_bytes(swapped[1])
    release(target, OLD)
    assert read(target) == OLD


def test_the_states_of_trees_that_are_gone_are_forgotten(target: Path) -> None:
    for _ in range(4):
        release(target, OLD)
        shutil.rmtree(target)
        shutil.rmtree(book(target) / "twin", ignore_errors=True)
    release(target, OLD)
    assert len(list(book(target).glob("state-*"))) == 1


def test_a_removed_site_is_made_again_from_the_twin(target: Path) -> None:
    release(target, OLD)
    release(target, OLD)
    shutil.rmtree(target)
    release(target, OLD)
    assert read(target) == OLD


def test_a_preview_carries_its_marker(target: Path) -> None:
    for _ in range(3):
        release(target, OLD, preview=True)
        assert read(target) == {**OLD, PREVIEW_MARKER: b""}


def test_a_preview_may_fill_an_empty_folder(target: Path) -> None:
    target.mkdir()
    release(target, OLD, preview=True)
    assert (target / PREVIEW_MARKER).exists()


def test_a_site_in_the_place_of_a_removed_preview_has_no_marker_and_no_draft(target: Path) -> None:
    release(target, {**OLD, "draft.html": b"draft", "assets/d.0a1b2c3d.png": b"d"}, preview=True)
    release(target, OLD, preview=True)
    shutil.rmtree(target)
    release(target, OLD)
    release(target, OLD)
    assert read(target) == OLD


def test_a_target_that_becomes_a_preview_during_the_build_is_refused_at_the_switch(
    target: Path,
) -> None:
    release(target, OLD)
    with open_twin(target) as twin:
        (target / PREVIEW_MARKER).touch()
        with pytest.raises(ReleaseRefused) as caught:
            twin.switch()
    assert caught.value.rule == "release.site-onto-preview"
    assert read(target) == {**OLD, PREVIEW_MARKER: b""}


def test_the_tree_and_its_state_are_on_the_disk_before_the_exchange_and_the_names_after(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(target, OLD)
    calls: list[str] = []
    for module, name in [
        (twin_module, "sync"),
        (twin_module.state, "save"),
        (twin_module, "exchange"),
        (twin_module, "sync_folder"),
    ]:
        monkeypatch.setattr(module, name, noted(calls, name, getattr(module, name)))
    release(target, {})
    assert calls == ["sync", "save", "exchange", "sync_folder", "sync_folder"]


def noted(calls: list[str], name: str, call: Callable[..., object]) -> Callable[..., object]:
    def noting(*values: object) -> object:
        calls.append(name)
        return call(*values)

    return noting


def symlink(target: Path) -> None:
    (target.parent / "real").mkdir()
    target.symlink_to("real")


def dangling(target: Path) -> None:
    target.symlink_to("nowhere")


def plain_file(target: Path) -> None:
    target.write_bytes(b"x")


def site(target: Path) -> None:
    release(target, OLD)


def foreign_site(target: Path) -> None:
    target.mkdir()
    (target / "index.html").write_bytes(b"x")


def preview(target: Path) -> None:
    release(target, OLD, preview=True)


@pytest.mark.parametrize(
    ("make", "as_preview", "rule"),
    [
        (symlink, False, "release.symlink"),
        (dangling, False, "release.symlink"),
        (plain_file, False, "release.not-a-folder"),
        (preview, False, "release.site-onto-preview"),
        (site, True, "release.preview-onto-site"),
        (foreign_site, True, "release.preview-onto-site"),
    ],
)
def test_an_unfit_target_is_refused_by_name(
    target: Path, make: Callable[[Path], None], as_preview: bool, rule: str
) -> None:
    make(target)
    before = read(target)
    with pytest.raises(ReleaseRefused) as caught, open_twin(target, as_preview):
        pass
    assert caught.value.rule == rule
    assert caught.value.values == {"target": str(target)}
    assert read(target) == before


def test_the_root_of_a_file_system_is_refused_by_name() -> None:
    with pytest.raises(ReleaseRefused) as caught, open_twin(Path("/")):
        pass
    assert caught.value.rule == "release.mount-point"


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    command = ["mount", *options, str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a file system")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="mounts as Linux does")
def test_a_mounted_file_system_is_refused_by_name(target: Path) -> None:
    with mounted(target, "-t", "tmpfs", "tmpfs"):
        (target / "index.html").write_bytes(b"mine")
        with pytest.raises(ReleaseRefused) as caught, open_twin(target):
            pass
        assert caught.value.rule == "release.mount-point"
        assert read(target) == {"index.html": b"mine"}


@pytest.mark.skipif(sys.platform != "linux", reason="mounts as Linux does")
def test_a_folder_mounted_from_the_same_file_system_is_refused_by_name(
    target: Path, tmp_path: Path
) -> None:
    release(tmp_path / "other", OLD)
    with mounted(target, "--bind", str(tmp_path / "other")):
        with pytest.raises(ReleaseRefused) as caught:
            release(target, {"index.html": b"new"})
        assert caught.value.rule == "release.mount-point"
        assert read(target) == OLD


def test_every_refusal_has_its_sentence_in_both_languages() -> None:
    package = Path(files.__file__).parent
    source = "".join(file.read_text("utf-8") for file in package.glob("*.py"))
    rules = {part.partition('"')[0] for part in source.split('ReleaseRefused("')[1:]}
    assert rules == release_zh.SENTENCES.keys() == release_en.SENTENCES.keys()
    for sentences in (release_zh.SENTENCES, release_en.SENTENCES):
        for sentence in sentences.values():
            assert "/www/site" in sentence.format(target="/www/site")


def test_a_second_builder_in_this_process_is_refused_and_the_first_goes_on(target: Path) -> None:
    with open_twin(target) as twin:
        with pytest.raises(ReleaseRefused) as caught, open_twin(target):
            pass
        assert caught.value.rule == "release.busy"
        twin.put(Output("index.html", b"first"))
        twin.switch()
    assert read(target) == {"index.html": b"first"}
    release(target, OLD)


SECOND_BUILDER = """
import sys
from pathlib import Path
from huiying.release import ReleaseRefused, open_twin
try:
    with open_twin(Path(sys.argv[1])):
        print("opened")
except ReleaseRefused as refused:
    print(refused.rule)
"""


def second_builder(target: Path) -> str:
    generator = Path(files.__file__).parents[2]
    command = [sys.executable, "-c", SECOND_BUILDER, str(target)]
    run = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(generator)}, capture_output=True, check=True
    )
    return run.stdout.decode().strip()


def test_a_second_builder_in_another_process_is_refused_at_once(target: Path) -> None:
    with open_twin(target):
        assert second_builder(target) == "release.busy"
    assert second_builder(target) == "opened"


def test_two_targets_side_by_side_are_built_at_once(tmp_path: Path) -> None:
    with open_twin(tmp_path / "site") as one, open_twin(tmp_path / "preview", True) as two:
        one.switch()
        two.switch()
    assert read(tmp_path / "preview") == {PREVIEW_MARKER: b""}


def test_a_reader_misses_no_page_while_releases_switch(target: Path) -> None:
    style = "assets/main.{:08x}.css"
    pages = {f"rumours/{n}/index.html": b"%d" % n for n in range(50)}
    release(target, {**pages, "index.html": style.format(0).encode(), style.format(0): b""})
    done, missed, seen, rounds = threading.Event(), list[str](), set[str](), 0

    def poll() -> None:
        nonlocal rounds
        while not done.is_set():
            rounds += 1
            try:
                asset = (target / "index.html").read_text()
                (target / asset).read_bytes()
                for page in pages:
                    (target / page).read_bytes()
                seen.add(asset)
            except OSError as error:
                missed.append(str(error))

    reader = threading.Thread(target=poll)
    reader.start()
    for n in range(1, 21):
        fresh = {"index.html": style.format(n).encode(), style.format(n): b""}
        release(target, {**pages, **fresh})
        # What a page links to outlives one release, so a round may span one switch, not two.
        begun = rounds
        while rounds == begun and reader.is_alive():
            time.sleep(0.001)
    done.set()
    reader.join()
    assert missed == []
    assert len(seen) > 1


def cannot(code: int) -> Callable[..., None]:
    def call(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return call


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP])
def test_where_the_system_cannot_exchange_two_renames_warn_of_the_gap(
    target: Path, code: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(exchange, "_exchange_at_once", cannot(code))
    release(target, OLD)
    assert caplog.records == []
    for home in (b"1", b"2"):
        release(target, {**OLD, "index.html": home})
        assert read(target) == {**OLD, "index.html": home}
    warnings = [r.getMessage() for r in caplog.records if r.levelno == logging.WARNING]
    assert len(warnings) == 2
    assert f"{target} was missing for" in warnings[0]


def test_a_site_left_parked_between_two_renames_is_put_back(target: Path) -> None:
    release(target, OLD)
    target.rename(book(target) / "parked")
    with open_twin(target):
        assert read(target) == OLD


def test_a_tree_left_parked_after_both_renames_becomes_the_twin(target: Path) -> None:
    release(target, OLD)
    release(target, {**OLD, "index.html": b"new"})
    (book(target) / "twin").rename(book(target) / "parked")
    release(target, OLD)
    assert read(target) == OLD
    assert not (book(target) / "parked").exists()


def test_an_error_of_the_second_rename_puts_the_site_back(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(target, OLD)
    rename = os.rename

    def fail_on_the_way_in(source: Path, place: Path) -> None:
        if Path(place) == target and "twin" in Path(source).name:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rename(source, place)

    monkeypatch.setattr(exchange, "_exchange_at_once", cannot(errno.ENOSYS))
    monkeypatch.setattr(os, "rename", fail_on_the_way_in)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        release(target, {})
    assert read(target) == OLD


def test_where_there_are_no_hard_links_files_are_copied(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", cannot(errno.EPERM))
    for home in (b"1", b"2", b"3"):
        release(target, {**OLD, "index.html": home})
        assert read(target) == {**OLD, "index.html": home}
    with open_twin(target) as twin:
        assert twin.holds("rumours/a/index.html", digest(b"a"))
        assert twin.holds("index.html", digest(b"3"))


def test_an_entry_knows_its_file_again_and_no_other(tmp_path: Path) -> None:
    entry = write_file(tmp_path, Output("a/b", b"bytes"))
    found = (tmp_path / "a/b").stat()
    assert entry == Entry(digest(b"bytes"), 5, found.st_mtime_ns, found.st_ino)
    assert entry.is_at(str(tmp_path / "a/b"))
    os.utime(tmp_path / "a/b", ns=(1, found.st_mtime_ns + 1))
    assert not entry.is_at(str(tmp_path / "a/b"))
    assert not entry.is_at(str(tmp_path / "a/b/c"))


def test_the_state_is_plain_json_under_its_digest(target: Path) -> None:
    release(target, OLD)
    (file,) = book(target).glob("state-*")
    head, _, body = file.read_bytes().partition(b"\n")
    assert head.decode() == digest(body)
    assert json.loads(body)["entries"].keys() == OLD.keys()
