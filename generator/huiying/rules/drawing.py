"""图解的“图”要画得出来，半分钟看得完。

每种图型有它要写的键：说法与事实要“事实”“说法”“结论”，条形图要每条的“数值”，对比表要“列”……
缺了画不出来，写了用不上的会被漏掉，都是错误；占比图各条加起来要是全部，不能有负数。标题就是图要
说的那一句话。条数和字数有上限，超过的是警告：一张图只说一件事，多的请分成两张，或写进正文。

依据：柳政办〔2017〕120号一（一）2“使回应的信息更加可视、可读、可感”。

对：

    内容块:
      - 类型: 图解
        标题: 四天供水量平稳
        图:
          图型: 条形图
          单位: 万立方米
          条目:
            - {名称: 11月17日, 数值: 42.3}
            - {名称: 11月18日, 数值: 41.6}

错：

    内容块:
      - 类型: 图解
        标题: 四天供水量平稳
        图:
          图型: 条形图
          条目:
            - {名称: 11月17日}

In English: a drawing has what its type needs and nothing that it cannot show; shares add up to the
whole; too many items or too long words are a warning: one drawing says one thing.
"""

# Reference: DOMAIN §(d) blocks, A11Y.

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.block import Block
from huiying.records.common import Common
from huiying.records.field import Model, fields_of
from huiying.records.infographic import Drawing, DrawingItem
from huiying.records.vocabulary import DRAWING_TYPE
from huiying.rules._blocks import blocks_of
from huiying.rules._standing import weigh
from huiying.rules.length import width_of
from huiying.settings import Settings

NAME = "drawing"


@dataclass(frozen=True, slots=True)
class Needs:
    """What one type of drawing is made of."""

    most_items: int
    label: int
    """The widest label, in full widths."""
    drawing: tuple[str, ...] = ()
    """Fields of the drawing without which it says nothing; then those that it may have."""
    may: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    item_may: tuple[str, ...] = ()
    text: int = 30
    is_counted: bool = False
    """Whether its items are numbers, of which at least one must be known."""


