"""The live gallery: five ways in inside three foreign pages, as one picture for the docs.

In: a built sample site (`python -m tests.embed.gallery site docs/embedding.png`). Out: a contact
sheet: each page of a portal on a phone and on a desk, light, and once where the portal is dark.
"""

import io
import sys
from datetime import datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from huiying import content
from huiying.cache import Cache
from huiying.render.embed import snippet
from huiying.settings import Settings
from tests.browser import find_chromium
from tests.conftest import ROOT
from tests.embed.hosting import HOSTS, Web, five_ways, host, opened, visit
from tests.embed.test_hosts import ADDRESS, READY, TITLE, TOPIC, wait_for_heights
from tests.sites import NOW

SHOTS = [(name, width, "light") for name in HOSTS for width in (375, 1280)]
SHOTS.append(("portal", 375, "dark"))
TALLEST_PX = 2200


def shot(browser: Browser, tree: Path, html: str, width: int, scheme: str) -> Image.Image:
    """One page of a portal with all that it embeds."""
    web = Web(tree)
    size = {"width": width, "height": TALLEST_PX}
    with opened(browser, web, viewport=size, color_scheme=scheme) as context:
        page, _ = visit(context, web, html)
        wait_for_heights(page)
        page.wait_for_function(READY)
        page.wait_for_timeout(500)
        return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def sheet(images: list[Image.Image], gap: int = 24) -> Image.Image:
    """The pictures side by side, on grey."""
    width = sum(image.width + gap for image in images) + gap
    height = max(image.height for image in images) + 2 * gap
    found = Image.new("RGB", (width, height), "#888")
    left = gap
    for image in images:
        found.paste(image, (left, gap))
        left += image.width + gap
    return found.resize((width // 2, height // 2), Image.Resampling.LANCZOS)


def main(tree: str, out: str) -> None:
    """Take the pictures and join them."""
    read = content.read(ROOT, ROOT / "content", "test", Cache(None))
    settings = Settings(read.site, "https://huiying.example/", datetime.fromisoformat(NOW))
    ways = five_ways(Path(tree), ADDRESS, TITLE, TOPIC, settings) + snippet.script(settings)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        images = [
            shot(browser, Path(tree), host(name, ways), width, scheme)
            for name, width, scheme in SHOTS
        ]
        browser.close()
    sheet(images).quantize(128).save(out, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
