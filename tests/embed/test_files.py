"""Which files each way builds, what they say after a correction, a withdrawal, an expiry.

And a consumer of oEmbed that we did not write reads ours.
"""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any

import micawber
import pytest

from huiying import public
from huiying.doors import theme_folder
from huiying.records.vocabulary import EMBED
from huiying.render import plan
from huiying.render.body import environment
from huiying.render.embed.assets import script, stylesheet
from huiying.render.embed.files import outputs
from huiying.render.head import head
from tests import samples
from tests.helper import BASE, CLARIFICATION, NOW, RUMOUR, SITE, ZONE, read, settings
from tests.sites import many

PLACE = "rumours/20260312-tingshui"
EVERY = f"{SITE}嵌入方式: [{'、'.join(term.zh for term in EMBED)}]\n".replace("、", ", ")
CORRECTED = """变更记录:
  - 类型: 更正
    时间: 2026-03-13 10:00
    说明: 供水量原写错。
    原文: 供水量四十一万
    新文: 供水量四十二万
"""
WITHDRAWN = """变更记录:
  - 类型: 撤回
    时间: 2026-03-14 10:00
    说明: 内容有误，已经撤回。
"""
SHARED = ("embed/v1.css", "embed/v1.js")
EXPIRED = "失效时间: 2026-03-15 00:00\n"


def built(folder: Path, site: str = EVERY, record: str = CLARIFICATION) -> dict[str, str]:
    """Every embed of a small site, by path."""
    files = {**BASE, "site.yml": site, RUMOUR: record}
    return {each.path: each.data.decode() for each in made(folder, files)}


def made(folder: Path, files: Mapping[str, str | bytes], now: datetime = NOW) -> Iterator[Any]:
    found = read(folder, files)
    projection = public.project(found.library, settings(found, now))
    assets = ["assets/huiying.1.css", "assets/huiying.1.js", "assets/first.1.js"]
    yield from outputs(projection, plan.pages(projection), environment(theme_folder()), assets)


@pytest.mark.parametrize(
    ("way", "wanted"),
    [
        ("", set()),
        ("链接", set()),
        ("oEmbed", {f"oembed/{PLACE}.json"}),
        ("框架", {*SHARED, "embed/404.html", f"embed/{PLACE}.html"}),
        ("片段", {*SHARED, "fragments/404.html", f"fragments/{PLACE}.html"}),
        ("组件", {*SHARED, "fragments/404.html", f"fragments/{PLACE}.html"}),
    ],
)
def test_a_site_builds_the_ways_that_it_names(tmp_path: Path, way: str, wanted: set[str]) -> None:
    site = f"{SITE}嵌入方式: [{way}]\n" if way else SITE
    paths = {path for path in built(tmp_path, site) if "/lists/" not in path}
    assert paths == wanted


@pytest.mark.parametrize(
    ("change", "said", "title"),
    [
        ("", "全市正常供水", "3月12日起全市正常供水，没有停水三天的安排"),
        (
            CORRECTED,
            "本条有更正，更正于2026年3月13日。",
            "3月12日起全市正常供水，没有停水三天的安排",
        ),
        (
            WITHDRAWN,
            "这条内容已经撤回，请不要再转发。",
            "已撤回：3月12日起全市正常供水，没有停水三天的安排",
        ),
        (EXPIRED, "这条内容已经失效，请看最新回应。", "3月12日起全市正常供水，没有停水三天的安排"),
    ],
    ids=["as published", "corrected", "withdrawn", "expired"],
)
def test_every_embed_follows_its_record(tmp_path: Path, change: str, said: str, title: str) -> None:
    files = built(tmp_path, record=CLARIFICATION + change)
    cards = [files[f"embed/{PLACE}.html"], files[f"fragments/{PLACE}.html"]]
    assert [said in card for card in cards] == [True, True]
    assert [f">{title}</a>" in card for card in cards] == [True, True]
    assert json.loads(files[f"oembed/{PLACE}.json"])["title"] == title
    lists = [files[f"{folder}/lists/rumours.html"] for folder in ("embed", "fragments")]
    is_listed = change in ("", CORRECTED)
    assert [PLACE in each for each in lists] == [is_listed] * 2
    if change == WITHDRAWN:
        assert not any("抓紧接水" in text for text in files.values())


