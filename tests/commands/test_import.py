"""`huiying import` from the outside: what it prints, writes and returns."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from huiying.commands.import_ import command
from huiying.messages import CATALOGUE

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
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text(TABLE, encoding="utf-8")
    Path("m.yml").write_text(MAPPING, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_a_table_is_brought_in_and_counted(site: Path) -> None:
    result = run("t.csv", "--mapping", "m.yml")
    assert (result.exit_code, result.output) == (0, "读了 1 行，写了 1 条记录，在 content 里。\n")
    written = site / "content" / "responses" / "2020" / "20200301-1.yml"
    assert written.read_text(encoding="utf-8") == "标题: 供水正常\n发布时间: 2020-03-01 09:00\n"


def test_a_second_import_changes_nothing_and_says_so(site: Path) -> None:
    run("t.csv", "--mapping", "m.yml", "--into", "c")
    before = {path: path.read_bytes() for path in (site / "c").rglob("*.yml")}
    result = run("t.csv", "--mapping", "m.yml", "--into", "c")
    assert result.exit_code == 1
    assert "t.csv:2:1: 错误：responses/2020/20200301-1.yml 已经有了" in result.stderr
    assert {path: path.read_bytes() for path in (site / "c").rglob("*.yml")} == before


def test_the_zone_is_that_of_the_site(site: Path) -> None:
    (site / "content").mkdir()
    (site / "content" / "site.yml").write_text(
        "网站名称: 例\n网站标识码: '0000000001'\n主办单位: 例\n时区: America/New_York\n",
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
    assert not (site / "content").exists()


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
    assert result.stderr.count("错误：") == 1
    assert "shuiwuju" not in result.stderr
