"""In other people's pages: the right height, no style of theirs changed, keyboard, axe, no error.

Three host pages × five ways × two widths. A sample looks at the roughest host on a phone.
"""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from huiying.render.embed import snippet
from huiying.settings import Settings
from tests.embed.hosting import HOSTS, SITE, Web, five_ways, host, opened, visit
from tests.test_accessibility import AXE

ADDRESS, TITLE, TOPIC = (
    "rumours/20251024-tingshui-jianxiu",
    "10月25日全市正常供水，流传的停水通知是2021年的",
    "topics/gongshui",
)
ALL = [(name, width) for name in HOSTS for width in (375, 1280)]
# What follows from how much stands in a page, and is no style of it.
STYLES = """() => {
  const sizes = new RegExp('^(block-size|height|inline-size|width|inset|top|right|bottom|left|'
    + 'grid-template-rows|perspective-origin|transform-origin|.*-(top|bottom|start|end))$');
  const told = (e, all) => [...all].filter(name => !sizes.test(name))
    .map(name => name + ':' + all.getPropertyValue(name)).join(';');
  return [...document.querySelectorAll('body, body *')].filter(e => !e.closest('.slot'))
    .map(e => e.tagName + told(e, getComputedStyle(e)));
}"""
HEIGHTS = """() => [...document.querySelectorAll('iframe')].map(f => f.clientHeight)"""
READY = """() => [...document.querySelectorAll('huiying-card, huiying-list')]
  .every(e => e.shadowRoot && e.shadowRoot.querySelector('.resp-embed'))"""


def wait_for_heights(page: Page) -> float:
    """How many seconds it takes until every frame is as high as what it shows."""
    start = monotonic()
    inner = page.frames[1:]
    while True:
        wanted = [
            f.evaluate("Math.ceil(document.body.getBoundingClientRect().height)") for f in inner
        ]
        if sorted(page.evaluate(HEIGHTS)) == sorted(wanted):
            return monotonic() - start
        assert monotonic() - start < 5, (page.evaluate(HEIGHTS), wanted)
        page.wait_for_timeout(20)


@pytest.mark.parametrize(
    ("name", "width"),
    [
        case if case == ("table", 375) else pytest.param(*case, marks=pytest.mark.proof)
        for case in ALL
    ],
)
def test_five_ways_stand_in_a_foreign_page_and_leave_it_as_it_was(
    browser: Browser,
    tree: Path,
    sample_settings: Settings,
    name: str,
    width: int,
    figure: Callable[[str, Any], None],
) -> None:
    web = Web(tree)
    ways = five_ways(tree, ADDRESS, TITLE, TOPIC, sample_settings)
    script = f'<div class="slot">{snippet.script(sample_settings)}</div>'
    with opened(browser, web, viewport={"width": width, "height": 900}) as context:
        page, _ = visit(context, web, host(name, '<div class="slot"></div>'))
        before = page.evaluate(STYLES)
        page, faults = visit(context, web, host(name, ways + script))
        for frame in page.locator("iframe").all():
            frame.scroll_into_view_if_needed()
        took = wait_for_heights(page)
        page.wait_for_function(READY)
        assert page.evaluate(STYLES) == before
        assert faults == []
        assert took < 1
        assert keyboard_order(page) == [
            "before",
            "card",
            "fragment",
            "frame",
            "element",
            "list",
            "page",
        ]
        assert axe(page) == []
    figure(f"embeds in the page {name}, {width} px: seconds until frames are right", round(took, 2))


def keyboard_order(page: Page) -> list[str]:
    """Where Tab leads, slot by slot, from the link before the embeds on."""
    page.locator("#before").focus()
    stops = ["before"]
    for _ in range(14):
        page.keyboard.press("Tab")
        at = page.evaluate(
            "(document.activeElement.closest('.slot') || {dataset: {}}).dataset.way || ''"
        )
        if at and at != stops[-1]:
            stops.append(at)
    return stops


def axe(page: Page) -> list[tuple[str, str]]:
    """What axe finds in what is ours: in the host's page and inside each frame."""
    found = []
    for frame in page.frames:
        frame.evaluate(AXE)
        within = "'.slot'" if frame is page.main_frame else "document"
        said = frame.evaluate(f"axe.run({within}, {{iframes: false, resultTypes: ['violations']}})")
        found += [(fault["id"], fault["nodes"][0]["html"]) for fault in said["violations"]]
    return found


def test_a_frame_of_a_record_that_is_none_is_a_quiet_link(
    browser: Browser, tree: Path, sample_settings: Settings
) -> None:
    web = Web(tree)
    frame = snippet.frame("rumours/20260312-none.html", "没有这一条", sample_settings)
    with opened(browser, web, viewport={"width": 375, "height": 600}) as context:
        page, faults = visit(context, web, frame + snippet.script(sample_settings))
        wait_for_heights(page)
        inner = page.frames[1]
        links = inner.locator("a").evaluate_all("all => all.map(a => [a.href, a.target])")
        height = page.evaluate(HEIGHTS)[0]
    assert links == [[f"{SITE}/", "_blank"]]
    assert height < 100
    # What the browser itself says of any frame that answers 404.
    assert [fault for fault in faults if "404" not in fault] == []
