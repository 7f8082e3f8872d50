"""Which pages there are, and what each one shows: projection → `Page`s, cheap and in order.

In: a projection. Out: one `Page` for each address of the site, carrying all that its templates may
show as plain values, so that a page can be drawn anywhere and its digest tells whether it changed.
It draws nothing.
"""

from collections.abc import Iterator

from huiying.public import Projection
from huiying.records import KINDS
from huiying.render.plan.archive import archive, dated
from huiying.render.plan.card import Cards, card
from huiying.render.plan.home import home
from huiying.render.plan.page import PAGE_CLASSES, Page, PageClass, shell_name
from huiying.render.plan.record import record_page
from huiying.render.plan.register import registers

__all__ = ["PAGE_CLASSES", "Page", "PageClass", "pages", "shell_name"]


def pages(projection: Projection) -> Iterator[Page]:
    """Every page of the site."""
    cards = {place: card(record, projection) for place, record in projection.records.items()}
    verdicts = _verdicts_in(projection)
    yield home(projection, cards, verdicts)
    for record in projection.records.values():
        yield record_page(record, projection, cards)
    for kind in KINDS:
        entries = dated(projection.by_kind.get(kind.name, ()), cards)
        met = verdicts if kind.name == "clarification" else []
        yield from archive(kind.url_word, kind.zh, kind.url_word, entries, met)
    yield from _verdicts(projection, cards, verdicts)
    yield from registers(projection, cards)


def _verdicts_in(projection: Projection) -> list[str]:
    """The verdicts of the clarifications in lists."""
    found = {
        record.values["verdict"]
        for record in projection.by_kind.get("clarification", ())
        if record.listed and "verdict" in record.values
    }
    return sorted(found)


def _verdicts(projection: Projection, cards: Cards, met: list[str]) -> Iterator[Page]:
    """The clarifications of each verdict, by month."""
    for verdict in met:
        records = [
            record
            for record in projection.by_kind["clarification"]
            if record.values.get("verdict") == verdict
        ]
        folder = f"rumours/verdict/{verdict}"
        yield from archive(folder, verdict, "rumours", dated(records, cards), met)
