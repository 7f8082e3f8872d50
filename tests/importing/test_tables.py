"""Rows and their places in CSV, JSON Lines and Markdown."""

from pathlib import Path

import pytest

from huiying.importing.tables import BODY, STEM, Table, read_table


def table(folder: Path, name: str, text: str | bytes, hidden: str = "") -> Table:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_table(path, frozenset(hidden))


def texts(found: Table) -> list[dict[str, str]]:
    return [{name: cell.text for name, cell in row.cells.items()} for row in found.rows]


def faults(found: Table) -> list[tuple[int, str]]:
    return [(problem.mark.line, problem.key) for problem in found.problems]


def test_a_row_of_csv_has_the_number_that_a_spreadsheet_program_gives_it(tmp_path: Path) -> None:
    found = table(tmp_path, "a.csv", 'a,b\r\n1,"two\r\nlines"\r\n3,\r\n')
    assert [row.mark.line for row in found.rows] == [2, 3]
    assert texts(found) == [{"a": "1", "b": "two\r\nlines"}, {"a": "3"}]


def test_a_mark_of_byte_order_and_blank_rows_are_no_data(tmp_path: Path) -> None:
    found = table(tmp_path, "a.csv", "\ufeffa,b\n,\n\n1,2\n")
    assert [(row.mark.line, len(row.cells)) for row in found.rows] == [(4, 2)]
    assert found.problems == []


def test_a_column_without_a_name_is_called_by_its_number(tmp_path: Path) -> None:
    assert texts(table(tmp_path, "a.csv", "a,\n1,2\n")) == [{"a": "1", "#2": "2"}]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a,a\n1,2\n", (1, "import-header")),
        ("a,b\n1\n1,2\n", (2, "import-width")),
        ('a,b\n1,2\n"open,2\n', (3, "import-csv")),
        ('a,b\n"1\n",2\n"open,2\n', (4, "import-csv")),  # for a text editor: the line
        ("????*,??\n????,??\n", (1, "import-lost")),
        ("辟谣编号,\ufffd\ufffd 1\n1,2\n", (1, "import-lost")),
        ("", (1, "import-empty")),
        ("a\n1\n".encode("utf-16"), (1, "encoding.utf-16")),
        (b"a\n1\n\xff\xff\n", (3, "encoding")),
    ],
)
def test_a_fault_of_csv_is_named_on_its_line(
    tmp_path: Path, text: str | bytes, fault: tuple[int, str]
) -> None:
    assert faults(table(tmp_path, "a.csv", text)) == [fault]


def test_rows_after_a_wrong_one_are_still_read_and_the_wrong_one_is_counted(
    tmp_path: Path,
) -> None:
    found = table(tmp_path, "a.csv", "a,b\n1\n1,2\n")
    assert (texts(found), found.unread) == ([{"a": "1", "b": "2"}], 1)


def test_json_values_are_text_as_written_under_dotted_names(tmp_path: Path) -> None:
    found = table(tmp_path, "a.jsonl", '{"a": {"b": [1.50, true, null, "x"]}}\n\n{"c": ""}\n')
    assert texts(found) == [{"a.b.1": "1.50", "a.b.2": "true", "a.b.4": "x"}, {}]
    assert [row.mark.line for row in found.rows] == [1, 3]


@pytest.mark.parametrize(
    "line", ["[1]", '{"a": 1', '{"a": 1, "a": 2}', '{"a": "\\ud800"}', "[" * 100_000]
)
def test_a_line_that_is_no_object_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, line: str
) -> None:
    found = table(tmp_path, "a.jsonl", f'{line}\n{{"a": 2}}\n')
    assert faults(found) == [(1, "import-json")]
    assert texts(found) == [{"a": "2"}]


PAGE = """\
---
title: no
sources:
- url: https://a.example/
---

Body: text
"""


def test_front_matter_body_and_name_of_a_file_are_one_row(tmp_path: Path) -> None:
    found = table(tmp_path, "page.md", PAGE.replace("\n", "\r\n"))
    assert texts(found) == [
        {
            "title": "no",
            "sources.1.url": "https://a.example/",
            BODY: "\nBody: text\n",
            STEM: "page",
        }
    ]
    places = {
        name: (cell.mark.line, cell.mark.column) for name, cell in found.rows[0].cells.items()
    }
    assert places == {"title": (2, 8), "sources.1.url": (4, 8), BODY: (7, 1), STEM: (1, 1)}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title: a\n", (1, "import-front-matter")),
        ("---\ntitle: a\n", (1, "import-front-matter")),
        ("---\na: 1\na: 2\n---\n", (3, "duplicate-key")),
        ("---\na: [1\n---\n", (2, "syntax.bracket")),
    ],
)
def test_broken_front_matter_is_named_on_its_line(
    tmp_path: Path, text: str, fault: tuple[int, str]
) -> None:
    found = table(tmp_path, "page.md", text)
    assert (faults(found), found.rows) == ([fault], [])


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "c.txt"):
        (tmp_path / name).write_text(PAGE)
    assert [row.cells[STEM].text for row in read_table(tmp_path).rows] == ["a", "b"]


def test_other_files_and_empty_folders_are_refused(tmp_path: Path) -> None:
    assert faults(read_table(tmp_path)) == [(1, "import-format")]
    assert faults(table(tmp_path, "a.pdf", "")) == [(1, "import-format")]


def test_csv_as_chinese_excel_saves_it_is_read_and_told(tmp_path: Path) -> None:
    found = table(tmp_path, "a.csv", "标题,电话\n供水正常，水压恢复,0000\n".encode("gbk"))
    assert texts(found) == [{"标题": "供水正常，水压恢复", "电话": "0000"}]
    [note] = found.problems
    assert (note.key, note.level.value) == ("import-gbk", "note")


def test_bytes_that_only_could_be_chinese_are_refused(tmp_path: Path) -> None:
    big5 = "標題\n供水正常，水壓恢復，請放心飲用\n".encode("big5")
    assert faults(table(tmp_path, "a.csv", big5))[0][1].startswith("encoding")


def test_a_hidden_character_goes_only_where_the_mapping_lets_it_and_is_reported(
    tmp_path: Path,
) -> None:
    text = "a\n一\u200b二\n"
    assert texts(table(tmp_path, "a.csv", text)) == [{"a": "一\u200b二"}]
    found = table(tmp_path, "a.csv", text, "\u200b")
    assert texts(found) == [{"a": "一二"}]
    [note] = found.problems
    assert (note.mark.line, note.mark.column, note.level.value) == (2, 2, "note")
