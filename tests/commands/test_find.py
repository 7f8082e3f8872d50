"""`huiying find`: the finder in the terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from huiying.commands import main
from tests import sites
from tests.helper import CLARIFICATION, RUMOUR

URL = "https://hy.example/rumours/20260312-tingshui/"
TITLE = "3月12日起全市正常供水，没有停水三天的安排"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = sites.write_site(tmp_path_factory.mktemp("site"), {})
    sites.build(folder)
    return folder


def find(site: Path, *words: str, typed: str | None = None):
    return CliRunner().invoke(main, ["find", *words, "-f", str(site / "mkdocs.yml")], input=typed)


def test_a_hit_is_one_line_of_tier_id_title_and_address(site: Path) -> None:
    done = find(site, "停水")
    assert (0, f"有这些字\t不实\trumours/20260312-tingshui\t{TITLE}\t{URL}\n") == (
        done.exit_code,
        done.stdout,
    )


def test_a_message_of_many_lines_is_read_from_a_pipe(site: Path) -> None:
    done = find(site, typed="紧急通知！\n3月12日开始全市停水三天，\n抓紧接水\n")
    assert done.stdout.startswith("已有官方回应\t不实\trumours/20260312-tingshui\t")


def test_words_need_no_quotes(site: Path) -> None:
    assert find(site, "停水", "三天").stdout == find(site, "停水 三天").stdout != ""


@pytest.mark.parametrize("typed", ["", " \n"])
def test_without_a_word_it_says_so(site: Path, typed: str) -> None:
    done = find(site, typed=typed)
    assert (done.exit_code, done.stderr) == (
        2,
        "错误：没有写要查什么。请写几个字，或粘贴收到的消息。\n",
    )


def test_what_is_not_utf8_is_told_and_not_searched(site: Path) -> None:
    done = CliRunner().invoke(
        main, ["find", "-f", str(site / "mkdocs.yml")], input="全市停水三天，抓紧接水".encode("gbk")
    )
    assert (done.exit_code, done.stdout) == (2, "")
    assert "UTF-8" in done.stderr


def test_what_was_withdrawn_says_so(tmp_path: Path) -> None:
    gone = (
        "变更记录:\n  - {类型: 首发, 时间: 2026-03-12 09:40, 说明: 首次发布}\n"
        "  - {类型: 撤回, 时间: 2026-03-13 09:40, 说明: 引用的数据有误, 单位: shuiwuju}\n"
    )
    folder = sites.write_site(tmp_path, {RUMOUR: CLARIFICATION + gone})
    sites.build(folder)
    assert find(folder, "停水").stdout.startswith("有这些字\t已撤回\t")


def test_nothing_found_says_what_to_do(site: Path) -> None:
    done = find(site, "quantum")
    assert (done.exit_code, done.stderr) == (1, "没有找到。请换几个字再查，或者打热线问一问。\n")


def test_a_site_that_is_not_built_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = find(sites.write_site(tmp_path, {}), "停水")
    assert (done.exit_code, done.stderr) == (1, "site 里还没有网站。请先运行 huiying build。\n")
