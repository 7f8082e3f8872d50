"""What being passed on costs: a share card drawn anew, and the QR code of one page.

In: how many records. Out: milliseconds of CPU and bytes of each, the median over those records.
Both are kept in the cache afterwards: a build pays them for what has changed.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from bench import corpus
from bench.ours import NAME, VERDICTS
from huiying.records.vocabulary import VERDICT
from huiying.render.share import CLAIMED, ShareCard
from huiying.render.views.qr import qr
from huiying.sharing.drawing import png
from huiying.sharing.fonts import installed

COUNT = 60
Item = TypeVar("Item")


def costs() -> dict[str, float]:
    """By name: `card_ms`, `card_bytes`, `qr_ms`, `qr_bytes`. No cards without the typefaces."""
    records = [corpus.record(number) for number in range(1, COUNT + 1)]
    found = {}
    fonts = installed()
    if fonts:
        cards = [_card(record) for record in records]
        png(cards[0], fonts)  # the first one opens the typefaces
        found |= _median("card", cards, lambda card: len(png(card, fonts)))
    addresses = [f"https://huiying.example/rumours/{record.id}/" for record in records]
    return found | _median("qr", addresses, lambda address: len(qr(address)["path"]))


def _card(record: corpus.Record) -> ShareCard:
    verdict = VERDICTS[record.verdict] if record.kind == "clarification" else ""
    term = next((term for term in VERDICT.by_en if VERDICT.label(term) == verdict), "")
    caption = CLAIMED if verdict else ""
    note = f"示例市水务局　{record.published_at:%Y-%m-%d}"
    return ShareCard("x", "辟谣", NAME, record.title, caption, verdict, term, note, is_own=True)


def _median(name: str, items: Sequence[Item], make: Callable[[Item], int]) -> dict[str, float]:
    took_ms, sizes = [], []
    for item in items:
        begin = time.process_time()
        sizes.append(make(item))
        took_ms.append((time.process_time() - begin) * 1000)
    return {
        f"{name}_ms": round(statistics.median(took_ms), 2),
        f"{name}_bytes": round(statistics.median(sizes)),
    }


def line(found: dict[str, float]) -> str:
    """The costs for people."""
    names = {"card": "share card", "qr": "QR code"}
    parts = (
        f"{label} {found[f'{name}_ms']:.2f} ms, {found[f'{name}_bytes']:.0f} bytes"
        for name, label in names.items()
        if f"{name}_ms" in found
    )
    return f"a record's {'; '.join(parts)} (CPU, median)"


if __name__ == "__main__":
    print(line(costs()))
