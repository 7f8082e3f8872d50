"""`python -m tests.screenshots`: the pictures of docs/screenshots/, from the sample site as it is.

In: nothing. Out: each shown page at a phone's and a desk's width, and the README's picture. Run it
after every change that readers see, and look at the result.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from huiying.records import KINDS
from tests.browser import find_chromium, is_root, serve_folder
from tests.conftest import ROOT
from tests.sites import NOW, build, copy_sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = ROOT / "docs" / "screenshots"
CHOSEN = {
    "topic": "topics/gongshui/",
    "clarification": "rumours/20261118-quanshi-tingshui/",
    "response": "responses/20261120-guandao-genghuan/",
}
"""Of kinds whose fullest page is not the one to show."""
MESSAGE = (
    "紧急通知！！水厂设备炸了，今天起全市停水三天，赶紧接水囤水，超市矿泉水已经被抢光，转给家里人！"
)
"""As people were sent it, in the claims of the chosen clarification."""
OTHERS = {
    "home": "",
    "find": f"find/#q={quote(MESSAGE)}",
    "find-words": f"find/#q={quote('停水')}",
    "index": "rumours/",
    "experts": "experts/",
    "policies": "policies/",
}
WIDTHS = (375, 1280)
BOARD = """
<body style="margin:0;background:#e4e1da;display:flex;gap:36px;padding:36px;width:1228px">
<img src="{phone}" style="width:300px;height:640px;object-fit:cover;object-position:top;
 border:9px solid #1a2027;border-radius:26px">
<img src="{desk}" style="width:872px;height:640px;object-fit:cover;object-position:top;
 border:9px solid #1a2027;border-radius:10px;box-sizing:content-box">
</body>
"""


def shown(tree: Path) -> dict[str, str]:
    """The pages to take, by name: of each kind the chosen or the fullest one, and some lists."""
    found = dict(OTHERS)
    for kind in KINDS:
        if kind.name in CHOSEN:
            found[kind.name] = CHOSEN[kind.name]
            continue
        sizes = {
            path.parent.relative_to(tree).as_posix(): len(path.read_bytes())
            for path in (tree / kind.url_word).glob("*/index.html")
        }
        found[kind.name] = max(sorted(sizes), key=sizes.__getitem__) + "/"
    return found


def take(browser: "Browser", address: str, pages: Mapping[str, str]) -> None:
    """Every shown page at both widths."""
    for width in WIDTHS:
        page = browser.new_page(viewport={"width": width, "height": 900})
        for name, place in pages.items():
            page.goto(f"{address}/{place}")
            # Pictures below the fold load only when they are near.
            page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
            page.wait_for_load_state("networkidle")
            page.screenshot(
                path=FOLDER / f"{name}-{width}.jpg", full_page=True, type="jpeg", quality=80
            )
        page.close()


def compose(browser: "Browser") -> None:
    """The README's picture: one clarification on a phone and on a desk."""
    page = browser.new_page(viewport={"width": 1300, "height": 730})
    phone, desk = (f"clarification-{width}.jpg" for width in WIDTHS)
    board = FOLDER / "board.html"
    board.write_text(BOARD.format(phone=phone, desk=desk), encoding="utf-8")
    page.goto(board.as_uri())
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / "readme.png")
    board.unlink()


def main() -> None:
    """Build, open, take."""
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        tree = build(copy_sample(Path(folder) / "site"), "--now", NOW)
        flags = ["--no-sandbox"] if is_root() else []
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        with serve_folder(tree) as address:
            take(browser, address, shown(tree))
        compose(browser)
        browser.close()


if __name__ == "__main__":
    main()
