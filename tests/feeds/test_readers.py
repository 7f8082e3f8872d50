"""Every feed is read by readers that are not ours, and all formats tell the same."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import atoma
import feedparser
import icalendar
import jsonschema
import pytest
from PIL import Image

from huiying.public import Projection
from huiying.render import calendar, feeds
from huiying.render.feeds import podcast
from huiying.render.plan import pages
from tests.conftest import ROOT
from tests.helper import CLARIFICATION, RUMOUR
from tests.render.sites import BASE_URL, SITE, project

BRIEFING = """\
标题: 城市供水发布会
状态: 已审定
发布时间: 2026-03-10 09:00
发布形式: 新闻发布会
开始时间: 2026-03-12 15:00
地点: 市政务中心, 一楼; 发布厅
一句话回应: 介绍供水情况。
责任单位: {第一责任单位: shuiwuju, 责任依据: 属地}
"""
SURVEY = """\
标题: 供水满意度调查
状态: 已审定
发布时间: 2026-03-02 09:00
目的: 了解群众对供水的意见。
调查时间: {开始: 2026-03-03, 结束: 2026-03-10}
责任单位: {第一责任单位: shuiwuju, 责任依据: 属地}
"""
SOUND = """\
内容块:
  - {类型: 音频, 文件: 图/a.mp3, 标题: 听一听：水厂}
