"""JSON-LD says what the page says, rates only what is rated, and cannot leave its element."""

import json
from pathlib import Path
from typing import Any

import pytest

from huiying.records.vocabulary import RATING_VALUE, VERDICT
from huiying.render.head import head
from huiying.render.jsonld import script
from huiying.render.plan import pages
from tests.helper import CLARIFICATION
from tests.render.sites import BASE_URL, WITHDRAWN, clarification, page, project
from tests.render.test_body import BRIEFING, FILES, INTERPRETATION, QA, SURVEY

TAKEN_BACK = "变更记录: [{时间: 2026-03-18 15:00, 类型: 撤回, 说明: 要再核对。}]\n"
ADDRESS = "rumours/20260312-tingshui/"
URL = BASE_URL + ADDRESS
WATER = {
    "@type": "GovernmentOrganization",
    "name": "示例市水务局",
    "alternateName": "市水务局",
}
OFFICE = {
    "@type": "GovernmentOrganization",
    "name": "示例市互联网信息办公室",
    "alternateName": "市网信办",
}
SPONSOR = {"@type": "GovernmentOrganization", "name": "示例市人民政府办公室"}
RICH = """\
结论理由: 通知是假的，水厂当日照常供水
"""
CLAIMS = """\
网传说法:
  - 原话: 紧急通知！停水三天
    最早见于: 2026-03-11 20:15
    说的人: 某业主群
    出现处: [{平台: 微信群}]
  - 原话: “水里*有毒*”
    出现处:
      - {平台: 论坛, 网址: https://luntan.example/t/1, 存档网址: https://archive.example/1}
      - {平台: 微博}
"""


def graph(folder: Path, address: str = ADDRESS, more: str = "", text: str = CLARIFICATION) -> Any:
    projection = clarification(folder, more, text)
    html = head(page(projection, address), projection.settings)
    start = html.index('<script type="application/ld+json">') + 35
    data = json.loads(html[start : html.index("</script>", start)])
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def test_a_clarification_is_a_claim_review_and_has_its_way_from_home(tmp_path: Path) -> None:
    expected = [
        {
            "@type": "ClaimReview",
            "name": "3月12日起全市正常供水，没有停水三天的安排",
            "url": URL,
            "inLanguage": "zh-CN",
            "datePublished": "2026-03-12T09:40:00+08:00",
            "dateModified": "2026-03-12T09:40:00+08:00",
            "author": WATER,
            "publisher": SPONSOR,
            "claimReviewed": "紧急通知！3月12日开始全市停水三天，抓紧接水",
            "reviewRating": {
                "@type": "Rating",
                "alternateName": "不实",
                "ratingValue": 1,
                "bestRating": 5,
                "worstRating": 1,
                "ratingExplanation": "通知是假的，水厂当日照常供水",
            },
            "itemReviewed": {"@type": "Claim", "datePublished": "2026-03-11T20:15:00+08:00"},
        },
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "示例市回应", "item": BASE_URL},
                {
                    "@type": "ListItem",
                    "position": 2,
                    "name": "辟谣索引",
                    "item": f"{BASE_URL}rumours/",
                },
                {
                    "@type": "ListItem",
                    "position": 3,
                    "name": "3月12日起全市正常供水，没有停水三天的安排",
                    "item": URL,
                },
            ],
        },
    ]
    assert graph(tmp_path, more=RICH) == expected


def test_each_claim_has_a_review_of_its_own_with_an_anchor(tmp_path: Path) -> None:
    start, end = CLARIFICATION.index("网传说法"), CLARIFICATION.index("结论")
    found = graph(tmp_path, text=CLARIFICATION[:start] + CLAIMS + CLARIFICATION[end:])
    first, second, _ = found
    assert [first["url"], second["url"]] == [URL, f"{URL}#claim-2"]
    assert second["claimReviewed"] == "水里*有毒*"
    group = {"@type": "CreativeWork", "isPartOf": {"@type": "CreativeWork", "name": "微信群"}}
    assert first["itemReviewed"] == {
        "@type": "Claim",
        "datePublished": "2026-03-11T20:15:00+08:00",
        "appearance": [group],
        "firstAppearance": group,
    }
    kept = second["itemReviewed"]["appearance"][0]
    assert kept["archivedAt"] == "https://archive.example/1"
    assert "url" not in kept
    assert "firstAppearance" not in second["itemReviewed"]
    # Readers are never told that a crowd is a body: 某业主群, 自称知情人.
    assert '"@type": "Organization"' not in json.dumps(found)


