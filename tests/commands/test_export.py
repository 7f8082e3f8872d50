"""`huiying export`: what is written, where from, and what is no site."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from huiying.commands import main
from huiying.offline import packed
from huiying.release import PREVIEW_MARKER
from huiying.render.redirect_map import SERVERS
from tests.conftest import ROOT


def export(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, words)])


def test_the_offline_copy_is_that_of_the_built_site(tree: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    done = export("offline", file, "--site", tree)
    assert (done.exit_code, done.output) == (
        0,
        f"离线版写好了：{file}。解压以后打开里面的 index.html。\n",
    )
    assert file.read_bytes() == packed(tree)
    with ZipFile(file) as box:
        assert "calendar.ics" in box.namelist()


@pytest.mark.parametrize("marker", ["", PREVIEW_MARKER])
def test_what_is_no_built_site_is_told_and_nothing_is_written(tmp_path: Path, marker: str) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    if marker:
        (folder / "manifest.json").write_text("{}")
        (folder / marker).write_text("")
    done = export("offline", tmp_path / "a.zip", "--site", folder, "--lang", "en")
    assert done.exit_code == 1
    assert "is no built site" in done.output
    assert not (tmp_path / "a.zip").exists()


def test_the_old_addresses_of_the_sample_are_written_for_each_server(tmp_path: Path) -> None:
    old = "huiying.example/piyao/2025/t20251024-0031.html"
    for server in SERVERS:
        file = tmp_path / server
        done = export(server, file, "-f", ROOT / "mkdocs.yml", "--now", "2026-11-24T12:00")
        assert done.exit_code == 0, done.output
        count = re.search(r"共 (\d+) 条", done.output)
        text = file.read_text(encoding="utf-8")
        assert count is not None
        assert text.count("https://huiying.example/") == int(count[1]) > 0
        assert (old.partition("/")[0] if server == "apache" else old) in text


@pytest.mark.parametrize("what", ["offline", *SERVERS])
def test_only_its_own_kind_is_written_over(tree: Path, tmp_path: Path, what: str) -> None:
    options = ("--site", tree, "-f", ROOT / "mkdocs.yml", "--now", "2026-11-24T12:00")
    file = tmp_path / "a"
    assert export(what, file, *options).exit_code == export(what, file, *options).exit_code == 0
    file.write_text("标题: 停水\n", "utf-8")
    done = export(what, file, *options)
    assert (done.exit_code, file.read_text("utf-8")) == (2, "标题: 停水\n")
    assert "不会覆盖" in done.output
    done = export(what, tmp_path / "没有" / "a", *options)
    assert done.exit_code == 2
    assert "文件夹不存在" in done.output
