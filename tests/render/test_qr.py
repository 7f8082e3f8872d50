"""The QR code of a page: what a reader of codes reads on paper, on a screen and in the dark."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageDraw
from playwright.sync_api import Browser

from huiying.mkdocs_plugin import bundle
from huiying.render.body import body, environment
from huiying.render.views.frame import View
from huiying.render.views.qr import qr
from huiying.settings import Settings
from tests.conftest import ROOT
from tests.render.sites import BASE_URL, page, project

THEME = ROOT / "theme"
ADDRESS = "rumours/20260312-tingshui/"
SCALE = 4
_STEP = re.compile(r"m(-?[\d.]+) (-?[\d.]+)h(\d+)")


def drawing(code: View) -> Image.Image:
    """The path as a picture."""
    image = Image.new("L", (code["size"] * SCALE,) * 2, 255)
    draw = ImageDraw.Draw(image)
    x = y = 0.0
    for step in _STEP.finditer(code["path"]):
        x, y = x + float(step[1]), y + float(step[2])
        left, top = x * SCALE, (y - 0.5) * SCALE
        x += int(step[3])
        draw.rectangle((left, top, x * SCALE - 1, top + SCALE - 1), 0)
    return image


def texts(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


def addresses(count: int) -> Iterator[str]:
    for number in range(count):
        host = "www.example.gov.cn" if number % 2 else "huiying.shili.example/hygq"
        word = ("rumours", "topics", "interpretations", "qa")[number % 4]
        yield f"https://{host}/{word}/{20260101 + number}-{'tingshui-' * (number % 9)}n{number}/"


def test_every_address_is_read_again(full_size: bool) -> None:
    wanted = list(addresses(3000 if full_size else 60))
    assert wanted == [text for address in wanted for text in texts(drawing(qr(address)))]


def test_there_are_four_empty_squares_around() -> None:
    code = qr(BASE_URL)
    edge = (code["size"] - 4) * SCALE
    assert drawing(code).point(lambda value: 255 - value).getbbox() == (16, 16, edge, edge)


def test_a_site_without_an_address_has_no_code(tmp_path: Path) -> None:
    projection = project(tmp_path)
    nowhere = Settings(projection.settings.site, "/", projection.settings.now)
    shown = body(page(projection, ADDRESS), nowhere, environment(THEME))
    assert "page-qr" not in shown
    assert "本页网址：/rumours/" in shown


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a record with its style, as a file."""
    folder = tmp_path_factory.mktemp("page")
    projection = project(folder)
    shown = body(page(projection, ADDRESS), projection.settings, environment(THEME))
    (folder / "a.css").write_bytes(bundle(THEME)["css"][1])
    head = '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="a.css">'
    (folder / "a.html").write_text(head + shown, encoding="utf-8")
    return (folder / "a.html").as_uri()


@pytest.mark.parametrize("medium", ["print", "screen"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_is_read_from_paper_and_from_a_wide_screen(
    browser: Browser, written: str, medium: str, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    shown.emulate_media(media=medium, color_scheme=scheme)  # type: ignore[arg-type]
    shown.goto(written)
    picture = Image.open(BytesIO(shown.screenshot(full_page=True)))
    context.close()
    assert texts(picture) == [BASE_URL + ADDRESS]


def test_a_phone_shows_no_code_of_the_page_it_is_showing(browser: Browser, written: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 800})
    shown = context.new_page()
    shown.goto(written)
    assert shown.locator(".resp-qr__code:visible").count() == 0
    context.close()
