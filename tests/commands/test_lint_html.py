"""`huiying lint-html`: which files it looks at, in which format it tells, how it ends."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from huiying.commands import main
from huiying.lint import LARGEST
from tests.lint.test_lint import PAGE

WRONG = PAGE.replace('name="SiteName"', 'name="sitename"')


def lint(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["lint-html", *map(str, words)])


def test_pages_of_a_folder_are_found_by_their_endings_and_others_when_named(
    tmp_path: Path,
) -> None:
    for name in ("a.html", "b/c.HTM", "b/d.shtml", "b/e.jsp", "b/f.html.bak"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WRONG, encoding="utf-8")
    told = lint(tmp_path)
    places = [line.partition(": ")[0] for line in told.stdout.splitlines()[:-1]]
    assert places == [
        f"{tmp_path.as_posix()}/{name}:7:1" for name in ("a.html", "b/c.HTM", "b/d.shtml")
    ]
    assert told.stdout.splitlines()[0].endswith(
        "错误：标签名“sitename”写错了。请改成 SiteName，大小写也要一样。(page-tags)"
    )
    assert told.exit_code == 1
    assert lint(tmp_path / "b" / "e.jsp").exit_code == 1
    (tmp_path / "x.txt").write_text("正文\n", encoding="utf-8")
    assert lint(tmp_path / "x.txt").exit_code == 1  # nothing was checked
    assert lint(tmp_path / "b", tmp_path / "b" / "c.HTM").stdout.count("sitename") == 2


def test_a_clean_page_a_warning_and_strict(tmp_path: Path) -> None:
    clean, warned = tmp_path / "clean.html", tmp_path / "warned.html"
    clean.write_text(PAGE, encoding="utf-8")
    warned.write_text(PAGE.replace('<meta charset="utf-8">', ""), encoding="utf-8")
    assert (lint(clean).stdout, lint(clean).exit_code) == ("错误 0，警告 0，提示 0\n", 0)
    assert [lint(warned).exit_code, lint(warned, "--strict").exit_code] == [0, 1]


def test_wrong_use_is_told_and_ends_with_two(tmp_path: Path) -> None:
    assert "里没有网页（.html .htm .shtml .xhtml）" in lint(tmp_path).stderr
    assert "There is no page in" in lint(tmp_path, "--lang", "en").stderr
    assert [lint(tmp_path).exit_code, lint(tmp_path / "none").exit_code, lint().exit_code] == [
        2
    ] * 3


def test_json_and_sarif_name_the_place_and_the_rule(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(WRONG, encoding="gbk", errors="replace")
    report = json.loads(lint(tmp_path, "--format", "json").stdout)
    cases = {(each["line"], each["column"], each["rule"]) for each in report["problems"]}
    assert cases == {(1, 1, "page-tags"), (7, 1, "page-tags")}
    run = json.loads(lint(tmp_path, "--format", "sarif").stdout)["runs"][0]
    [rule] = run["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "政府网站页面标签齐全，而且和页面写的一致。"
    assert run["results"][1]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 7,
        "startColumn": 1,
    }


def test_a_file_without_end_is_read_to_a_limit(tmp_path: Path) -> None:
    with (tmp_path / "a.html").open("wb") as file:
        file.write(PAGE.encode())
        file.truncate(4 * LARGEST)
    assert "文件太大，只检查了前 16 MB。" in lint(tmp_path).stdout
