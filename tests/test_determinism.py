"""The same commit and the same instant give the same bytes, whatever the machine is like."""

import itertools
import shutil
from pathlib import Path

import pytest

from tests.sites import NOW, copy_sample, digests, many, run, write_site

ZONES = ("UTC", "Asia/Shanghai", "America/St_Johns")
SEEDS = ("0", "1", "4242")
WORKERS = ("1", "2")
FOLDERS = ("a", "deep er/路径")
WARMTH = ("cold", "warm")
EVERY = list(itertools.product(ZONES, SEEDS, WORKERS, FOLDERS, WARMTH))
SAMPLE = [EVERY[0], EVERY[-1], EVERY[13], EVERY[30], EVERY[47]]


def build_once(
    origin: Path, folder: Path, case: tuple[str, ...], warm_from: Path
) -> dict[str, str]:
    """One build of a copy of the site under the circumstances of the case."""
    zone, seed, workers, name, warmth = case
    site = folder / name
    shutil.copytree(origin, site)
    if warmth == "warm":
        shutil.copytree(warm_from, site / ".huiying")
    done = run(
        site,
        *("huiying", "build", "--now", NOW, "--workers", workers),
        env={"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8" if seed == "0" else "C"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return digests(site / "site")


@pytest.mark.parametrize("content", ["sample", pytest.param("many", marks=pytest.mark.proof)])
def test_every_circumstance_gives_the_same_bytes(
    tmp_path: Path, content: str, full_size: bool
) -> None:
    origin = tmp_path / "origin"
    if content == "sample":
        copy_sample(origin)
    else:
        write_site(origin, many(600))
    first = tmp_path / "first"
    shutil.copytree(origin, first)
    done = run(first, "huiying", "build", "--now", NOW)
    assert done.returncode == 0, done.stderr
    expected = digests(first / "site")
    cases = EVERY if full_size and content == "sample" else SAMPLE
    for number, case in enumerate(cases):
        folder = tmp_path / str(number)
        assert build_once(origin, folder, case, first / ".huiying") == expected, case
        shutil.rmtree(folder)


@pytest.mark.proof
def test_a_damaged_cache_gives_the_same_bytes(tmp_path: Path) -> None:
    site = copy_sample(tmp_path)
    words = ("huiying", "build", "--now", NOW)
    assert run(site, *words).returncode == 0
    expected = digests(site / "site")
    cache = site / ".huiying/cache.sqlite"
    good = cache.read_bytes()
    for damage in (b"", good[: len(good) // 2], bytes(len(good)), good[:5000] + b"\xff" * 9000):
        cache.write_bytes(damage)
        shutil.rmtree(site / "site")
        done = run(site, *words)
        assert done.returncode == 0, done.stderr
        assert digests(site / "site") == expected
