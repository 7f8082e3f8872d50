"""What every test may ask for: size, figures, tools, data, the wheel, a browser.

In: the environment variable HUIYING_PROOF. Out: fixtures. Never anything of the product.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from tests.browser import browser as browser
from tests.sample_site import address as address
from tests.sample_site import pages as pages
from tests.sample_site import tree as tree

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "build" / "figures.jsonl"


def is_proof() -> bool:
    """Whether `make proof` runs: the same tests, at full size."""
    return os.environ.get("HUIYING_PROOF") == "1"


def pytest_configure(config: pytest.Config) -> None:
    """A sample is the same at every run of a commit; a proof looks further each time."""
    hypothesis.settings.register_profile(
        "sample", max_examples=100, deadline=None, derandomize=True, database=None
    )
    hypothesis.settings.register_profile("proof", max_examples=5000, deadline=None)
    hypothesis.settings.load_profile("proof" if is_proof() else "sample")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only makes sense at full size."""
    if is_proof():
        return
    seen = Counter[str]()
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in sorted(items, key=lambda item: item.nodeid):
        name = item.nodeid.partition("[")[0]
        sample = item.get_closest_marker("sample")
        is_beyond = sample is not None and seen[name] >= sample.args[0]
        (left_out if is_beyond or item.get_closest_marker("proof") else kept).append(item)
        seen[name] += 1
    chosen = set(kept)
    items[:] = [item for item in items if item in chosen]
    config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session")
def full_size() -> bool:
    """True under `make proof`; a test then takes all of its cases, otherwise a sample."""
    return is_proof()


@pytest.fixture(scope="session")
def figure() -> Callable[[str, object], None]:
    """Notes one measured figure for `docs/proof.md`; a sample's figures are not worth noting."""

    def note(name: str, value: object) -> None:
        if not is_proof():
            return
        line = json.dumps({"name": name, "value": value}, ensure_ascii=False) + "\n"
        FIGURES.parent.mkdir(exist_ok=True)
        # One write in append mode: lines of two workers do not mix.
        with FIGURES.open("ab", buffering=0) as file:
            file.write(line.encode())

    return note


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """The path of an outside program; without it a sample is skipped by name and a proof fails."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None and is_proof():
            pytest.fail(f"{name} is not installed")
        if path is None:
            pytest.skip(f"{name} is not installed")
        return path

    return find


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real inputs beside the project."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared beside the project")
    return folder


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a second city gets it, built with the locked build tool."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [path] = folder.glob("*.whl")
    return path
