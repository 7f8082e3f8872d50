"""A correction, a withdrawal and an expiry, each followed through every output of one built site.

Four clarifications and four briefings: one as it was published, one corrected, one withdrawn, one
expired. Every output is asked which of them it names, and how.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest
from click.testing import CliRunner

from huiying import offline
from huiying.commands import main
from tests import sites
from tests.conftest import ROOT
from tests.feeds.test_readers import BRIEFING
from tests.helper import CLARIFICATION, NOW, SITE
from tests.render.sites import TOPIC

CHANGED = (
    "变更记录:\n  - {时间: PUBLISHED, 类型: 首发, 说明: 首次发布}\n  - {时间: 2026-03-14 10:00, "
)
STATES = {
    "plain": "",
    "corrected": CHANGED + "类型: 更正, 说明: 数字写错, 原文: 四十一万, 新文: 四十二万}\n",
    "withdrawn": CHANGED + "类型: 撤回, 说明: 内容有误}\n",
    "expired": "失效时间: 2026-03-15 00:00\n",
}
WAYS = "嵌入方式: [链接, 片段, 框架, 组件, oEmbed]\n"
FACTS = "市水务局核实"
"""Words that what was withdrawn must not say anywhere."""


def record(text: str, name: str) -> str:
    """A record of the topic, told from the others by its title, with an address of before."""
    titled = re.sub("(?m)^标题: (.*)$", rf"标题: \1（{name}）", text)
    words = titled.replace("全市停水三天", f"全市停水{len(name)}天").replace(
        FACTS, f"{FACTS}{name}"
    )
    return words + f"关联: {{所属专题: [gongshui]}}\n旧网址: [/old/{name}.html]\n"


def city() -> dict[str, str | bytes]:
    """The content: each state as a clarification with a recording and as a briefing."""
    media = ROOT / "content/media/gongshui"
    files: dict[str, str | bytes] = {"site.yml": SITE + WAYS}
    files["topics/gongshui.yml"] = TOPIC.replace(
        "封面: 图/gongshui.svg\n", "事实: 全市供水正常。\n"
    )
    for name, history in STATES.items():
        sound = f"内容块:\n  - {{类型: 音频, 文件: {name}.mp3, 标题: 听{name}}}\n"
        text = (
            record(CLARIFICATION, name) + sound + history.replace("PUBLISHED", "2026-03-12 09:40")
        )
        files[f"clarifications/2026/20260312-{name}.yml"] = text
        meeting = re.sub("旧网址.*\n", "", record(BRIEFING, name))
        files[f"briefings/2026/20260312-{name}.yml"] = meeting + history.replace(
            "PUBLISHED", "2026-03-10 09:00"
        )
        files[f"media/{name}.mp3"] = (media / "fahuang.mp3").read_bytes() + name.encode()
        files[f"media/{name}.mp3.yml"] = (
            "文字稿: 水厂运行正常。\n许可: 示例市水务局供图，可自由使用\n"
        )
    return files


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sites.build(sites.write_site(tmp_path_factory.mktemp("city"), city()))


PLAIN, CORRECTED, GONE, EXPIRED = STATES
HOLD, LIVE = {PLAIN, CORRECTED}, {PLAIN, CORRECTED, EXPIRED}
TOLD, ALL = {*HOLD, GONE}, set(STATES)
"""What lists and reviews name; what sitemaps do; what feeds do; what keeps its address."""


def named(text: str, kind: str = "rumours") -> set[str]:
    """The states whose record of that kind stands in a text."""
    return {name for name in STATES if f"{kind}/20260312-{name}" in text}


def test_every_file_names_the_records_that_it_should_in_every_state(tree: Path) -> None:
    paths = [path for path in tree.rglob("*") if path.suffix in TEXTS]
    texts = {path.relative_to(tree).as_posix(): path.read_text("utf-8") for path in paths}
    found: dict[str, set[str]] = {}
    for path, text in texts.items():
        place = re.sub(r"20260312-\w+", "ID", path)
        if "ID" in place or path.startswith(("old/", "finder/", "manifest/", "organisations/")):
            continue
        if names := named(text):
            found[place] = names
    wanted = {path: names for names, places in FILES.items() for path in places.split()}
    assert {path: sorted(names) for path, names in found.items()} == {
        path: sorted(STATES_OF[name]) for path, name in wanted.items()
    }
    # What was withdrawn is said again nowhere, in no spelling.
    said = {FACTS + GONE, json.dumps(FACTS).strip('"') + GONE, f"{GONE}.mp3"}
    assert [path for path, text in texts.items() if any(word in text for word in said)] == []


TEXTS = (".html", ".json", ".jsonl", ".csv", ".xml", ".ics")
STATES_OF = {"hold": HOLD, "live": LIVE, "told": TOLD, "all": ALL, "changed": {CORRECTED, GONE}}
FEEDS = " ".join(
    f"feeds/{stem}{end}"
    for stem in ("all", "rumours", "topics/gongshui", "organisations/shuiwuju")
    for end in (".xml", ".rss.xml", ".json")
)
FILES = {
    "hold": """index.html topics/gongshui/index.html embed/topics/gongshui/page.html
        claimreview.json rumours/index.html rumours/2026/03/index.html rumours/2026/03.json
        rumours/2026.csv rumours/organisation/shuiwuju/index.html
        rumours/verdict/false-claim/index.html
        rumours/verdict/false-claim/2026/03/index.html feeds/podcast.xml
        embed/lists/newest.html embed/lists/rumours.html embed/lists/topic-gongshui.html
        fragments/lists/newest.html fragments/lists/rumours.html
        fragments/lists/topic-gongshui.html api/v1/lists/kinds/rumours.json
        api/v1/lists/organisations/shuiwuju.json api/v1/lists/topics/gongshui.json
        api/v1/lists/verdicts/false-claim.json""",
    "live": "sitemaps/2026-03.xml",
    "told": FEEDS,
    "all": """api/v1/changes.json api/v1/changes/2026/03.json api/v1/months/2026/03.json
        api/v1/years/2026.csv api/v1/years/2026.jsonl""",
    "changed": """corrections/index.html api/v1/corrections.json api/v1/corrections/2026/03.json
        feeds/corrections.xml feeds/corrections.rss.xml feeds/corrections.json""",
}
"""Which states each kind of file names."""

NOTICE = r'class="resp-(?:embed__notice|banner__title|change__type)[^>]*>([^<]*)'
SAYS = {CORRECTED: "更正", GONE: "撤回", EXPIRED: "失效"}


def titled(title: str) -> str:
    """Which state a title tells of, with 撤回 before what was withdrawn."""
    name = title.rpartition("（")[2].rstrip("）")
    return f"撤回 {name}" if title.startswith("已撤回：") else name


def feed_titles(tree: Path, stem: str) -> list[set[str]]:
    """Of the clarifications in the three formats of a feed."""
    read = [
        [(each.id, each.title) for each in feedparser.parse(tree / f"feeds/{stem}{end}").entries]
        for end in (".xml", ".rss.xml")
    ]
    items = json.loads((tree / f"feeds/{stem}.json").read_bytes())["items"]
    read.append([(each["id"], each["title"]) for each in items])
    return [{titled(title) for id, title in entries if named(id)} for entries in read]


@pytest.mark.parametrize("stem", ["all", "rumours", "topics/gongshui", "organisations/shuiwuju"])
def test_every_feed_tells_of_a_withdrawal_as_one(tree: Path, stem: str) -> None:
    assert feed_titles(tree, stem) == [{PLAIN, CORRECTED, f"撤回 {GONE}"}] * 3


@pytest.mark.parametrize("name", STATES)
def test_a_records_own_addresses_say_how_it_stands(tree: Path, name: str) -> None:
    place = f"rumours/20260312-{name}"
    for path in (f"embed/{place}.html", f"fragments/{place}.html", f"{place}/index.html"):
        html = (tree / path).read_text("utf-8")
        told = " ".join(re.findall(NOTICE, html))
        assert {state for state, word in SAYS.items() if word in told} == {name} - {PLAIN}, path
    oembed = json.loads((tree / f"oembed/{place}.json").read_bytes())
    assert titled(oembed["title"]) == (f"撤回 {name}" if name == GONE else name)
    record = json.loads((tree / f"api/v1/records/{place}.json").read_bytes())
    assert (record["marks"], record["current"]) == ([name] * (name != PLAIN), name in HOLD)
    assert ("facts" in record["fields"]) == (name != GONE)
    moved = (tree / f"old/{name}.html").read_text("utf-8")
    assert named(moved) == {name}


def test_the_calendar_keeps_what_takes_place(tree: Path) -> None:
    calendar = icalendar.Calendar.from_ical((tree / "calendar.ics").read_bytes())
    events = " ".join(str(event["UID"]) + "/" for event in calendar.walk("VEVENT"))
    assert named(events, "briefings") == HOLD


def test_the_finder_knows_the_state_of_all_and_no_words_of_what_was_withdrawn(tree: Path) -> None:
    [path] = tree.glob("finder/recent-*.json")
    found = {each["address"]: each for each in groups(json.loads(path.read_bytes()))}
    told = {name: found[f"rumours/20260312-{name}"] for name in STATES}
    states = {name: each.get("state", "") for name, each in told.items()}
    assert states == {PLAIN: "", CORRECTED: "", GONE: GONE, EXPIRED: EXPIRED}
    assert (told[GONE]["text"], told[GONE].get("forms")) == ("", None)


def groups(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with an address, at any depth."""
    if isinstance(value, dict) and "address" in value:
        yield value
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from groups(each)


def test_what_is_handed_over_leads_to_all(tree: Path, tmp_path: Path) -> None:
    packed = zipfile.ZipFile(io.BytesIO(offline.packed(tree)))
    assert named(" ".join(packed.namelist())) == ALL
    month = next(name for name in packed.namelist() if name.endswith("rumours/2026/03/index.html"))
    assert named(packed.read(month).decode()) == HOLD
    words = ["nginx", str(tmp_path / "map.conf"), "-f", str(tree.parent / "mkdocs.yml")]
    done = CliRunner().invoke(main, ["export", *words, "--now", NOW.isoformat()])
    assert (done.exit_code, named((tmp_path / "map.conf").read_text("utf-8"))) == (0, ALL)
