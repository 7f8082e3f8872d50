"""What a page weighs, asks for and moves: light, still, and readable before any script.

Bytes are compressed as the recipes' servers do it (gzip, level 5). Media are left out: they come
after the text, and most only when they are near.
"""

import gzip
import re
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path

from playwright.sync_api import Browser, Route

from tests.sample_site import CLASSES

FIRST_VIEW = 45_000
SCRIPTS = 10_000
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 50));
})"""


@dataclass(frozen=True, slots=True)
class Weight:
    """Compressed bytes of a page and of what it needs for its first view, by type."""

    html: int
    css: int
    js: int
    requests: int
    """The page, its styles and scripts; pictures of the frame are drawn within the page."""


def weigh(tree: Path, place: str) -> Weight:
    path = tree / place if place.endswith(".html") else tree / place / "index.html"
    html = path.read_bytes()
    sizes = {"css": 0, "js": 0}
    found = re.findall(rb'<(?:link rel="stylesheet" href|script src)="([^"]+)"', html)
    for name in (entry.decode() for entry in found):
        data = (tree / "assets" / name.rpartition("/")[2]).read_bytes()
        sizes[name.rpartition(".")[2]] += len(gzip.compress(data, 5))
    return Weight(len(gzip.compress(html, 5)), sizes["css"], sizes["js"], 1 + len(found))


def test_every_class_of_page_is_light(
    tree: Path, pages: dict[str, list[str]], figure: Callable[[str, object], None]
) -> None:
    """Of each class its heaviest page: a long briefing is what breaks a budget."""
    weights = {
        name: max((weigh(tree, place) for place in pages[name]), key=lambda entry: entry.html)
        for name in CLASSES
    }
    for name, weight in weights.items():
        figure(f"page {name}: html, css, js in bytes compressed, requests", list(astuple(weight)))
    assert {entry.requests for name, entry in weights.items() if name != "find"} == {4}
    heavy = {
        name: entry
        for name, entry in weights.items()
        if entry.html + entry.css + entry.js > FIRST_VIEW or entry.js > SCRIPTS
    }
    # The finder compares on the reader's device; the list of all rules is for editors.
    assert set(heavy) <= {"find", "hand-written"}


def test_nothing_moves_while_a_page_comes_and_its_scripts_come_late(
    browser: Browser,
    address: str,
    pages: dict[str, list[str]],
    full_size: bool,
    figure: Callable[[str, object], None],
) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(150)
        route.continue_()

    moved = {}
    for width in (375, 1280):
        page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
        page.route("**/assets/huiying.*.js", late)
        for name in CLASSES if full_size else ("home", "survey", "topic", "rumours", "find"):
            page.goto(f"{address}/{pages[name][0]}")
            moved[name, width] = page.evaluate(SHIFT)
        page.context.close()
    figure("layout shift of all classes at two widths, at most", round(max(moved.values()), 5))
    # On a busy machine a page is drawn in parts, and a line half received wraps anew once.
    assert {key: shift for key, shift in moved.items() if shift >= 0.0005} == {}


def test_a_page_is_read_before_any_script_has_come(
    browser: Browser, address: str, pages: dict[str, list[str]]
) -> None:
    page = browser.new_context(viewport={"width": 375, "height": 800}).new_page()
    page.route("**/*.js", lambda route: route.abort())
    for name in CLASSES:
        page.goto(f"{address}/{pages[name][0]}")
        title = page.locator("h1").bounding_box()
        assert title is not None, name
        assert title["y"] < 800, name
        assert len(page.locator("main").inner_text()) > 20, name
    page.context.close()
