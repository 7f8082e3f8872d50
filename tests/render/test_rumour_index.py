"""The index of clarified rumours as data."""

import csv
import json
import re
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from huiying.render import rumour_index
from tests.conftest import ROOT
from tests.helper import BASE, CLARIFICATION, RUMOUR
from tests.render.sites import WITHDRAWN, page, project

OLDER = "clarifications/2026/20260205-shuijia.yml"
FILES = {
    **BASE,
    RUMOUR: CLARIFICATION + "主题: [城市建设, 医疗卫生]\n",
    OLDER: CLARIFICATION.replace("2026-03-12 09:40", "2026-02-05 08:00")
    .replace("2026-03-11 20:15", "2026-02-04 20:15")
    .replace("停水三天", "水价翻倍"),
}


def made(folder: Path, files: Mapping[str, str | bytes], preview: bool = False) -> dict[str, bytes]:
    return {out.path: out.data for out in rumour_index.outputs(project(folder, files, preview))}


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_month_a_year_and_the_directory_that_names_them(tmp_path: Path) -> None:
    files = made(tmp_path, FILES)
    assert sorted(files) == [
        "rumours/2026.csv",
        "rumours/2026/02.json",
        "rumours/2026/03.json",
        "rumours/index.json",
    ]
    directory = json.loads(files["rumours/index.json"])
    assert directory["months"][0] == {
        "month": "2026-03",
        "url": "https://hy.example/hygq/rumours/2026/03.json",
        "records": 1,
        "verdicts": {"false-claim": 1},
        "subjects": {"health": 1, "urban": 1},
        "organisations": {"shuiwuju": 1},
    }
    assert directory["years"] == [
        {"year": "2026", "url": "https://hy.example/hygq/rumours/2026.csv", "records": 2}
    ]


def test_a_record_says_what_lists_say_in_full(tmp_path: Path) -> None:
    [record] = json.loads(made(tmp_path, FILES)["rumours/2026/03.json"])["records"]
    assert record == {
        "id": "20260312-tingshui",
        "url": "https://hy.example/hygq/rumours/20260312-tingshui/",
        "title": "3月12日起全市正常供水，没有停水三天的安排",
        "said": ["紧急通知！3月12日开始全市停水三天，抓紧接水"],
        "verdict": "false-claim",
        "verdict_zh": "不实",
        "organisation": {"id": "shuiwuju", "name": "示例市水务局"},
        "subjects": [{"id": "urban", "zh": "城市建设"}, {"id": "health", "zh": "医疗卫生"}],
        "published": "2026-03-12T09:40:00+08:00",
        "updated": "2026-03-12T09:40:00+08:00",
    }


def test_excel_opens_the_table(tmp_path: Path) -> None:
    data = made(tmp_path, FILES)["rumours/2026.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 3
    heading, newest, _ = rows(data)
    assert heading[:3] == ["编号", "网址", "事实"]
    assert newest[3:] == [
        "紧急通知！3月12日开始全市停水三天，抓紧接水",
        "不实",
        "示例市水务局",
        "城市建设；医疗卫生",
        "2026-03-12 09:40",
        "2026-03-12 09:40",
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "\uff20"])
def test_no_cell_is_taken_for_a_formula(tmp_path: Path, sign: str) -> None:
    attack = f"{sign}HYPERLINK(1),停水三天"
    text = CLARIFICATION.replace("原话: 紧急通知！", f'原话: "{attack}"\n    说的人: 网传 #')
    cell = rows(made(tmp_path, {**BASE, RUMOUR: text})["rumours/2026.csv"])[1][3]
    assert cell == f"'{attack}"


@pytest.mark.parametrize(
    "more", [WITHDRAWN, "失效时间: 2026-03-13 09:00\n"], ids=["withdrawn", "expired"]
)
def test_what_lists_do_not_show_is_not_in_the_data(tmp_path: Path, more: str) -> None:
    files = made(tmp_path, {**FILES, RUMOUR: FILES[RUMOUR] + more})
    assert sorted(files) == ["rumours/2026.csv", "rumours/2026/02.json", "rumours/index.json"]


def test_a_preview_gives_no_draft_away_as_data(tmp_path: Path) -> None:
    draft = CLARIFICATION.replace("状态: 已审定", "状态: 草稿")
    assert list(made(tmp_path, {**BASE, RUMOUR: draft}, preview=True)) == ["rumours/index.json"]


def test_a_new_record_rewrites_its_month_its_year_and_the_directory(tmp_path: Path) -> None:
    before = made(tmp_path / "a", FILES)
    added = {"clarifications/2026/20260313-shuiya.yml": CLARIFICATION.replace("三天", "五天")}
    after = made(tmp_path / "b", {**FILES, **added})
    changed = [path for path in after if after[path] != before.get(path)]
    assert sorted(changed) == ["rumours/2026.csv", "rumours/2026/03.json", "rumours/index.json"]


def keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return {key for item in value for key in keys(item)}
    return set(value) if isinstance(value, dict) else set()


def test_every_field_and_heading_is_described(tmp_path: Path) -> None:
    files = made(tmp_path, FILES)
    described = (ROOT / "docs" / "data.md").read_text("utf-8")
    directory = json.loads(files["rumours/index.json"])
    month = json.loads(files["rumours/2026/03.json"])
    named = {*directory, *keys(directory["months"]), *keys(directory["years"])}
    named |= {*month, *keys(month["records"])}
    assert {name for name in named if not re.search(rf"\b{name}(?:`|\[)", described)} == set()
    assert {word for word in rumour_index.HEADINGS if word not in described} == set()


@pytest.mark.parametrize("preview", [False, True])
def test_the_page_offers_no_file_that_holds_drafts_only(tmp_path: Path, preview: bool) -> None:
    draft = CLARIFICATION.replace("已审定", "草稿").replace("2026-03-1", "2025-03-1")
    files = {**BASE, "clarifications/2025/20250312-cao.yml": draft}
    projection = project(tmp_path, files, preview)
    years = [out.path for out in rumour_index.outputs(projection) if out.path.endswith(".csv")]
    assert [f"rumours/{year}.csv" for year in page(projection, "rumours/").values["years"]] == years
    assert years == ["rumours/2026.csv"]  # of the one that is public
