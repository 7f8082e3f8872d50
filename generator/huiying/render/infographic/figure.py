"""What is drawn, as plain values: words, numbers and how a number is said.

In: a `drawing` of a block as the projection gives it, or bars of a survey. Out: a `Figure`. It
knows no sheet and no place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from huiying.records.vocabulary import VERDICT

UNKNOWN = "暂无数据"
HIDDEN = "不显示"
PERCENT = ("%", "％")
WIDEST_UNIT = 3
"""In letters: a longer unit is told once above the numbers, not behind each of them."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing drawn. `value` is None where nobody knows it or nobody may."""

    label: str
    value: Decimal | None = None
    unit: str = ""
    text: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One infographic. `total`: what its values are shares of, None where nobody knows."""

    type: str
    items: tuple[Item, ...]
    unit: str = ""
    total: Decimal | None = None
    fact: str = ""
    claim: str = ""
    verdict: str = ""
    columns: tuple[str, ...] = ()
    unknown: str = UNKNOWN
    heads: tuple[str, str] = ("", "数值")
    """What stands above the labels and above the values of its table."""

    @property
    def known(self) -> list[Decimal]:
        """The values that are known, in their order."""
        return [item.value for item in self.items if item.value is not None]

    @property
    def verdict_label(self) -> str:
        return VERDICT.label(self.verdict) if self.verdict else ""

    @property
    def unit_apart(self) -> str:
        """The unit, where it is too long to stand behind each number."""
        return self.unit if len(self.unit) > WIDEST_UNIT else ""

    def said(self, item: Item) -> str:
        """An item's value with its unit, as it stands beside its bar or point."""
        if item.value is None:
            return self.unknown
        return f"{digits(item.value)}{'' if self.unit_apart else self.unit}"

    @property
    def has_shares(self) -> bool:
        """Whether shares are told as well: of percentages they would be the same again."""
        return bool(self.total) and self.unit not in PERCENT

    def share(self, item: Item) -> str:
        """What part of the total an item is, in percent with one decimal; else nothing."""
        if not self.total or item.value is None:
            return ""
        return f"{100 * item.value / self.total:.1f}%"


def digits(value: Decimal) -> str:
    """A number as readers see it: thousands apart, a true minus, decimals as given."""
    return f"{value:,f}".replace("-", "\u2212")


def from_record(drawing: Mapping[str, Any]) -> Figure:
    """The figure that a record describes."""
    items = tuple(
        Item(
            item["label"],
            Decimal(item["value"]) if "value" in item else None,
            item.get("unit", drawing.get("unit", "")),
            item.get("text", ""),
            tuple(item.get("cells", ())),
        )
        for item in drawing.get("items", ())
    )
    figure = Figure(
        drawing["type"],
        items,
        drawing.get("unit", ""),
        fact=drawing.get("fact", ""),
        claim=drawing.get("claim", ""),
        verdict=drawing.get("verdict", ""),
        columns=tuple(drawing.get("columns", ())),
    )
    return figure if figure.type != "share" else _of_whole(figure)


def _of_whole(figure: Figure) -> Figure:
    """A share's total: its sum, or a hundred where its values are percentages."""
    whole = sum((value for value in figure.known if value > 0), Decimal())
    if figure.unit in PERCENT:
        whole = max(whole, Decimal(100))
    return Figure(figure.type, figure.items, figure.unit, whole or None)


def from_counts(
    bars: Sequence[tuple[str, int | None]], total: int | None, unit: str = "人"
) -> Figure:
    """Bars of counts, such as answers to a question. `total`: of all who answered."""
    items = tuple(Item(label, None if n is None else Decimal(n), unit) for label, n in bars)
    whole = Decimal(total) if total else None
    return Figure("bar", items, unit, whole, unknown=HIDDEN, heads=("选项", "人数"))