def test_a_consumer_of_oembed_finds_and_shows_a_card(tmp_path: Path) -> None:
    found = read(tmp_path, {**BASE, "site.yml": EVERY})
    projection = public.project(found.library, settings(found))
    page = next(p for p in plan.pages(projection) if p.values.get("address") == PLACE)
    top = head(page, projection.settings)
    address = f"https://hy.example/oembed/{PLACE}.json"
    link = '<link rel="alternate" type="application/json+oembed" '
    assert f'{link}title="{page.values["record"]["title"]}" href="{address}">' in top
    document = built(tmp_path)[f"oembed/{PLACE}.json"]

    class Answered(micawber.Provider):
        def fetch(self, url: str) -> Any:
            assert url.startswith(address)
            return document

    registry = micawber.ProviderRegistry()
    registry.register(r"https://hy\.example/rumours/\S+", Answered(address))
    shown = micawber.parse_text(f"https://hy.example/{PLACE}/", registry)
    assert f'src="https://hy.example/embed/{PLACE}.html"' in shown
    assert "title=" in shown


def test_embeds_stay_within_their_budgets(figure: Callable[[str, Any], None]) -> None:
    env = environment(theme_folder())
    sizes = [len(gzip.compress(text.encode())) for text in (script(env), stylesheet(env))]
    assert len(script(env).encode()) <= 6 * 1024
    assert sum(sizes) <= 6 * 1024
    figure("bytes on the wire of embed/v1.js and embed/v1.css", sizes)


def test_a_whole_card_is_small(tmp_path: Path, figure: Callable[[str, Any], None]) -> None:
    files = built(tmp_path)
    parts = (f"embed/{PLACE}.html", "embed/v1.css", "embed/v1.js")
    sizes = [len(gzip.compress(files[part].encode())) for part in parts]
    assert sum(sizes) <= 12 * 1024
    figure("bytes on the wire of a framed card: page, style, script", sizes)


@pytest.mark.proof
def test_what_each_way_costs_per_record(tmp_path: Path, figure: Callable[[str, Any], None]) -> None:
    count = 1000
    for term in EMBED:
        site = f"{SITE}嵌入方式: [{term.zh}]\n"
        found = read(tmp_path, {**BASE, "site.yml": site, **many(count)})
        projection = public.project(
            found.library, settings(found, datetime(2026, 6, 1, tzinfo=ZONE))
        )
        pages = list(plan.pages(projection))
        start = perf_counter()
        files = list(outputs(projection, pages, environment(theme_folder()), []))
        took = (perf_counter() - start) / (count + 1)
        own = sum("/lists/" not in each.path and "v1." not in each.path for each in files)
        figure(f"embeds {term.en}: files, ms a record", [own // (count + 1), round(took * 1000, 3)])
        assert took < 0.01


@pytest.mark.parametrize(("change", "said"), [(WITHDRAWN, "已经撤回"), (EXPIRED, "已经失效")])
def test_the_list_of_a_topic_that_no_longer_holds_says_so(
    tmp_path: Path, change: str, said: str
) -> None:
    topic = samples.SAMPLES / "topic" / "minimal.yml"
    text = topic.read_text("utf-8") + change
    files = {**BASE, "site.yml": EVERY, "topics/gongshui.yml": text}
    found = {each.path: each.data.decode() for each in made(tmp_path, files)}
    for folder in ("embed", "fragments"):
        shown = found[f"{folder}/lists/topic-gongshui.html"]
        assert said in shown
        assert "还没有公开的内容" not in shown
