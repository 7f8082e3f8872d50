"""The head of a page: a title of its own, the government's tags, addresses, nothing that runs."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from huiying.render.head import head
from huiying.render.plan import pages
from huiying.render.tags import hand_written, shorten
from tests.helper import CLARIFICATION, RUMOUR
from tests.render.sites import BASE_URL, SITE, WITHDRAWN, clarification, page, project

ADDRESS = "rumours/20260312-tingshui/"
HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)> ' & </title>"


class Reader(HTMLParser):
    """The elements of a head: metas by name or property, links by rel, the title."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.metas: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.items: dict[str, str] = {}
        self.title = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag == "meta":
            held = self.items if "itemprop" in given else self.metas
            name = given.get("itemprop") or given.get("name") or given["property"]
            assert name not in held, name
            held[name] = given["content"]
        if tag == "link":
            self.links[given.get("type", given["rel"])] = given["href"]

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["title"]:
            self.title += data.rstrip("\n")


def read(projection_folder: Path, address: str = ADDRESS, more: str = "") -> Reader:
    projection = clarification(projection_folder, more)
    return Reader(head(page(projection, address), projection.settings))


def test_an_article_has_the_tags_of_site_column_and_article(tmp_path: Path) -> None:
    found = read(tmp_path, more="关键词: [停水, 供水]\n主题: [城市建设]\n").metas
    expected = {
        "SiteName": "示例市回应",
        "SiteDomain": "hy.example",
        "SiteIDCode": "0000000001",
        "ColumnName": "辟谣索引",
        "ColumnType": "辟谣",
        "ArticleTitle": "3月12日起全市正常供水，没有停水三天的安排",
        "PubDate": "2026-03-12 09:40",
        "ContentSource": "示例市水务局",
        "Author": "示例市水务局",
        "Keywords": "停水,供水,城市建设",
        "Url": f"{BASE_URL}{ADDRESS}",
        "Description": "市水务局核实：全市6座水厂运行正常。",
        "og:type": "article",
        "og:locale": "zh_CN",
        "article:published_time": "2026-03-12T09:40:00+08:00",
    }
    assert expected == {name: found[name] for name in expected}
    assert found["ColumnDescription"]
    assert found["ColumnKeywords"]
    assert "Image" not in found
    assert "robots" not in found


def test_a_list_has_the_tags_of_site_and_column_and_none_of_articles(tmp_path: Path) -> None:
    found = read(tmp_path, "rumours/2026/03/")
    assert found.title == "辟谣索引：2026年3月 - 示例市回应"
    assert {"SiteName", "ColumnName"} <= found.metas.keys()
    assert not {"ArticleTitle", "PubDate", "ContentSource"} & found.metas.keys()


def test_the_home_page_is_called_like_the_site(tmp_path: Path) -> None:
    found = read(tmp_path, "")
    assert found.title == "示例市回应"
    assert "ColumnName" not in found.metas
    assert found.links == {"canonical": BASE_URL, "application/atom+xml": "feeds/all.xml"}


