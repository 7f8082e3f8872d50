"""Sound and film in a browser: complete without script and other hosts, more with script."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from huiying.records.players import PLAYERS
from huiying.render.body import environment
from tests.browser import Handler, serve_folder
from tests.conftest import ROOT

TOPIC = "topics/gongshui/"
BRIEFING = "briefings/20261118-donghuanlu-qiangxiu/"
FRAME = PLAYERS["bilibili"].frame_of("BV1111111111")
HOME = PLAYERS["bilibili"].page_of("BV1111111111")


class InParts(Handler):
    """Answers with a part of a file when asked for one, as every real server does."""

    def send_head(self) -> Any:
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if not asked or not path.is_file():
            return super().send_head()
        size = path.stat().st_size
        first, last = int(asked[1]), min(int(asked[2] or size - 1), size - 1)
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Content-Length", str(last - first + 1))
        self.send_header("Accept-Ranges", "bytes")
        self.end_headers()
        self.wfile.write(path.read_bytes()[first : last + 1])
        return None


@pytest.fixture(scope="module")
def player_address(tree: Path) -> Iterator[str]:
    with serve_folder(tree, InParts) as url:
        yield url


def opened(browser: Browser, url: str, asked: list[str], **context: Any) -> Page:
    """A page whose every request to another host goes nowhere and is noted."""
    page = browser.new_context(viewport={"width": 375, "height": 800}, **context).new_page()
    own = "/".join(url.split("/")[:3])

    def judge(route: Route) -> None:
        if route.request.url.startswith(own):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort("timedout")

    page.route("**/*", judge)
    page.goto(url)
    return page


def test_one_topic_carries_all_five_formats_with_real_files(tree: Path) -> None:
    html = (tree / TOPIC / "index.html").read_text("utf-8")
    heads = {"jpg": b"\xff\xd8\xff", "webp": b"RIFF", "svg": b"<svg", "vtt": b"WEBVTT"}
    for name in re.findall(r'<(?:source|track|img)[^>]* src="\.\./\.\./(media/[^"]+)"', html):
        data = (tree / name).read_bytes()
        suffix = name.rpartition(".")[2]
        if suffix == "mp4":
            assert data[4:8] == b"ftyp", name
        elif suffix == "mp3":
            assert data[:3] == b"ID3" or data[0] == 0xFF, name
        else:
            assert data.startswith(heads[suffix]), name
    for part in ("resp-prose", "<video ", "<audio ", 'kind="captions"', ">图解<", "<img ", "<svg "):
        assert part in html, part
    assert re.search(r'resp-out__kind">链接</span><a href="https://', html)
    assert html.count("查看文字稿") == 2


def test_the_topic_is_complete_without_script_and_with_every_other_host_black_holed(
    browser: Browser, player_address: str
) -> None:
    asked: list[str] = []
    page = opened(browser, f"{player_address}/{TOPIC}", asked, java_script_enabled=False)
    for words in ("已经确认", "尚待核实", "下次更新", "最新进展", "谁负责", "经过", "依据"):
        expect(page.get_by_role("heading", name=words, exact=True)).to_be_visible()
    for medium in ("audio", "video"):
        assert page.locator(medium).first.get_attribute("controls") is not None
        assert page.locator(medium).first.get_attribute("preload") == "none"
    said = page.locator(".resp-words", has_text="查看文字稿").first
    said.locator("summary").click()
    expect(said.locator(".resp-prose")).to_be_visible()
    part = page.locator("a[data-seek]").nth(1)
    assert re.search(r"\.mp4#t=3$", part.get_attribute("href") or "")
    assert asked == []
    page.context.close()


def test_a_part_plays_here_from_its_place_and_is_marked_while_it_is_said(
    browser: Browser, player_address: str
) -> None:
    page = opened(browser, f"{player_address}/{TOPIC}", [])
    sound = page.locator("audio")
    parts = page.locator("a[data-seek][href*='.mp3']")
    parts.nth(1).press("Enter")
    expect(parts.nth(1)).to_have_attribute("aria-current", "true")
    expect(parts.nth(0)).not_to_have_attribute("aria-current", "true")
    assert 14 <= sound.evaluate("a => a.currentTime") < 20
    assert page.url.endswith(TOPIC)
    page.context.close()


def test_a_line_of_a_briefing_is_marked_while_the_recording_says_it(
    browser: Browser, player_address: str
) -> None:
    page = opened(browser, f"{player_address}/{BRIEFING}", [])
    asked = "document.createElement('video').canPlayType('video/mp4; codecs=avc1.42E01E')"
    if not page.evaluate(asked):
        pytest.skip("this Chromium plays no H.264")
    line = page.locator(".resp-said", has_text="没有爆炸").first
    line.locator("a[data-seek]").click()
    expect(line).to_have_class(re.compile("resp-said--now"))
    expect(page.locator(".resp-said--now")).to_have_count(1)
    page.context.close()


@pytest.fixture(scope="module")
def away(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page of the site with a film that lies on a platform."""
    folder = tmp_path_factory.mktemp("away")
    shutil.copytree(tree / "assets", folder / "assets")
    block = {
        "title": "换管怎么换",
        "poster_picture": {},
        "platform": {"name": "哔哩哔哩", "frame": FRAME, "href": HOME},
    }
    macro = '{% import "components/player/macro.html" as players %}{{ players.platform(b) }}'
    film = environment(ROOT / "theme").from_string(macro).render(b=block)
    html = (tree / "about" / "index.html").read_text("utf-8")
    (folder / "about").mkdir()
    page = html.replace("<article", f"{film}<article", 1)
    (folder / "about" / "index.html").write_text(page, encoding="utf-8")
    with serve_folder(folder) as url:
        yield f"{url}/about/"


def test_a_film_on_a_platform_is_asked_for_after_a_click_only_and_cannot_lead_away(
    browser: Browser, away: str
) -> None:
    asked: list[str] = []
    page = opened(browser, away, asked)
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text))
    page.wait_for_timeout(200)
    assert asked == []
    page.get_by_role("button", name="在这里播放").press("Enter")
    frame = page.locator("iframe")
    expect(frame).to_have_attribute("src", FRAME)
    expect(frame).to_have_attribute("title", "换管怎么换")
    assert "allow-top-navigation" not in (frame.get_attribute("sandbox") or "allow-top-navigation")
    expect(page.get_by_role("link", name="到哔哩哔哩观看")).to_be_visible()
    page.wait_for_timeout(200)
    assert asked == [FRAME]
    assert [text for text in refused if "Security Policy" in text or "TrustedScript" in text] == []
    page.context.close()


def test_a_film_on_a_platform_is_a_link_without_script(browser: Browser, away: str) -> None:
    asked: list[str] = []
    page = opened(browser, away, asked, java_script_enabled=False)
    expect(page.get_by_role("button", name="在这里播放")).to_be_hidden()
    expect(page.get_by_role("link", name="到哔哩哔哩观看")).to_have_attribute("href", HOME)
    assert asked == []
    page.context.close()
