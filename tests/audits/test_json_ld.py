"""JSON-LD against the page: what differs is named, what only looks different is not."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from huiying.audits.json_ld import look
from huiying.audits.markup import read
from huiying.render.body import body, environment
from huiying.render.head import head
from huiying.render.plan import Page
from tests.conftest import ROOT
from tests.helper import CLARIFICATION
from tests.render.sites import TOPIC, clarification, page, project
from tests.render.test_body import BRIEFING, FILES, QA
from tests.render.test_jsonld import ADDRESS

BODY = """\
<main><h1>全市<wbr>正常供水</h1><time datetime="2026-03-12T09:40:00+08:00">3月12日</time>
<p class="resp-stamp resp-is-false-claim"><span>结论：</span><span>不实</span></p>
<p>“停水&amp;三天”，水厂<sup class="footnote-ref"><a>1</a></sup>当日照常供水。市水务局</p>
<img src="../../media/a%20b.svg" alt="六座水厂"><video src="../../media/a.mp4"></video></main>
"""
WATER = {"@type": "GovernmentOrganization", "name": "示例市水务局", "alternateName": "市水务局"}
REVIEW = {
    "@type": "ClaimReview",
    "name": "全市正常供水",
    "url": "https://hy.example/a/",
    "datePublished": "2026-03-12T09:40:00+08:00",
    "author": WATER,
    "publisher": {"@type": "GovernmentOrganization", "name": "只在页脚"},
    "claimReviewed": "停水&三天",
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "不实",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "ratingExplanation": "水厂当日照常供水",
    },
    "itemReviewed": {"@type": "Claim"},
}


def found(changes: Mapping[str, Any], html: str = BODY) -> list[tuple[str, str]]:
    text = json.dumps({"@graph": [{**REVIEW, **changes}]}, ensure_ascii=False)
    script = f'<script type="application/ld+json">{text}</script>'
    return list(look(read(script + html, is_ours=True)))


def rated(**changes: Any) -> dict[str, Any]:
    return {"reviewRating": {**REVIEW["reviewRating"], **changes}}  # type: ignore[dict-item]


FILM = {"@type": "VideoObject", "name": "停水", "uploadDate": "2026-03-12"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"description": "水厂当日照常…"}, []),
        (
            {
                "image": {
                    "@type": "ImageObject",
                    "name": "六座水厂",
                    "contentUrl": "https://x/a%20b.svg",
                }
            },
            [],
        ),
        ({"video": {**FILM, "contentUrl": "https://hy.example/hygq/media/a.mp4"}}, []),
        ({"name": "全市停水"}, [("json-ld.title", "全市停水"), ("json-ld", "name 全市停水")]),
        ({"claimReviewed": "停水五天"}, [("json-ld", "claimReviewed 停水五天")]),
        ({"author": {**WATER, "alternateName": "市卫健委"}}, [("json-ld", "name 示例市水务局")]),
        (
            {"datePublished": "2026-03-13T09:40:00+08:00"},
            [("json-ld.date", "datePublished 2026-03-13T09:40:00+08:00")],
        ),
        ({"datePublished": "昨天"}, [("json-ld.date", "datePublished 昨天")]),
        ({"claimReviewed": ""}, [("json-ld.key", "ClaimReview.claimReviewed")]),
        ({"itemReviewed": None}, [("json-ld.key", "ClaimReview.itemReviewed")]),
        (
            {"video": {**FILM, "contentUrl": "https://x/b.mp4"}},
            [("json-ld.file", "https://x/b.mp4")],
        ),
        (
            {"video": {"@type": "VideoObject", "name": "停水"}},
            [("json-ld.key", "VideoObject.uploadDate")],
        ),
        (rated(ratingValue=5), [("json-ld.rating", "不实 5")]),
        (
            rated(alternateName="属实", ratingValue=5),
            [("json-ld.rating", "属实 5"), ("json-ld", "alternateName 属实")],
        ),
        (
            rated(alternateName="正在核实"),
            [("json-ld.rating", "正在核实 1"), ("json-ld", "alternateName 正在核实")],
        ),
        (rated(bestRating=None), [("json-ld.key", "Rating.bestRating")]),
        (rated(ratingExplanation="因为"), [("json-ld", "ratingExplanation 因为")]),
        (
            {"correction": [{"@type": "CorrectionComment", "text": "原来"}]},
            [("json-ld.key", "CorrectionComment.datePublished"), ("json-ld", "text 原来")],
        ),
        (
            {"@type": "Event", "name": "全市正常供水"},
            [("json-ld.key", "Event.startDate"), ("json-ld.key", "Event.organizer")],
        ),
    ],
)
def test_what_the_page_does_not_say_is_named(
    changes: Mapping[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert found(changes) == expected


@pytest.mark.parametrize("day", ["2019-11-21", "2026-01-21", "2026-11-02"])
def test_a_day_of_another_year_or_within_another_day_is_not_seen(day: str) -> None:
    html = BODY.replace("2026-03-12", "2026-11-21").replace("3月12日", "11月21日")
    assert found({"datePublished": "2026-11-21"}, html) == []
    assert found({"datePublished": day}, html) == [("json-ld.date", f"datePublished {day}")]


def test_a_verdict_that_is_still_open_has_no_rating() -> None:
    open_page = BODY.replace("resp-is-false-claim", "resp-is-unverified")
    assert found({}, open_page) == [("json-ld.rating", "不实 1")]


@pytest.mark.parametrize("text", ["{", "[]", "1", ""])
def test_what_is_no_json_is_named(text: str) -> None:
    html = f'<script type="application/ld+json">{text}</script>{BODY}'
    assert [key for key, _ in look(read(html, is_ours=True))] == ["json-ld.form"]


def drawn(found: Page, projection: Any) -> list[tuple[str, str]]:
    settings = projection.settings
    html = head(found, settings) + body(found, settings, environment(ROOT / "theme"))
    return list(look(read(html, is_ours=True)))


HARD = """\
  1. 甲[^1]乙 `<b>` **丙** &lt; 3，见 https://www.shili.example/a 和 [通告](/about/)

  | 时段 | 水压 |
  | --- | --- |
  | “早” | 0.3 < 1 |

  > 引文 ![图](a.png) 之后[^1]

  [^1]: 注。
"""


def test_texts_that_are_hard_to_compare_are_compared_all_the_same(tmp_path: Path) -> None:
    hard = f"事实: |\n{HARD}"
    easy = CLARIFICATION[CLARIFICATION.index("事实:") : CLARIFICATION.index("责任单位")]
    projection = clarification(tmp_path, text=CLARIFICATION.replace(easy, hard))
    assert drawn(page(projection, ADDRESS), projection) == []
    text = QA[: QA.index("答复:")] + f"答复: |\n{HARD}" + QA[QA.index("答复:") :].partition("\n")[2]
    projection = project(tmp_path / "2", {**FILES, "qa/2026/20260313-shuixiang.yml": text})
    assert drawn(page(projection, "qa/20260313-shuixiang/"), projection) == []


@pytest.mark.parametrize("address", ["briefings/20260313-gongshui/", "topics/gongshui/"])
def test_pages_of_ours_agree(tmp_path: Path, address: str) -> None:
    correction = (
        "变更记录:\n  - {时间: 2026-03-14 10:00, 类型: 更正, 说明: 写错了,"
        " 原文: 一楼, 新文: 二楼}\n"
    )
    files = {
        **FILES,
        "topics/gongshui.yml": TOPIC + correction,
        "briefings/2026/20260313-gongshui.yml": BRIEFING + correction,
    }
    projection = project(tmp_path, files)
    assert drawn(page(projection, address), projection) == []
