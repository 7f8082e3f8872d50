"""The places that commands print lead to the files from where the editor stands."""

import os
from pathlib import Path

import pytest

from tests.helper import CLARIFICATION, RUMOUR
from tests.sites import run, write_site

WRONG = CLARIFICATION.replace("结论: 不实", "结论: 假的")
OTHER = "clarifications/2025/20260312-tingshui.yml"


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("stand", "option", "shown"),
    [
        (".", "站", "站/content/"),
        ("站", "mkdocs.yml", "content/"),
        ("站/content", "../mkdocs.yml", ""),
        ("别处", "../站", "../站/content/"),
    ],
)
def test_a_printed_place_is_a_path_from_the_current_folder(
    stand: str, option: str, shown: str, tmp_path: Path
) -> None:
    write_site(tmp_path / "站", {RUMOUR: WRONG, OTHER: CLARIFICATION})
    folder = tmp_path / stand
    folder.mkdir(exist_ok=True)
    for words in (("check",), ("build",), ("fmt", "--check")):
        done = run(folder, "huiying", *words, "-f", option)
        lines = [line for line in (done.stdout + done.stderr).split("\n") if ": 错误：" in line]
        places = {line.partition(":")[0] for line in lines}
        assert f"{shown}{OTHER}" in places or words[0] == "fmt"
        assert all((folder / place).is_file() for place in places), places
    done = run(folder, "huiying", "check", "-f", option)
    assert f"已经有了，在 {shown}{OTHER}" in done.stdout
    one = run(folder, "huiying", "check", "-f", option, f"{shown}{OTHER}")
    assert one.returncode == 1
    assert f"{shown}{OTHER}:" in one.stdout
    assert f"{shown}{RUMOUR}:" not in one.stdout


def test_the_plugin_names_files_from_where_the_editor_stands(tmp_path: Path) -> None:
    write_site(tmp_path / "站", {RUMOUR: WRONG})
    done = run(tmp_path, "mkdocs", "build", "-f", "站/mkdocs.yml")
    assert f"站/content/{RUMOUR}:7:5: 错误：" in done.stderr


def test_a_path_of_another_site_is_told_with_the_way_to_it(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    write_site(tmp_path / "练习", {RUMOUR: WRONG})
    done = run(tmp_path, "huiying", "check", os.path.join("练习", "content", *RUMOUR.split("/")))
    assert done.returncode == 2
    assert "是另一个网站的，请用 -f 指出它的 mkdocs.yml。" in done.stderr


def test_what_new_writes_and_finds_is_named_from_where_the_editor_stands(tmp_path: Path) -> None:
    write_site(tmp_path / "站", {})
    new = ("huiying", "new", "辟谣", "-f", "站", "--now", "2026-03-12T12:00")
    words = (
        "--title",
        "3月12日起全市正常供水",
        "--set",
        "网传说法=3月12日开始全市停水三天，抓紧接水",
    )
    done = run(tmp_path, *new, *words, "--body", "shuiwuju", "--id", "20260312-tingshui")
    assert f"站/content/{RUMOUR}" in done.stderr
    done = run(tmp_path, *new, *words, "--body", "shuiwuju", "--id", "20260312-xin")
    assert done.stdout.startswith("写好了：站/content/clarifications/2026/20260312-xin.yml\n")
    assert (tmp_path / "站/content/clarifications/2026/20260312-xin.yml").is_file()


COMMANDS = (
    ("check",),
    ("build",),
    ("fmt", "--diff"),
    ("explain", "💧"),
    ("explain", "结论"),
    ("find", "💧"),
    ("new", "辟谣", "--title", "💧不停水"),
    ("new", "💧"),
    ("import", "💧.csv"),
    ("schema", "辟谣"),
    ("schema", "💧"),
    ("forms", "--into", "💧"),
    ("guide", "💧"),
    ("init", "💧"),
    ("💧",),
    ("--help",),
)


@pytest.mark.sample(8)
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp437"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_what_a_terminal_cannot_show_is_written_as_an_escape(
    words: tuple[str, ...], encoding: str, tmp_path: Path, full_size: bool
) -> None:
    if encoding != "gbk" and words[0] != "check" and not full_size:
        pytest.skip("at full size only")
    write_site(tmp_path, {RUMOUR: CLARIFICATION.replace("结论: 不实", "结论: 💧")})
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = run(tmp_path, "huiying", *words, env=env, encoding=encoding)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2)
    if words == ("check",):
        assert f"content/{RUMOUR}:7:5: " in done.stdout
        assert encoding == "ascii" or "\\U0001f4a7" in done.stdout  # click writes UTF-8 there


@pytest.mark.parametrize("door", ["mkdocs", "properdocs"])
def test_the_plugin_writes_to_any_terminal(door: str, tmp_path: Path) -> None:
    write_site(tmp_path, {RUMOUR: CLARIFICATION.replace("结论: 不实", "结论: 💧")})
    words = (door, "build", "-f", "mkdocs.yml")
    env = {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    done = run(tmp_path, *words, env=env, encoding="gbk")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "\\U0001f4a7" in done.stderr
