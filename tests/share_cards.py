"""The cards of columns that the theme ships, for machines without the typefaces.

`python -m tests.share_cards` draws them anew into theme/share/. With a built site named it writes a
sheet of that site's newest cards into docs/ instead, for people to look at.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from huiying.render.share import FOLDER, USUAL_WORD, WORDS, column_card
from huiying.sharing.drawing import png
from huiying.sharing.fonts import Fonts, installed
from tests.conftest import ROOT

SHIPPED = ROOT / "theme" / FOLDER


def drawn(fonts: Fonts) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each picture that is shipped."""
    for column in ("", *WORDS):
        card = column_card(column, USUAL_WORD)
        yield f"{card.name}.png", png(card, fonts)


def sheet(site: Path) -> Image.Image:
    """Twenty cards of a built site, five rows of four; every column is among them."""
    files = sorted(site.glob(f"{FOLDER}/*-????????????.png"))
    columns = {name: [file for file in files if file.name.startswith(name)] for name in WORDS}
    newest = [file for found in columns.values() for file in found[-2:]]
    rest = [file for file in reversed(columns["rumours"]) if file not in newest]
    made = Image.new("RGB", (4 * 312, 5 * 170), "#888888")
    for number, file in enumerate([*newest, *rest][:20]):
        card = Image.open(file).convert("RGB").resize((304, 160), Image.Resampling.LANCZOS)
        made.paste(card, (number % 4 * 312 + 4, number // 4 * 170 + 5))
    return made


if __name__ == "__main__":
    found = installed()
    if found is None:
        raise SystemExit("The typefaces are missing: pip install pylopdf-fonts-zh-cn==0.1.1")
    if sys.argv[1:]:
        sheet(Path(sys.argv[1])).save(ROOT / "docs/screenshots/share-cards.jpg", quality=70)
        raise SystemExit
    SHIPPED.mkdir(exist_ok=True)
    for name, data in drawn(found):
        (SHIPPED / name).write_bytes(data)
