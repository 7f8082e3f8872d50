"""The cards of columns that the theme ships, for machines without the typefaces.

`python -m tests.share_cards` draws them anew into theme/share/.
"""

from collections.abc import Iterator

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


if __name__ == "__main__":
    found = installed()
    if found is None:
        raise SystemExit("The typefaces are missing: pip install pylopdf-fonts-zh-cn==0.1.1")
    SHIPPED.mkdir(exist_ok=True)
    for name, data in drawn(found):
        (SHIPPED / name).write_bytes(data)
