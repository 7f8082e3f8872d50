"""`huiying fmt` from the outside: what it writes, prints and returns."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from huiying.commands import fmt
from huiying.formatting import Formatted
from tests.helper import RUMOUR
from tests.sites import write_site

MESSY = "# 给编辑\r\nverdict: 不实\r\n标题: 供水正常\r\n"
TIDY = "标题: 供水正常\n# 给编辑\n结论: 不实\n"
WRONG = "结论词: 不实\n标题: 供水正常\n"
OTHER = "clarifications/2026/20260313-shuizhi.yml"
SITE = """\
网站名称: 示例市回应
网站标识码: 0000000001
主办单位: 示例市人民政府办公室
启用日期: 2026-01-01
审核关: 不启用
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one messy record and one that cannot be put in order."""
    monkeypatch.chdir(tmp_path)
    write_site(tmp_path, {"site.yml": SITE, RUMOUR: MESSY, OTHER: WRONG})
    return tmp_path / "content"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(fmt.command, arguments)


def contents(site: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_messy_files_are_put_in_order_and_those_in_doubt_stay_byte_for_byte(site: Path) -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (1, f"已整理：content/{RUMOUR}\n")
    assert (site / RUMOUR).read_bytes() == TIDY.encode()
    assert (site / OTHER).read_bytes() == WRONG.encode()
    problem, summary = result.stderr.splitlines()
    assert problem.startswith(f"content/{OTHER}:1:1: 错误：没有“结论词”这个键。")
    assert summary == "整理了 1 个文件；2 个不用整理，1 个有问题，没有动。"


def test_a_second_run_has_nothing_to_do(site: Path) -> None:
    (site / OTHER).unlink()
    assert run().exit_code == 0
    before = contents(site)
    result = run()
    assert (result.exit_code, result.stdout) == (0, "")
    assert contents(site) == before


@pytest.mark.parametrize(
    ("option", "code"), [(["--check"], 1), (["--diff"], 0), (["--check", "--diff"], 1)]
)
def test_check_and_diff_write_nothing(site: Path, option: list[str], code: int) -> None:
    (site / OTHER).unlink()
    before = contents(site)
    result = run(*option)
    assert result.exit_code == code
    assert contents(site) == before
    assert result.stderr == "1 个文件需要整理；2 个不用整理，0 个有问题。没有改动文件。\n"


def test_check_names_the_files_and_diff_shows_the_lines(site: Path) -> None:
    assert run("--check").stdout == f"需要整理：content/{RUMOUR}\n"
    lines = run("--diff").stdout.split("\n")
    assert lines[:2] == [f"--- content/{RUMOUR}", f"+++ content/{RUMOUR}"]
    assert "+标题: 供水正常" in lines


def test_check_is_content_with_files_in_order(site: Path) -> None:
    (site / OTHER).unlink()
    run()
    assert run("--check").exit_code == 0


def test_a_path_names_what_is_put_in_order(site: Path) -> None:
    (site / OTHER).write_text(MESSY, encoding="utf-8")
    result = run(f"content/{OTHER}")
    assert (result.exit_code, result.stdout) == (0, f"已整理：content/{OTHER}\n")
    assert (site / RUMOUR).read_bytes() == MESSY.encode()
    assert run("content/clarifications").stdout == f"已整理：content/{RUMOUR}\n"


def test_keys_are_of_the_language_of_the_site_or_of_the_one_asked_for(site: Path) -> None:
    (site / OTHER).unlink()
    run()
    chinese = contents(site)
    assert run("--keys", "en").exit_code == 0
    english = "title: 供水正常\n# 给编辑\nverdict: false-claim\n"
    assert (site / RUMOUR).read_text(encoding="utf-8") == english
    assert (site / "site.yml").read_text(encoding="utf-8").startswith("name: 示例市回应\n")
    assert run("--keys", "zh").exit_code == 0
    assert contents(site) == chinese
    (site / "site.yml").write_text(SITE + "键语言: 英文\n", encoding="utf-8")
    assert run().exit_code == 0
    assert (site / RUMOUR).read_text(encoding="utf-8") == english


@pytest.mark.parametrize("path", [".", "mkdocs.yml", "content/pages/about.md"])
def test_a_path_that_is_no_record_is_wrong_use(site: Path, path: str) -> None:
    before = contents(site)
    assert run(path).exit_code == 2
    assert contents(site) == before


def test_a_file_with_a_wrong_suffix_is_told(site: Path) -> None:
    (site / OTHER).rename(site / OTHER.replace(".yml", ".yaml"))
    result = run(f"content/{OTHER.replace('.yml', '.yaml')}")
    assert result.exit_code == 1
    assert "(file-suffix)" in result.stderr


def test_a_file_that_cannot_be_replaced_is_told_and_the_others_go_on(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / OTHER).write_text(MESSY, encoding="utf-8")
    replace = os.replace

    def held_open(source: str, target: Path) -> None:
        if Path(target).name == Path(OTHER).name:
            raise PermissionError
        replace(source, target)

    monkeypatch.setattr(fmt.os, "replace", held_open)
    result = run()
    assert (result.exit_code, result.stdout) == (1, f"已整理：content/{RUMOUR}\n")
    assert f"content/{OTHER}:1:1: 错误：这个文件写不进去" in result.stderr
    assert (site / OTHER).read_bytes() == MESSY.encode()
    assert not list(site.rglob(".*"))


def test_what_somebody_saves_meanwhile_is_not_written_over(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in_order = fmt.put_in_order

    def while_somebody_saves(data: bytes, *rest: Any) -> Formatted:
        (site / RUMOUR).write_text("标题: 刚改的\n", encoding="utf-8")
        return put_in_order(data, *rest)

    monkeypatch.setattr(fmt, "put_in_order", while_somebody_saves)
    result = run()
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"content/{RUMOUR}:1:1: 错误：这个文件刚被别的程序或别人改过" in result.stderr
    assert (site / RUMOUR).read_text(encoding="utf-8") == "标题: 刚改的\n"


def test_a_file_keeps_its_permissions(site: Path) -> None:
    (site / RUMOUR).chmod(0o640)
    run()
    assert stat.S_IMODE((site / RUMOUR).stat().st_mode) == 0o640


def test_sentences_come_in_english_too(site: Path) -> None:
    result = run("--check", "--lang", "en")
    assert result.stdout == f"Not in order: content/{RUMOUR}\n"
    assert "There is no key “结论词”" in result.stderr
