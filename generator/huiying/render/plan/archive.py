"""Lists that stay bounded: an index of the newest and, below it, a page for each month.

In: entries, newest first, with their moments and cards. Out: pages. A new entry changes the index,
its own month and the months of its year, however large the archive (DESIGN §4).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from huiying.public import PublicRecord
from huiying.render.plan.card import Cards
from huiying.render.plan.page import Page, page

NEWEST = 50
"""How many entries a list shows before it sends readers to its months (DESIGN §4)."""
Dated: TypeAlias = tuple[date | None, Mapping[str, Any]]
"""When, where that is known, and the card."""


def dated(records: Sequence[PublicRecord], cards: Cards) -> list[Dated]:
    """Those of the records that lists show, with their moments and cards."""
    return [(record.published_at, cards[record.address]) for record in records if record.listed]


def archive(
    folder: str,
    title: str,
    column: str,
    entries: Sequence[Dated],
    facet: Mapping[str, Any] | None = None,
) -> Iterator[Page]:
    """The index and its months. `facet`: of what it is a part, if it is one, and the other parts.

    A month shows the months of its year only: a list of all would change with every new entry.
    """
    months: dict[str, list[Mapping[str, Any]]] = {}
    for moment, card in entries:
        if moment is not None:
            months.setdefault(f"{moment:%Y/%m}", []).append(card)
    listing = [(month, len(found)) for month, found in months.items()]
    shared: dict[str, Any] = {"folder": folder, "title": title, "facet": facet or {}}
    newest = [card for _, card in entries[:NEWEST]]
    path, total = f"{folder}/index.html", len(entries)
    yield page(path, "index", column, **shared, cards=newest, months=listing, total=total)
    for month, found in months.items():
        near = [entry for entry in listing if entry[0][:4] == month[:4]]
        path = f"{folder}/{month}/index.html"
        yield page(path, "month", column, **shared, month=month, cards=found, months=near)


def part(
    folder: str,
    title: str,
    column: str,
    entries: Sequence[Dated],
    facet: Mapping[str, Any] | None = None,
) -> Iterator[Page]:
    """The index, and its months only where there is more than the index shows."""
    index, *months = archive(folder, title, column, entries, facet)
    if len(entries) > NEWEST:
        yield index
        yield from months
    else:
        yield replace(index, values={**index.values, "months": []})


def below(
    folder: str, title: str, column: str, entries: Sequence[Dated]
) -> tuple[dict[str, Any], list[Page]]:
    """The list on the page of a body, an expert or a policy: the newest, their total and, where
    there are more, the months, with the pages of those months."""
    index, *older = part(folder, title, column, entries)
    return {name: index.values[name] for name in ("cards", "total", "months")}, older
