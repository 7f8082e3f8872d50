"""The share cards of a site: drawn where the typefaces are, else those shipped for each column.

In: planned pages and a projection, a cache and an executor. Out: the pages, each with the address
and the text of its card; the pictures as outputs; a problem where the typefaces are missing. A
preview has no cards: nobody should share it.
"""

from collections.abc import Sequence, Set
from concurrent.futures import Executor
from dataclasses import asdict, dataclass, replace
from functools import lru_cache, partial
from itertools import repeat
from pathlib import Path

import PIL
from pydantic_core import to_json

from huiying.cache import Cache, key
from huiying.problem import Level, Mark, Problem
from huiying.public import Projection
from huiying.render import share
from huiying.render.output import Output, digest
from huiying.render.plan import Page
from huiying.render.share import FOLDER, USUAL_WORD, ShareCard
from huiying.render.views import headline
from huiying.sharing.drawing import png
from huiying.sharing.fonts import SANS, SERIF, Fonts, installed
from huiying.sharing.type import has_all

DIGITS = 12
"""How much of a picture's digest its address shows: a changed card is a new picture to everyone."""
CHUNK = 20


@dataclass(frozen=True, slots=True)
class Shared:
    """What `share` adds to a site. `pages`: as planned, in their order, with their cards."""

    pages: Sequence[Page]
    outputs: Sequence[Output]
    problems: Sequence[Problem]


def cards(
    pages: Sequence[Page],
    projection: Projection,
    theme: Path,
    cache: Cache,
    executor: Executor | None,
) -> Shared:
    """The pages with their share cards, and the pictures."""
    if projection.preview:
        return Shared(pages, (), ())
    settings = projection.settings
    home = next(page for page in pages if page.page_class == "home")
    own = share.chosen(projection, home)
    fonts = installed()
    if fonts is None:
        return _shipped(pages, theme)
    wanted = list(share.cards(pages, own, settings, partial(has_all, file=fonts.serif)))
    drawn = _drawn({*wanted, share.site_card(settings)}, fonts, cache, executor)
    paths = {card: _path(card, data) for card, data in drawn.items()}
    shown = [_with(page, paths[card], card.alt) for page, card in zip(pages, wanted, strict=True)]
    outputs = sorted((Output(paths[card], data) for card, data in drawn.items()), key=_by_path)
    return Shared(shown, outputs, ())


def _with(page: Page, path: str, alt: str) -> Page:
    return replace(page, values={**page.values, "share": {"path": path, "alt": alt}})


def _by_path(output: Output) -> str:
    return output.path


def _path(card: ShareCard, data: bytes) -> str:
    """Where a picture stands. Those of a record change their address with what they say."""
    mark = f"-{digest(data)[:DIGITS]}" if card.is_own else ""
    return f"{FOLDER}/{card.name}{mark}.png"


def _shipped(pages: Sequence[Page], theme: Path) -> Shared:
    """The pictures of columns that lie in the theme, and why there are no others."""
    files = sorted((theme / FOLDER).glob("*.png"))
    outputs = [Output(f"{FOLDER}/{file.name}", file.read_bytes()) for file in files]
    cards = [share.column_card(page.column, USUAL_WORD) for page in pages]
    shown = [
        _with(page, _path(card, b""), card.alt) for page, card in zip(pages, cards, strict=True)
    ]
    missing = Problem("share-fonts", Mark("mkdocs.yml"), level=Level.WARNING)
    return Shared(shown, outputs, [missing])


def _drawn(
    cards: Set[ShareCard], fonts: Fonts, cache: Cache, executor: Executor | None
) -> dict[ShareCard, bytes]:
    """Every picture by its card: from the cache, else drawn now."""
    keys = {card: key("share", _engine(), to_json(asdict(card))) for card in cards}
    kept = cache.get(keys.values())
    found = {card: kept[name] for card, name in keys.items() if name in kept}
    new = sorted(cards - found.keys(), key=lambda card: card.name)
    chunks = [new[start : start + CHUNK] for start in range(0, len(new), CHUNK)]
    run = executor.map if executor and len(chunks) > 1 else map
    for chunk, pictures in zip(chunks, run(_pictures, chunks, repeat(fonts)), strict=True):
        found.update(zip(chunk, pictures, strict=True))
    cache.put({keys[card]: found[card] for card in new})
    return found


def _pictures(cards: Sequence[ShareCard], fonts: Fonts) -> list[bytes]:
    return [png(card, fonts) for card in cards]


@lru_cache(maxsize=1)
def _engine() -> str:
    """A digest of what can change a picture besides what it says."""
    sources = [*sorted(Path(__file__).parent.glob("*.py")), Path(headline.__file__)]
    return key(*(file.read_bytes() for file in sources), SERIF[1], SANS[1], PIL.__version__)
