"""What is certain in a spreadsheet is read, whatever program typed it."""

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook

from huiying.commands.import_ import command
from huiying.importing.tables import read_table
from tests.importing.bad_workbooks import (
    GOOD,
    ID,
    bodies,
    filled,
    in_first_sheet,
    ods,
    on_sheet,
    put,
    repacked,
    saved,
    second_row,
    survey,
    typed,
    xls,
)
from tests.sheets.filling import as_ods
from tests.sites import write_empty_site

PATH = f"clarifications/2026/{ID}.yml"
NINE_FORTY = datetime.fromisoformat("2026-03-12 09:40")
TEXT = """\
标题: 全市正常供水，没有停水安排
状态: 已审定
发布时间: 2026-03-12 09:40
责任单位:
  第一责任单位: shuiwuju
  责任依据: 谁主管谁负责
网传说法:
  - 原话: 全市停水三天
结论: 不实
证据:
  - 正文: 6座水厂当日供水41.2万立方米
事实: 市水务局核实：供水正常。
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_empty_site(tmp_path))


def run(data: bytes, name: str = "表格.xlsx", *options: str) -> Result:
    Path(name).write_bytes(data)
    return CliRunner().invoke(command, [name, *options], catch_exceptions=False)


def written(path: str = PATH) -> str:
    return Path("content", path).read_text(encoding="utf-8")


def imported(data: bytes, name: str = "表格.xlsx") -> str:
    """The one record that a file makes without a word."""
    result = run(data, name)
    said = f"读了 1 行，写了 1 条记录：\n  content/{PATH}\n"
    assert (result.stderr, result.stdout) == ("", said)
    return written()


# -- programs and formats --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "name"), [(filled, "a.xlsx"), (ods, "a.ods"), (xls, "a.xls"), (filled, "大.XLSX")]
)
def test_one_row_is_one_record_in_every_format(make: Callable[[], bytes], name: str) -> None:
    assert imported(make(), name) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_the_first_sheet_saved_as_csv_needs_no_mapping(encoding: str) -> None:
    assert imported(as_csv(encoding), "a.csv") == TEXT


def test_a_csv_in_gbk_is_read_and_told() -> None:
    result = run(as_csv("gbk"), "a.csv")
    assert "提示：这个 CSV 文件是 GBK 编码" in result.stderr
    assert (result.exit_code, written()) == (0, TEXT)


def as_csv(encoding: str) -> bytes:
    """As Excel saves it: the headings as they stand, empty columns too, its own dates."""
    row = {**GOOD, "发布时间": "2026/3/12 9:40", "短标题": ""}
    headings = ",".join(f"{name} *" if name == "标题" else name for name in row)
    return f"{headings}\r\n{','.join(row.values())}\r\n,,,,,,,,,,\r\n".encode(encoding)


# -- values ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-12 09:40",
        "2026年3月12日 9:40",
        "2026年3月12日上午9时40分",
        "2026/3/12 9:40",
        "".join(
            chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in "2026年3月12日 9:40"
        ),
        NINE_FORTY,
    ],
)
def test_a_moment_is_read_as_it_is_typed(value: Any) -> None:
    assert imported(filled(发布时间=value)) == TEXT


@pytest.mark.parametrize("value", [46093.4027, 46093.40277777778])
def test_a_number_where_a_time_belongs_counts_the_days(value: float) -> None:
    assert imported(filled(typed("发布时间", value))) == TEXT


def test_a_midnight_that_is_shown_is_a_time() -> None:
    midnight = datetime.fromisoformat("2026-03-12 00:00")
    assert "发布时间: 2026-03-12 00:00\n" in imported(filled(发布时间=midnight))


def test_a_midnight_of_an_ods_file_is_a_time_where_it_is_shown() -> None:
    text = as_ods({"辟谣": [{**GOOD, "发布时间": datetime.fromisoformat("2026-03-12 00:00")}]})
    old = b'office:date-value="2026-03-12T00:00:00"'

    def change(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, b'office:date-value="2026-03-12"')

    data = repacked(text, content_xml=change)
    assert "发布时间: 2026-03-12 00:00\n" in imported(data, "a.ods")


@pytest.mark.parametrize("make", [filled, xls])
def test_a_whole_number_is_written_without_a_point(make: Callable[..., bytes]) -> None:
    name = "a.xlsx" if make is filled else "a.xls"
    assert "版本: 1\n" in imported(make(版本=1.0), name)


@pytest.mark.parametrize(
    ("value", "text"), [(12345.0, "12345"), (0.1 + 0.2, "0.3"), (1e-7, "0.0000001"), (True, "TRUE")]
)
def test_a_number_in_a_text_is_what_was_typed(value: Any, text: str) -> None:
    assert f"历史资料来源: {text}\n" in imported(filled(typed("历史资料来源", value)))


def test_zeros_in_front_stay() -> None:
    assert "短标题: 007\n" in imported(filled(短标题="007"))


def test_a_percentage_is_what_is_shown() -> None:
    result = run(survey(回收率="43.2%"))
    assert result.stderr == ""
    assert "回收率: 43.2" in written("surveys/2026/20260312-diaocha.yml")


@pytest.mark.parametrize("value", [43.2, "43.2"])
def test_a_share_above_one_is_a_percentage(value: Any) -> None:
    assert run(survey(回收率=value)).stderr == ""
    assert "回收率: 43.2" in written("surveys/2026/20260312-diaocha.yml")


def test_a_cell_with_the_format_of_percentages_is_one() -> None:
    book_of = in_book(survey(), lambda book: put(book["网上调查"], 2, "回收率", 0.432, "0.0%"))
    assert run(book_of).stderr == ""
    assert "回收率: 43.2" in written("surveys/2026/20260312-diaocha.yml")


def in_book(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    return saved(load_workbook(io.BytesIO(data)), change)


@pytest.mark.parametrize("value", [True, "是", "yes"])
def test_a_switch_is_a_switch(value: Any) -> None:
    assert imported_with("事件", 编号="a", 重大伤亡或影响=value).endswith("重大伤亡或影响: 是\n")


def imported_with(sheet: str, **row: Any) -> str:
    return imported(filled(on_sheet(sheet, row)))


def test_the_result_of_a_formula_is_its_value() -> None:
    def with_result(content: bytes) -> bytes:
        return content.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")

    data = repacked(filled(typed("版本", "=1+1")), xl__worksheets__sheet1_xml=with_result)
    assert "版本: 2\n" in imported(data)


def test_an_id_chosen_with_its_name_is_the_id() -> None:
    assert imported(filled(责任单位_第一责任单位="shuiwuju 示例市水务局")) == TEXT


@pytest.mark.parametrize("value", ["教育、交通", "教育；交通", "教育\n交通", "教育,交通"])
def test_terms_in_one_cell_are_told_apart(value: str) -> None:
    assert "主题: [教育, 交通]\n" in imported(filled(主题=value))


def test_free_words_stand_one_a_line_or_one_a_column() -> None:
    assert "关键词: [停水, 水质]\n" in imported(filled(关键词="停水\n水质"))
    Path("content", PATH).unlink()
    assert "关键词: [停水, 水质]\n" in imported(filled(关键词_1="停水", 关键词_7="水质"))


def test_free_keys_are_read_as_such_and_words_as_words() -> None:
    text = imported(
        filled(on_sheet("内部", {"来件": "来源: 热线\n编号: 007", "备注": "注意：保密"}))
    )
    assert text.endswith("内部:\n  来件:\n    来源: 热线\n    编号: 007\n  备注: 注意：保密\n")


# -- sheets and rows -------------------------------------------------------------------------------


def test_titles_above_the_header_and_columns_in_another_order_do_no_harm() -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.append(["示例市辟谣台账"])
    page.merge_cells("A1:J1")
    page.append([])
    page.append([f"{name}*" for name in reversed(GOOD)])
    page.append(list(reversed(GOOD.values())))
    page["C4"].number_format = "yyyy-mm-dd hh:mm"
    for cell in page[4]:
        if isinstance(cell.value, datetime):
            cell.number_format = "yyyy/m/d h:mm"
    assert imported(saved(book)) == TEXT


def test_rows_that_a_filter_hides_are_rows() -> None:
    def change(book: Workbook) -> None:
        book["辟谣"].row_dimensions[2].hidden = True

    assert imported(filled(change)) == TEXT


def test_items_of_further_sheets_follow_those_of_the_first() -> None:
    text = imported(filled(on_sheet("证据", {"正文": "甲"}, {"正文": "乙"})))
    assert "证据:\n  - 正文: 6座水厂当日供水41.2万立方米\n  - 正文: 甲\n  - 正文: 乙\n" in text


def test_what_is_alone_needs_no_tie() -> None:
    row = {"辟谣编号": None, "平台": "业主群"}
    assert "出现处:\n      - 平台: 业主群\n" in imported(filled(on_sheet("网传说法 出现处", row)))


def test_an_id_may_be_missing_and_is_the_same_each_time() -> None:
    data = filled(辟谣编号=None)
    assert run(data).exit_code == 0
    [file] = Path("content/clarifications/2026").glob("*.yml")
    assert file.read_text(encoding="utf-8") == TEXT
    assert file.name.startswith("20260312-")
    again = run(data)
    assert (again.exit_code, again.stderr) == (0, "")
    assert "1 条已经有了，没有变化。" in again.stdout
    assert list(Path("content/clarifications").rglob("*.yml")) == [file]


def test_a_column_of_ids_that_was_deleted_is_not_missed() -> None:
    def change(book: Workbook) -> None:
        book["辟谣"].delete_cols(1)

    assert run(filled(change)).exit_code == 0
    assert len(list(Path("content/clarifications").rglob("*.yml"))) == 1


def test_mended_rows_come_in_at_the_second_try_and_the_others_stay_as_they_are() -> None:
    def two(verdict: str) -> bytes:
        return filled(lambda book: second_row(book, 辟谣编号="20260312-erhao", 结论=verdict))

    assert run(two("不属实")).exit_code == 1
    assert written() == TEXT
    assert not Path("content/clarifications/2026/20260312-erhao.yml").exists()
    result = run(two("不实"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1] == "1 条已经有了，没有变化。"
    assert written("clarifications/2026/20260312-erhao.yml") == TEXT


def test_an_approved_row_that_lacks_something_stays_out_and_is_told_where() -> None:
    result = run(filled(lambda book: second_row(book, 辟谣编号="20260312-er", 事实=None)))
    assert (written(), result.exit_code) == (TEXT, 1)
    assert result.stdout.splitlines()[-1] == "1 行没有导入。"
    [line, _] = result.stderr.splitlines()
    assert line.startswith("表格.xlsx:3:")
    assert "第 3 行 J 列“事实”空着：缺少“事实”。请补写。" in line
    assert not Path("content/clarifications/2026/20260312-er.yml").exists()


@pytest.mark.parametrize(
    "more", [{"状态": "草稿", "事实": None}, {"结论": "正在核实", "证据 1 正文": None}]
)
def test_what_may_be_lacking_may_be_lacking_in_a_row_too(more: dict[str, Any]) -> None:
    assert run(filled(**more)).exit_code == 0


def test_old_records_are_imported_with_what_they_have() -> None:
    """历史资料: `check` only reminds of what they lack."""
    more = {"历史资料来源": "旧网站", "发布时间": "2019-03-12 09:40", "事实": None}
    assert run(filled(辟谣编号="20190312-jiu", **more)).exit_code == 0


def test_an_empty_template_says_so() -> None:
    result = run(filled(**dict.fromkeys([*GOOD])))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("表格.xlsx:1:1: 错误：这张表里还没有填内容。")


# -- names -----------------------------------------------------------------------------------------

NAMED = """\
shuiwuju: {名称: 示例市水务局, 简称: 市水务局}
jiaoyuju: {名称: 示例市教育局, 简称: 市教育局}
tiyuju: {名称: 示例市体育局, 简称: 市教育局}
"""


@pytest.mark.parametrize("name", ["示例市水务局", "市水务局", "shuiwuju", "shuiwuju 示例市水务局"])
def test_an_exact_name_stands_for_its_id(name: str) -> None:
    lay_register(NAMED)
    assert imported(filled(**{"责任单位 第一责任单位": name})) == TEXT


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("市教育局", "叫这个名称的机构有：jiaoyuju、tiyuju。请写编号。"),
        ("水务局", "不是机构的编号，也不是登记过的名称。您是否想写“市水务局”（shuiwuju）？"),
        ("示例市水务", "您是否想写“示例市水务局”（shuiwuju）？"),
        ("气象台", "也不是登记过的名称。请核对，或者先登记。"),
    ],
)
def test_a_name_that_is_not_certain_is_refused_by_name(name: str, words: str) -> None:
    lay_register(NAMED)
    result = run(filled(**{"责任单位 第一责任单位": name}))
    assert result.exit_code == 1
    assert f"列“责任单位 第一责任单位”的“{name}”" in result.stderr
    assert words in result.stderr


# -- registers -------------------------------------------------------------------------------------

WATER = {"机构编号": "shuiwuju", "名称": "示例市水务局"}
REGISTER = Path("content/registers/organisations.yml")


def lay_register(text: str) -> None:
    REGISTER.parent.mkdir(parents=True)
    REGISTER.write_bytes(text.encode())


def test_entries_make_a_register_or_go_below_those_that_are_there() -> None:
    assert run(bodies(WATER)).exit_code == 0
    before = REGISTER.read_bytes()
    assert before.decode() == "shuiwuju:\n  名称: 示例市水务局\n"
    assert run(bodies({"机构编号": "gonganju", "名称": "示例市公安局"})).exit_code == 0
    assert REGISTER.read_bytes() == before + "gonganju:\n  名称: 示例市公安局\n".encode()


def test_an_entry_that_is_there_stays_and_both_places_are_told() -> None:
    old = "# 机构\nshuiwuju: {名称: 旧名}"
    lay_register(old)
    result = run(bodies(WATER, {"机构编号": "gonganju", "名称": "示例市公安局"}))
    assert (
        "表格.xlsx:2:1: 错误：登记册 registers/organisations.yml 里已经有“shuiwuju”"
        in result.stderr
    )
    assert REGISTER.read_text(encoding="utf-8") == f"{old}\ngonganju:\n  名称: 示例市公安局\n"


def test_a_register_in_english_gets_english_entries() -> None:
    lay_register("shuiwuju:\n  name: 示例市水务局\n")
    assert run(bodies({"机构编号": "gonganju", "名称": "示例市公安局"})).exit_code == 0
    assert REGISTER.read_text(encoding="utf-8").endswith("gonganju:\n  name: 示例市公安局\n")


@pytest.mark.parametrize("text", ["shuiwuju: [", "a: 1\na: 2\n", "a:\n  名字: x\n"])
def test_a_broken_register_is_left_alone(text: str) -> None:
    lay_register(text)
    result = run(bodies(WATER))
    assert "现在有问题，没有写进去" in result.stderr
    assert REGISTER.read_text(encoding="utf-8") == text


IN_BRACKETS = "{gonganju: {名称: 示例市公安局}}\n"
SET_IN = "  gonganju:\n    名称: 示例市公安局\n"
ENDED = "gonganju:\n  名称: 示例市公安局\n...\n"


@pytest.mark.parametrize("text", [IN_BRACKETS, SET_IN, ENDED])
def test_a_register_that_nothing_can_follow_stays_sound(text: str) -> None:
    lay_register(text)
    result = run(bodies(WATER))
    assert "后面接不上新的一条" in result.stderr
    assert REGISTER.read_text(encoding="utf-8") == text


def test_a_register_of_comments_alone_gets_its_first_entry() -> None:
    lay_register("# 责任单位")
    assert run(bodies(WATER)).exit_code == 0
    assert REGISTER.read_text(encoding="utf-8").startswith("# 责任单位\nshuiwuju:\n")


# -- foreign tables --------------------------------------------------------------------------------

MAPPING = """\
类别: 舆情回应
编号: {列: 序号}
字段:
  标题: {列: 题目}
  发布时间: {列: 日期, 时刻: '09:00'}
