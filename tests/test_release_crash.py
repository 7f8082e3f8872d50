"""Kills, faults and full disks: at whatever step a build dies, the site is whole, old or new."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from huiying.release import exchange, open_twin
from huiying.render.output import Output

if not hasattr(os, "fork"):
    pytest.skip("needs fork to kill a builder", allow_module_level=True)

PAGES = 40
# Steps of the system that Python announces; writing itself is covered by the full disk below.
STEPS = {"open", "os.mkdir", "os.link", "os.remove", "os.rename", "os.rmdir", "os.listdir"}


def build(target: Path, version: int) -> None:
    """Release a site whose every page says its version, some pages only in odd or even ones."""
    with open_twin(target) as twin:
        for path, data in site(version).items():
            twin.put(Output(path, data))
        twin.switch()


def site(version: int) -> dict[str, bytes]:
    said = b"%d " % version * 200
    pages = {f"rumours/{n}/index.html": said for n in range(PAGES)}
    some = {f"topics/{version % 2}/{n}": said for n in range(10)}
    return {**pages, **some, f"assets/m.{version % 2:08x}.css": b"css", "same.html": b"same"}


def released(target: Path) -> dict[str, bytes]:
    return {
        file.relative_to(target).as_posix(): file.read_bytes()
        for file in target.rglob("*")
        if file.is_file()
    }


def is_whole(target: Path, version: int) -> bool:
    """Tell whether the site is wholly this version; an asset may be there for readers before."""
    found = released(target)
    wanted = site(version)
    extra = found.keys() - wanted.keys()
    return wanted.items() <= found.items() and all(path.startswith("assets/m.") for path in extra)


def in_child(work: Callable[[], None]) -> int:
    """Start the work in a process of its own and return its number."""
    with warnings.catch_warnings():  # the test runner may have threads; the child uses none
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        end_child(work)
    return pid


def end_child(work: Callable[[], None]) -> NoReturn:
    try:
        work()
    except OSError as error:
        os._exit(error.errno or 99)
    except BaseException:
        os._exit(98)
    os._exit(0)


def exit_code(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def at_step(number: int, target: Path, act: Callable[[], None]) -> None:
    """Have `act` run just before the given step that this process takes beside the target."""
    taken = 0

    def hook(event: str, args: tuple[object, ...]) -> None:
        nonlocal taken
        if event in STEPS and str(args[0]).startswith(str(target.parent)):
            taken += 1
            if taken == number:
                act()

    sys.addaudithook(hook)


def kill_self() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail_full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


def two_builds(target: Path) -> None:
    build(target, 1)
    build(target, 2)


def test_a_kill_at_any_moment_leaves_a_whole_site_and_nothing_to_clean(
    target: Path, full_size: bool, figure: Callable[[str, object], None]
) -> None:
    kills = 200 if full_size else 20
    dice = random.Random(20260312)
    two_builds(target)
    started = time.perf_counter()
    build(target, 3)
    longest_s = 1.2 * (time.perf_counter() - started)
    version, died, bad = 3, 0, 0
    for _ in range(kills):
        pid = in_child(lambda fresh=version + 1: build(target, fresh))  # type: ignore[misc]
        end = time.perf_counter() + dice.uniform(0, longest_s)
        while time.perf_counter() < end:  # a reader looks on; before the kill and after it
            (target / "same.html").read_bytes()
        os.kill(pid, signal.SIGKILL)
        died += exit_code(pid) == -signal.SIGKILL
        bad += not (is_whole(target, version) or is_whole(target, version + 1))
        version += is_whole(target, version + 1)
    build(target, version + 1)
    assert is_whole(target, version + 1)
    figure("kills of a builder", kills)
    figure("kills that left a mixed or empty site", bad)
    assert bad == 0
    assert died > 0


def steps_of_a_build(target: Path) -> int:
    """Return how many steps the third build takes."""
    two_builds(target)
    read_end, write_end = os.pipe()

    def count() -> None:
        steps = 0

        def hook(event: str, args: tuple[object, ...]) -> None:
            nonlocal steps
            if event in STEPS and str(args[0]).startswith(str(target.parent)):
                steps += 1

        sys.addaudithook(hook)
        build(target, 3)
        os.write(write_end, b"%d" % steps)

    assert exit_code(in_child(count)) == 0
    steps = int(os.read(read_end, 20))
    os.close(read_end)
    os.close(write_end)
    return steps


def some_steps(steps: int, full_size: bool) -> Iterator[int]:
    """Yield every step at full size; otherwise the first and last ones and a spread between."""
    spread = set(range(1, steps + 1, 1 if full_size else max(1, steps // 20)))
    return iter(sorted(spread | set(range(1, 12)) | set(range(steps - 12, steps + 1))))


def test_a_kill_before_any_step_leaves_a_whole_site_and_nothing_to_clean(
    tmp_path: Path, full_size: bool
) -> None:
    steps = steps_of_a_build(tmp_path / "count" / "site")
    target = tmp_path / "kill" / "site"
    two_builds(target)
    version = 2
    for step in some_steps(steps, full_size):

        def die(fresh: int = version + 1, at: int = step) -> None:
            at_step(at, target, kill_self)
            build(target, fresh)

        exit_code(in_child(die))
        assert is_whole(target, version) or is_whole(target, version + 1), step
        build(target, version + 2)
        version += 2
        assert is_whole(target, version), step


@pytest.mark.sample(1)
@pytest.mark.parametrize("at_once", [True, False], ids=["exchange", "two renames"])
def test_a_fault_at_any_step_leaves_the_old_site_and_is_told(
    tmp_path: Path, full_size: bool, at_once: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_exchange(*_: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    if not at_once:
        monkeypatch.setattr(exchange, "_exchange_at_once", no_exchange)
    steps = steps_of_a_build(tmp_path / "count" / "site")
    target = tmp_path / "fault" / "site"
    two_builds(target)
    version, told = 2, 0
    for step in some_steps(steps, full_size):

        def fail(fresh: int = version + 1, at: int = step) -> None:
            at_step(at, target, fail_full)
            build(target, fresh)

        told += exit_code(in_child(fail)) != 0
        switched = is_whole(target, version + 1)
        assert switched or is_whole(target, version), step
        version += switched
        build(target, version + 1)
        version += 1
        assert is_whole(target, version), step
    assert told > 10


def test_a_first_build_that_is_killed_leaves_no_site_or_a_whole_one(
    tmp_path: Path, full_size: bool
) -> None:
    for step in range(1, 200, 1 if full_size else 10):
        target = tmp_path / str(step) / "site"

        def die(site: Path = target, at: int = step) -> None:
            at_step(at, site, kill_self)
            build(site, 1)

        exit_code(in_child(die))
        assert not target.exists() or is_whole(target, 1), step
        build(target, 2)
        assert is_whole(target, 2), step


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small file system")
def test_a_full_disk_leaves_the_old_site_at_every_level(tmp_path: Path, full_size: bool) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a file system")
    try:
        fill_and_build(disk, 50 if full_size else 10)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def fill_and_build(disk: Path, levels: int) -> None:
    target = disk / "site"
    two_builds(target)
    version, full = 2, 0
    for level in range(levels):
        ballast = disk / "ballast"
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        ballast.write_bytes(b"x" * max(0, free - level * 250_000 // levels))
        code = exit_code(in_child(lambda fresh=version + 1: build(target, fresh)))  # type: ignore[misc]
        assert is_whole(target, version + 1) if code == 0 else is_whole(target, version), level
        assert code in (0, errno.ENOSPC)
        version += code == 0
        full += code == errno.ENOSPC
        ballast.unlink()
        build(target, version + 1)
        version += 1
        assert is_whole(target, version), level
    assert 0 < full < levels


def test_workers_that_outlive_a_killed_builder_cannot_write_into_the_next_twin(
    target: Path,
) -> None:
    build(target, 1)
    with open_twin(target) as twin:
        orphaned = twin.root
    with open_twin(target) as twin:
        pid = in_child(lambda: write_late(orphaned))
        assert exit_code(pid) == errno.ENOENT
        assert not orphaned.exists()
        assert b"late" not in {f.read_bytes() for f in twin.root.rglob("*") if f.is_file()}


def write_late(root: Path) -> None:
    from huiying.release import write_file

    write_file(root, Output("rumours/1/index.html", b"late"))


def test_a_killed_builders_orphans_do_not_hold_its_lock(target: Path) -> None:
    read_end, write_end = os.pipe()

    def build_with_a_worker() -> None:
        with open_twin(target):
            worker = in_child(lambda: time.sleep(30))
            os.write(write_end, b"%d" % worker)
            kill_self()

    exit_code(in_child(build_with_a_worker))
    worker = int(os.read(read_end, 20))
    os.close(read_end)
    os.close(write_end)
    try:
        build(target, 1)
    finally:
        os.kill(worker, signal.SIGKILL)
    assert is_whole(target, 1)
