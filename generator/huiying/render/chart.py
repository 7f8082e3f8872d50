"""How a chart looks, as numbers: its bars' lengths, its figures in words, its one-sentence summary.

In: a plain `Chart`. Out: a view that the component `chart` places: a table whose rows carry a bar
each, so that the figures are there for everybody and the picture repeats them. It knows no record.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

HIDDEN = "不显示"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `count` is None where the number may not be shown."""

    label: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars of counts. `total`: what they are shares of, None where nobody knows."""

    title: str
    bars: Sequence[Bar]
    total: int | None
    unit: str = "人"


def view(chart: Chart) -> dict[str, Any]:
    """The chart's rows, in their order; lengths are in percent of the whole width.

    Shares are of `total`; without one, the longest bar fills the width and no share is told.
    """
    counts = [bar.count for bar in chart.bars if bar.count is not None]
    whole = chart.total or max(counts, default=0)
    return {
        "title": chart.title,
        "summary": _summary(chart),
        "unit": chart.unit,
        "has_shares": bool(chart.total),
        "has_hidden": len(counts) < len(chart.bars),
        "rows": [
            {
                "label": bar.label,
                "count": HIDDEN if bar.count is None else f"{bar.count:,}",
                "share": _share(bar.count, chart.total),
                "length": f"{min(100 * (bar.count or 0) / whole, 100):.2f}%" if whole else "0%",
                "is_hidden": bar.count is None,
            }
            for bar in chart.bars
        ],
    }


def _share(count: int | None, total: int | None) -> str:
    """A share in percent with one decimal, or nothing."""
    return f"{100 * count / total:.1f}%" if total and count is not None else ""


def _summary(chart: Chart) -> str:
    """What most chose, in one sentence; nothing where no number is known."""
    known = [bar for bar in chart.bars if bar.count is not None]
    if not known:
        return ""
    most = max(bar.count or 0 for bar in known)
    names = "、".join(f"“{bar.label}”" for bar in known if bar.count == most)
    share = _share(most, chart.total)
    of = f"，占{share}" if share else ""
    return f"最多的是{names}，{'各' if names.count('“') > 1 else ''}{most:,}{chart.unit}{of}。"
