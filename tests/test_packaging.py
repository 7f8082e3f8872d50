"""The wheel is all a second city needs: engine, theme and both doors."""

import configparser
import re
import zipfile
from pathlib import Path

import pytest

from huiying import __version__

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "docs/recipes/huiying.lock")


@pytest.fixture(scope="session")
def names(wheel: Path) -> frozenset[str]:
    """Paths of the files in the wheel."""
    return frozenset(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_carries_the_version_of_the_package(wheel: Path) -> None:
    assert wheel.name == f"huiying-{__version__}-py3-none-any.whl"


def test_the_theme_lies_inside_the_package(names: frozenset[str]) -> None:
    assert "huiying/theme/main.html" in names


def test_every_file_of_the_engine_and_the_theme_is_in_the_wheel(names: frozenset[str]) -> None:
    sources = {"huiying": ROOT / "generator" / "huiying", "huiying/theme": ROOT / "theme"}
    expected = {
        f"{prefix}/{file.relative_to(folder).as_posix()}"
        for prefix, folder in sources.items()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert expected <= names


def test_nothing_but_the_package_and_its_metadata_is_in_the_wheel(names: frozenset[str]) -> None:
    folders = {name.split("/")[0] for name in names}
    assert folders == {"huiying", f"huiying-{__version__}.dist-info"}


def test_both_doors_are_declared(wheel: Path) -> None:
    metadata = f"huiying-{__version__}.dist-info/entry_points.txt"
    declared = configparser.ConfigParser()
    declared.read_string(zipfile.ZipFile(wheel).read(metadata).decode())
    assert dict(declared["console_scripts"]) == {"huiying": "huiying.__main__:main"}
    assert dict(declared["mkdocs.plugins"]) == {"huiying": "huiying.mkdocs_plugin:HuiyingPlugin"}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_hashes_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    requirements = [line for line in lines if line[:1].isalnum()]
    assert [line for line in requirements if not line.endswith("\\")] == []
    assert [line for line in lines if "://" in line or line.startswith("-")] == []


def test_a_site_is_built_with_the_versions_that_were_tested() -> None:
    tested, shipped = ((ROOT / lock).read_text(encoding="utf-8").splitlines() for lock in LOCKS)
    assert set(shipped) <= set(tested)


def test_every_dependency_of_the_wheel_is_in_the_lock_of_a_site(wheel: Path) -> None:
    metadata = f"huiying-{__version__}.dist-info/METADATA"
    text = zipfile.ZipFile(wheel).read(metadata).decode()
    needed = {
        name.lower() for name in re.findall(r"^Requires-Dist: ([\w.-]+)(?!.*extra)", text, re.M)
    }
    locked = re.findall(r"^([\w.-]+)==", (ROOT / LOCKS[1]).read_text(encoding="utf-8"), re.M)
    assert needed - set(locked) == set()
