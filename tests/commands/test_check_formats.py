"""`check --format`: the same problems in every format, in UTF-8, with the same exit code."""

import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from huiying import console
from huiying.commands import main
from tests.console.test_ci import read as read_commands
from tests.helper import CLARIFICATION, RUMOUR
from tests.sites import EPOCH, run, write_site

UNCLEAR = CLARIFICATION.replace("结论: 不实", "结论: 💧假的")
LONG = CLARIFICATION.replace("没有停水三天的安排", "没有停水三天的安排" * 12)
WRONG = {
    RUMOUR: UNCLEAR.replace("责任依据: 谁主管谁负责", ""),
    "clarifications/2026/20260313-liang.yml": "标题: 好\n标题: 坏\n",
    "clarifications/2026/20260314-chang.yml": LONG,
    "tu.txt": "随便",
}
Place = tuple[str, int, int, str]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("站"), WRONG)


def text_places(out: str) -> list[Place]:
    found = re.findall(r"^(.+?):(\d+):(\d+): .*\((.+)\)$", out, re.MULTILINE)
    return [(file, int(line), int(column), rule) for file, line, column, rule in found]


def json_places(out: str) -> list[Place]:
    problems = json.loads(out)["problems"]
    return [(it["file"], it["line"], it["column"], it["rule"]) for it in problems]


def sarif_places(out: str) -> list[Place]:
    [run] = json.loads(out)["runs"]
    places = [it["locations"][0]["physicalLocation"] for it in run["results"]]
    return [
        (
            unquote(place["artifactLocation"]["uri"]),
            place["region"]["startLine"],
            place["region"]["startColumn"],
            result["ruleId"],
        )
        for place, result in zip(places, run["results"], strict=True)
    ]


def junit_places(out: str) -> list[Place]:
    cases = ElementTree.fromstring(out.encode()).iter("testcase")
    return text_places("".join(f"{result.text}\n" for case in cases for result in case))


def ci_places(out: str) -> list[Place]:
    found = [it.properties for it in read_commands(out)]
    return [(it["file"], int(it["line"]), int(it["col"]), it["title"]) for it in found]


READERS = {
    "text": text_places,
    "json": json_places,
    "sarif": sarif_places,
    "junit": junit_places,
    "ci": ci_places,
}


def test_every_format_has_a_reader_here() -> None:
    assert READERS.keys() == console.FORMATS.keys()


def check(folder: Path, *options: str) -> Result:
    """`huiying check` as it is called in a site's folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return CliRunner().invoke(main, ["check", *options])


@pytest.mark.parametrize("options", [[], ["--strict"]], ids=["plain", "strict"])
def test_the_format_changes_neither_what_is_found_nor_the_exit_code(
    options: list[str], site: Path
) -> None:
    plain = check(site, *options)
    expected = text_places(plain.stdout)
    assert {"choice", "duplicate-key", "length", "stray-file"} <= {place[3] for place in expected}
    assert plain.exit_code == 1
    for form, places in READERS.items():
        done = check(site, "--format", form, *options)
        assert (form, places(done.stdout)) == (form, expected)
        assert done.exit_code == plain.exit_code
        assert done.stderr == ""


def test_both_places_of_a_problem_lead_to_files_from_where_one_stands(site: Path) -> None:
    folder = site / "content"
    done = check(folder, "-f", "..", "--format", "json")
    problems = json.loads(done.stdout)["problems"]
    also = [it["also"]["file"] for it in problems if it["also"]]
    assert "clarifications/2026/20260313-liang.yml" in also
    assert [it for it in also + [it["file"] for it in problems] if not (folder / it).exists()] == []


@pytest.mark.parametrize("form", READERS)
def test_warnings_fail_under_strict_only_in_every_format(form: str, tmp_path: Path) -> None:
    write_site(tmp_path, {"tu.txt": "随便"})
    assert check(tmp_path, "--format", form).exit_code == 0
    assert check(tmp_path, "--format", form, "--strict").exit_code == 1


@pytest.mark.parametrize("form", [form for form in READERS if form != "text"])
def test_what_programs_read_is_utf8_in_any_locale(form: str, site: Path) -> None:
    locale = {"LC_ALL": "C", "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    done = run(site, "huiying", "check", "--format", form, env=locale, encoding="utf-8")
    assert done.stdout == check(site, "--format", form).stdout
    assert "💧假的" in done.stdout


STRANGE = "a\n::stop-commands::x\r##[group]\x1b[2J%0A,:'\"<&>😀.yml"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("form", READERS)
def test_a_hostile_file_name_is_told_in_every_format(form: str, tmp_path: Path) -> None:
    write_site(tmp_path, {f"topics/{STRANGE}": "标题: 好\n标题: 坏\n"})
    done = check(tmp_path, "--format", form)
    assert done.exit_code == 1
    assert done.stderr == ""
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f]", done.stdout) == []
    names = {place[0] for place in READERS[form](done.stdout) if "/topics/" in place[0]}
    assert len(names) == 1
    if form in ("json", "sarif"):
        assert names == {f"content/topics/{STRANGE}"}
    if form == "ci":
        found = read_commands(done.stdout)
        assert {it.name for it in found} <= {"error", "warning", "notice"}
        assert len(found) == len(json_places(check(tmp_path, "--format", "json").stdout))


def test_a_page_of_the_guide_comes_with_each_rule_of_sarif(site: Path) -> None:
    for lang, word in (("zh", "对："), ("en", "Rule choice")):
        done = check(site, "--format", "sarif", "--lang", lang)
        rules = json.loads(done.stdout)["runs"][0]["tool"]["driver"]["rules"]
        assert any(word in rule["help"]["markdown"] for rule in rules), lang
        assert all(rule["help"]["text"] for rule in rules)