@pytest.mark.parametrize("verdict", [term.en for term in VERDICT])
def test_every_verdict_has_its_rating_or_is_no_review(tmp_path: Path, verdict: str) -> None:
    text = CLARIFICATION.replace("结论: 不实", f"结论: {VERDICT.label(verdict)}")
    first = graph(tmp_path, text=text)[0]
    if verdict == "unverified":
        assert first["@type"] == "NewsArticle"
        assert "reviewRating" not in first
    else:
        assert first["reviewRating"]["ratingValue"] == RATING_VALUE[verdict]
        assert first["reviewRating"]["alternateName"] == VERDICT.label(verdict)


def test_a_withdrawn_clarification_reviews_nothing_any_more(tmp_path: Path) -> None:
    first = graph(tmp_path, more=WITHDRAWN)[0]
    assert first["@type"] == "NewsArticle"
    assert first["creativeWorkStatus"] == "已撤回"
    assert "接水" not in json.dumps(first, ensure_ascii=False)


def test_a_correction_is_told_with_its_time(tmp_path: Path) -> None:
    more = (
        "变更记录:\n  - {时间: 2026-03-14 10:00, 类型: 更正, 说明: 水厂是6座,"
        " 原文: 7座, 新文: 6座}\n"
    )
    first = graph(tmp_path, more=more)[0]
    assert first["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "水厂是6座",
            "datePublished": "2026-03-14T10:00:00+08:00",
        }
    ]
    assert first["dateModified"] == "2026-03-14T10:00:00+08:00"


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("", ["WebSite"]),
        ("responses/20260310-wushui/", ["NewsArticle", "BreadcrumbList"]),
        ("topics/gongshui/", ["CollectionPage", "BreadcrumbList"]),
        ("rumours/", ["Dataset", "BreadcrumbList"]),
        ("rumours/verdict/false-claim/2026/03/", ["BreadcrumbList"]),
    ],
)
def test_each_class_of_page_says_what_it_is(tmp_path: Path, address: str, kinds: list[str]) -> None:
    assert [thing["@type"] for thing in graph(tmp_path, address)] == kinds


def of_kind(folder: Path, address: str, changes: dict[str, str] | None = None) -> Any:
    projection = project(folder, {**FILES, **(changes or {})})
    html = head(page(projection, address), projection.settings)
    start = html.index('<script type="application/ld+json">') + 35
    return json.loads(html[start : html.index("</script>", start)])["@graph"][0]


def test_a_briefing_is_an_event_with_place_time_and_speakers(tmp_path: Path) -> None:
    url = f"{BASE_URL}briefings/20260313-gongshui/"
    expected = {
        "@type": "Event",
        "name": "城市供水新闻发布会",
        "description": "城市供水新闻发布会",
        "url": url,
        "inLanguage": "zh-CN",
        "startDate": "2026-03-19T15:00:00+08:00",
        "endDate": "2026-03-19T16:00:00+08:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "organizer": OFFICE,
        "location": [
            {"@type": "Place", "name": "新闻发布厅", "address": "新闻发布厅"},
            {"@type": "VirtualLocation", "url": "https://zhibo.example/1"},
        ],
        "performer": [{"@type": "Person", "name": "某甲"}, {"@type": "Person", "name": "某乙"}],
        "recordedIn": [
            {
                "@type": "VideoObject",
                "name": "全程回放",
                "uploadDate": "2026-03-19T16:00:00+08:00",
                "contentUrl": f"{BASE_URL}media/a.mp4",
                "encodingFormat": "video/mp4",
            }
        ],
    }
    assert expected == of_kind(tmp_path, "briefings/20260313-gongshui/")


