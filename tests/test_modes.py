"""阅读设置 in a real browser: remembered, before the first paint, by keyboard; what 长者模式 is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.sample_site import CLASSES

SIZE = "parseFloat(getComputedStyle(document.body).fontSize)"
PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK, BLACK = "rgb(255, 255, 255)", "rgb(20, 24, 29)", "rgb(0, 0, 0)"
SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, summary, select, input')]
  .filter(e => e.checkVisibility() && e.getClientRects().length)
  .filter(e => !e.matches('.resp-skip, .resp-figure__frame'))
  .filter(e => getComputedStyle(e).display !== 'inline'
    || e.parentElement.textContent.trim() === e.textContent.trim())
  .filter(e => e.getBoundingClientRect().height < 59.5)
  .map(e => e.outerHTML.slice(0, 120))"""
"""What is pressed and lower than 60 px, leaving out links within a sentence."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone in daylight."""
    context = browser.new_context(viewport={"width": 375, "height": 800}, color_scheme="light")
    yield context.new_page()
    context.close()


def choose(page: Page, *names: str) -> None:
    page.locator("[data-modes] summary").click()
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()


def test_a_choice_holds_on_the_next_page_before_its_script_comes(
    page: Page, address: str, pages: dict[str, list[str]]
) -> None:
    page.goto(f"{address}/")
    assert (page.evaluate(SIZE), page.evaluate(PAPER)) == (18, LIGHT)
    choose(page, "长者模式", "深色")
    page.route("**/assets/huiying.*.js", lambda route: route.abort())
    page.goto(f"{address}/{pages['clarification'][0]}")
    assert (round(page.evaluate(SIZE)), page.evaluate(PAPER)) == (24, DARK)
    # Its buttons would do nothing: the place is kept, the panel is not shown.
    assert not page.locator("[data-modes] summary").is_visible()


def test_what_is_chosen_goes_before_the_system_and_can_be_left_to_it_again(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/")
    seen = []
    page.emulate_media(color_scheme="dark")
    page.locator("[data-modes] summary").click()
    for name in ("浅色", "高对比", "深色", "跟随系统"):
        button = page.get_by_role("button", name=name, exact=True)
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        seen.append(page.evaluate(PAPER))
    assert seen == [LIGHT, BLACK, DARK, DARK]
    page.emulate_media(color_scheme="light")
    assert page.evaluate(PAPER) == LIGHT
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_the_settings_are_reached_changed_and_left_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/about/")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-modes] summary')"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.textContent") == "特大字"
    assert round(page.evaluate(SIZE)) == 30
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-modes]:not([open]) > summary')")


def test_where_nothing_may_be_stored_a_choice_lasts_for_the_page(page: Page, address: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script(
        "for (const name of ['getItem', 'setItem', 'removeItem'])"
        " Storage.prototype[name] = () => { throw new Error('refused') }"
    )
    page.goto(f"{address}/")
    choose(page, "高对比")
    assert (page.evaluate(PAPER), faults) == (BLACK, [])


def test_without_scripts_nobody_meets_dead_buttons(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    assert not page.get_by_text("阅读").first.is_visible()
    assert page.locator("[data-aloud]").is_hidden()
    context.close()


def test_elders_get_large_type_apart_and_targets_of_60_px(
    page: Page, address: str, pages: dict[str, list[str]]
) -> None:
    page.goto(f"{address}/")
    page.evaluate("localStorage.setItem('huiying-type', 'elder')")
    small = {}
    for name in CLASSES:
        page.goto(f"{address}/{pages[name][0]}")
        least = page.evaluate(
            "Math.min(...[...document.querySelectorAll('main p, main li, main dd, main td')]"
            ".filter(e => e.getClientRects().length && e.innerText.trim())"
            ".map(e => parseFloat(getComputedStyle(e).fontSize)), 99)"
        )
        assert least >= 18, name
        if found := page.evaluate(SMALL_TARGETS):
            small[name] = found
    assert small == {}
    page.goto(f"{address}/{pages['response'][0]}")
    gap, line = page.locator(".resp-prose p + p").first.evaluate(
        "p => ['marginTop', 'lineHeight'].map(name => parseFloat(getComputedStyle(p)[name]))"
    )
    assert gap >= 1.3 * line - 0.01
    assert line >= 1.3 * 24


def test_in_large_type_the_words_of_a_drawing_are_open(
    page: Page, address: str, pages: dict[str, list[str]]
) -> None:
    page.goto(f"{address}/{pages['topic'][0]}")
    words = page.locator(".resp-infographic details")
    assert words.count()
    assert page.locator(".resp-infographic details[open]").count() == 0
    choose(page, "长者模式")
    assert page.locator(".resp-infographic details[open]").count() == words.count()


def test_who_asks_the_system_for_contrast_gets_no_faint_ink_by_day_or_night(
    page: Page, address: str, pages: dict[str, list[str]]
) -> None:
    page.goto(f"{address}/{pages['clarification'][0]}")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, contrast="more")
        inks = {
            page.locator(part).first.evaluate("e => getComputedStyle(e).color")
            for part in ("h1", ".resp-claim__quote", ".resp-claim__meta", ".resp-lede__time")
        }
        assert len(inks) == 1, scheme


def test_paper_is_the_same_for_every_reader(page: Page, address: str) -> None:
    page.goto(f"{address}/about/")
    page.emulate_media(media="print")
    plain = page.evaluate(f"[{SIZE}, {PAPER}]")
    page.evaluate("localStorage.setItem('huiying-type', 'large')")
    page.evaluate("localStorage.setItem('huiying-theme', 'contrast')")
    page.reload()
    assert plain == page.evaluate(f"[{SIZE}, {PAPER}]")
