"""From a table to files: what is placed where, and what is said about the rest."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from huiying.importing import NewFile, bring_in
from huiying.importing.filing import file_organisations, file_records
from huiying.importing.mapping import Mapping, read_mapping
from huiying.importing.surroundings import Surroundings
from huiying.importing.tables import read_table
from huiying.problem import Mark, Problem
from huiying.records import Record

AROUND = Surroundings(ZoneInfo("Asia/Shanghai"))
MAPPING = """\
类别: 辟谣
编号: {列: 编号, 前缀: jiu-}
不用的列: [备注]
字段:
  标题: {列: 真相}
  状态: {值: 已审定}
  发布时间: {列: 日期, 时间格式: ['%Y年%m月%d日'], 时刻: '09:00'}
  责任单位.第一责任单位: {列: 单位, 默认值: shuiwuju}
  关键词: {列: 词, 分隔: ；}
  事实: {列: 正文}
  历史资料来源: {值: 旧网站}
  网传说法.1.原话: {列: 传言}
  结论: {列: 结果, 对照: {谣言: 不实, 真的: 属实}}
  依据.*.类型: {值: 媒体}
  依据.*.标题: {列: 真相}
  依据.1.网址: {列: 来源}
机构:
  shuiwuju: {名称: 示例市水务局}
