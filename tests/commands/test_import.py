"""`huiying import` from the outside: what it prints, writes and returns."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from huiying.commands.import_ import command
from huiying.messages import CATALOGUE
from tests.sites import write_empty_site

TABLE = "编号,日期,标题\n1,2020-03-01,供水正常\n"
MAPPING = """\
类别: 舆情回应
编号: {列: 编号}
字段:
  标题: {列: 标题}
  发布时间: {列: 日期, 时间格式: ['%Y-%m-%d'], 时刻: '09:00'}
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_empty_site(tmp_path))
    Path("t.csv").write_text(TABLE, encoding="utf-8")
    Path("m.yml").write_text(MAPPING, encoding="utf-8")
    return tmp_path


def files(site: Path) -> dict[str, bytes]:
    found = sorted((site / "content").rglob("*.yml"))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_a_table_is_brought_in_and_counted(site: Path) -> None:
    result = run("t.csv", "--mapping", "m.yml")
    file = "content/responses/2020/20200301-1.yml"
    assert (result.exit_code, result.output) == (0, f"读了 1 行，写了 1 条记录：\n  {file}\n")
    written = site / file
    assert written.read_text(encoding="utf-8") == "标题: 供水正常\n发布时间: 2020-03-01 09:00\n"


def test_a_second_import_counts_what_is_there_and_changes_nothing(site: Path) -> None:
    run("t.csv", "--mapping", "m.yml")
    before = files(site)
    result = run("t.csv", "--mapping", "m.yml")
    said = "读了 1 行，没有写新的记录。\n1 条已经有了，没有变化。\n"
    assert (result.exit_code, result.output) == (0, said)
    assert files(site) == before


def test_the_same_record_in_another_spelling_is_the_same(site: Path) -> None:
    run("t.csv", "--mapping", "m.yml")
    written = site / "content/responses/2020/20200301-1.yml"
    written.write_text("publish_at: 2020/3/1 9:00  # x\ntitle: '供水正常'\n", encoding="utf-8")
    result = run("t.csv", "--mapping", "m.yml")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_record_that_says_something_else_stays_and_what_differs_is_told(site: Path) -> None:
    run("t.csv", "--mapping", "m.yml")
    before = files(site)
    Path("t.csv").write_text(TABLE.replace("正常", "恢复") + "2,2020-03-02,乙\n", encoding="utf-8")
    result = run("t.csv", "--mapping", "m.yml")
    assert result.exit_code == 1
    assert result.stdout == (
        "读了 2 行，写了 1 条记录：\n  content/responses/2020/20200302-2.yml\n1 行没有导入。\n"
    )
    assert result.stderr.splitlines()[0] == (
        "t.csv:2:1: 错误：responses/2020/20200301-1.yml 已经有了，没有改动，不一样的是：标题。"
        "请直接改那个文件；或者删去它，再导入一次。如果其实是另外一条，请给它写一个编号。"
        "(import-exists)"
    )
    assert before.items() <= files(site).items()


def test_a_file_that_cannot_be_read_is_not_compared(site: Path) -> None:
    run("t.csv", "--mapping", "m.yml")
    written = site / "content/responses/2020/20200301-1.yml"
    written.write_text("标提: x\n", encoding="utf-8")
    assert "比不出哪里不一样" in run("t.csv", "--mapping", "m.yml").stderr


def test_outside_a_site_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text(TABLE, encoding="utf-8")
    result = run("t.csv", "--mapping", "dxy")
    assert (result.exit_code, os.listdir()) == (2, ["t.csv"])


def test_the_zone_is_that_of_the_site(site: Path) -> None:
    (site / "content" / "site.yml").write_text(
        "网站名称: 例\n网站标识码: '0000000001'\n主办单位: 例\n审核关: 不启用\n"
        "时区: America/New_York\n",
        encoding="utf-8",
    )
    Path("m.yml").write_text("时区: Asia/Shanghai\n" + MAPPING, encoding="utf-8")
    run("t.csv", "--mapping", "m.yml")
    assert (site / "content/responses/2020/20200229-1.yml").is_file()


def test_a_broken_mapping_writes_nothing(site: Path) -> None:
    Path("m.yml").write_text(MAPPING.replace("标题: {", "题目: {"), encoding="utf-8")
    result = run("t.csv", "--mapping", "m.yml", "--lang", "en")
    assert result.exit_code == 1
    assert "m.yml:4:3: error: " in result.stderr
    assert list(files(site)) == ["content/site.yml"]


def test_an_unknown_mapping_is_wrong_use_and_names_those_that_are_shipped(site: Path) -> None:
    result = run("t.csv", "--mapping", "nichts")
    assert result.exit_code == 2
    assert "dxy、usgov_faq" in result.output


def test_every_sentence_of_the_import_stands_in_both_languages() -> None:
    zh, en = (
        {key for key in CATALOGUE[name] if key.startswith("import-")} for name in ("zh", "en")
    )
    assert zh == en
    assert len(zh) > 20


def test_a_column_that_is_not_there_is_named_where_the_mapping_names_it(site: Path) -> None:
    Path("m.yml").write_text(MAPPING.replace("列: 标题", "列: 标提"), encoding="utf-8")
    result = run("t.csv", "--mapping", "m.yml")
    assert "m.yml:4:11: 错误：表里没有“标提”这一列。您是否想写“标题”？" in result.stderr


def test_a_table_that_cannot_be_read_says_nothing_of_organisations(site: Path) -> None:
    Path("t.xls").write_bytes(b"x")
    Path("m.yml").write_text(MAPPING + "机构: {shuiwuju: {名称: 局}}\n", encoding="utf-8")
    register = site / "content/registers/organisations.yml"
    register.parent.mkdir(parents=True)
    register.write_text("jiaoyuju: {名称: 教育局}\n", encoding="utf-8")
    result = run("t.xls", "--mapping", "m.yml")
    assert result.stderr.count("import-workbook") == 1
    assert "shuiwuju" not in result.stderr
