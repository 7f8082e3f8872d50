"""A correction, a slip, a withdrawal, a restoration: told alike wherever the record is told of."""

import csv
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from huiying.records.history import ERASED
from tests import sites
from tests.helper import CLARIFICATION

ADDRESS = "rumours/20260312-tingshui"
OTHER = "rumours/20260313-shuizhi"
WRONG, RIGHT, SLIP = "甲街九号院", "乙街三号院", "已经修好"
OLD = CLARIFICATION.replace("运行正常。**", "运行正常。**" + WRONG + "的水管己经修好。")
TITLE = "3月12日起全市正常供水"


@dataclass(frozen=True)
class Tree:
    """A built site, and what its parts say of the record."""

    folder: Path

    def read(self, path: str) -> str:
        """The text of one file."""
        return (self.folder / path).read_text(encoding="utf-8")

    @property
    def page(self) -> str:
        """The words of the record's page."""
        html = self.read(f"{ADDRESS}/index.html")
        main = html[html.index("<main") : html.index("</main>")]
        return "".join(unescape(re.sub(r"<[^>]+>", "", main)).split())

    @property
    def head(self) -> str:
        """The head of its page."""
        return self.read(f"{ADDRESS}/index.html").partition("</head>")[0]

    @property
    def things(self) -> list[dict[str, Any]]:
        """Its JSON-LD, without the way to it."""
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', self.head)
        assert found is not None
        graph = json.loads(found[1])["@graph"]
        return [thing for thing in graph if thing["@type"] != "BreadcrumbList"]

    @property
    def corrections(self) -> list[str]:
        """What the site-wide page says of it: the type and the note of each."""
        html = self.read("corrections/index.html")
        pattern = r'resp-change__type[^>]*>([^<]*)<.*?resp-change__note">([^<]*)<'
        return [f"{type}：{note}" for type, note in re.findall(pattern, html, re.DOTALL)]

    @property
    def entry(self) -> Any:
        """Its entry in the feed."""
        found = feedparser.parse((self.folder / "feeds/all.xml").read_bytes())
        (entry,) = (each for each in found.entries if each.id.endswith(f"{ADDRESS}/"))
        return entry

    @property
    def lastmod(self) -> str | None:
        """Its time in the sitemap; None if it is not there."""
        root = ElementTree.fromstring(self.read("sitemaps/2026-03.xml"))
        space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
        times = {
            item.findtext("s:loc", "", space): item.findtext("s:lastmod", "", space)
            for item in root
        }
        return next((times[place] for place in times if place.endswith(f"{ADDRESS}/")), None)

    @property
    def listed(self) -> dict[str, bool]:
        """Whether lists, files of data and the home page name it."""
        rows = csv.reader(self.read("rumours/2026.csv").splitlines())
        records = json.loads(self.read("rumours/2026/03.json"))["records"]
        return {
            "index": f"{ADDRESS.rpartition('/')[2]}/" in self.read("rumours/index.html"),
            "month": TITLE in self.read("rumours/2026/03/index.html"),
            "home": TITLE in self.read("index.html"),
            "csv": any(TITLE in " ".join(row) for row in rows),
            "json": any(TITLE in json.dumps(each, ensure_ascii=False) for each in records),
        }

    @property
    def found(self) -> dict[str, Any]:
        """What the finder shows of it."""
        files = (json.loads(path.read_bytes()) for path in self.folder.glob("finder/**/*.json"))
        (one,) = [
            each for file in files for each in _groups(file) if each.get("address") == ADDRESS
        ]
        return one

    def holding(self, words: str) -> list[str]:
        """Every file with those words in it, as text or in JSON's spelling."""
        spelt = {words.encode(), json.dumps(words).strip('"').encode()}
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file() and any(each in path.read_bytes() for each in spelt)
        )