关联: {所属专题: [gongshui]}
"""
FILES = {
    **SITE,
    RUMOUR: CLARIFICATION + SOUND,
    "media/图/a.mp3": b"ID3",
    "media/图/a.mp3.yml": "文字稿: 水厂运行正常。\n字幕: 图/a.vtt\n",
    "media/图/a.vtt": "WEBVTT\n",
    "briefings/2026/20260312-gongshui.yml": BRIEFING,
    "surveys/2026/20260303-gongshui.yml": SURVEY,
}
TEXT = {"type": "string", "minLength": 1}
URL = {"type": "string", "format": "uri", "pattern": "^https?://"}
WHEN = {
    "type": "string",
    "format": "date-time",
    "pattern": r"^\d{4}-\d\d-\d\dT[\d:]+[+-]\d\d:\d\d$",
}
AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {"name": TEXT, "url": URL, "avatar": URL},
        "minProperties": 1,
        "additionalProperties": False,
    },
}
# Written from https://www.jsonfeed.org/version/1.1/ (7 August 2020); what we use of it, closed.
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": URL,
        "feed_url": URL,
        "description": TEXT,
        "language": TEXT,
        "authors": AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "additionalProperties": False,
                "properties": {
                    "id": TEXT,
                    "url": URL,
                    "title": TEXT,
                    "content_text": TEXT,
                    "content_html": TEXT,
                    "date_published": WHEN,
                    "date_modified": WHEN,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": TEXT},
                },
            },
        },
    },
}
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


def written(projection: Projection) -> dict[str, bytes]:
    """Every feed of the projection by its path; each sound file is as large as its name is long."""
    found = {file.path: file.data for file in feeds.outputs(projection, list(pages(projection)))}
    heard = podcast.output(projection, len)
    at = calendar.output(projection)
    return {**found, heard.path: heard.data, at.path: at.data}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return written(project(tmp_path_factory.mktemp("city"), FILES))


def stems(found: dict[str, bytes]) -> list[str]:
    return sorted(path.removesuffix(".rss.xml") for path in found if path.endswith(".rss.xml"))


def test_each_list_topic_and_body_has_a_feed(found: dict[str, bytes]) -> None:
    assert stems(found) == [
        "feeds/all",
        "feeds/briefings",
        "feeds/corrections",
        "feeds/interpretations",
        "feeds/organisations/shuiwuju",
        "feeds/organisations/wangxinban",
        "feeds/qa",
        "feeds/responses",
        "feeds/rumours",
        "feeds/surveys",
        "feeds/topics",
        "feeds/topics/gongshui",
    ]


def test_a_feed_tells_of_its_own_records_only(found: dict[str, bytes]) -> None:
    told = {
        stem.removeprefix("feeds/"): [
            item["id"].removeprefix(BASE_URL) for item in json.loads(found[f"{stem}.json"])["items"]
        ]
        for stem in stems(found)
    }
    rumour, topic = "rumours/20260312-tingshui/", "topics/gongshui/"
    assert told["rumours"] == [rumour]
    assert told["topics/gongshui"] == [rumour, topic]
    assert told["qa"] == told["corrections"] == []
    assert set(told["all"]) == set(told["organisations/shuiwuju"])
    assert len(told["all"]) == 5


def test_two_readers_and_three_formats_tell_the_same(found: dict[str, bytes]) -> None:
    for stem in stems(found):
        atom, rss = found[f"{stem}.xml"], found[f"{stem}.rss.xml"]
        data = json.loads(found[f"{stem}.json"])
        expected = [
            (item["id"], item["title"], item["content_text"], item["date_published"])
            for item in data["items"]
        ]
        for text, version in ((atom, "atom10"), (rss, "rss20")):
            read = feedparser.parse(text)
            assert (read.bozo, read.version) == (False, version)
            assert read.feed.title == data["title"]
            assert [each.id for each in read.entries] == [item[0] for item in expected]
            assert [each.updated for each in read.entries] == [
                item["date_modified"] for item in data["items"]
            ]
        other = atoma.parse_atom_bytes(atom)
        assert [
            (each.id_, each.title.value, each.summary.value, each.published.isoformat())
            for each in other.entries
        ] == expected
        third = atoma.parse_rss_bytes(rss)
        assert third.title == data["title"]
        assert [
            (each.guid, each.title, each.description, each.pub_date.isoformat())
            for each in third.items
        ] == expected


def test_each_json_feed_keeps_to_the_specification(found: dict[str, bytes]) -> None:
    for stem in stems(found):
        data = json.loads(found[f"{stem}.json"])
        jsonschema.validate(data, JSON_FEED)
        assert data["feed_url"] == f"{BASE_URL}{stem}.json"


@pytest.mark.parametrize(
    "broken",
    [{"items": [{"id": "a"}]}, {"version": "https://jsonfeed.org/version/1"}, {"items": None}],
)
def test_the_schema_refuses_what_the_specification_does(
    found: dict[str, bytes], broken: dict[str, Any]
) -> None:
    data = {**json.loads(found["feeds/all.json"]), **broken}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, JSON_FEED)


def test_an_episode_has_all_that_a_player_needs(found: dict[str, bytes]) -> None:
    read = feedparser.parse(found["feeds/podcast.xml"])
    assert (read.bozo, read.version) == (False, "rss20")
    (entry,) = read.entries
    (enclosure,) = entry.enclosures
    address = f"{BASE_URL}media/%E5%9B%BE/a.mp3"
    size = str(len("media/图/a.mp3"))
    assert (enclosure.href, enclosure.length, enclosure.type) == (address, size, "audio/mpeg")
    assert (entry.title, entry.id) == ("听一听：水厂", address)
    assert entry.link == f"{BASE_URL}rumours/20260312-tingshui/"
    channel = ElementTree.fromstring(found["feeds/podcast.xml"]).find("channel")
    assert channel is not None
    required = ("title", "link", "description", "language", f"{ITUNES}author")
    assert all(channel.findtext(name) for name in required)
    assert channel.findtext(f"{ITUNES}explicit") == "false"
    assert channel.find(f"{ITUNES}category") is not None
    cover = channel.find(f"{ITUNES}image")
    assert cover is not None
    assert cover.attrib == {"href": f"{BASE_URL}{podcast.COVER}"}
    transcript = channel.find("item/{https://podcastindex.org/namespace/1.0}transcript")
    assert transcript is not None
    assert transcript.attrib["url"] == f"{BASE_URL}media/%E5%9B%BE/a.vtt"


def test_directories_take_the_cover() -> None:
    with Image.open(ROOT / "theme" / podcast.COVER) as cover:
        assert (cover.format, cover.mode) == ("PNG", "RGB")
        assert cover.width == cover.height
        assert 1400 <= cover.width <= 3000


def test_a_sound_file_that_is_not_in_the_site_is_no_episode(tmp_path: Path) -> None:
    output = podcast.output(project(tmp_path, FILES), lambda path: 0)
    assert feedparser.parse(output.data).entries == []


def events(found: dict[str, bytes]) -> dict[str, icalendar.Event]:
    read = icalendar.Calendar.from_ical(found["calendar.ics"])
    return {str(event["UID"]).removeprefix(BASE_URL): event for event in read.walk("VEVENT")}


def test_the_calendar_holds_briefings_by_the_minute_and_surveys_by_the_day(
    found: dict[str, bytes],
) -> None:
    at = events(found)
    briefing, survey = at["briefings/20260312-gongshui/"], at["surveys/20260303-gongshui/"]
    starts = datetime(2026, 3, 12, 7, 0, tzinfo=UTC)
    assert (briefing.start, briefing.end) == (starts, starts + timedelta(hours=2))
    assert briefing["LOCATION"] == "市政务中心, 一楼; 发布厅"
    assert (briefing["STATUS"], briefing["SUMMARY"]) == ("CONFIRMED", "城市供水发布会")
    assert briefing["URL"] == f"{BASE_URL}briefings/20260312-gongshui/"
    assert (survey.start, survey.end) == (date(2026, 3, 3), date(2026, 3, 11))


@pytest.mark.parametrize(
    ("state", "status", "title"),
    [("延期", "TENTATIVE", "延期：城市供水发布会"), ("取消", "CANCELLED", "取消：城市供水发布会")],
)
def test_a_briefing_that_does_not_take_place_stays_and_says_so(
    tmp_path: Path, state: str, status: str, title: str
) -> None:
    more = f"发布会状态: {state}\n变动说明: 因台风。\n变更记录:\n"
    more += "  - {时间: 2026-03-11 10:00, 类型: 更新, 说明: 因台风变动}\n"
    files = {**SITE, "briefings/2026/20260312-gongshui.yml": BRIEFING + more}
    (event,) = events(written(project(tmp_path, files))).values()
    assert (event["STATUS"], event["SUMMARY"], event["SEQUENCE"]) == (status, title, 1)
    assert event["DESCRIPTION"].startswith("因台风。")
    assert event["DTSTAMP"].dt == datetime(2026, 3, 11, 2, 0, tzinfo=UTC)
