"""The index of clarified rumours and its lists."""

from pathlib import Path

import pytest

from huiying.public import Projection
from huiying.render.body import body, environment
from huiying.render.head import title
from huiying.render.plan import Page, pages
from tests.conftest import ROOT
from tests.helper import BASE, CLARIFICATION, RUMOUR, SITE
from tests.render.sites import TOPIC, page, project

ENV = environment(ROOT / "theme")


def record(day: int, more: str = "", month: int = 3) -> tuple[str, str]:
    """A clarification of that day in 2026: its file and its text."""
    text = CLARIFICATION.replace("2026-03-12 09:40", f"2026-{month:02}-{day:02} 09:40")
    text = text.replace("2026-03-11 20:15", "2025-12-31 20:15").replace("三天", f"{month}{day}天")
    return f"clarifications/2026/2026{month:02}{day:02}-ting.yml", text + more


def site(folder: Path, *records: tuple[str, str], more: str = "") -> Projection:
    draft = {RUMOUR: CLARIFICATION.replace("已审定", "草稿")}
    files = {**BASE, **draft, **dict(records), "site.yml": SITE + more}
    files |= {"topics/gongshui.yml": TOPIC.replace("封面: 图/gongshui.svg\n", "")}
    return project(folder, files)


def addresses(projection: Projection) -> list[str]:
    return [page.address for page in pages(projection) if page.address.startswith("rumours/")]


def ids(found: Page, section: str) -> list[str]:
    return [card["address"].removeprefix("rumours/2026") for card in found.values[section]]


def test_every_list_is_there_and_months_of_parts_only_when_they_are_needed(tmp_path: Path) -> None:
    projection = site(tmp_path, record(1, "主题: [教育, 交通]\n"), record(2, month=2))
    assert sorted(addresses(projection)) == [
        "rumours/",
        "rumours/2026/02/",
        "rumours/2026/03/",
        "rumours/20260202-ting/",
        "rumours/20260301-ting/",
        "rumours/organisation/shuiwuju/",
        "rumours/subject/education/",
        "rumours/subject/transport/",
        "rumours/verdict/false-claim/",
        "rumours/verdict/false-claim/2026/02/",
        "rumours/verdict/false-claim/2026/03/",
    ]


def test_more_than_fifty_of_a_subject_or_body_lie_in_months(tmp_path: Path) -> None:
    records = [record(day, "主题: [教育]\n", month) for month in (1, 2) for day in range(1, 27)]
    projection = site(tmp_path, *records)
    for folder in ("subject/education", "organisation/shuiwuju"):
        index = page(projection, f"rumours/{folder}/")
        assert len(index.values["cards"]) == 50
        assert index.values["total"] == 52
        assert index.values["months"] == [("2026/02", 26), ("2026/01", 26)]
        month = page(projection, f"rumours/{folder}/2026/01/")
        assert len(month.values["cards"]) == 26


def test_titles_say_of_what_a_list_is(tmp_path: Path) -> None:
    projection = site(tmp_path, record(1, "主题: [教育]\n"))
    titles = {
        "": "辟谣索引",
        "verdict/false-claim/": "辟谣索引：不实",
        "subject/education/": "辟谣索引：教育类",
        "organisation/shuiwuju/": "辟谣索引：示例市水务局",
        "verdict/false-claim/2026/03/": "辟谣索引：不实，2026年3月",
    }
    assert {place: title(page(projection, f"rumours/{place}")) for place in titles} == titles


@pytest.mark.parametrize(
    ("more", "section"),
    [
        ("传播状态: 传播中\n", "spreading"),
        ("传播状态: 反复\n", "back"),
        ("传播状态: 平息\n", "cards"),
        ("", "cards"),
    ],
)
def test_what_goes_round_stands_above_the_list_and_only_there(
    tmp_path: Path, more: str, section: str
) -> None:
    index = page(site(tmp_path, record(1, more)), "rumours/")
    sections = {name: ids(index, name) for name in ("spreading", "back", "cards")}
    assert sections == {"spreading": [], "back": [], "cards": [], section: ["0301-ting"]}


@pytest.mark.parametrize(
    ("verdict", "state", "section"),
    [
        ("旧闻翻炒", "传播中", "back"),
        ("旧闻翻炒", "平息", "cards"),
        ("旧闻翻炒", "", "cards"),
        ("正在核实", "", "spreading"),
    ],
)
def test_old_news_is_back_only_while_it_spreads(
    tmp_path: Path, verdict: str, state: str, section: str
) -> None:
    file, text = record(1, f"传播状态: {state}\n" if state else "")
    text = text.replace("结论: 不实", f"结论: {verdict}") + "下次更新: 2026-03-30 09:00\n"
    assert ids(page(site(tmp_path, (file, text)), "rumours/"), section) == ["0301-ting"]


def test_the_sections_are_bounded_and_the_rest_is_in_the_list(tmp_path: Path) -> None:
    records = [record(day, "传播状态: 传播中\n") for day in range(1, 12)]
    index = page(site(tmp_path, *records), "rumours/")
    assert ids(index, "spreading")[0] == "0311-ting"
    assert len(ids(index, "spreading")) == 8
    assert ids(index, "cards") == ["0303-ting", "0302-ting", "0301-ting"]


def test_bodies_and_topics_stand_under_their_letters(tmp_path: Path) -> None:
    file, text = record(1, "关联: {所属专题: [gongshui]}\n")
    projection = site(tmp_path, (file, text), record(2))
    index = page(projection, "rumours/")
    html = body(index, projection.settings, ENV)
    assert '<h3 class="resp-letters__letter" id="body-S">S</h3>' in html
    assert '<a href="../rumours/organisation/shuiwuju/">' in html
    assert '<h3 class="resp-letters__letter" id="topic-C">C</h3>' in html
    assert '<a href="../topics/gongshui/">城市供水保障</a>' in html


def test_a_row_says_truth_claim_verdict_date_and_body(tmp_path: Path) -> None:
    projection = site(tmp_path, record(1))
    html = body(page(projection, "rumours/"), projection.settings, ENV)
    row = html[html.index('<article class="resp-row">') :]
    row = row[: row.index("</article>")]
    order = ["没有停水31天的安排</a>", "网传：“紧急通知", "不实</span>", "2026年3月1日", "水务局"]
    places = [row.index(words) for words in order]
    assert places == sorted(places)


def test_the_index_leads_to_its_data(tmp_path: Path) -> None:
    projection = site(tmp_path, record(1))
    html = body(page(projection, "rumours/"), projection.settings, ENV)
    assert 'href="../rumours/2026.csv" download' in html
    assert 'href="../rumours/index.json"' in html


def test_an_index_without_records_says_what_to_do(tmp_path: Path) -> None:
    more = "热线: 0000-12345\n信箱网址: https://xinxiang.example/?c={text}\n"
    projection = site(tmp_path, more=more)
    html = body(page(projection, "rumours/"), projection.settings, ENV)
    assert "data-filter" not in html
    assert 'href="tel:000012345"' in html
    assert 'href="https://xinxiang.example/?c="' in html
    assert 'data-letter="https://xinxiang.example/?c={text}"' in html
    # Nothing is filled in where nothing was looked for.
    assert "替您填上" not in html