NEEDS: Mapping[str, Needs] = {
    "fact-check": Needs(
        3, 20, ("fact", "claim", "verdict"), ("items",), item_may=("text",), text=30
    ),
    "timeline": Needs(8, 12, ("items",), item=("text",)),
    "steps": Needs(6, 16, ("items",), item_may=("text",), text=40),
    "figures": Needs(6, 20, ("items",), ("unit",), item_may=("value", "unit"), is_counted=True),
    "bar": Needs(12, 30, ("items",), ("unit",), item_may=("value",), is_counted=True),
    "line": Needs(12, 12, ("items",), ("unit",), item_may=("value",), is_counted=True),
    "share": Needs(6, 30, ("items",), ("unit",), item=("value",), is_counted=True),
    "comparison": Needs(8, 12, ("columns", "items"), item=("cells",), text=20),
}
MOST_COLUMNS = 3
WIDEST = {"title": 30, "fact": 30, "claim": 30, "unit": 8, "columns": 10}
"""In full widths, in every type of drawing."""
HUNDRED = Decimal(100)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each thing that keeps a drawing from being drawn or from being understood."""
    for record in library.records.values():
        for path, block in blocks_of(record.fields):
            if block.drawing is None:
                continue
            case = Case(record, f"{path}.drawing", block.drawing, settings)
            if block.type != "infographic" or block.file is not None:
                yield case.problem("", "elsewhere" if block.type != "infographic" else "both")
            if block.title is None:
                yield case.problem("", "title")
            else:
                yield from case.long(f"{path}.title", block.title, WIDEST["title"], "title", Block)
            yield from case.lacking()
            yield from case.numbers()
            yield from case.too_much()


@dataclass(frozen=True, slots=True)
class Case:
    """One drawing under judgement. `path`: where it stands in its file."""

    record: Record[Common]
    path: str
    drawing: Drawing
    settings: Settings

    @property
    def needs(self) -> Needs:
        return NEEDS[self.drawing.type]

    def problem(
        self,
        place: str,
        case: str,
        values: Mapping[str, str] | None = None,
        level: Level = Level.ERROR,
    ) -> Problem:
        """A problem at a place below the drawing."""
        term = DRAWING_TYPE.by_en[self.drawing.type]
        named = {"type": term.zh if self.record.language == "zh" else term.en, **(values or {})}
        mark = self.record.mark(f"{self.path}.{place}" if place else self.path)
        return Problem(NAME, mark, case, named, weigh(self.record.fields, self.settings, level))

    def key(self, name: str, model: type[Model]) -> str:
        """A key as the editor writes it."""
        return next(x.label(self.record.language) for x in fields_of(model) if x.name == name)

    def lacking(self) -> Iterator[Problem]:
        """What is not there, and what is there for nothing."""
        yield from self._group("", self.drawing, self.needs.drawing, ("type", *self.needs.may))
        for number, item in enumerate(self.drawing.items):
            names = ("label", *self.needs.item_may)
            yield from self._group(f"items.{number}.", item, self.needs.item, names)

    def _group(
        self, place: str, group: Model, needed: Sequence[str], may: Sequence[str]
    ) -> Iterator[Problem]:
        for item in fields_of(type(group)):
            name, is_there = item.name, bool(getattr(group, item.name))
            key = {"key": item.label(self.record.language)}
            if name in needed and not is_there:
                yield self.problem(f"{place}{name}", "", key)
            if is_there and name not in needed and name not in may:
                yield self.problem(f"{place}{name}", "unused", key)

    def numbers(self) -> Iterator[Problem]:
        """Numbers that cannot be what they are said to be, and things that are named twice."""
        items = self.drawing.items
        if self.needs.is_counted:
            if items and all(item.value is None for item in items):
                yield self.problem("items", "blank")
            seen: set[str] = set()
            for number, item in enumerate(items):
                if item.label in seen:
                    yield self.problem(f"items.{number}.label", "twice", {"value": item.label})
                seen.add(item.label)
        if self.drawing.type == "share":
            yield from self._shares([Decimal(item.value) for item in items if item.value])
        for number, item in enumerate(items):
            if item.cells and self.drawing.columns and len(item.cells) != len(self.drawing.columns):
                wanted = str(len(self.drawing.columns))
                values = {"label": item.label, "count": str(len(item.cells)), "limit": wanted}
                yield self.problem(f"items.{number}.cells", "cells", values)

    def _shares(self, values: Sequence[Decimal]) -> Iterator[Problem]:
        if any(value < 0 for value in values):
            yield self.problem("items", "negative")
        elif values and sum(values) == 0:
            yield self.problem("items", "nothing")
        elif self.drawing.unit in ("%", "％") and not is_whole(values):
            yield self.problem("items", "sum", {"value": f"{sum(values, Decimal())}%"})

    def too_much(self) -> Iterator[Problem]:
        """What cannot be read in half a minute."""
        items, columns = self.drawing.items, self.drawing.columns
        for name, found, limit in (
            ("items", items, self.needs.most_items),
            ("columns", columns, MOST_COLUMNS),
        ):
            if len(found) > limit:
                key = self.key(name, Drawing)
                values = {"key": key, "count": str(len(found)), "limit": str(limit)}
                yield self.problem(name, "many", values, Level.WARNING)
        for name in ("fact", "claim", "unit"):
            yield from self._long("", self.drawing, name, WIDEST[name])
        for number, column in enumerate(columns):
            place = f"{self.path}.columns.{number}"
            yield from self.long(place, column, WIDEST["columns"], "columns", Drawing)
        for number, item in enumerate(items):
            yield from self._item(f"items.{number}.", item)

    def _item(self, place: str, item: DrawingItem) -> Iterator[Problem]:
        yield from self._long(place, item, "label", self.needs.label)
        yield from self._long(place, item, "text", self.needs.text)
        yield from self._long(place, item, "unit", WIDEST["unit"])
        for number, cell in enumerate(item.cells):
            below = f"{self.path}.{place}cells.{number}"
            yield from self.long(below, cell, self.needs.text, "cells", DrawingItem)

    def _long(self, place: str, group: Model, name: str, limit: int) -> Iterator[Problem]:
        yield from self.long(
            f"{self.path}.{place}{name}", getattr(group, name), limit, name, type(group)
        )

    def long(
        self, path: str, text: str | None, limit: int, name: str, model: type[Model]
    ) -> Iterator[Problem]:
        """A warning where a text is wider than a drawing has room for."""
        if text is None or (width := width_of(text)) <= limit:
            return
        values = {"key": self.key(name, model), "width": f"{width:g}", "limit": str(limit)}
        level = weigh(self.record.fields, self.settings, Level.WARNING)
        yield Problem(NAME, self.record.mark(path), "long", values, level)


def is_whole(values: Sequence[Decimal]) -> bool:
    """Whether percentages add up to 100, but for what rounding each of them can change."""
    places = max((-int(value.as_tuple().exponent) for value in values), default=0)
    slack = Decimal(len(values)) / 2 / (Decimal(10) ** max(places, 0))
    return abs(sum(values, Decimal()) - HUNDRED) <= slack
