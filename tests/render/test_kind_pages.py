"""What is special about the pages of interpretations, briefings, questions and surveys, and about
those of experts and policies: what stands first, what leads where, what is never told."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from huiying.public import project
from huiying.render.body import body
from huiying.render.plan import pages
from huiying.settings import Settings
from tests.helper import NOW, ZONE, read
from tests.render.test_body import (
    BRIEFING,
    ENV,
    FILES,
    INTERPRETATION,
    POLICIES,
    QA,
    SURVEY,
    text,
)

INTERPRETED = "interpretations/20260313-dianti/"
BRIEFED = "briefings/20260313-gongshui/"
ASKED = "qa/20260313-shuixiang/"
SURVEYED = "surveys/20260301-manyi/"
WITHDRAWN = "变更记录: [{时间: 2026-03-18 15:00, 类型: 撤回, 说明: 要再核对。}]\n"


def draw(
    folder: Path, changes: dict[str, str] | None = None, now: datetime = NOW
) -> dict[str, str]:
    """Every page of a small site at an instant, by address."""
    found = read(folder, {**FILES, **(changes or {})})
    assert [problem.key for problem in found.problems] == []
    settings = Settings(found.site, "https://hy.example/", now)
    projection = project(found.library, settings)
    return {page.address: body(page, settings, ENV) for page in pages(projection)}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return draw(tmp_path_factory.mktemp("site"))


def in_order(html: str, *marks: str) -> bool:
    places = [html.index(mark) for mark in marks]
    return places == sorted(places)


def test_an_interpretation_says_what_changes_before_it_says_why(site: dict[str, str]) -> None:
    html = site[INTERPRETED]
    titles = ("要点", "新旧变化", "适用范围", "怎么办理", "名词解释", "背景依据")
    assert in_order(html, "<h1", "解读的文件", *(f"<h2>{title}</h2>" for title in titles))
    assert "四层<strong>以上</strong>的住宅。" in html
    assert in_order(html, "每台12万元", "每台15万元", "没有规定", "社区代办")
    assert "<dt>既有住宅</dt><dd>已经建成的。</dd>" in html


def test_an_interpretation_names_its_policy_and_those_who_agreed_to_be_named(
    site: dict[str, str],
) -> None:
    html = site[INTERPRETED]
    assert '<a href="../../policies/dianti/">《示例市加装电梯办法》</a>' in html
    assert "现行有效" in html
    assert "解读与文件同步发布" in html
    assert 'href="../../experts/chen-jia/">陈甲</a>' in html
    assert "利益关系：本人没有参股" in html
    assert "没有同意公开" not in "".join(site.values())


@pytest.mark.parametrize(
    ("author", "shown"),
    [
        ("起草部门", ["起草部门解读", "市水务局"]),
        ("负责人", ["负责人解读", "市水务局"]),
        ("媒体\n媒体名称: 示例日报", ["媒体解读", "示例日报"]),
    ],
)
def test_whoever_interprets_is_named(tmp_path: Path, author: str, shown: list[str]) -> None:
    written = INTERPRETATION.replace("解读人: 专家\n专家: [chen-jia, li-yi]", f"解读人: {author}")
    html = draw(tmp_path, {"interpretations/2026/20260313-dianti.yml": written})[INTERPRETED]
    box = html[html.index('class="resp-interpreter"') :]
    box = box[: box.index("</section>")]
    assert all(word in box for word in shown)


@pytest.mark.parametrize(
    ("now", "state", "watch"),
    [
        ("2026-03-19 14:59", "预告", "到时看直播"),
        ("2026-03-19 15:00", "进行中", "看直播"),
        ("2026-03-19 16:00", "已结束", ""),
    ],
)
def test_a_briefing_shows_the_state_it_is_in(
    tmp_path: Path, now: str, state: str, watch: str
) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=ZONE)
    every = draw(tmp_path, now=moment)
    html = every[BRIEFED]
    assert f"</svg>{state}</span>" in html
    buttons = re.findall(r'<a class="resp-action" href="https://zhibo.example/1"[^>]*>(.*?)<', html)
    assert buttons == ([watch] if watch else [])
    assert ("城市供水新闻发布会" in every[""]) == bool(watch)
    assert "15:00</time>至<time" in html


def test_a_post_that_names_the_body_is_not_followed_by_the_body(tmp_path: Path) -> None:
    speaker = "{姓名: 某乙, 职务: 市水务局局长, 单位: 市水务局, 身份: 主持人}"
    written = BRIEFING.replace("{姓名: 某乙, 身份: 主持人}", speaker)
    html = draw(tmp_path, {"briefings/2026/20260313-gongshui.yml": written})[BRIEFED]
    assert '<p class="resp-person__title"><span>市水务局局长</span></p>' in html


@pytest.mark.parametrize(("state", "label"), [("延期", "时间"), ("取消", "原定时间")])
def test_a_briefing_that_is_moved_says_why(tmp_path: Path, state: str, label: str) -> None:
    written = f"{BRIEFING}发布会状态: {state}\n变动说明: 因台风改期。\n"
    html = draw(tmp_path, {"briefings/2026/20260313-gongshui.yml": written})[BRIEFED]
    banner = html[html.index("resp-banner--moved") :]
    assert in_order(banner, state, "因台风改期。", f"<dt>{label}</dt>")
    assert html.count("因台风改期。") == 1
    assert 'class="resp-action"' not in html


def test_every_question_of_a_briefing_can_be_linked(site: dict[str, str]) -> None:
    html = site[BRIEFED]
    assert re.findall(r'<a href="#(q-\d)">(.*?)</a>', html) == [
        ("q-1", "什么时候来水？"),
        ("q-2", "谁来赔？"),
    ]
    for name in ("q-1", "q-2", "a-1"):
        assert html.count(f'id="{name}"') == 1
        assert f'<a class="resp-anchor" href="#{name}" aria-label="' in html
    first = html[html.index('id="q-1"') : html.index('id="q-2"')]
    assert in_order(first, "示例日报记者", "15:20", "什么时候<strong>来水</strong>？", "当晚来水。")
    assert "补充一句。" in first
    assert in_order(html, "答问摘要", "回放和实录", "<video", "先说情况。", 'id="q-1"')
    assert '<source src="../../media/a.mp4" type="video/mp4">' in html


def test_the_answer_is_the_text_and_the_question_a_quotation(site: dict[str, str]) -> None:
    html = site[ASKED]
    assert in_order(
        html, "<h1", "<blockquote", "<h2>答复</h2>", "每半年<strong>至少一次。</strong>"
    )
    assert "为保护个人信息，隐去了姓名、楼栋号。" in html
    words = text(html).replace(" ", "")
    assert "用时3天2小时" in words
    assert "承办市水务局" in words
    assert "来信人评价：满意" in words
    headings = "".join(re.findall(r"<h[1-6].*?</h[1-6]>", html, re.DOTALL))
    assert "多久洗一次" not in headings


def test_a_handler_of_its_own_is_named(tmp_path: Path) -> None:
    written = QA + "承办单位: wangxinban\n"
    html = draw(tmp_path, {"qa/2026/20260313-shuixiang.yml": written})[ASKED]
    row = html[html.index("<dt>承办</dt>") :]
    assert row.startswith('<dt>承办</dt><dd><a href="../../organisations/wangxinban/">')


@pytest.mark.parametrize(
    ("day", "state", "takes_part"),
    [
        ("2026-02-28", "未开始", False),
        ("2026-03-15", "进行中", True),
        ("2026-03-16", "已结束", False),
    ],
)
def test_a_survey_can_be_taken_part_in_until_its_last_day(
    tmp_path: Path, day: str, state: str, takes_part: bool
) -> None:
    written = SURVEY.replace("发布时间: 2026-03-01 09:00", "发布时间: 2026-02-20 09:00")
    moment = datetime.fromisoformat(f"{day} 23:30").replace(tzinfo=ZONE)
    every = draw(tmp_path, {"surveys/2026/20260301-manyi.yml": written}, moment)
    html = every[SURVEYED]
    assert f"</svg>{state}</span>" in html
    assert ("去填写问卷" in html) == takes_part
    assert ("供水满意度调查" in every[""]) == takes_part


def test_a_closed_survey_says_what_came_of_it_before_its_figures(site: dict[str, str]) -> None:
    html = site[SURVEYED]
    assert in_order(html, "<h2>采纳情况</h2>", "<h2>调查结果</h2>", "<h2>为什么调查</h2>")
    assert "最多的是“满意”，900人，占90.0%。" in html
    assert "可选几项，合计可超过100%" in html
    assert 'href="../../media/a.csv" download' in html


def test_counts_that_could_tell_who_answered_are_nowhere(site: dict[str, str]) -> None:
    html = site[SURVEYED]
    assert html.count('<td class="resp-data__number">不显示</td>') == 2
    assert "为保护隐私" in html
    assert re.findall(r"<td[^>]*>(6|4)</td>", html) == []
    assert re.findall(r'width="0\.[46]0%"', html) == []


@pytest.mark.parametrize(
    ("place", "written", "address", "gone"),
    [
        ("interpretations/2026/20260313-dianti", INTERPRETATION, INTERPRETED, "谁可以申请"),
        ("briefings/2026/20260313-gongshui", BRIEFING, BRIEFED, "依法赔"),
        ("qa/2026/20260313-shuixiang", QA, ASKED, "多久洗一次"),
        ("surveys/2026/20260301-manyi", SURVEY, SURVEYED, "水质数据"),
    ],
    ids=["interpretation", "briefing", "qa", "survey"],
)
def test_a_withdrawn_record_of_any_kind_loses_its_text_and_its_place_in_lists(
    tmp_path: Path, place: str, written: str, address: str, gone: str
) -> None:
    every = draw(tmp_path, {f"{place}.yml": written + WITHDRAWN})
    assert "本条已撤回" in every[address]
    assert "要再核对。" in every[address]
    assert [place for place, html in every.items() if gone in html] == []
    listing = {place for place, html in every.items() if f'href="../{address}"' in html}
    assert listing == {"corrections/"}


def test_an_expert_stands_under_every_subject_with_all_that_was_agreed_to(
    site: dict[str, str],
) -> None:
    listing = site["experts/"]
    assert in_order(listing, "城市建设", "experts/chen-jia/", "住房")
    assert listing.count('href="../experts/chen-jia/"') == 2
    assert "experts/li-yi/" not in site
    html = site["experts/chen-jia/"]
    assert in_order(html, "高级工程师", "本人没有参股")
    for address in (INTERPRETED, BRIEFED):
        assert f'href="../../{address}"' in html


def test_an_expert_whose_term_is_over_comes_last(tmp_path: Path) -> None:
    ended = FILES["registers/experts.yml"].replace(
        "  利益关系: 本人没有参股\n", "  聘期结束: 2026-03-19\n"
    )
    every = draw(tmp_path, {"registers/experts.yml": ended})
    assert "<h2>聘期已结束</h2>" in every["experts/"]
    assert "城市建设" not in every["experts/"]
    assert "聘期已结束" in every["experts/chen-jia/"]


def test_a_policy_whose_term_is_over_has_lapsed_and_names_what_replaces_it(
    site: dict[str, str],
) -> None:
    old, new = site["policies/dianti-jiu/"], site["policies/dianti/"]
    assert "有效期已过。" in old
    assert '<a href="../../policies/dianti/">《示例市加装电梯办法》</a>' in old
    assert "替代了" in new
    assert 'href="../../policies/dianti-jiu/"' in new
    assert f'href="../../{INTERPRETED}"' in new
    listing = site["policies/"]
    assert in_order(listing, "policies/dianti/", "现行有效", "policies/dianti-jiu/", "已失效")
    assert 'href="../policies/2021/03/"' in listing


def test_a_policy_is_valid_on_its_last_day(tmp_path: Path) -> None:
    html = draw(tmp_path, now=NOW - timedelta(days=1))["policies/dianti-jiu/"]
    assert "现行有效" in html
    assert "有效期已过" not in html


def test_lists_of_policies_stay_bounded(tmp_path: Path) -> None:
    many = "".join(
        f"p{number}:\n  标题: 第{number}号文件\n  发文单位: wangxinban\n"
        f"  成文日期: 20{10 + number // 12:02}-{1 + number % 12:02}-01\n"
        for number in range(60)
    )
    every = draw(tmp_path, {"registers/policies.yml": POLICIES + many})
    assert every["policies/"].count('class="resp-row"') == 50
    assert "policies/p0/" in every["policies/2010/01/"]


def test_a_topic_counts_what_belongs_to_it_by_kind(tmp_path: Path) -> None:
    tie = "关联: {所属专题: [gongshui]}\n"
    changes = {
        "interpretations/2026/20260313-dianti.yml": INTERPRETATION + tie,
        "qa/2026/20260313-shuixiang.yml": QA + tie,
    }
    every = draw(tmp_path, changes)
    words = text(every["topics/"]).replace(" ", "")
    assert "1篇解读" in words
    assert "1条问答" in words
    assert f'href="../../{ASKED}"' in every["topics/gongshui/"]
