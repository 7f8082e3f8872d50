"""Sheets and columns of every kind and register: complete, understood again, fit for programs."""

from collections.abc import Iterator

import pytest

from huiying.records import KINDS, REGISTERS
from huiying.records.example import example_of
from huiying.records.field import Model, fields_of
from huiying.sheets.plan import bare, key_heading, resolve, sheets_of
from tests.sheets.filling import SUBJECTS, Subject

EACH = pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def values_in(model: type[Model], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every value that a record can hold, without positions."""
    for item in fields_of(model):
        shape = item.shape
        while shape.inner is not None:
            shape = shape.inner
        below = (*path, item.name)
        yield from values_in(shape.model, below) if shape.model is not None else [below]


@EACH
@LANGUAGES
def test_every_value_of_a_record_has_a_column(subject: Subject, language: str) -> None:
    columns = {
        (*sheet.path, *(part for part in column.path if isinstance(part, str)))
        for sheet in sheets_of(subject.model, "x", language)
        for column in sheet.columns
    }
    assert columns == set(values_in(subject.model))


@EACH
@LANGUAGES
def test_every_heading_means_the_path_of_its_column(subject: Subject, language: str) -> None:
    for sheet in sheets_of(subject.model, "x", language):
        model = subject.model
        for name in sheet.path:
            shape = next(item.shape for item in fields_of(model) if item.name == name)
            model = (shape.inner or shape).model or model
        for column in sheet.columns:
            assert resolve(f"{column.heading} *", model, language) == (column.path, column.field)


@EACH
@LANGUAGES
def test_names_are_such_that_every_program_takes_them(subject: Subject, language: str) -> None:
    name = subject.zh if language == "zh" else subject.name
    sheets = sheets_of(subject.model, name, language)
    names = [sheet.name for sheet in sheets]
    assert len({*names}) == len(names)
    for sheet in sheets:
        assert len(sheet.name) <= 31
        assert not set(sheet.name) & set(r"[]:*?/\'")
        headings = [*sheet.ties, *(column.heading for column in sheet.columns)]
        assert len({*headings}) == len(headings)
        assert key_heading(subject.zh, subject.name, language) not in headings


def test_a_table_tells_what_it_is_for_by_one_heading_and_by_its_first_sheet() -> None:
    subjects = [*KINDS, *REGISTERS]
    for language in ("zh", "en"):
        keys = {key_heading(each.zh, each.name, language) for each in subjects}
        names = {each.zh if language == "zh" else each.name for each in subjects}
        further = {
            sheet.name
            for each in subjects
            for sheet in sheets_of(each.model, "", language)
            if sheet.path
        }
        assert len(keys) == len(names) == len(subjects)
        assert not names & further


@EACH
def test_what_is_needed_stands_first(subject: Subject) -> None:
    first = sheets_of(subject.model, "x", "zh")[0]
    needed = [column.is_needed or column.path == ("status",) for column in first.columns]
    assert needed == sorted(needed, reverse=True)
    assert needed[0]


def test_a_heading_of_ones_own_is_understood_where_it_follows_the_rule() -> None:
    model = KINDS[1].model
    assert resolve("关键词 7", model, "zh") == (("keywords", 6), resolve("关键词", model, "zh")[1])
    for wrong in (
        "关键词 0",
        "关键词 x",
        "关键词 1 x",
        "网传说法",
        "网传说法 1",
        "证据 9999 正文",
        "",
    ):
        assert resolve(wrong, model, "zh") is None
    assert bare("标题 ＊") == bare("标题*") == "标题"  # noqa: RUF001


def test_examples_are_values_as_they_would_be_typed() -> None:
    model = KINDS[1].model
    for heading, example in (
        ("发布时间", "2026-03-12 09:40"),
        ("关键词", "停水"),
        ("结论", "不实"),
        ("责任单位 第一责任单位", "shuiwuju"),
    ):
        found = resolve(heading, model, "zh")
        assert found is not None
        assert example_of(found[1], "zh") == example
    assert found[1].type == "reference"
