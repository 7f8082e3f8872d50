"""Which pages there are, and what each one shows: projection → `Page`s, cheap and in order.

In: a projection. Out: one `Page` for each address of the site, carrying all that its templates may
show as plain values, so that a page can be drawn anywhere and its digest tells whether it changed.
It draws nothing.
"""

from collections.abc import Iterator

from huiying.public import Projection
from huiying.records import KINDS
from huiying.render.plan.api import api
from huiying.render.plan.archive import archive, dated
from huiying.render.plan.card import card
from huiying.render.plan.feeds import feeds
from huiying.render.plan.find import find
from huiying.render.plan.home import home
from huiying.render.plan.page import PAGE_CLASSES, Page, PageClass, shell_name
from huiying.render.plan.record import record_page
from huiying.render.plan.register import registers
from huiying.render.plan.rumours import rumours

__all__ = ["PAGE_CLASSES", "Page", "PageClass", "pages", "shell_name"]


def pages(projection: Projection) -> Iterator[Page]:
    """Every page of the site."""
    cards = {place: card(record, projection) for place, record in projection.records.items()}
    yield home(projection, cards)
    for record in projection.records.values():
        yield record_page(record, projection, cards)
    for kind in KINDS:
        if kind.name != "clarification":
            entries = dated(projection.by_kind.get(kind.name, ()), cards)
            yield from archive(kind.url_word, kind.zh, kind.url_word, entries)
    index, *lists = rumours(projection, cards)
    yield from (index, find(index), *lists)
    yield from registers(projection, cards)
    yield api(projection)
    yield feeds(projection)
