"""For everyone: axe on every class of page, keyboard alone, and large magnification.

The classes come from the register of page classes, so that a new class is looked at by itself. A
sample takes the fullest page of each class once at each width, with the modes by turns.
"""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from huiying.records import KINDS
from tests.conftest import is_proof
from tests.sample_site import CLASSES

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text("utf-8")
WIDTHS = (375, 768, 1280)
MODES: dict[str, dict[str, str]] = {
    "light": {},
    "dark": {"theme": "dark"},
    "elder": {"type": "elder"},
    "contrast": {"theme": "contrast"},
}
ALL = list(product(CLASSES, WIDTHS, MODES))
SAMPLE = [
    (name, width, ["light", "dark", "elder"][(number + turn) % 3])
    for number, name in enumerate(CLASSES)
    for turn, width in enumerate(WIDTHS)
]
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"


def open_in(browser: Browser, mode: str, **options: Any) -> BrowserContext:
    """A context whose reader has chosen a mode before."""
    context = browser.new_context(color_scheme="light", **options)
    for name, value in MODES[mode].items():
        context.add_init_script(f"localStorage.setItem('huiying-{name}', '{value}')")
    return context


def place_of(pages: dict[str, list[str]], name: str) -> str:
    return "no/such/page/" if name == "not-found" else pages[name][0]


def listen(page: Page, address: str) -> list[str]:
    """What a page does that it must not: console errors, CSP reports, requests to other hosts."""
    faults: list[str] = []
    page.on(
        "console",
        lambda message: message.type in ("error", "warning") and faults.append(message.text),
    )
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda sent: sent.url.startswith(address) or faults.append(sent.url))
    return faults


def is_unseen(node: Any) -> bool:
    """Whether text has the colour of its ground: axe takes that for intended and only asks."""
    return any((check["data"] or {}).get("messageKey") == "equalRatio" for check in node["any"])


def violations(page: Page) -> list[tuple[str, str, str]]:
    """What axe finds: rule, element, reason."""
    # Through the debugger, as the page's own policy lets no foreign script in.
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations', 'incomplete']})")
    return [
        (fault["id"], node["html"][:150], node["failureSummary"][:200])
        for fault in found["violations"] + found["incomplete"]
        for node in fault["nodes"]
        if fault in found["violations"] or is_unseen(node)
    ]


@pytest.mark.parametrize(("name", "width", "mode"), ALL if is_proof() else SAMPLE)
def test_no_accessibility_fault_no_error_no_other_host(
    browser: Browser,
    address: str,
    pages: dict[str, list[str]],
    name: str,
    width: int,
    mode: str,
    full_size: bool,
) -> None:
    turn = ALL.index((name, width, mode))
    places = [place_of(pages, name)]
    if full_size and name != "not-found":
        # The three fullest pages in every way, each other page in one.
        places = [
            place
            for number, place in enumerate(pages[name])
            if number < 3 or (number + turn) % (len(WIDTHS) * len(MODES)) == 0
        ]
    context = open_in(browser, mode, viewport={"width": width, "height": 900})
    page = context.new_page()
    for place in places:
        faults = listen(page, address)
        page.goto(f"{address}/{place}")
        heard = [fault for fault in faults if name != "not-found" or "404" not in fault]
        assert heard == [], place
        assert page.evaluate(OVERFLOW) <= 0, place
        assert violations(page) == [], place
    context.close()


def test_the_open_panels_have_no_accessibility_fault(browser: Browser, address: str) -> None:
    for mode in MODES:
        context = open_in(browser, mode, viewport={"width": 320, "height": 640})
        page = context.new_page()
        page.goto(f"{address}/about/")
        page.locator("[data-modes] summary").click()
        for part in page.locator("[data-aloud], [data-aloud-offer]").all():
            part.evaluate("part => { part.hidden = false }")
        assert page.evaluate(OVERFLOW) <= 0, mode
        assert violations(page) == [], mode
        context.close()


@pytest.mark.parametrize(
    ("width", "type_size"),
    [(640, "100%"), (320, "100%"), (375, "200%")],
    ids=["200 %", "400 %", "text alone at 200 %"],
)
def test_magnified_nothing_scrolls_sideways(
    browser: Browser, address: str, pages: dict[str, list[str]], width: int, type_size: str
) -> None:
    """A window of 1280 px, magnified: so many CSS pixels are left. Once more with 特大字."""
    context = browser.new_context(viewport={"width": width, "height": 256})
    page = context.new_page()
    found = []
    for name in CLASSES:
        page.goto(f"{address}/{place_of(pages, name)}")
        if type_size != "100%":
            page.evaluate(f"document.documentElement.style.fontSize = '{type_size}'")
        found.append((name, "", page.evaluate(OVERFLOW)))
        page.evaluate("document.documentElement.setAttribute('data-type', 'large')")
        found.append((name, "large", page.evaluate(OVERFLOW)))
    assert [entry for entry in found if entry[2] > 0] == []
    context.close()


def test_the_keyboard_reaches_content_and_menu(
    browser: Browser, address: str, pages: dict[str, list[str]]
) -> None:
    page = browser.new_context(viewport={"width": 375, "height": 800}).new_page()
    page.goto(f"{address}/{pages['clarification'][0]}")
    page.keyboard.press("Tab")
    assert "跳" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break  # Past the last link, the browser's own controls come first again.
        seen.add(page.evaluate("document.activeElement.getAttribute('href') || ''"))
        outline = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return s.outlineStyle !== 'none' || s.boxShadow !== 'none' })()"
        )
        assert outline, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    assert len(seen) > 15
    page.goto(f"{address}/{pages['clarification'][0]}")
    menu = []
    for _ in range(14):
        page.keyboard.press("Tab")
        menu.append(page.evaluate("document.activeElement.getAttribute('href') || ''"))
    assert [
        f"../../{kind.url_word}/" for kind in KINDS if f"../../{kind.url_word}/" not in menu
    ] == []


def choose_type(page: Page) -> None:
    page.keyboard.press("Enter")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.documentElement.dataset.type") == "elder"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-modes]:not([open]) > summary')")


def enlarge(page: Page) -> None:
    page.keyboard.press("Enter")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.resp-zoomable')")


def read_words(page: Page) -> None:
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")


def play(page: Page) -> None:
    page.keyboard.press("Space")
    page.wait_for_function("!document.activeElement.paused")


WALK: dict[str, Callable[[Page], None]] = {
    "[data-modes] > summary": choose_type,
    ".resp-menu [aria-current]": lambda page: None,
    ".resp-zoomable": enlarge,
    ".resp-words:not([open]) > summary": read_words,
    "video": play,
    ".resp-footer a": lambda page: None,
}
"""What a reader without a mouse does on a topic, wherever it stands on the page."""


def test_a_topic_is_walked_by_keyboard_modes_menu_picture_film_and_words(
    browser: Browser, address: str, pages: dict[str, list[str]]
) -> None:
    """From the top to the end by Tab alone, never back."""
    page = browser.new_context(viewport={"width": 375, "height": 800}).new_page()
    page.goto(f"{address}/{pages['topic'][0]}")
    open_acts = dict(WALK)
    for _ in range(300):
        page.keyboard.press("Tab")
        matches = "one => document.activeElement.matches(one)"
        found = page.evaluate(f"{[*open_acts]}.find({matches})")
        if found:
            open_acts.pop(found)(page)
        if not open_acts:
            break
    assert list(open_acts) == []
    page.context.close()
