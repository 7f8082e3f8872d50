"""Wrong use and help are told in the editor's language, also in click's own words."""

import re
import string
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from huiying.commands import COMMANDS, main
from huiying.commands.wording import chinese, language_of
from huiying.messages.click_zh import WORDS
from tests.sites import write_site


@pytest.fixture(autouse=True)
def fresh_help() -> None:
    """Click makes the option `--help` of a command once, in the language of the first call."""
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        command._help_option = None
    main._help_option = None


def call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["谣言"], "没有“谣言”这个命令。可以用：init、build、"),
        (["chek"], "没有“chek”这个命令。您是否想用“check”？"),
        (["CHECK"], "没有“CHECK”这个命令。您是否想用“check”？"),
        (["new"], "缺少 'KIND'"),
        (["check", "--stirct"], "没有 --stirct 这个选项。 您是否想写 '--strict'？"),
        (["check", "--now"], "--now 后面要写内容。"),
        (["check", "--strict=1"], "--strict 后面不写内容。"),
        (["check", "没有.yml"], "没有“没有.yml”这个文件或文件夹。"),
        (["check", "--lang", "fr"], "没有“fr”这一项，可以写：'zh', 'en'。"),
        (["build", "--workers", "两"], "“两”不是数字。"),
        (["build", "--workers", "0"], "0 不在范围 x>=1 里。"),
        (["explain", "标题", "结论"], "多写了“结论”。"),
    ],
)
def test_wrong_use_is_told_in_chinese(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_site(tmp_path, {}))
    done = call(*words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "错误：" in done.stderr
    assert not re.search("Usage|Error|Try", done.stderr)


def test_english_is_kept_for_those_who_ask_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_site(tmp_path, {}))
    for words in (("check", "--lang", "en", "--stirct"), ("check", "--stirct", "--lang=en")):
        done = call(*words)
        assert done.stderr.startswith("Usage: ")
        assert "No such option" in done.stderr
    assert "Options:" in call("check", "--lang", "en", "--help").output
    assert language_of(["check", "en", "--lang", "zh"]) == "zh"


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_has_no_english_headings(name: str) -> None:
    done = call(*filter(None, [name]), "--help")
    assert done.exit_code == 0
    assert done.output.startswith("用法：")
    assert "\n选项" in done.output
    assert not re.search(r"(?<=\s)(OPTIONS|TEXT|INTEGER|DIRECTORY)\b|ARGS", done.output)
    for word in ("Usage", "Options", "Commands", "Show", "default", "required", "exit."):
        assert word not in done.output


def test_the_words_of_click_are_its_own_again_afterwards() -> None:
    with chinese():
        assert "用法" in click.Command("a").get_usage(click.Context(click.Command("a")))
    assert "Usage" in click.Command("a").get_usage(click.Context(click.Command("a")))


@pytest.mark.parametrize(("english", "ours"), WORDS.items())
def test_a_translation_asks_for_no_value_that_click_does_not_give(english: str, ours: str) -> None:
    given, used = ({hole for _, hole, *_ in string.Formatter().parse(it)} for it in (english, ours))
    assert used <= given | {None}


def test_a_folder_that_is_no_site_is_told_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = "这里不是网站文件夹（没有 mkdocs.yml）。请先 cd 到网站文件夹，或用 -f 指出它。"
    for name in ("build", "check", "fmt", "forms", "serve"):
        done = call(name)
        assert (done.exit_code, done.stderr) == (2, f"错误：{said}\n")
    done = call("check", "--lang", "en")
    assert done.stderr.startswith("Error: This is no site's folder (there is no mkdocs.yml).")
    done = call("check", "-f", "別处.yml")
    assert (done.exit_code, done.stderr) == (
        2,
        "错误：没有 別处.yml 这个文件。请用 -f 指出网站的 mkdocs.yml。\n",
    )


def test_a_site_may_be_named_by_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path / "站", {})
    monkeypatch.chdir(tmp_path)
    told = call("check", "-f", "站", "--now", "2026-03-20").output
    assert told.startswith("错误 0，警告 0，提示 0\n")


BROKEN = {
    "bracket": ("site_name: a\nplugins: [huiying\n", ":2:10: 错误：从这里开始的括号没有关上"),
    "GBK": ("site_name: 回应\n".encode("gbk"), ":1:12: 错误：这个文件像是 GBK"),
    "no name": (
        "plugins: [huiying]\n",
        ":1:1: 错误：MkDocs 看不懂这份设置：没有写“site_name”。请照它说",
    ),
    "no theme": (
        "site_name: a\ntheme: zzz\n",
        ":1:1: 错误：MkDocs 看不懂这份设置：没有“zzz”这个主题，请写 material",
    ),
    "list": ("- a\n", ":1:1: 错误：MkDocs 看不懂这份设置："),
    "empty": ("", ":1:1: 错误：MkDocs 看不懂这份设置："),
}


@pytest.mark.parametrize("command", ["build", "check", "serve", "fmt"])
@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_configuration_is_a_problem_with_its_place(
    fault: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, said = BROKEN[fault]
    write_site(tmp_path / "站", {})
    monkeypatch.chdir(tmp_path)
    Path("站/mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    done = call(command, "-f", "站")
    assert done.exit_code == 1
    assert done.stderr.startswith(f"站/mkdocs.yml{said}")


@pytest.mark.parametrize(
    "address", ["127.0.0.1:999999", "127.0.0.1:0", "abc", "127.0.0.1:", "a b:80"]
)
def test_an_address_that_is_none_is_told_before_anything_is_made(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_site(tmp_path, {}))
    done = call("serve", "-a", address)
    assert done.exit_code == 2
    assert f"“{address}”在这台电脑上不能用。" in done.stderr
    assert done.stdout == ""


def test_a_command_without_a_word_shows_the_help() -> None:
    done = call()
    assert "Traceback" not in done.output
    assert done.output.startswith("用法：")
