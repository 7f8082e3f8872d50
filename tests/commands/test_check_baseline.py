"""A site with an old corpus adopts `check`: what is known is put off, what is new is not."""

import json
import os
from pathlib import Path

import pytest

from tests.commands.test_check_formats import check
from tests.helper import CLARIFICATION, RUMOUR
from tests.sites import run, write_site

OLD = "clarifications/2026/20260301-jiu.yml"
PRIVATE = "内部电话零七七二三三三三三三三"
UNCLEAR = CLARIFICATION.replace("结论: 不实", f"结论: {PRIVATE}")
FILES = {OLD: UNCLEAR, "tu.txt": "随便"}
TWICE = {"topics/gongshui.yml": "标题: 好\n标题: 坏\n"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with an error in an old record and a warning; its baseline knows both."""
    write_site(tmp_path, FILES)
    done = check(tmp_path, "--strict", "--write-baseline", "base.json")
    assert done.exit_code == 0
    assert "基线写好了：base.json，记下 2 处。" in done.stderr
    return tmp_path


def places(folder: Path, *options: str) -> list[tuple[str, str]]:
    """File and rule of what is told, notes left out."""
    done = check(folder, "--format", "json", "--baseline", "base.json", *options)
    found = json.loads(done.stdout)["problems"]
    return [
        (each["file"].removeprefix("content/"), each["rule"])
        for each in found
        if each["level"] != "note"
    ]


def test_what_is_known_is_only_counted_and_does_not_fail(site: Path) -> None:
    assert check(site, "--strict").exit_code == 1
    done = check(site, "--strict", "--baseline", "base.json")
    assert done.exit_code == 0
    assert "基线里已知的 2 处没有列出。" in done.stdout
    assert OLD not in done.stdout
    assert places(site) == []


def test_what_is_new_is_told_and_fails(site: Path) -> None:
    record = site / "content" / RUMOUR
    record.write_text(CLARIFICATION.replace("结论: 不实", "结论: 假的"), encoding="utf-8")
    assert places(site) == [(RUMOUR, "choice")]
    assert check(site, "--baseline", "base.json").exit_code == 1


def test_a_known_problem_stays_known_when_its_lines_move_but_not_when_they_change(
    site: Path,
) -> None:
    record = site / "content" / OLD
    record.write_text(f"# 说明\n\n{UNCLEAR}", encoding="utf-8")
    assert places(site) == []
    record.write_text(UNCLEAR.replace(PRIVATE, "另一个"), encoding="utf-8")
    assert places(site) == [(OLD, "choice")]


def test_what_is_mended_is_named_so_that_the_file_shrinks(site: Path) -> None:
    (site / "content" / OLD).write_text(CLARIFICATION, encoding="utf-8")
    done = check(site, "--baseline", "base.json")
    assert done.exit_code == 0
    assert f"content/{OLD} 的一处问题（choice）已经没有了。" in done.stdout
    one = check(site, "--baseline", "base.json", "content/registers")
    assert "已经没有了" not in one.stdout


def test_with_both_options_a_baseline_only_shrinks(site: Path) -> None:
    (site / "content" / OLD).write_text(CLARIFICATION, encoding="utf-8")
    record = site / "content" / RUMOUR
    record.write_text(CLARIFICATION.replace("结论: 不实", "结论: 假的"), encoding="utf-8")
    done = check(site, "--baseline", "base.json", "--write-baseline", "base.json")
    assert done.exit_code == 1
    known = json.loads((site / "base.json").read_bytes())["known"]
    assert [each["rule"] for each in known] == ["stray-file"]
    assert places(site) == [(RUMOUR, "choice")]
    assert "已经没有了" not in check(site, "--baseline", "base.json").stdout


def test_the_file_holds_nothing_that_an_editor_wrote(site: Path) -> None:
    text = (site / "base.json").read_text(encoding="utf-8")
    assert "零七七二" not in text
    assert "不实" not in text


NEVER = {
    "a phone number in public": CLARIFICATION.replace("运行正常", "运行正常，电话13812345678"),
    "a key written twice": f"{CLARIFICATION}标题: 又一个标题，也是一句完整的话\n",
    "broken YAML": f"{CLARIFICATION}  坏: [\n",
}


@pytest.mark.parametrize("text", NEVER.values(), ids=NEVER)
def test_what_must_not_be_put_off_cannot_be(text: str, tmp_path: Path) -> None:
    write_site(tmp_path, {RUMOUR: text})
    done = check(tmp_path, "--strict", "--write-baseline", "base.json")
    assert done.exit_code == 1
    assert "不能记入基线，仍要改好。" in done.stderr
    assert check(tmp_path, "--strict", "--baseline", "base.json").exit_code == 1


def test_no_hand_can_put_it_into_the_file(tmp_path: Path) -> None:
    write_site(tmp_path, {RUMOUR: NEVER["a key written twice"]})
    told = json.loads(check(tmp_path, "--format", "json").stdout)["problems"]
    known = [{key: it[key] for key in ("file", "rule", "fingerprint")} for it in told]
    whole = json.dumps({"version": 1, "known": known})
    (tmp_path / "base.json").write_text(whole, encoding="utf-8")
    assert (RUMOUR, "duplicate-key") in places(tmp_path)
    assert check(tmp_path, "--baseline", "base.json").exit_code == 1


def test_a_build_knows_no_baseline(site: Path) -> None:
    done = run(site, "huiying", "build")
    assert done.returncode == 1
    assert f"content/{OLD}:7:5: 错误：" in done.stderr


def test_the_folder_where_one_stands_does_not_matter(site: Path) -> None:
    beside = site / "content" / "topics"
    beside.mkdir()
    way = os.path.join("..", "..")
    done = check(beside, "-f", way, "--strict", "--baseline", os.path.join(way, "base.json"))
    assert done.exit_code == 0
    assert "基线里已知的 2 处没有列出。" in done.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--baseline", "mkdocs.yml"], "mkdocs.yml 不是基线文件，读不懂。"),
        (["--baseline", "meiyou.json"], "meiyou.json"),
        (["--write-baseline", "base.json", "content/topics"], "写基线要看全部内容。"),
        (["--write-baseline", "mkdocs.yml"], "mkdocs.yml 已经有了，是别的文件，不会覆盖。"),
        (["--write-baseline", "meiyou/b.json"], "meiyou/b.json 所在的文件夹不存在。"),
    ],
)
def test_wrong_use_is_told_as_such(options: list[str], said: str, tmp_path: Path) -> None:
    write_site(tmp_path, TWICE)
    done = check(tmp_path, *options)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (tmp_path / "base.json").exists()