def _groups(value: Any) -> Iterator[dict[str, Any]]:
    """Every group of JSON values, at any depth."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from _groups(each)


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tree]:
    """The site before, and after each command."""
    folder = tmp_path_factory.mktemp("city")
    other = CLARIFICATION.replace("3月12日起全市正常供水", "水质合格").replace(
        "停水三天", "水质变差"
    )
    name = "clarifications/2026/20260312-tingshui.yml"
    sites.write_site(folder, {name: OLD, f"clarifications/2026/{OTHER[8:]}.yml": other})
    steps = {
        "corrected": (1774060000, ("--before", WRONG, "--after", RIGHT, "--note", "门牌写错")),
        "slip": (
            1774070000,
            ("--before", "己经修好", "--after", SLIP, "--note", "错字", "--minor"),
        ),
        "withdrawn": (
            1774080000,
            ("--note", "内容含个人信息", "--privacy", "--alternative", OTHER),
        ),
        "restored": (1774090000, ("--note", "个人信息已经删去")),
    }
    commands = {"corrected": "correct", "slip": "correct", "withdrawn": "withdraw"}
    found: dict[str, Tree] = {}
    for step, (epoch, words) in {"before": (1774050000, ()), **steps}.items():
        env = {"SOURCE_DATE_EPOCH": str(epoch)}
        if words:
            command = commands.get(step, "restore")
            done = sites.run(folder, "huiying", command, ADDRESS, *words, env=env)
            assert done.returncode == 0, done.stderr
        # Held to the release before: neither a silent edit nor a rewritten history.
        before = [each.folder for each in found.values()][-1:]
        tree = sites.build(folder, *(f"--against={each}" for each in before), env=env)
        found[step] = Tree(Path(shutil.copytree(tree, folder / step)))
    return found


LISTED = dict.fromkeys(("index", "month", "home", "csv", "json"), True)


def test_a_correction_is_told_everywhere(trees: dict[str, Tree]) -> None:
    before, tree = trees["before"], trees["corrected"]
    assert tree.page.count("门牌写错") == 2  # on top, and in the history
    assert f"原文{WRONG}新文{RIGHT}" in tree.page
    assert tree.corrections == ["更正：门牌写错"]
    assert tree.entry.id == before.entry.id
    assert (before.entry.updated, tree.entry.updated) == (
        "2026-03-12T09:40:00+08:00",
        "2026-03-21T10:26:00+08:00",
    )
    assert tree.lastmod == tree.entry.updated
    for thing in tree.things:
        assert thing["dateModified"] == tree.entry.updated
        assert [each["text"] for each in thing["correction"]] == ["门牌写错"]
        assert thing["correction"][0]["datePublished"] == tree.entry.updated
    assert RIGHT in tree.found["text"]
    assert WRONG not in json.dumps(tree.found, ensure_ascii=False)
    assert tree.listed == before.listed == LISTED
    assert tree.holding(WRONG) == [
        "api/v1/corrections.json",
        "api/v1/corrections/2026/03.json",
        f"api/v1/records/{ADDRESS}.json",
        "api/v1/years/2026.jsonl",
        "corrections/index.html",
        f"{ADDRESS}/index.html",
    ]


def test_a_slip_stands_in_the_history_of_its_page_only(trees: dict[str, Tree]) -> None:
    before, tree = trees["corrected"], trees["slip"]
    assert "细微错字" in tree.page
    assert tree.page.count("门牌写错") == 2
    assert tree.corrections == before.corrections
    assert tree.entry.updated == before.entry.updated
    assert tree.lastmod == before.lastmod
    assert [thing["correction"] for thing in tree.things] == [
        thing["correction"] for thing in before.things
    ]
    assert SLIP in tree.found["text"]
    assert tree.listed == LISTED


def test_what_is_withdrawn_keeps_title_reason_time_and_replacement(trees: dict[str, Tree]) -> None:
    tree = trees["withdrawn"]
    assert TITLE in tree.page
    assert "本条已撤回3月21日16:00：内容含个人信息" in tree.page
    assert "水质合格" in tree.page
    assert '<meta name="robots" content="noindex">' in tree.head
    assert tree.corrections == ["撤回：内容含个人信息", f"更正：{ERASED}"]
    assert tree.entry.title.startswith("已撤回：")
    assert tree.entry.summary == "本页内容已撤回。内容含个人信息"
    assert tree.lastmod is None
    assert [thing["@type"] for thing in tree.things] == ["NewsArticle"]
    assert tree.things[0]["creativeWorkStatus"] == "已撤回"
    assert tree.found["state"] == "withdrawn"
    assert tree.found["text"] == ""
    assert tree.listed == {name: name == "other" for name in LISTED}


def test_what_was_withdrawn_for_privacy_is_nowhere(trees: dict[str, Tree]) -> None:
    for words in (WRONG, RIGHT, SLIP, "己经修好", "停水三天，抓紧接水"):
        assert trees["withdrawn"].holding(words) == []
        assert trees["slip"].holding(words), "the search finds what is there"


def test_what_is_restored_is_whole_again_but_for_what_was_erased(trees: dict[str, Tree]) -> None:
    tree = trees["restored"]
    assert "本条已撤回" not in tree.page
    assert RIGHT in tree.page
    assert "noindex" not in tree.head
    assert tree.corrections[:2] == ["恢复：个人信息已经删去", "撤回：内容含个人信息"]
    assert tree.entry.title.startswith(TITLE)
    assert tree.lastmod == tree.entry.updated == "2026-03-21T18:46:00+08:00"
    assert {thing["@type"] for thing in tree.things} == {"ClaimReview"}
    assert tree.found["text"] == trees["slip"].found["text"]
    assert tree.listed == LISTED
    assert tree.holding(WRONG) == tree.holding("己经修好") == []
