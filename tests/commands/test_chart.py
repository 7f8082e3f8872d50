"""`huiying chart`: a Vega-Lite file becomes a picture that the site takes, and asks nobody."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from huiying import charting
from huiying.charting import Chart, Refusal
from huiying.commands import main
from huiying.media import svg
from tests.sites import write_site

ROWS = [{"日期": "18日", "余氯": 0.35, "url": "https://a.example/"}, {"日期": "19日", "余氯": 0.41}]
SPEC: dict[str, Any] = {
    "title": "每日余氯",
    "data": {"values": ROWS},
    "mark": "bar",
    "encoding": {
        "x": {"field": "日期", "type": "nominal"},
        "y": {"field": "余氯", "type": "quantitative"},
    },
}
LINKED = {"data": {"url": "https://a.example/x.json"}, "mark": "bar"}
PICTURED = {**SPEC, "mark": "image", "encoding": {"url": {"value": "https://a.example/x.png"}}}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path, {})


def chart(site: Path, spec: object, *words: str, name: str = "yulv.vl.json") -> Result:
    file = site / name
    file.write_text(spec if isinstance(spec, str) else json.dumps(spec), encoding="utf-8")
    config = str(site / "mkdocs.yml")
    return CliRunner().invoke(main, ["chart", str(file), "-f", config, *words])


def test_a_chart_is_drawn_with_a_file_for_its_words_and_never_written_over(site: Path) -> None:
    done = chart(site, SPEC, "--to", "gongshui")
    drawn = site / "content" / "media" / "gongshui" / "yulv.svg"
    assert (done.exit_code, "media/gongshui/yulv.svg" in done.output) == (0, True)
    assert svg.judge(drawn.read_bytes()) is None
    assert "每日余氯" in drawn.read_text("utf-8")
    beside = drawn.with_name("yulv.svg.yml")
    words = yaml.safe_load(beside.read_text("utf-8"))
    assert words == {
        "标题": "每日余氯",
        "替代文字": None,
        "文字版": None,
        "许可": None,
        "来源": None,
    }
    before = drawn.read_bytes()
    again = chart(site, {**SPEC, "title": "别的"}, "--to", "gongshui")
    assert (1, before) == (again.exit_code, drawn.read_bytes())
    beside.write_text("标题: 余氯\n替代文字: 两天的余氯\n", encoding="utf-8")
    drawn.unlink()
    chart(site, SPEC, "--to", "gongshui")
    assert (
        drawn.exists(),
        beside.read_text("utf-8"),
    ) == (True, "标题: 余氯\n替代文字: 两天的余氯\n")


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (LINKED, "url"),
        (PICTURED, "url"),
        ({"layer": [{"data": {"url": "x.csv"}}]}, "url"),
        ({**SPEC, "mark": "foo"}, "spec"),
        ([], "object"),
        ({"data": {"values": []}}, "view"),
    ],
    ids=["data", "picture", "a layer's file", "mark", "a list", "no mark"],
)
def test_what_cannot_be_drawn_or_would_be_fetched_is_refused(spec: object, expected: str) -> None:
    found = charting.draw(json.dumps(spec))
    assert isinstance(found, Refusal)
    assert expected == found.case


def test_a_slip_in_the_file_is_told_with_its_place(site: Path) -> None:
    done = chart(site, '{\n  "mark": "bar",,\n}')
    assert (done.exit_code, "第 2 行第 17 列" in done.output) == (1, True)
    assert not list((site / "content").rglob("*.svg"))


def test_a_file_of_another_encoding_is_told_as_such(site: Path) -> None:
    (site / "a.vl.json").write_bytes('{"标题": "余氯"}'.encode("gbk"))
    done = CliRunner().invoke(main, ["chart", str(site / "a.vl.json"), "-f", str(site)])
    assert (done.exit_code, done.stderr.partition("（")[0]) == (1, "这个文件像是 GBK")


def test_without_the_extra_it_says_what_to_install(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    done = chart(site, SPEC)
    assert (done.exit_code, 'pip install "huiying[charts]"' in done.output) == (1, True)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("余氯.vl.json", ()),
        ("yulv.json", ()),
        ("yulv.vl.json", ("--to", "../x")),
        ("yulv.vl.json", ("--to", "/x")),
    ],
)
def test_names_are_those_that_media_may_have(site: Path, name: str, words: tuple[str, ...]) -> None:
    done = chart(site, SPEC, *words, name=name)
    assert (done.exit_code, "小写字母、数字和连字符" in done.output) == (2, True)


def test_rows_may_have_any_columns_and_titles_any_form() -> None:
    found = charting.draw(json.dumps({**SPEC, "title": {"text": ["每日", "余氯"]}}))
    assert isinstance(found, Chart)
    assert (found.title, b"a.example" in found.data) == ("每日 余氯", False)
