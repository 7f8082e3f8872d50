"""The feed: readable by a stranger's parser, stable ids, newest first, and no clock."""

from pathlib import Path

import feedparser
import pytest

from huiying.public import Projection
from huiying.render.feeds import outputs
from huiying.render.plan import pages
from tests.helper import CLARIFICATION, RUMOUR
from tests.render.sites import BASE_URL, SITE, WITHDRAWN, clarification, project

CORRECTED = """\
变更记录:
  - {时间: 2026-03-14 10:00, 类型: 更正, 说明: 水厂是6座, 原文: 7座, 新文: 6座}
"""


def read(projection: Projection) -> feedparser.FeedParserDict:
    files = outputs(projection, list(pages(projection)))
    (output,) = (file for file in files if file.path == "feeds/all.xml")
    found = feedparser.parse(output.data)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_an_entry_tells_who_answered_what_and_when(tmp_path: Path) -> None:
    entry = read(project(tmp_path)).entries[0]
    assert entry.title == "3月12日起全市正常供水，没有停水三天的安排"
    assert entry.id == entry.link == f"{BASE_URL}rumours/20260312-tingshui/"
    assert entry.author == "示例市水务局"
    assert entry.published == entry.updated == "2026-03-12T09:40:00+08:00"
    assert entry.summary == "市水务局核实：全市6座水厂运行正常。"
    assert [tag.label for tag in entry.tags] == ["辟谣", "不实"]


def test_the_feed_is_as_new_as_its_newest_entry(tmp_path: Path) -> None:
    found = read(project(tmp_path))
    assert found.feed.updated == found.entries[0].updated == "2026-03-12T09:40:00+08:00"
    assert [entry.updated for entry in found.entries] == sorted(
        (entry.updated for entry in found.entries), reverse=True
    )
    assert found.feed.id == f"{BASE_URL}feeds/all.xml"


def test_a_correction_moves_an_entry_to_the_top_under_its_old_id(tmp_path: Path) -> None:
    older = CLARIFICATION.replace("2026-03-12 09:40", "2026-03-01 09:40")
    entry = read(clarification(tmp_path, CORRECTED, older)).entries[0]
    assert entry.id == f"{BASE_URL}rumours/20260312-tingshui/"
    assert entry.published == "2026-03-01T09:40:00+08:00"
    assert entry.updated == "2026-03-14T10:00:00+08:00"


def test_what_was_withdrawn_is_told_so_under_its_old_id(tmp_path: Path) -> None:
    entry = read(clarification(tmp_path, WITHDRAWN)).entries[0]
    assert entry.id == f"{BASE_URL}rumours/20260312-tingshui/"
    assert entry.title == "已撤回：3月12日起全市正常供水，没有停水三天的安排"
    assert entry.summary == "本页内容已撤回。内容含个人信息"
    assert entry.updated == "2026-03-15T10:00:00+08:00"
    assert [tag.label for tag in entry.tags] == ["辟谣"]


def test_what_is_superseded_or_a_draft_is_not_in_the_feed(tmp_path: Path) -> None:
    files = {
        **SITE,
        RUMOUR: CLARIFICATION,
        "clarifications/2026/20260313-b.yml": CLARIFICATION.replace("已审定", "草稿"),
        "clarifications/2026/20260314-c.yml": CLARIFICATION
        + "关联: {替代: [rumours/20260312-tingshui]}\n",
    }
    found = read(project(tmp_path, files, preview=True))
    assert [entry.link.removeprefix(BASE_URL) for entry in found.entries] == [
        "rumours/20260314-c/",
        "responses/20260310-wushui/",
        "topics/gongshui/",
    ]


def test_only_the_newest_fifty_are_told(tmp_path: Path) -> None:
    files = {
        f"clarifications/2026/202602{1 + n % 28:02}-n{n}.yml": CLARIFICATION.replace(
            "2026-03-12 09:40", f"2026-02-{1 + n % 28:02} {n % 24:02}:00"
        ).replace("2026-03-11 20:15", "2026-01-01 00:00")
        for n in range(60)
    }
    assert len(read(project(tmp_path, {**SITE, **files})).entries) == 50


def test_a_site_without_records_has_a_feed_of_no_time(tmp_path: Path) -> None:
    files = {name: text for name, text in SITE.items() if not name.startswith(("cl", "re", "to"))}
    files["registers/organisations.yml"] = SITE["registers/organisations.yml"]
    found = read(project(tmp_path, files))
    assert found.entries == []
    assert found.feed.updated == "1970-01-01T08:00:00+08:00"


@pytest.mark.parametrize("title", ["</title><script>x</script>", "a ]]> & <b> '\"", "&#0; &lt;"])
def test_a_hostile_title_stays_text(tmp_path: Path, title: str) -> None:
    quoted = "'" + title.replace("'", "''") + "'"
    text = CLARIFICATION.replace("3月12日起全市正常供水，没有停水三天的安排", quoted)
    projection = clarification(tmp_path, text=text)
    entry = read(projection).entries[0]
    assert entry.title_detail.type == "text/plain"
    assert entry.title == title


def test_two_feeds_of_one_projection_are_the_same_bytes(tmp_path: Path) -> None:
    projection = project(tmp_path)
    planned = list(pages(projection))
    assert list(outputs(projection, planned)) == list(outputs(projection, planned))