"""
HEADER = "编号,日期,真相,传言,正文,结果,单位,词,来源,备注\n"
ROW = "12,2020年3月1日,供水正常,要停水,一切*正常*,谣言,,水；厂,https://a.example/,x\n"
PATH = "clarifications/2020/20200301-jiu-12.yml"


def rules(text: str = MAPPING) -> Mapping:
    mapping, problems = read_mapping(text.encode(), "m.yml")
    assert problems == []
    assert mapping is not None
    return mapping


def run(
    folder: Path, text: str, mapping: str = MAPPING
) -> tuple[dict[str, str], list[tuple[int, str]]]:
    """Files by path, and the line and key of each problem."""
    (folder / "t.csv").write_text(text, encoding="utf-8")
    files, problems = bring_in(read_table(folder / "t.csv"), rules(mapping), AROUND)
    return {file.path: file.data.decode() for file in files}, [
        (problem.mark.line, problem.key) for problem in problems
    ]


def test_a_row_of_a_spreadsheet_becomes_a_record_as_an_editor_would_write_it(
    tmp_path: Path,
) -> None:
    files, problems = run(tmp_path, HEADER + ROW)
    assert problems == []
    assert files == {
        PATH: (
            "标题: 供水正常\n状态: 已审定\n发布时间: 2020-03-01 09:00\n"
            "责任单位:\n  第一责任单位: shuiwuju\n关键词: [水, 厂]\n"
            "网传说法:\n  - 原话: 要停水\n结论: 不实\n"
            "事实: 一切\\*正常\\*\n"
            "依据:\n  - 类型: 媒体\n    标题: 供水正常\n    网址: https://a.example/\n"
            "历史资料来源: 旧网站\n"
        )
    }


def test_a_constant_for_each_item_makes_no_item_of_its_own(tmp_path: Path) -> None:
    files, problems = run(tmp_path, HEADER + ROW.replace("https://a.example/", ""))
    assert problems == []
    assert "依据" not in files[PATH]


def test_a_title_of_several_lines_is_folded(tmp_path: Path) -> None:
    files, _ = run(tmp_path, HEADER + ROW.replace("供水正常", '"供水\n正常 is\nfine"'))
    assert files[PATH].startswith("标题: 供水正常 is fine\n")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("谣言", "也许", "import-cell.term"),
        ("2020年3月1日", "去年", "import-cell.moment"),
        ("2020年3月1日", "2020年2月30日", "import-cell.moment"),
        ("2020年3月1日", "", "import-cell.day"),
        ("12,", "十二,", "import-cell.id"),
        ("12,", ",", "import-cell.id"),
        ("12,", "—_—,", "import-cell.id"),
        ("https://a.example/", "a.example", "import-cell.fault"),
        ("供水正常", "供水\u200b正常", "import-cell.fault"),
        ("要停水", "要\u202e停水", "import-cell.fault"),
        ("供水正常", "", "import-cell.record"),
    ],
)
def test_a_cell_that_fits_nowhere_is_named_by_row_and_the_rest_goes_on(
    tmp_path: Path, old: str, new: str, key: str
) -> None:
    text = HEADER + ROW.replace(old, new, 1) + ROW.replace("12,", "13,", 1)
    files, problems = run(tmp_path, text)
    assert list(files) == [PATH.replace("12.yml", "13.yml")]
    assert set(problems) == {(2, key)}


def test_two_columns_for_one_place_are_a_problem_and_no_cell_is_lost(tmp_path: Path) -> None:
    mapping = MAPPING.replace("  事实:", "  关键词.2: {列: 备注}\n  事实:")
    assert run(tmp_path, HEADER + ROW, mapping) == ({}, [(2, "import-cell.taken")])


def test_no_text_however_odd_breaks_the_import(tmp_path: Path, shared: Path) -> None:
    odd = json.loads((shared / "data/hostile/strings/blns.json").read_text(encoding="utf-8"))
    with (tmp_path / "t.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(HEADER.strip().split(","))
        for number, text in enumerate(odd):
            table.writerow([number, "2020年3月1日", text, text, text, "谣言", "", text, "", ""])
    files, problems = bring_in(read_table(tmp_path / "t.csv"), rules(), AROUND)
    assert len(files) > 400
    refused = {problem.mark.line for problem in problems}
    assert len(files) + len(refused) == len(odd)
    assert {problem.rule for problem in problems} == {"import-cell"}


def test_the_column_and_the_fault_stand_in_the_sentence(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(HEADER + ROW.replace("https://a.example/", "a.example"))
    _, [problem] = bring_in(read_table(tmp_path / "t.csv"), rules(), AROUND)
    assert problem.values == {
        "column": "来源",
        "sheet": "",
        "fault": "“网址”不是网址：“a.example”。请以 https:// 开头，本站页面以 / 开头。",
        "place": "“来源”这一列",
    }


def test_all_faults_of_a_row_are_told_at_once(tmp_path: Path) -> None:
    """A cell that is no term, a value that is no address, and what only a whole record lacks."""
    row = ROW.replace("谣言", "假的").replace("https://a.example/", "a.example")
    (tmp_path / "t.csv").write_text(HEADER + row.replace("一切*正常*", ""))

    def judge(record: Record[Any]) -> Iterator[Problem]:
        if not record.fields.facts:
            yield Problem("required", record.mark("facts"), "", {"key": "事实"})
        if not record.fields.verdict:  # it is there and was told to be wrong
            yield Problem("required", record.mark("verdict"), "", {"key": "结论"})

    around = Surroundings(ZoneInfo("Asia/Shanghai"), judge=judge)
    files, problems = bring_in(read_table(tmp_path / "t.csv"), rules(), around)
    assert files == []
    assert [problem.case for problem in problems] == ["term", "fault", "record"]


def test_a_wrong_constant_is_named_in_the_mapping(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(HEADER + ROW)
    wrong = rules(MAPPING.replace("值: 已审定", "值: 已定"))
    _, [problem] = bring_in(read_table(tmp_path / "t.csv"), wrong, AROUND)
    assert (problem.mark, problem.key) == (Mark("m.yml", 6, 3), "import-cell.constant")


def test_two_rows_of_one_id_are_a_problem_with_both_places(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(HEADER + ROW + ROW)
    files, [problem] = bring_in(read_table(tmp_path / "t.csv"), rules(), AROUND)
    assert len(files) == 1
    assert problem.also is not None
    assert (problem.key, problem.mark.line, problem.also.line) == ("import-twice", 3, 2)


def test_a_column_that_nobody_takes_is_noted_once(tmp_path: Path) -> None:
    _, problems = run(
        tmp_path, HEADER + ROW + ROW.replace("12,", "13,", 1), MAPPING.replace("[备注]", "[]")
    )
    assert problems == [(1, "import-unused")]


def test_a_column_that_the_table_lacks_stops_the_import(tmp_path: Path) -> None:
    files, problems = run(tmp_path, HEADER.replace("真相", "标题") + ROW)
    assert (files, problems) == ({}, [(5, "import-column")])


REVISIONS = """\
编号,版,日期,真相,传言,正文,结果
7,10,2020年3月9日,真相三,传言,文三,谣言
7,2,2020年3月2日,真相一,传言,文二,真的
7,1,2020年3月1日,真相一,传言,文一,真的
7,11,2020年3月10日,真相三,传言,文三,谣言
"""
ONE_RECORD = """\
类别: 辟谣
编号: {列: 编号}
合并: 编号
顺序: 版
字段:
  标题: {列: 真相}
  发布时间: {列: 日期, 时间格式: ['%Y年%m月%d日']}
  事实: {列: 正文}
  网传说法.1.原话: {列: 传言}
  结论: {列: 结果, 对照: {谣言: 不实, 真的: 属实}}