"""
RESPONSE = "标题: 供水正常\n发布时间: 2020-03-01 09:00\n"


def foreign(form: str = "yyyy-mm-dd") -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "2020年"
    page.append(["台账"])
    page.merge_cells("A1:C1")
    page.append(["序号", "题目", "日期"])
    page.append([7.0, "供水正常", date(2020, 3, 1)])
    page["C3"].number_format = form
    page.append(["注：完"])
    book.create_sheet("2021年").append(["序号", "题目", "日期"])
    book["2021年"].append([8, "供电正常", date(2021, 3, 1)])
    return saved(book)


@pytest.mark.parametrize("form", ["yyyy-mm-dd", "General"])
def test_a_mapping_reads_spreadsheets_too(form: str) -> None:
    Path("m.yml").write_text(MAPPING, encoding="utf-8")
    result = run(foreign(form), "a.xlsx", "--mapping", "m.yml")
    assert result.exit_code == 0
    assert result.stderr.count("提示：") == 1
    assert written("responses/2020/20200301-7.yml") == RESPONSE


def test_a_mapping_names_the_sheet() -> None:
    Path("m.yml").write_text(f"表: 2021年\n{MAPPING}", encoding="utf-8")
    assert run(foreign(), "a.xlsx", "--mapping", "m.yml").exit_code == 0
    assert Path("content/responses/2021/20210301-8.yml").is_file()


def test_a_sheet_that_is_not_there_is_told_with_those_that_are() -> None:
    Path("m.yml").write_text(f"表: 2022年\n{MAPPING}", encoding="utf-8")
    result = run(foreign(), "a.xlsx", "--mapping", "m.yml")
    assert "没有叫“2022年”的工作表，现有：2020年、2021年。" in result.stderr


def test_an_ods_file_is_read_by_a_mapping() -> None:
    rows = {"表": [{"序号": 7, "题目": "供水正常", "日期": date(2020, 3, 1)}]}
    Path("m.yml").write_text(MAPPING, encoding="utf-8")
    assert run(as_ods(rows), "a.ods", "--mapping", "m.yml").exit_code == 0
    assert written("responses/2020/20200301-7.yml") == RESPONSE


def test_a_hidden_character_goes_where_the_mapping_lets_it(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    book = Workbook()
    book.worksheets[0].append(["a", "b"])
    book.worksheets[0].append(["一\u200b二", "x"])
    file.write_bytes(saved(book))
    table = read_table(file, frozenset("\u200b"))
    assert table.rows[0].cells["a"].text == "一二"
    assert [problem.key for problem in table.problems] == ["import-hidden"]


def test_a_format_of_a_number_without_end_is_a_format() -> None:
    def change(content: bytes) -> bytes:
        return content.replace(b'<xf numFmtId="', b'<xf numFmtId="' + b"9" * 5000)

    assert imported(repacked(filled(), xl__styles_xml=change)) == TEXT


def test_a_cell_without_an_address_stands_after_the_one_before() -> None:
    data = in_first_sheet(b"</sheetData>", b"<row><c><v>1</v></c><c><v>2</v></c></row></sheetData>")
    result = run(data)
    assert "3:1: 错误：工作表“辟谣”第 3 行 A 列“辟谣编号”" in result.stderr
