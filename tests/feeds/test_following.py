"""A correction, a withdrawal and an expiry, each followed through every file of this part."""

import json
from pathlib import Path

import feedparser
import icalendar
import pytest

from huiying.public import Projection
from huiying.render import sitemap
from huiying.render.plan import pages
from tests.feeds.test_readers import BRIEFING, FILES, written
from tests.helper import CLARIFICATION, RUMOUR
from tests.render.sites import BASE_URL, WITHDRAWN, project

URL = f"{BASE_URL}rumours/20260312-tingshui/"
MEETING = "briefings/2026/20260312-gongshui.yml"
CORRECTED = """\
变更记录:
  - {时间: 2026-03-14 10:00, 类型: 更正, 说明: 水厂是6座, 原文: 7座, 新文: 6座}
"""
EXPIRED = "失效时间: 2026-03-14 12:00\n"
FEEDS = ("all", "rumours", "topics/gongshui", "organisations/shuiwuju")
"""The feeds that tell of the record."""


def everything(projection: Projection) -> dict[str, bytes]:
    planned = [page.path for page in pages(projection)]
    maps = {file.path: file.data for file in sitemap.outputs(projection, planned)}
    return {**written(projection), **maps}


def changed(folder: Path, more: str) -> dict[str, bytes]:
    """The files of the site whose rumour and briefing have more fields."""
    files = {**FILES, RUMOUR: str(FILES[RUMOUR]) + more, MEETING: BRIEFING + more}
    return everything(project(folder, files))


def titles(found: dict[str, bytes], stem: str) -> set[tuple[str, str] | None]:
    """What the three formats of a feed say of the record: title and `updated`; None for nothing."""
    said: set[tuple[str, str] | None] = set()
    for suffix in (".xml", ".rss.xml"):
        read = feedparser.parse(found[f"feeds/{stem}{suffix}"])
        said.add(next(((e.title, e.updated) for e in read.entries if e.id == URL), None))
    items = json.loads(found[f"feeds/{stem}.json"])["items"]
    one = next(((i["title"], i["date_modified"]) for i in items if i["id"] == URL), None)
    return {*said, one}


def reviewed(found: dict[str, bytes]) -> list[str]:
    elements = json.loads(found["claimreview.json"])["dataFeedElement"]
    return [each["dateModified"] for each in elements if each["item"][0]["url"] == URL]


def events(found: dict[str, bytes]) -> int:
    read = icalendar.Calendar.from_ical(found["calendar.ics"])
    return sum(
        str(event["UID"]).startswith(f"{BASE_URL}briefings/") for event in read.walk("VEVENT")
    )


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return everything(project(tmp_path_factory.mktemp("city"), FILES))


TITLE = "3月12日起全市正常供水，没有停水三天的安排"


def test_a_correction_is_told_everywhere_under_the_old_id(
    before: dict[str, bytes], tmp_path: Path
) -> None:
    found = changed(tmp_path, CORRECTED)
    at = "2026-03-14T10:00:00+08:00"
    for stem in FEEDS:
        assert titles(before, stem) == {(TITLE, "2026-03-12T09:40:00+08:00")}
        assert titles(found, stem) == {(TITLE, at)}
    assert titles(before, "corrections") == {None}
    assert titles(found, "corrections") == {(f"更正：{TITLE}", at)}
    assert reviewed(found) == [at]
    assert b"mp3" in found["feeds/podcast.xml"]
    assert events(found) == 1
    assert f"<loc>{URL}</loc><lastmod>{at}".encode() in found["sitemaps/2026-03.xml"]


def test_a_withdrawal_replaces_what_was_said(tmp_path: Path) -> None:
    found = changed(tmp_path, WITHDRAWN)
    at = "2026-03-15T10:00:00+08:00"
    for stem in ("all", "rumours", "organisations/shuiwuju"):
        assert titles(found, stem) == {(f"已撤回：{TITLE}", at)}
    assert titles(found, "corrections") == {(f"撤回：{TITLE}", at)}
    assert reviewed(found) == []
    assert b"mp3" not in found["feeds/podcast.xml"]
    assert events(found) == 0
    assert URL.encode() not in found["sitemaps/2026-03.xml"]
    facts = "市水务局核实".encode()
    assert [path for path, data in found.items() if facts in data] == []


def test_what_has_expired_leaves_the_feeds_and_keeps_its_page(tmp_path: Path) -> None:
    found = changed(tmp_path, EXPIRED)
    for stem in (*FEEDS, "corrections"):
        assert titles(found, stem) == {None}
    assert reviewed(found) == []
    assert b"mp3" not in found["feeds/podcast.xml"]
    assert events(found) == 0
    assert URL.encode() in found["sitemaps/2026-03.xml"]


def test_one_record_changes_the_feeds_it_stands_in_and_no_others(
    before: dict[str, bytes], tmp_path: Path
) -> None:
    files = {**FILES, RUMOUR: str(FILES[RUMOUR]) + CORRECTED}
    found = everything(project(tmp_path, files))
    expected = {
        f"feeds/{stem}{suffix}"
        for stem in (*FEEDS, "corrections")
        for suffix in (".xml", ".rss.xml", ".json")
    }
    expected |= {"claimreview.json", "sitemaps/2026-03.xml", "sitemap.xml"}
    assert {path for path in found if found[path] != before.get(path)} == expected


def test_every_file_holds_the_newest_fifty(tmp_path: Path) -> None:
    files = {
        f"clarifications/2026/202602{1 + n % 28:02}-n{n}.yml": CLARIFICATION.replace(
            "2026-03-12 09:40", f"2026-02-{1 + n % 28:02} {n % 24:02}:00"
        ).replace("2026-03-11 20:15", "2026-01-01 00:00")
        for n in range(60)
    }
    meetings = {
        f"briefings/2026/202601{1 + n % 28:02}-m{n}.yml": BRIEFING.replace(
            "2026-03-12 15:00", f"2026-01-{1 + n % 28:02} {n % 24:02}:00"
        )
        for n in range(60)
    }
    found = everything(project(tmp_path, {**FILES, **files, **meetings}))
    assert len(json.loads(found["feeds/rumours.json"])["items"]) == 50
    assert len(json.loads(found["claimreview.json"])["dataFeedElement"]) == 50
    assert found["calendar.ics"].count(b"BEGIN:VEVENT") == 50
    assert f"{BASE_URL}surveys/20260303-gongshui/".encode() in found["calendar.ics"]
