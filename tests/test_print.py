"""A page on paper: A4, what a screen needs left out, addresses in words, nothing cut off."""

import re

from playwright.sync_api import Browser

from tests.sample_site import CLASSES


def test_every_class_prints_on_a4_within_the_margins(
    browser: Browser, address: str, pages: dict[str, list[str]]
) -> None:
    # The width that A4 leaves between the margins, in CSS pixels.
    page = browser.new_page(viewport={"width": round((210 - 36) / 25.4 * 96), "height": 900})
    page.emulate_media(media="print")
    for name in CLASSES:
        page.goto(f"{address}/{pages[name][0]}")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
        left = page.locator("nav, button, select, textarea, audio, video")
        assert [part.inner_text() for part in left.all() if part.is_visible()] == [], name
        assert len(page.locator("main").inner_text()) > 20, name
    page.goto(f"{address}/{pages['clarification'][0]}")
    paper = page.pdf(prefer_css_page_size=True)
    boxes = {
        tuple(round(float(side)) for side in box.split())
        for box in re.findall(rb"/MediaBox \[([\d. ]+)\]", paper)
    }
    assert boxes == {(0, 0, 595, 842)}
    page.close()


def test_what_lies_elsewhere_is_written_out(
    browser: Browser, address: str, pages: dict[str, list[str]]
) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    found = []
    for place in pages["clarification"]:
        page.goto(f"{address}/{place}")
        for link in page.locator(".resp-source a[rel~=external]").all():
            href = link.get_attribute("href")
            written = link.evaluate("a => getComputedStyle(a, '::after').content")
            assert href
            assert href in written
            found.append(href)
        if found:
            break
    assert found
    page.close()