def test_a_page_names_its_address_and_the_feed_relative_to_itself(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert found.links["canonical"] == found.metas["og:url"] == f"{BASE_URL}{ADDRESS}"
    assert found.links["application/atom+xml"] == "../../feeds/all.xml"
    assert found.links["application/json"] == f"../../api/v1/records/{ADDRESS[:-1]}.json"


def test_a_picture_is_named_with_its_whole_escaped_address(tmp_path: Path) -> None:
    found = read(tmp_path, "topics/gongshui/").metas
    assert found["Image"] == f"{BASE_URL}media/%E5%9B%BE/gongshui.svg"


def test_a_link_that_is_passed_on_shows_the_card_of_the_page(tmp_path: Path) -> None:
    projection = project(tmp_path)
    planned = page(projection, ADDRESS)
    shared = {"share": {"path": "share/rumours-x-0a1b.png", "alt": "网传说法：不实；正常"}}
    planned = replace(planned, values={**planned.values, **shared})
    found = Reader(head(planned, projection.settings))
    assert found.metas["og:image"] == f"{BASE_URL}share/rumours-x-0a1b.png"
    size = (found.metas["og:image:width"], found.metas["og:image:height"])
    assert size == ("1200", "630")
    assert found.metas["og:image:alt"] == "网传说法：不实；正常"
    assert found.metas["twitter:card"] == "summary_large_image"
    assert found.items == {
        "name": found.metas["og:title"],
        "description": found.metas["og:description"],
        "image": found.metas["og:image"],
    }


def test_what_was_withdrawn_says_so_wherever_its_link_is_passed_on(tmp_path: Path) -> None:
    projection = clarification(tmp_path, WITHDRAWN)
    found = Reader(head(page(projection, ADDRESS), projection.settings))
    assert found.title.startswith("已撤回：3月12日起全市正常供水")
    assert found.metas["og:title"].startswith("已撤回：3月12日起全市正常供水")
    assert found.metas["og:description"].startswith("本页内容已撤回。")


@pytest.mark.parametrize("title", ["问 &amp; 答", "问 & 答", "问 &amp; <em>答</em>"])
def test_the_title_of_a_hand_written_page_is_escaped_once(title: str, tmp_path: Path) -> None:
    html = hand_written(project(tmp_path, SITE).settings, title, "about/")
    assert "<title>问 &amp; 答 - 示例市回应</title>" in html
    assert Reader(html).metas["og:title"] == "问 & 答"


def test_a_hand_written_page_has_the_card_of_the_site_except_in_a_preview(tmp_path: Path) -> None:
    settings = project(tmp_path).settings
    found = Reader(hand_written(settings, "关于本站", "about/"))
    assert found.metas["og:image"] == f"{BASE_URL}share/site.png"
    assert "og:image" not in hand_written(replace(settings, preview=True), "关于本站", "about/")
    assert "og:image" not in hand_written(settings, "没有找到这一页", "404.html")


def test_no_two_pages_share_a_title_and_every_description_is_plain_and_short(
    tmp_path: Path,
) -> None:
    second = CLARIFICATION.replace("不实", "属实").replace("停水三天", "停水四天")
    files = {
        **SITE,
        "clarifications/2026/20260202-b.yml": second.replace("03-1", "02-1"),
        RUMOUR: CLARIFICATION.replace("运行正常。", "运行正常，" * 300),
    }
    projection = project(tmp_path, files)
    found = [Reader(head(page, projection.settings)) for page in pages(projection)]
    titles = [each.title for each in found]
    assert len(set(titles)) == len(titles) > 12
    for each in found:
        assert 0 < len(each.metas["description"]) <= 150
        assert "*" not in each.metas["description"]


def test_a_withdrawn_page_asks_not_to_be_indexed_and_gives_the_reason(tmp_path: Path) -> None:
    found = read(tmp_path, more=WITHDRAWN).metas
    assert found["robots"] == "noindex"
    assert found["description"] == "本页内容已撤回。内容含个人信息"
    assert found["PubDate"] == "2026-03-12 09:40"


def test_a_draft_in_the_preview_asks_not_to_be_indexed_and_has_no_json_ld(tmp_path: Path) -> None:
    files = {**SITE, RUMOUR: CLARIFICATION.replace("已审定", "草稿")}
    projection = project(tmp_path, files, preview=True)
    html = head(page(projection, ADDRESS), projection.settings)
    assert Reader(html).metas["robots"] == "noindex"
    assert "ld+json" not in html


@pytest.mark.parametrize("title", [HOSTILE, "a\u2028b & <b>", "{{ 7*7 }} ]]> --> <!--"])
def test_a_hostile_title_is_only_a_title(tmp_path: Path, title: str) -> None:
    quoted = "'" + title.replace("'", "''").replace("\u2028", " ") + "'"
    text = CLARIFICATION.replace("3月12日起全市正常供水，没有停水三天的安排", quoted)
    projection = clarification(tmp_path, text=text)
    found = Reader(head(page(projection, ADDRESS), projection.settings))
    assert found.metas["ArticleTitle"] == title.replace("\u2028", " ")
    assert set(found.tags) == {"title", "meta", "link", "script"}
    assert found.tags.count("script") == 1
    assert found.title.startswith(title.replace("\u2028", " "))


def test_a_hand_written_page_names_itself_and_its_site(tmp_path: Path) -> None:
    settings = project(tmp_path).settings
    found = Reader(hand_written(settings, "关于<本站>", "about/"))
    assert found.title == "关于<本站> - 示例市回应"
    assert found.metas["SiteIDCode"] == "0000000001"
    assert found.links == {
        "canonical": f"{BASE_URL}about/",
        "application/atom+xml": "../feeds/all.xml",
    }


def test_the_page_of_errors_names_no_address(tmp_path: Path) -> None:
    found = Reader(hand_written(project(tmp_path).settings, "没有这个页面", "404.html"))
    assert found.links == {}
    assert found.metas["robots"] == "noindex"
    assert found.metas["SiteName"] == "示例市回应"


def test_what_is_cut_ends_with_an_ellipsis() -> None:
    assert shorten("一 二\n 三") == "一 二 三"
    assert shorten("一" * 200, 10) == "一" * 9 + "…"