"""


def test_rows_of_one_record_are_its_revisions_and_a_changed_verdict_is_a_correction(
    tmp_path: Path,
) -> None:
    files, problems = run(tmp_path, REVISIONS, ONE_RECORD)
    assert problems == []
    assert files == {
        "clarifications/2020/20200301-7.yml": (
            "标题: 真相三\n发布时间: 2020-03-01 00:00\n"
            "网传说法:\n  - 原话: 传言\n结论: 不实\n事实: 文三\n"
            "变更记录:\n"
            "  - 时间: 2020-03-01 00:00\n    类型: 首发\n    说明: 首次发布。\n"
            "  - 时间: 2020-03-02 00:00\n    类型: 更新\n    说明: 更新了：事实。\n"
            "  - 时间: 2020-03-09 00:00\n    类型: 更正\n    说明: 结论由“属实”改为“不实”。\n"
            "    原文: 属实\n    新文: 不实\n"
            "  - 时间: 2020-03-10 00:00\n    类型: 说明\n    说明: 再次发布，内容没有变化。\n"
        )
    }


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("7,2,", ",2,", (3, "import-cell.missing")),
        ("7,2,", "7,二,", (3, "import-cell.number")),
        ("文二,真的", "文二,假的", (3, "import-cell.term")),
    ],
)
def test_a_record_with_a_wrong_revision_is_named(
    tmp_path: Path, old: str, new: str, fault: tuple[int, str]
) -> None:
    assert run(tmp_path, REVISIONS.replace(old, new), ONE_RECORD)[1] == [fault]


def test_lists_of_front_matter_fill_lists_of_groups(tmp_path: Path) -> None:
    (tmp_path / "a-b.md").write_text(
        "---\nt: 标题\ns:\n- {u: https://a.example/}\n- {n: x}\n- {u: https://b.example/}\n"
        "old: [/a/, /b/]\n---\n<b>文</b>\n"
    )
    mapping = rules(
        "类别: 舆情回应\n编号: {列: '@stem'}\n字段:\n  标题: {列: t}\n"
        "  发布时间: {值: 2020-01-02 03:04}\n  事实: {列: '@body', 写法: HTML}\n"
        "  依据.*.网址: {列: s.*.u}\n  依据.*.类型: {值: 文件}\n  依据.*.标题: {列: t}\n"
        "  旧网址.*: {列: old.*}\n"
    )
    [file], [note] = bring_in(read_table(tmp_path / "a-b.md"), mapping, AROUND)
    assert (note.key, note.values["column"]) == ("import-unused", "s.*.n")
    assert file == NewFile(
        "responses/2020/20200102-a-b.yml",
        (
            "标题: 标题\n发布时间: 2020-01-02 03:04\n事实: |\n  **文**\n"
            "依据:\n  - 类型: 文件\n    标题: 标题\n    网址: https://a.example/\n"
            "  - 类型: 文件\n    标题: 标题\n    网址: https://b.example/\n"
            "旧网址: [/a/, /b/]\n"
        ).encode(),
        Mark((tmp_path / "a-b.md").as_posix()),
    )


def test_links_to_the_old_site_stay_whole_save_those_that_lead_here_now(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\nt: 标题\nold: [/a/]\n---\n[甲](/a#x) [乙](/b/) [丙](//c.example) [丁](https://d.example)\n"
    )
    mapping = rules(
        "类别: 舆情回应\n编号: {列: '@stem'}\n原网站: https://old.example/\n"
        "字段:\n  标题: {列: t}\n"
        "  发布时间: {值: 2020-01-02 03:04}\n  事实: {列: '@body', 写法: Markdown}\n"
        "  旧网址.*: {列: old.*}\n"
    )
    [file], _ = bring_in(read_table(tmp_path / "a.md"), mapping, AROUND)
    assert (
        "[甲](/a#x) [乙](https://old.example/b/) [丙](//c.example) [丁](https://d.example)"
        in file.data.decode()
    )


def test_times_are_written_in_the_zone_of_the_site(tmp_path: Path) -> None:
    text = ONE_RECORD.replace("合并: 编号\n顺序: 版\n", "时区: UTC\n")
    text = text.replace("['%Y年%m月%d日']", "[毫秒, '%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M%z']")
    rows = "编号,日期,真相,传言,正文,结果\n" + "".join(
        f"{number},{date},真相,传言,文,谣言\n"
        for number, date in enumerate(
            ["1580230052346", "2020-02-19 17:53:31", "2020-02-19T17:53-0500"]
        )
    )
    files, problems = run(tmp_path, rows, text)
    assert problems == []
    assert [data.split("\n")[1] for data in files.values()] == [
        "发布时间: 2020-01-29 00:47:32",
        "发布时间: 2020-02-20 01:53:31",
        "发布时间: 2020-02-20 06:53",
    ]


def test_an_existing_file_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_text("标题: 原有\n")
    file = NewFile(PATH, "标题: 新的\n事实: 文\n".encode(), Mark("t.csv", 2))
    [problem] = file_records([file], tmp_path).problems
    assert (problem.key, problem.values["fields"]) == ("import-exists", "标题、事实")
    assert problem.mark == Mark("t.csv", 2)
    assert problem.also == Mark((tmp_path / PATH).as_posix())
    assert (tmp_path / PATH).read_text() == "标题: 原有\n"


def test_the_register_is_made_once_and_then_only_compared(tmp_path: Path) -> None:
    def file(mapping: Mapping) -> list[Problem]:
        return list(file_organisations(mapping, tmp_path))

    register = tmp_path / "registers" / "organisations.yml"
    assert file(rules()) == []
    assert register.read_text(encoding="utf-8") == "shuiwuju:\n  名称: 示例市水务局\n"
    assert file(rules()) == []
    [problem] = file(rules(MAPPING.replace("  shuiwuju: {", "  gongan: {")))
    assert (problem.key, problem.values["id"]) == ("import-organisation", "gongan")
    assert register.read_text(encoding="utf-8") == "shuiwuju:\n  名称: 示例市水务局\n"
