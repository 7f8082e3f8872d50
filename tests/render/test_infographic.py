"""Infographics: what is drawn is what the table says, and nothing runs over."""

import re
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from huiying.records.vocabulary import DRAWING_TYPE
from huiying.render import infographic
from huiying.render.body import environment
from huiying.render.infographic import from_counts, from_record
from huiying.render.infographic.bars import THINNEST, bars
from huiying.render.infographic.figure import Figure, Item
from huiying.render.infographic.lines import CUT, lines
from huiying.render.infographic.measuring import width, wrap
from huiying.render.infographic.pen import Pen
from huiying.render.infographic.shares import shares
from huiying.render.infographic.sheet import LANDSCAPE, PORTRAIT, Sheet
from tests.infographics import FIGURES, THEME, page_of, view_of

TYPES = [term.en for term in DRAWING_TYPE]
SHEETS = pytest.mark.parametrize("sheet", [LANDSCAPE, PORTRAIT], ids=lambda sheet: sheet.name)
NUMBER = re.compile(r"[\u2212-]?[0-9][0-9,.]*")


class Reader(HTMLParser):
    """The words of each drawing, in the order of its texts, and the cells of each table."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.drawn: list[list[str]] = []
        self.cells: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg":
            self.drawn.append([])
        if tag == "text":
            self.drawn[-1].append("")
        if tag in ("td", "th"):
            self.cells.append("")
        if tag in ("text", "td", "th", "title", "desc", "summary"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["text"]:
            self.drawn[-1][-1] += data
        if self.open[-1:] in (["td"], ["th"]):
            self.cells[-1] += data


def read(view: dict[str, Any]) -> Reader:
    macros: Any = environment(THEME).globals["ui"]
    return Reader(str(macros.infographic.drawing(view)) + str(macros.infographic.data(view)))


def squeezed(texts: list[str]) -> str:
    """Texts without the places where lines and cells end."""
    return re.sub(r"\s+", "", "|".join(texts))


def figure(type: str, *values: str | None, unit: str = "", total: str = "") -> Figure:
    items = [
        {"label": f"第{place}"} | ({} if value is None else {"value": value})
        for place, value in enumerate(values, 1)
    ]
    return from_record({"type": type, "items": items, "unit": unit})


def of_role(pen: Pen, role: str) -> list[dict[str, Any]]:
    name = f"resp-drawing__{role}"
    return [shape for shape in pen.shapes if shape["attributes"].get("class") == name]


def texts(pen: Pen, role: str) -> list[str]:
    return ["".join(line["text"] for line in shape["lines"]) for shape in of_role(pen, role)]


def test_every_type_is_drawn_and_shown_in_the_contact_sheet() -> None:
    assert list(infographic.DRAWN) == TYPES == list(FIGURES)


@pytest.mark.parametrize("type", TYPES)
def test_the_table_says_all_that_is_drawn_and_the_drawings_all_that_the_table_says(
    type: str,
) -> None:
    found = read(view_of(type))
    assert len(found.drawn) == 2
    heads = {"项目", "内容", "结论", "时间", "情况", "步骤", "怎么做", "数值", "占比"}
    told = [cell for cell in found.cells if cell not in heads and cell]
    for drawn in found.drawn:
        words = squeezed(drawn)
        for cell in told:
            unit = re.fullmatch(r"数值（(.+)）", cell)
            bare = unit[1] if unit else re.sub(r"^[0-9]\. ", "", cell)
            parts = NUMBER.match(bare) if type == "figures" else None
            for part in (bare[: parts.end()], bare[parts.end() :]) if parts else (bare,):
                assert squeezed([part]) in words, (cell, drawn)
        # The other way round: every number that is drawn is in the table (steps are counted there).
        known = NUMBER.findall(squeezed(found.cells)) + [str(n) for n in range(1, 9)]
        for word in drawn:
            if word != CUT:
                assert set(NUMBER.findall(word)) <= set(known), word


@SHEETS
@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("10", "5", "0", None), [1.0, 0.5]),
        (("-10", "5"), [1.0, 0.5]),
        (("-10", "-2.5"), [1.0, 0.25]),
        (("0", "0"), []),
        ((None,), []),
        (("7",), [1.0]),
    ],
    ids=["zero and unknown", "both ways", "below zero", "nothing", "unknown", "one"],
)
def test_bars_are_as_long_as_their_values(
    values: tuple[str | None, ...], expected: list[float], sheet: Sheet
) -> None:
    pen = bars(figure("bar", *values), sheet)
    long = [float(shape["attributes"]["width"]) for shape in of_role(pen, "bar")]
    assert [pytest.approx(part, abs=0.01) for part in expected] == [
        each / max(long) for each in long
    ]
    assert len(texts(pen, "unknown")) == values.count(None)
    assert len(texts(pen, "number")) == len(values) - values.count(None)


@SHEETS
def test_a_little_beside_a_lot_is_still_more_than_nothing(sheet: Sheet) -> None:
    pen = bars(figure("bar", "0.001", "123456789.5"), sheet)
    little, lot = (float(shape["attributes"]["width"]) for shape in of_role(pen, "bar"))
    assert THINNEST == little < lot
    assert texts(pen, "number") == ["0.001", "123,456,789.5"]


@SHEETS
@pytest.mark.parametrize(
    ("counts", "total", "drawn", "told"),
    [
        ((986, 141), 1204, [0.8189, 0.1171], ["81.9%", "11.7%"]),
        ((0, 10), 10, [1.0], ["0.0%", "100.0%"]),
        ((None, 10), 20, [0.5], ["50.0%"]),
        ((30,), 20, [1.5], ["150.0%"]),
        ((0, 0), 0, [], []),
    ],
    ids=["shares", "none chose it", "hidden", "too many", "nobody"],
)
def test_answers_are_drawn_as_parts_of_all_who_answered(
    counts: tuple[int | None, ...], total: int, drawn: list[float], told: list[str], sheet: Sheet
) -> None:
    found = from_counts([(f"选项{n}", count) for n, count in enumerate(counts)], total)
    pen = bars(found, sheet)
    whole = {float(shape["attributes"]["width"]) for shape in of_role(pen, "track")}
    long = [float(shape["attributes"]["width"]) for shape in of_role(pen, "bar")]
    parts = [each / max(whole) for each in long]
    assert [pytest.approx(part, abs=0.003) for part in drawn] == parts
    assert texts(pen, "quiet") == told
    assert texts(pen, "unknown") == ["不显示"] * counts.count(None)


@pytest.mark.parametrize(
    ("counts", "total", "said"),
    [
        ((986, 141), 1204, "最多的是“选项0”，986人，占81.9%。"),
        ((5, 5), 10, "最多的是“选项0”、“选项1”，各5人，占50.0%。"),
        ((None, 7), None, "最多的是“选项1”，7人。"),
        ((None,), 10, ""),
    ],
)
def test_a_chart_says_in_a_sentence_what_most_chose(
    counts: tuple[int | None, ...], total: int | None, said: str
) -> None:
    found = from_counts([(f"选项{n}", count) for n, count in enumerate(counts)], total)
    assert said == infographic.most(found)


@SHEETS
@pytest.mark.parametrize(
    ("values", "unit", "parts"),
    [
        (("4.10", "1.62", "3.74", "0"), "亿元", [0.433, 0.171, 0.395]),
        (("33.3", "33.3", "33.3"), "%", [0.333, 0.333, 0.333]),
        (("0.1", "99.9"), "%", [0.001, 0.999]),
        (("7",), "人", [1.0]),
        (("60", "60"), "%", [0.5, 0.5]),
        (("-5", "10"), "人", [1.0]),
    ],
    ids=["a sum", "rounded", "very unlike", "one", "too much", "below zero"],
)
def test_the_pieces_of_a_whole_are_as_wide_as_their_shares(
    values: tuple[str, ...], unit: str, parts: list[float], sheet: Sheet
) -> None:
    pen = shares(figure("share", *values, unit=unit), sheet)
    [whole] = (float(shape["attributes"]["width"]) for shape in of_role(pen, "track"))
    pieces = [
        shape["attributes"]
        for shape in pen.shapes
        if "tone" in shape["attributes"].get("class", "") and shape["attributes"]["height"] == "40"
    ]
    wide = [(float(piece["width"]) + 2) / whole for piece in pieces]
    assert [pytest.approx(part, abs=0.011) for part in parts] == wide
    assert len(texts(pen, "badge-text")) == len(values) + len(parts)


@SHEETS
def test_a_line_is_broken_where_nothing_is_known_and_says_where_its_scale_is_cut(
    sheet: Sheet,
) -> None:
    pen = lines(figure("line", "0.35", "0.41", None, "0.44", "0.48"), sheet)
    assert (len(of_role(pen, "line")), len(of_role(pen, "point"))) == (2, 4)
    assert texts(pen, "unit") == [CUT]
    whole = lines(figure("line", "0", "3", "-2"), sheet)
    assert texts(whole, "unit") == []
    flat = lines(figure("line", "5", "5"), sheet)
    assert (
        len(
            {
                point["attributes"]["cx" if not sheet.is_wide else "cy"]
                for point in of_role(flat, "point")
            }
        )
        == 1
    )


def test_points_whose_numbers_do_not_fit_side_by_side_stand_below_each_other() -> None:
    many = lines(figure("line", *["123456.78"] * 12), LANDSCAPE)
    assert len({point["attributes"]["cy"] for point in of_role(many, "point")}) == 12
    assert texts(many, "number") == ["123,456.78"] * 12


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("当晚22时全部恢复供水", 4, ["当晚", "22时全", "部恢复供", "水"]),
        ("全市正常，没有停水", 5, ["全市正常，", "没有停水"]),
        ("（一）供水", 3, ["（一）", "供水"]),
        ("ABCDEFGHIJ", 3, ["ABCD", "EFGH", "IJ"]),
        ("", 3, []),
    ],
)
def test_lines_break_where_chinese_lines_may(text: str, limit: float, expected: list[str]) -> None:
    found = wrap(text, limit)
    assert "".join(found) == text
    assert all(width(line) <= limit for line in found)
    assert all(line[0] not in "，。）" for line in found)
    assert len(found) == len(expected)


LETTERS = st.text(st.sampled_from("水供停a W1.5%，。（）“”—😀mi-"), min_size=1, max_size=34)
VALUES = st.one_of(
    st.none(), st.decimals(-(10**9), 10**9, places=2).map(lambda value: f"{value:f}")
)


@st.composite
def drawings(draw: st.DrawFn) -> dict[str, Any]:
    """Anything that a record may hold, also what the rules refuse."""
    rows = []
    for label, value in draw(st.lists(st.tuples(LETTERS, VALUES), max_size=14)):
        row: dict[str, Any] = {"label": label} | ({} if value is None else {"value": value})
        row |= {"text": draw(LETTERS)} if draw(st.booleans()) else {}
        rows.append(row | {"cells": draw(st.lists(LETTERS, max_size=4))})
    found: dict[str, Any] = {"type": draw(st.sampled_from(TYPES)), "items": rows}
    found |= {"fact": draw(LETTERS), "claim": draw(LETTERS), "verdict": "misleading"}
    return found | {"unit": draw(LETTERS)[:8], "columns": draw(st.lists(LETTERS, max_size=14))}


@given(drawing=drawings())
def test_whatever_a_record_holds_is_drawn_within_its_sheet(drawing: dict[str, Any]) -> None:
    shown = infographic.view(from_record(drawing), "标题", "a-")
    for sheet in shown["drawings"]:
        wide, high = float(sheet["width"]), float(sheet["height"])
        for shape in sheet["shapes"]:
            given_ = shape["attributes"]
            if shape["tag"] in ("rect", "circle"):
                left = float(given_.get("x") or float(given_["cx"]) - float(given_["r"]))
                size = float(given_.get("width") or 2 * float(given_["r"]))
                assert (left >= -0.2, left + size <= wide + 0.2, size >= 0) == (True,) * 3
            for line in shape["lines"]:
                assert 0 <= float(line["y"]) <= high
                assert 0 <= float(line["x"]) <= wide


def long_views() -> list[dict[str, Any]]:
    """Every type as full as its rule allows: labels of thirty letters, the most items."""
    label, text = (
        "城东区东环街道滨江路一二三四五号院内自动监测点位",
        "当晚22时恢复供水，请放心用Tap water",
    )
    found = []
    for type in TYPES:
        items = [
            {"label": f"{n}{label}"[:20], "text": text, "cells": [text[:20], label[:20]]}
            | {"value": f"{(n - 2) * 123456.78:.2f}" if type != "share" else f"{n * 99 + 1}"}
            for n in range(6)
        ]
        drawing = {"type": type, "items": items, "columns": ["实测的数值", "国家标准限值"]}
        drawing |= {"fact": text, "claim": label, "verdict": "partly-false", "unit": "毫克每升"}
        found.append(infographic.view(from_record(drawing), "标题", f"{type}-long-"))
    return found


MEASURE = """svgs => svgs.map(svg => {
  const out = [], frame = svg.getBoundingClientRect();
  if (!frame.width) return [svg.classList[1], false, out];
  const texts = [...svg.querySelectorAll("tspan, g > text")].map(t => {
    const [box] = t.getClientRects(); return [t.textContent, box]; });
  texts.forEach(([said, box], n) => {
    if (box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom)
      out.push("outside: " + said);
    texts.slice(n + 1).forEach(([other, its]) => {
      const wide = Math.min(box.right, its.right) - Math.max(box.left, its.left);
      const high = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
      // Line boxes of neighbours may touch; their letters may not.
      if (wide > 1 && high > box.height * .25) out.push(said + " / " + other);
    });
  });
  return [svg.classList[1], frame.width > 0, out];
})"""


@pytest.mark.parametrize("width_px", [340, 760])
def test_in_a_browser_no_word_is_cut_or_stands_on_another(browser: Browser, width_px: int) -> None:
    page = browser.new_page(viewport={"width": 900, "height": 900})
    views = [*map(view_of, TYPES), *long_views()]
    page.set_content(page_of(views, width_px))
    found = page.locator(".resp-drawing").evaluate_all(MEASURE)
    page.close()
    shown = [(name, faults) for name, is_shown, faults in found if is_shown]
    name = "landscape" if width_px > 700 else "portrait"
    assert [(f"resp-drawing--{name}", [])] * len(views) == shown


def test_in_forced_colours_every_line_and_word_has_the_readers_colour(browser: Browser) -> None:
    page = browser.new_page()
    page.emulate_media(forced_colors="active")
    page.set_content(page_of([*map(view_of, TYPES)], 760))
    drawn = page.locator(".resp-drawing--landscape :is(line, path, text:not([class$=disc-text]))")
    found = drawn.evaluate_all(
        "shapes => shapes.map(s => { const css = getComputedStyle(s);"
        " return s.tagName === 'text' ? css.fill : css.stroke; })"
    )
    text = page.evaluate("getComputedStyle(document.body).color")
    page.close()
    assert set(found) == {text}


def test_a_drawing_is_named_and_described_and_its_words_are_escaped() -> None:
    view = infographic.view(figure("bar", "3"), "<b>题", "block-0-")
    macros: Any = environment(THEME).globals["ui"]
    html = str(macros.infographic.drawing(view))
    assert html.count('role="img"') == 2
    assert 'aria-labelledby="block-0-portrait-title block-0-portrait-desc"' in html
    assert ("&lt;b&gt;题" in html, "<b>" in html, "style=" in html) == (True, False, False)


def test_a_value_keeps_its_decimals_and_gets_a_true_minus() -> None:
    item = Item("一", Decimal("-1234.50"), "米")
    assert Figure("bar", (item,), "米").said(item) == "\u22121,234.50米"
