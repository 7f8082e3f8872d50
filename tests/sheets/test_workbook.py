"""The empty workbook: help, choices and formats, and nothing of who made it."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook

from huiying.records import KIND_BY_NAME
from huiying.records.vocabulary import VERDICT
from huiying.sheets import workbook
from huiying.sheets.plan import bare, sheets_of
from tests.sheets.filling import SUBJECTS, Subject

NAMES = {"organisation": {"shuiwuju": "示例市水务局", "wangxinban": "示例市互联网信息办公室"}}
CLARIFICATION = KIND_BY_NAME["clarification"]


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(io.BytesIO(workbook(CLARIFICATION, "zh", NAMES)))


def letter_of(page: Any, heading: str) -> str:
    return next(cell.column_letter for cell in page[1] if bare(str(cell.value)) == heading)


def choices_of(book: Any, page: Any, heading: str) -> list[str]:
    """What the list of a column offers."""
    place = f"{letter_of(page, heading)}2"
    [offer] = [each for each in page.data_validations.dataValidation if place in each.sqref]
    if not offer.formula1:
        return []
    sheet, _, area = offer.formula1.replace("'", "").partition("!")
    return [row[0].value for row in book[sheet][area.replace("$", "")]]


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_arguments_give_the_same_bytes(subject: Subject, language: str) -> None:
    assert workbook(subject, language, NAMES) == workbook(subject, language, NAMES)


def test_nothing_tells_who_made_it_and_when() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(CLARIFICATION))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = file.read("docProps/core.xml")
        assert b"creator" not in core
        assert b"modified" not in core
        assert not any("vba" in name.lower() for name in file.namelist())


def test_terms_switches_and_bodies_are_offered(book: Any) -> None:
    page = book["辟谣"]
    assert choices_of(book, page, "结论") == [term.zh for term in VERDICT]
    assert choices_of(book, page, "责任单位 第一责任单位") == [
        "shuiwuju 示例市水务局",
        "wangxinban 示例市互联网信息办公室",
    ]
    assert choices_of(book, book["事件"], "重大伤亡或影响") == ["是", "否"]
    assert choices_of(book, page, "标题") == []


def test_every_cell_says_how_it_is_filled_in(book: Any) -> None:
    for sheet in sheets_of(CLARIFICATION.model, "辟谣", "zh"):
        page = book[sheet.name]
        prompts = {
            cell.column_letter: each.prompt
            for cell in page[1]
            for each in page.data_validations.dataValidation
            if f"{cell.column_letter}2" in each.sqref
        }
        for cell in page[1]:
            assert len(prompts[cell.column_letter]) <= 255
            assert cell.comment.text.startswith(prompts[cell.column_letter][:50])


def test_dates_are_dates_and_texts_are_texts(book: Any) -> None:
    page = book["辟谣"]
    forms = {
        heading: page.column_dimensions[letter_of(page, heading)].number_format
        for heading in ("发布时间", "标题", "版本", "辟谣编号")
    }
    assert forms == {"发布时间": "yyyy-mm-dd hh:mm", "标题": "@", "版本": "0", "辟谣编号": "@"}


def test_what_is_needed_is_marked_by_a_sign_too(book: Any) -> None:
    marked = [bare(str(cell.value)) for cell in book["辟谣"][1] if str(cell.value).endswith("*")]
    assert marked == [
        "标题",
        "发布时间",
        "责任单位 第一责任单位",
        "责任单位 责任依据",
        "网传说法 1 原话",
        "结论",
        "证据 1 正文",
        "事实",
    ]


def test_the_help_names_every_column_and_every_term(book: Any) -> None:
    page = book["说明"]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    told = {(row[0], row[1]) for row in rows}
    for sheet in sheets_of(CLARIFICATION.model, "辟谣", "zh"):
        assert {(sheet.name, column.heading) for column in sheet.columns} <= told
    assert {("结论", term.zh) for term in VERDICT} <= told
    assert ["结论", "不实", None, "经核实，网上流传的说法与事实不符。"] in [row[:4] for row in rows]


def test_headings_stay_in_sight_and_on_every_printed_page(book: Any) -> None:
    page = book["辟谣"]
    assert (page.freeze_panes, page.print_title_rows) == ("B2", "$1:$1")
    assert page.page_setup.orientation == "landscape"
    assert book["网传说法 出现处"].freeze_panes == "C2"


def test_lists_to_choose_from_are_out_of_sight(book: Any) -> None:
    assert [page.title for page in book if page.sheet_state != "visible"] == ["选项"]
    assert book.worksheets[0].title == "辟谣"
