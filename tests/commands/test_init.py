"""`huiying init`: a new site that works as it is, and nothing written over."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from huiying.commands import main
from tests.sites import build, digests, run

SITE = "content/site.yml"
CLEAN = "错误 0，警告 0，提示 0\n"


def test_a_new_site_is_clean_and_builds(tmp_path: Path) -> None:
    done = run(tmp_path, "huiying", "init", "回应 站")
    assert (done.returncode, done.stderr) == (0, "")
    folder = tmp_path / "回应 站"
    assert run(folder, "huiying", "check", "--strict").stdout.startswith(CLEAN)
    assert run(folder, "huiying", "fmt", "--check").returncode == 0
    assert (build(folder, "--strict") / "index.html").is_file()


def test_what_was_asked_for_is_written(tmp_path: Path) -> None:
    words = ["--name", "某市: “回应”", "--sponsor", "某市政府办", "--code", "1234567890"]
    words += ["--url", "https://hy.example/hy/", "--body", "某某市水务局"]
    assert run(tmp_path, "huiying", "init", *words).returncode == 0
    site = (tmp_path / SITE).read_text(encoding="utf-8")
    assert "网站名称: '某市: “回应”'\n网站标识码: 1234567890\n主办单位: 某市政府办\n" in site
    assert "shuiwuju:\n  名称: 某某市水务局\n" in (
        tmp_path / "content/registers/organisations.yml"
    ).read_text(encoding="utf-8")
    assert "某市: “回应”" in (build(tmp_path) / "index.html").read_text(encoding="utf-8")


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", ["2026", "true", 'a "b" \\ c', "{name}"])
def test_a_name_that_yaml_would_read_as_something_else_stays_a_name(
    tmp_path: Path, name: str
) -> None:
    assert run(tmp_path, "huiying", "init", "--name", name).returncode == 0
    assert run(tmp_path, "huiying", "check", "--strict").stdout.startswith(CLEAN)


def test_nothing_is_written_where_one_file_is_there(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / SITE).write_bytes(b"mine")
    done = run(tmp_path, "huiying", "init")
    assert done.returncode == 1
    assert f"{SITE}:1:1: 错误：这里已经有 {SITE}，没有改动" in done.stderr
    assert list(digests(tmp_path)) == [SITE]
    assert (tmp_path / SITE).read_bytes() == b"mine"


def test_a_folder_that_was_used_is_told_in_one_sentence(tmp_path: Path) -> None:
    assert run(tmp_path, "huiying", "init").returncode == 0
    done = run(tmp_path, "huiying", "init")
    [line, _] = done.stderr.splitlines()
    assert line.startswith("mkdocs.yml:1:1: 错误：这里已经有 mkdocs.yml、content/site.yml、")
    count = len(digests(tmp_path))
    assert f" 等 {count} 个文件，没有改动，什么也没写。请换一个空文件夹。" in line


def test_an_answer_that_cannot_be_right_is_wrong_use(tmp_path: Path) -> None:
    done = run(tmp_path, "huiying", "init", "--code", "12")
    assert done.returncode == 2
    assert "“网站标识码”不是网站标识码：“12”" in done.stderr
    assert digests(tmp_path) == {}


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no folder that takes none")
def test_a_place_where_no_folder_can_be_made_is_wrong_use() -> None:
    done = CliRunner().invoke(main, ["init", "/proc/x"])
    assert (done.exit_code, "/proc/x/mkdocs.yml 所在的文件夹不存在。" in done.stderr) == (2, True)


def test_an_address_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    done = run(tmp_path, "huiying", "init", "--url", "hy.example")
    assert done.returncode == 2
    assert "“网址”不是网址：“hy.example”" in done.stderr
    assert digests(tmp_path) == {}


@pytest.mark.parametrize("option", ["--name", "--sponsor", "--body"])
@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("示例市\n回应", "只能写一行"),
        ("示例\u200b市", "看不见的字符（U+200B）"),
        ("字" * 1001, "超过 1000 个字"),
    ],
)
def test_an_answer_that_no_file_can_hold_is_wrong_use(
    tmp_path: Path, option: str, answer: str, sentence: str
) -> None:
    done = run(tmp_path, "huiying", "init", option, answer)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert digests(tmp_path) == {}


def test_a_body_is_known_by_its_name_in_pinyin(tmp_path: Path) -> None:
    assert run(tmp_path, "huiying", "init", "--body", "示例市城市管理局").returncode == 0
    register = (tmp_path / "content/registers/organisations.yml").read_text(encoding="utf-8")
    assert "\nchengshiguanliju:\n  名称: 示例市城市管理局\n" in register


def test_a_link_into_nowhere_is_there_too(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").symlink_to("nowhere")
    assert run(tmp_path, "huiying", "init").returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]