@pytest.mark.parametrize(("state", "status"), [("延期", "Postponed"), ("取消", "Cancelled")])
def test_an_event_that_is_moved_says_so(tmp_path: Path, state: str, status: str) -> None:
    place = "briefings/2026/20260313-gongshui.yml"
    changes = {place: f"{BRIEFING}发布会状态: {state}\n变动说明: 因台风。\n"}
    found = of_kind(tmp_path, "briefings/20260313-gongshui/", changes)
    assert found["eventStatus"] == f"https://schema.org/Event{status}"


def test_a_correction_of_a_briefing_is_one_of_the_page_about_it(tmp_path: Path) -> None:
    place = "briefings/2026/20260313-gongshui.yml"
    more = (
        "变更记录:\n  - {时间: 2026-03-14 10:00, 类型: 更正, 说明: 地点写错了,"
        " 原文: 一楼, 新文: 新闻发布厅}\n"
    )
    found = of_kind(tmp_path, "briefings/20260313-gongshui/", {place: BRIEFING + more})
    about = found["subjectOf"]
    assert (about["@type"], about["headline"]) == ("NewsArticle", "城市供水新闻发布会")
    assert [entry["text"] for entry in about["correction"]] == ["地点写错了"]


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        ("{开始: 2026-03-01, 结束: 2099-03-15}", "Event"),
        ("{开始: 2099-03-01}", "Event"),
        ("{开始: 2026-03-01, 结束: 2026-03-15}", "Article"),
    ],
    ids=["running", "to come", "over"],
)
def test_a_survey_is_an_event_while_one_can_take_part(tmp_path: Path, days: str, kind: str) -> None:
    text = SURVEY.replace("{开始: 2026-03-01, 结束: 2026-03-15}", days)
    text = text[: text.index("有效答卷")] + "填写网址: https://wenjuan.example/1\n"
    changes = {"surveys/2026/20260301-manyi.yml": text}
    found = of_kind(tmp_path, "surveys/20260301-manyi/", changes)
    assert found["@type"] == kind
    if kind == "Event":
        assert found["startDate"] == days[5:15]
        assert found["location"] == {
            "@type": "VirtualLocation",
            "url": "https://wenjuan.example/1",
        }


AUTHENTICITY = """\
图像真伪: 移花接木
结论理由: 录像是2019年外地的
"""
FILMED = CLAIMS.replace("平台: 微信群", "平台: 微信群, 形式: 视频")


def test_pictures_that_lie_have_a_review_of_their_own(tmp_path: Path) -> None:
    text = CLARIFICATION[: CLARIFICATION.index("网传说法")] + FILMED
    text += CLARIFICATION[CLARIFICATION.index("结论") :]
    first, second, about, _ = graph(tmp_path, more=AUTHENTICITY, text=text)
    assert about["@type"] == "MediaReview"
    assert about["@id"] == f"{URL}#media-review"
    assert about["mediaAuthenticityCategory"] == "https://schema.org/DecontextualizedContent"
    assert about["originalMediaContextDescription"] == "录像是2019年外地的"
    assert about["associatedClaimReview"] == [{"@id": URL}, {"@id": f"{URL}#claim-2"}]
    assert about["itemReviewed"]["mediaItemAppearance"] == [
        {"@type": "VideoObject", "isPartOf": {"@type": "CreativeWork", "name": "微信群"}}
    ]
    for review in (first, second):
        assert review["associatedMediaReview"] == {"@id": about["@id"]}


def test_pictures_of_what_is_still_being_verified_are_not_reviewed(tmp_path: Path) -> None:
    text = CLARIFICATION.replace("结论: 不实", "结论: 正在核实\n下次更新: 2099-03-13 09:00")
    found = graph(tmp_path, more="图像真伪: 移花接木\n", text=text)
    assert [thing["@type"] for thing in found] == ["NewsArticle", "BreadcrumbList"]


