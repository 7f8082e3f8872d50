"""Pictures on the pages of the sample site: sized, described, clean, enlarged by keyboard."""

import io
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import exifread
import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT

PAGE = "responses/20261118-guanwang-qiangxiu/"
PHOTO = "media/gongshui/qiangxiu.jpg"


class Pictures(HTMLParser):
    """The attributes of every <img> and <source> of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("img", "source"):
            self.found.append((tag, dict(attrs)))


def pictures(tree: Path) -> list[tuple[str, str, dict[str, str | None]]]:
    """Page, tag and attributes of all pictures of the site."""
    return [
        (path.relative_to(tree).as_posix(), tag, attributes)
        for path in sorted(tree.rglob("*.html"))
        for tag, attributes in Pictures(path.read_text("utf-8")).found
    ]


def test_every_picture_is_sized_described_and_there(tree: Path) -> None:
    found = pictures(tree)
    images = [(page, each) for page, tag, each in found if tag == "img"]
    assert len(images) > 20
    for page, each in images:
        assert each["alt"] is not None, page
        assert min(int(each["width"] or 0), int(each["height"] or 0)) > 0, page
        assert each["decoding"] == "async", page
    addresses = [(page, each["src"] or "") for page, _, each in found if each.get("src")]
    for page, _, each in found:
        parts = (each.get("srcset") or "").split(",")
        addresses += [(page, part.split()[0]) for part in parts if part]
    missing = {
        address
        for page, address in addresses
        if not (tree / unquote(urljoin(f"/{page}", address))[1:]).is_file()
    }
    assert missing == set()


def test_one_photo_becomes_three_formats_under_a_permanent_address(tree: Path) -> None:
    html = (tree / PAGE / "index.html").read_text("utf-8")
    [picture] = re.findall(r"<picture>.*?</picture>", html)
    assert re.findall(r'type="image/(\w+)"', picture) == ["avif", "webp"]
    names = [re.sub(r"\.[0-9a-f]{12}\.", ".", each) for each in re.findall(r"qiangxiu\S+", picture)]
    beside = [f"qiangxiu-{px}.{form}" for form in ("avif", "webp") for px in (480, 960, 1280)]
    assert names == [*beside, 'qiangxiu.jpg"']
    assert f'<a class="resp-zoomable" href="../../{PHOTO}">' in html
    sizes = [path.stat().st_size for path in (tree / "media/gongshui").glob("qiangxiu-480.*")]
    assert max(sizes) < 10_000


def test_the_place_where_a_photo_was_taken_stays_with_the_editors(tree: Path) -> None:
    kept = exifread.process_file(io.BytesIO((ROOT / "content" / PHOTO).read_bytes()))
    assert {"GPS GPSLatitude", "Image Artist"} <= kept.keys()
    for path in (tree / "media").rglob("*.*"):
        if path.suffix in (".jpg", ".png", ".webp"):
            assert exifread.process_file(io.BytesIO(path.read_bytes())) == {}, path
        assert b"Shili Shi" not in path.read_bytes(), path


@pytest.mark.parametrize("width", [375, 1280])
def test_a_picture_is_enlarged_and_put_back_by_keyboard(
    browser: Browser, address: str, width: int
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 700}).new_page()
    page.goto(f"{address}/{PAGE}")
    page.locator(".resp-zoomable").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".resp-zoom__img")
    shown = "document.querySelector('.resp-zoom__img').getBoundingClientRect().width"
    assert page.evaluate("document.querySelector('.resp-zoom').open") is True
    before = page.evaluate(shown)
    page.keyboard.press("Enter")  # the first button: larger, or the whole picture
    after = page.evaluate(shown)
    assert min(before, after) <= width < max(before, after)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "关闭"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "resp-zoom__stage"
    page.keyboard.press("Escape")
    assert page.evaluate("document.querySelector('.resp-zoom').open") is False
    assert page.evaluate("document.activeElement.className") == "resp-zoomable"
    page.context.close()


def test_without_scripts_the_link_opens_the_picture(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/{PAGE}")
    page.locator(".resp-zoomable").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/{PHOTO}")
    page.context.close()
