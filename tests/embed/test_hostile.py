"""What hosts, and those who write to them, may try: none of it has any effect. Each case is named.

Messages to the page of a host, attributes of the elements, names that a page took before us,
policies of hosts, frames within frames. An effect is a height, a request, a running script or a
lost link.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page

from huiying.render.embed import snippet
from huiying.settings import Settings
from tests.embed.hosting import PORTAL, SITE, Web, opened, visit
from tests.embed.test_hosts import ADDRESS, TITLE

EVIL = "https://evil.example/"
SCRIPT = f'<script src="{SITE}/embed/v1.js"></script>'
FRAME = f"{SITE}/embed/{ADDRESS}.html"
# Sent by a frame of ours, as if somebody had got hold of it.
PAYLOADS = {
    "NaN": "{huiying: 1, height: NaN}",
    "Infinity": "{huiying: 1, height: Infinity}",
    "negative": "{huiying: 1, height: -1}",
    "zero": "{huiying: 1, height: 0}",
    "less than a pixel": "{huiying: 1, height: 1e-9}",
    "text": "{huiying: 1, height: '777'}",
    "a declaration": "{huiying: 1, height: '777px; position: fixed'}",
    "a list": "{huiying: 1, height: [777]}",
    "true": "{huiying: 1, height: true}",
    "null": "{huiying: 1, height: null}",
    "a boxed number": "{huiying: 1, height: new Number(777)}",
    "a big integer": "{huiying: 1, height: 777n}",
    "no height": "{huiying: 1}",
    "another version": "{huiying: 2, height: 777}",
    "version as text": "{huiying: '1', height: 777}",
    "JSON": '\'{"huiying": 1, "height": 777}\'',
    "a number alone": "777",
    "nothing": "null",
    "an array": "[1, 777]",
    "nested": "{data: {huiying: 1, height: 777}}",
}
RECORDS = {
    "up and out": "../../admin/index",
    "up inside": "rumours/../../admin",
    "encoded dots": "rumours/%2e%2e%2fadmin",
    "another host": "//evil.example/x",
    "another host with scheme": "https://evil.example/rumours/x",
    "script scheme": "javascript:window.hit=1",
    "markup": '"><img src=x onerror=window.hit=1>',
    "query": f"{ADDRESS}?x",
    "fragment": f"{ADDRESS}#x",
    "backslash": ADDRESS.replace("/", "\\"),
    "capitals": ADDRESS.upper(),
    "spaces around": f" {ADDRESS} ",
    "line break": f"{ADDRESS}\n",
    "a null sign": f"{ADDRESS}\0",
    "deeper": f"{ADDRESS}/x",
    "no kind": "x",
    "another folder": "lists/newest",
    "prototype": "__proto__/x",
    "constructor": "constructor",
    "too long": "rumours/" + "a" * 5000,
    "full width": "rumours／x",
    "nothing": "",
}
LISTS = {
    "topic up": 'topic="../newest"',
    "topic with folder": 'topic="a/b"',
    "topic empty": 'topic=""',
    "kind of prototype": 'kind="__proto__"',
    "kind unknown": 'kind="experts"',
}
LIMITS = ("-1", "0", "1e3", "999", "NaN", "3;", "<b>", "")
# What a page of a host did before our script came; the card must still be there, or its link.
CLOBBERED = {
    "currentScript": ("<img name=currentScript alt=''>", "card"),
    "querySelectorAll": ("<form name=querySelectorAll></form>", "card"),
    "createElement": ("<form name=createElement></form>", "card"),
    "no requests": ("<script>XMLHttpRequest = undefined</script>", "link"),
    "no shadow": ("<script>delete Element.prototype.attachShadow</script>", "link"),
    "no Reflect": ("<script>Reflect = undefined</script>", "link"),
    "no elements": (
        "<script>Object.defineProperty(window,'customElements',{value:null})</script>",
        "link",
    ),
    "taken name": (
        "<script>customElements.define('huiying-card', class extends HTMLElement {})</script>",
        "link",
    ),
    "polluted prototype": (
        "<script>Object.prototype.huiying = 1; Object.prototype.height = 777</script>",
        "card",
    ),
    "listed properties": ("<script>Array.prototype.extra = function () {}</script>", "card"),
    "twice": (SCRIPT, "card"),
}
POLICIES = {
    "no script at all": ("script-src 'none'", "link"),
    "no style of ours": (f"script-src {SITE}; style-src 'none'", "link"),
    "no connections": (f"script-src {SITE}; connect-src 'none'", "link"),
    "trusted types": ("require-trusted-types-for 'script'; trusted-types 'none'", "card"),
}
NOTE_HEIGHTS = """() => {
  noted = [];
  document.querySelectorAll('iframe').forEach(frame => new MutationObserver(
    () => noted.push(frame.style.height)).observe(frame, {attributes: true}));
}"""
SHOWN = """element => element.shadowRoot && element.shadowRoot.querySelector('.resp-embed') ? 'card'
  : element.querySelector('a').checkVisibility() ? 'link' : 'nothing'"""


def framed(*attributes: str) -> str:
    return "".join(f'<iframe src="{FRAME}" title="甲" {each}></iframe>' for each in attributes)


def heights(page: Page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('iframe')].map(f => f.style.height)")


def grown(page: Page, count: int) -> list[str]:
    """Heights once so many frames have got theirs."""
    page.wait_for_function(
        f"[...document.querySelectorAll('iframe')].filter(f => f.style.height).length >= {count}"
    )
    return heights(page)


def send(frame: Frame | Page, message: str, target: str = "parent") -> None:
    frame.evaluate(f"{target}.postMessage({message}, '*')")


def test_no_message_but_a_frames_own_changes_its_height(
    browser: Browser, tree: Path, figure: Callable[[str, Any], None]
) -> None:
    web = Web(tree, {EVIL: "<!doctype html><title>x</title>"})
    evil = f'<iframe src="{EVIL}" title="乙"></iframe>'
    with opened(browser, web) as context:
        html = framed("", f'sandbox="{snippet.SANDBOX}"') + evil + SCRIPT
        page, _ = visit(context, web, html)
        right = grown(page, 2)
        plain, sandboxed, stranger = page.frames[1:]
        cases = []
        for name, payload in PAYLOADS.items():
            for frame in (plain, sandboxed):
                send(frame, payload)
            cases.append(f"payload: {name}")
        good = "{huiying: 1, height: 777}"
        send(stranger, good)
        send(stranger, good, "parent.frames[0]")
        send(page, good, "window")
        page.evaluate(f"dispatchEvent(new MessageEvent('message', {{data: {good}}}))")
        cases += ["another frame", "frame to frame", "the host itself", "a message without source"]
        page.wait_for_timeout(150)
        # A frame that was led elsewhere no longer speaks for us, whatever its src says.
        assert heights(page) == right
        page.evaluate(f"frames[0].location = '{EVIL}'")
        page.wait_for_function("true")
        page.wait_for_timeout(200)
        send(plain, good)
        page.wait_for_timeout(100)
        assert heights(page) == right
        cases += ["a frame that was led elsewhere"]
        # What is too tall is cut, not believed; then the frame itself puts it right.
        page.evaluate(NOTE_HEIGHTS)
        send(sandboxed, "{huiying: 1, height: 1e308}")
        page.wait_for_function("noted.length > 1")
        assert page.evaluate("noted")[0] == "2000px"
        cases += ["huge"]
    assert len(cases) == 26
    figure("hostile messages without effect", cases)


def test_no_attribute_leads_anywhere_but_to_a_record(
    browser: Browser, tree: Path, figure: Callable[[str, Any], None]
) -> None:
    web = Web(tree)
    build = """values => { for (const [tag, name, value] of values) {
      const e = document.createElement(tag); e.innerHTML = '<a href="/x">甲</a>';
      if (name) e.setAttribute(name, value); document.body.append(e); } }"""
    with opened(browser, web) as context:
        page, faults = visit(context, web, "<!doctype html><title>x</title>" + SCRIPT)
        web.asked.clear()
        page.evaluate(build, [["huiying-card", "record", text] for text in RECORDS.values()])
        for attribute in LISTS.values():
            name, _, value = attribute.partition("=")
            page.evaluate(build, [["huiying-list", name, value.strip('"')]])
        page.wait_for_timeout(150)
        assert web.asked == []
        assert page.locator("huiying-card, huiying-list").count() == len(RECORDS) + len(LISTS)
        shown = page.locator("huiying-card a, huiying-list a")
        assert all(each.is_visible() for each in shown.all())
        page.evaluate(build, [["huiying-list", "limit", text] for text in LIMITS])
        lists = page.locator("huiying-list[limit]")
        for each in lists.all():
            items = each.locator(".resp-embed__item")
            items.first.wait_for()
            assert items.count() == 20
        assert page.evaluate("window.hit") is None
        assert faults == []
    names = [*RECORDS, *LISTS, *(f"limit {text!r}" for text in LIMITS)]
    figure("hostile attributes without effect", names)


def test_an_unknown_record_leaves_a_quiet_link(browser: Browser, tree: Path) -> None:
    web = Web(tree)
    html = (
        '<huiying-card record="rumours/20990101-meiyou"></huiying-card>'
        '<huiying-card record="rumours/20990101-meiyou"><a href="/x">甲</a></huiying-card>'
    )
    with opened(browser, web) as context:
        page, _ = visit(context, web, html + SCRIPT)
        page.wait_for_timeout(100)
        links = page.locator("huiying-card a")
        found = {(each.inner_text(), each.get_attribute("href")) for each in links.all()}
        assert found == {("查看官方回应", f"{SITE}/"), ("甲", "/x")}
        assert all(each.is_visible() for each in links.all())


def test_the_link_inside_stays_though_the_script_came_first_and_a_new_record_is_drawn(
    browser: Browser, tree: Path
) -> None:
    web = Web(tree)
    unknown = '<huiying-card record="rumours/nope"><a href="/x">甲</a></huiying-card>'
    with opened(browser, web) as context:
        page, faults = visit(context, web, f"<!doctype html><title>x</title>{SCRIPT}{unknown}")
        page.wait_for_timeout(100)
        assert page.locator("huiying-card a").inner_text() == "甲"
        page.evaluate(
            "at => document.querySelector('huiying-card').setAttribute('record', at)", ADDRESS
        )
        page.locator("huiying-card .resp-embed").wait_for()
        page.evaluate(
            "document.querySelector('huiying-card').setAttribute('record', 'rumours/nope')"
        )
        page.locator("huiying-card .resp-embed").wait_for(state="detached")
        assert page.locator("huiying-card a").inner_text() == "甲"
        assert [fault for fault in faults if "404" not in fault] == []


@pytest.mark.sample(4)
@pytest.mark.parametrize("name", [*CLOBBERED, *POLICIES])
def test_what_a_host_has_taken_away_leaves_the_card_or_its_link(
    browser: Browser, tree: Path, sample_settings: Settings, name: str
) -> None:
    web = Web(tree)
    before, wanted = CLOBBERED.get(name) or ("", POLICIES[name][1])
    policy = {"Content-Security-Policy": POLICIES[name][0]} if name in POLICIES else {}
    card = snippet.element(ADDRESS, TITLE, sample_settings)
    html = f"<!doctype html><title>x</title>{before}{card}{framed('height=240')}{SCRIPT}"
    with opened(browser, web) as context:
        page, faults = visit(context, web, html, **policy)
        if wanted == "card":
            page.wait_for_function(
                "document.querySelector('huiying-card').shadowRoot?.querySelector('.resp-embed')"
            )
        page.wait_for_timeout(150)
        assert page.locator("huiying-card").evaluate(SHOWN) == wanted
        assert page.locator("iframe").bounding_box()["height"] >= 150  # type: ignore[index]
        # Only the host's own policy may have a word to say.
        assert [fault for fault in faults if "Content Security Policy" not in fault] == []


@pytest.mark.parametrize("chain", [(EVIL,), (PORTAL + "/", EVIL)], ids=["stranger", "nested"])
def test_no_other_host_gets_an_embed_into_a_frame(
    browser: Browser, tree: Path, chain: tuple[str, ...]
) -> None:
    web = Web(tree)
    inner = FRAME
    for place in chain:
        web.pages[place] = (
            f'<!doctype html><title>x</title><iframe src="{inner}" title="x"></iframe>'
        )
        inner = place
    with opened(browser, web) as context:
        page = context.new_page()
        page.goto(chain[-1])
        page.wait_for_timeout(200)
        assert all(SITE not in frame.url for frame in page.frames)


def test_a_frame_heeds_no_query_and_tells_only_its_parent(browser: Browser, tree: Path) -> None:
    web = Web(tree, {EVIL: "<!doctype html><title>x</title>"})
    query = "?height=9&theme=dark&x=%3Cscript%3E#<img src=x onerror=window.hit=1>"
    html = f'<iframe src="{FRAME}{query}"></iframe><iframe src="{EVIL}"></iframe>'
    with opened(browser, web) as context:
        page, faults = visit(context, web, html + SCRIPT)
        [height] = [text for text in grown(page, 1) if text]
        ours, stranger = page.frames[1:]
        stranger.evaluate("heard = []; addEventListener('message', e => heard.push(e.data))")
        send(stranger, "{huiying: 1}", "parent.frames[0]")
        page.wait_for_timeout(150)
        assert stranger.evaluate("heard") == []
        body = "Math.ceil(document.body.getBoundingClientRect().height)"
        assert height == f"{ours.evaluate(body)}px"
        assert ours.evaluate("window.hit") is None
        assert faults == []