def test_the_index_is_a_data_set_of_the_files_that_its_page_offers(tmp_path: Path) -> None:
    found = graph(tmp_path, "rumours/")[0]
    assert [file["contentUrl"] for file in found["distribution"]] == [
        f"{BASE_URL}rumours/2026.csv",
        f"{BASE_URL}rumours/index.json",
    ]


def test_a_question_has_its_one_accepted_answer(tmp_path: Path) -> None:
    found = of_kind(tmp_path, "qa/20260313-shuixiang/")
    assert found["@type"] == "FAQPage"
    assert found["mainEntity"] == [
        {
            "@type": "Question",
            "name": "我们楼的水箱多久洗一次？",
            "answerCount": 1,
            "acceptedAnswer": {
                "@type": "Answer",
                "text": "每半年至少一次。",
                "dateCreated": "2026-03-12T12:30:00+08:00",
                "author": WATER,
            },
        }
    ]


def test_an_interpretation_is_about_its_policy(tmp_path: Path) -> None:
    found = of_kind(tmp_path, "interpretations/20260313-dianti/")
    assert (found["@type"], found["author"]) == ("Article", WATER)
    assert found["about"] == {
        "@type": "Legislation",
        "name": "示例市加装电梯办法",
        "url": f"{BASE_URL}policies/dianti/",
        "legislationIdentifier": "示政办〔2026〕12号",
        "legislationDate": "2026-03-10",
        "legislationPassedBy": OFFICE,
    }
    assert found["contributor"] == [
        {"@type": "Person", "name": "陈甲", "url": f"{BASE_URL}experts/chen-jia/"}
    ]


def test_a_survey_is_a_data_set_once_its_totals_can_be_had(tmp_path: Path) -> None:
    found = of_kind(tmp_path / "1", "surveys/20260301-manyi/")
    assert (found["@type"], found["temporalCoverage"]) == ("Dataset", "2026-03-01/2026-03-15")
    assert found["distribution"] == {
        "@type": "DataDownload",
        "contentUrl": f"{BASE_URL}media/a.csv",
        "encodingFormat": "text/csv",
    }
    without = SURVEY.replace("数据文件: a.csv\n", "")
    changes = {"surveys/2026/20260301-manyi.yml": without}
    assert of_kind(tmp_path / "2", "surveys/20260301-manyi/", changes)["@type"] == "Article"


@pytest.mark.parametrize(
    ("place", "written"),
    [
        ("briefings/2026/20260313-gongshui.yml", BRIEFING),
        ("qa/2026/20260313-shuixiang.yml", QA),
        ("interpretations/2026/20260313-dianti.yml", INTERPRETATION),
        ("surveys/2026/20260301-manyi.yml", SURVEY),
    ],
    ids=["briefing", "qa", "interpretation", "survey"],
)
def test_what_is_withdrawn_is_no_event_question_or_data(
    tmp_path: Path, place: str, written: str
) -> None:
    address = place.replace("2026/", "", 1).replace(".yml", "/")
    found = of_kind(tmp_path, address, {place: written + TAKEN_BACK})
    assert (found["@type"], found["creativeWorkStatus"]) == ("NewsArticle", "已撤回")
    assert not {"mainEntity", "about", "distribution", "location"} & found.keys()


def test_every_page_of_a_site_has_json_that_parses(tmp_path: Path) -> None:
    projection = project(tmp_path)
    for each in pages(projection):
        html = head(each, projection.settings)
        start = html.index("ld+json") + 9
        assert json.loads(html[start : html.index("</script>", start)])["@graph"]


@pytest.mark.parametrize(
    "text",
    ["</script><script>alert(1)</script>", "<!--<script>", "a & b > c", "\u2028\u2029", '"\\'],
)
def test_no_text_leaves_the_element(text: str) -> None:
    html = script({"name": text})
    inner = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n")
    assert json.loads(inner) == {"name": text}
    assert not set("<>&\u2028\u2029") & set(inner)
