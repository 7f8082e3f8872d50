"""An editor's Windows: no POSIX module, spaces and Chinese in paths, CRLF, a BOM."""

import os
from pathlib import Path

import pytest

from huiying.commands import COMMANDS
from tests import windows
from tests.conftest import ROOT
from tests.helper import CLARIFICATION, RUMOUR
from tests.sites import NOW, digests, write_site
from tests.test_serve import Server

FOLDER = "我的 文档/回应 网站"
BOM = b"\xef\xbb\xbf"
RECENT = CLARIFICATION.replace("2026-03-12 09:40", "2026-11-20 09:40")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site as Windows editors leave it: long names, CRLF and a BOM."""
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    text = BOM + RECENT.replace("\n", "\r\n").encode()
    return write_site(folder, {RUMOUR: text})


def test_every_module_is_loaded_without_a_posix_module(tmp_path: Path) -> None:
    done = windows.run(["--version"], str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert len(windows.modules()) > 100


def test_what_is_taken_away_is_missed(tmp_path: Path) -> None:
    done = windows.run(["check"], str(tmp_path))
    assert done.returncode == 2  # no mkdocs.yml here: wrong use, no traceback
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [("check",), ("build", "--workers", "1"), ("build", "--preview", "--workers", "1")],
    ids=" ".join,
)
def test_a_site_with_crlf_and_a_bom_is_clean(site: Path, words: tuple[str, ...]) -> None:
    done = windows.run([*words, "--now", NOW], str(site))
    assert (done.returncode, done.stderr) == (0, "")


def test_the_tree_is_the_same_as_elsewhere(site: Path, tmp_path: Path) -> None:
    plain = write_site(tmp_path / "plain", {RUMOUR: RECENT})
    first = windows.run(["build", "--now", NOW, "--workers", "1"], str(site))
    second = windows.run(["build", "--now", NOW, "--workers", "1"], str(plain))
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert digests(plain / "site") == digests(site / "site")


def test_a_second_build_replaces_the_first(site: Path) -> None:
    build = ["build", "--now", NOW, "--workers", "1"]
    assert windows.run(build, str(site)).returncode == 0
    path = site / "content" / RUMOUR
    path.write_bytes(path.read_bytes().replace("停水三天".encode(), "停水四天".encode()))
    done = windows.run(build, str(site))
    assert done.returncode == 0, done.stderr
    page = site / "site" / "rumours" / "20260312-tingshui" / "index.html"
    assert "停水四天" in page.read_text(encoding="utf-8")


def test_a_mistake_is_told_with_its_place(site: Path) -> None:
    path = site / "content" / RUMOUR
    path.write_bytes(path.read_bytes().replace("结论: 不实".encode(), "结论: 不属实".encode()))
    done = windows.run(["check", "--now", NOW], str(site))
    assert done.returncode == 1
    assert f"content/{RUMOUR}:7:5: 错误：“结论”没有“不属实”这一项" in done.stderr + done.stdout


@pytest.mark.sample(4)
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_there(tmp_path: Path, name: str) -> None:
    done = windows.run([name, "--help"], str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")


def test_a_site_is_served(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    search = os.pathsep.join([str(ROOT), str(ROOT / "generator")])
    monkeypatch.setenv("PYTHONPATH", search)
    server = Server(site, "tests.windows", "serve")
    try:
        assert "停水三天" in server.wait_for("rumours/20260312-tingshui/", "停水三天")
        path = site / "content" / RUMOUR
        path.write_bytes(path.read_bytes().replace("停水三天".encode(), "停水五天".encode()))
        server.wait_for("rumours/20260312-tingshui/", "停水五天")
    finally:
        server.stop()
