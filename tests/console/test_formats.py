"""Every format tells the same problems, whatever stands in them."""

import json

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from huiying import console
from huiying.console.report import Report, visible
from huiying.messages import CATALOGUE
from tests.conftest import ROOT
from tests.console import reports

SCHEMA = json.loads((ROOT / "docs" / "check.schema.json").read_bytes())


@pytest.mark.parametrize("form", console.FORMATS)
@reports.SOME
@given(report=reports.REPORTS)
def test_every_format_can_be_written_in_utf8_and_ends_its_last_line(
    form: str, report: Report
) -> None:
    text = console.FORMATS[form](report)
    assert text.encode().endswith(b"\n")


@reports.SOME
@given(reports.REPORTS)
def test_json_holds_every_problem_unchanged_and_keeps_to_its_schema(report: Report) -> None:
    found = json.loads(console.FORMATS["json"](report))
    Draft202012Validator(SCHEMA).validate(found)
    assert [
        (it["file"], it["line"], it["column"], it["level"], it["rule"], it["fingerprint"])
        for it in found["problems"]
    ] == [
        (mark.file, mark.line, mark.column, problem.level.value, problem.rule, told.fingerprint)
        for told in report.told
        for problem, mark in [(told.problem, told.problem.mark)]
    ]
    assert [it["sentence"] for it in found["problems"]] == [it.sentence("zh") for it in report.told]


def test_json_says_what_counts_what_is_known_and_what_is_gone() -> None:
    found = json.loads(console.FORMATS["json"](reports.report(*reports.ALL)))
    assert found["counts"] == {"error": 2, "warning": 1, "note": 1, "known": 3}
    assert found["gone"] == [{"file": "content/topics/jiu.yml", "rule": "length"}]
    assert [it["stops"] for it in found["problems"]] == [True, False, True, False]
    assert found["problems"][2]["also"] == {"file": "content/site.yml", "line": 2, "column": 1}
    strict = json.loads(console.FORMATS["json"](reports.report(reports.WARNING, strict=True)))
    assert strict["problems"][0]["stops"] is True


def test_the_schema_describes_each_key_and_refuses_others() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    found = json.loads(console.FORMATS["json"](reports.report(*reports.ALL)))
    assert not Draft202012Validator(SCHEMA).is_valid({**found, "more": 1})
    for name in found:
        rest = {key: value for key, value in found.items() if key != name}
        assert not Draft202012Validator(SCHEMA).is_valid(rest), name


@reports.SOME
@given(reports.REPORTS)
def test_text_moves_no_cursor_and_keeps_a_problem_on_its_line(report: Report) -> None:
    lines = console.FORMATS["text"](report).split("\n")
    own = [line for line in lines if not line.startswith("    ")]
    assert len(own) == len(report.told) + len(reports.GONE) + len(["summary", "known", ""])
    assert [line for line in lines if line != visible(line)] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("普通 text，é😀👩\u200d🚒", "普通 text，é😀👩\u200d🚒"),
        ("a\x1b[2J", "a\\x1b[2J"),
        ("a\nb\r", "a\\x0ab\\x0d"),
        ("a\u202eb\u2028", "a\\u202eb\\u2028"),
        ("\x7f\x85", "\\x7f\\x85"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", console.FORMATS)
def test_sentences_come_in_the_language_that_was_asked_for(form: str, language: str) -> None:
    text = console.FORMATS[form](reports.report(*reports.ALL, language=language))
    words = {"zh": "您是否想写", "en": "Did you mean"}
    assert words[language] in text
    assert "您是否想写" in CATALOGUE["zh"]["choice.near"]
