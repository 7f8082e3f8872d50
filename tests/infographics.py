"""`python -m tests.infographics`: docs/infographics.png, every type of drawing as readers see it.

In: nothing. Out: one picture: each type wide and tall, in light, in dark and on paper. The drawings
are those of `FIGURES`, which the tests use as well. Run it after every change of a drawing or of
its style, and look at the result.
"""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PIL import Image

from huiying.render import infographic
from huiying.render.body import environment
from tests.browser import find_chromium, is_root
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

THEME = ROOT / "theme"
OUT = ROOT / "docs" / "infographics.png"
MOST_BYTES = 600_000
WIDE_PX, TALL_PX, ROW_PX = 736, 340, 560
MODES = {"light": "screen", "dark": "screen", "paper": "print"}


def items(*rows: tuple[str, ...], names: tuple[str, ...]) -> list[dict[str, str]]:
    """Items from rows of texts; an empty text is a field that was left out."""
    return [{name: text for name, text in zip(names, row, strict=True) if text} for row in rows]


NUMBERS = ("label", "value")
WORDS = ("label", "text")
FIGURES: Mapping[str, tuple[str, dict[str, Any]]] = {
    "fact-check": (
        "全市正常供水，没有停水三天",
        {
            "fact": "6座水厂都在运行，当晚22时全部恢复供水",
            "claim": "水厂设备炸了，今天起全市停水三天",
            "verdict": "false-claim",
            "items": items(
                ("3个街道2.63万户停水", "东环路主干管破裂，当天抢修完毕"),
                ("爆炸画面是外省2024年的事故", ""),
                names=WORDS,
            ),
        },
    ),
    "timeline": (
        "从强降雨到积水排完，用了24小时",
        {
            "items": items(
                ("5:00", "强降雨开始"),
                ("7:05", "首次发布积水路段"),
                ("7:10", "东环路下穿隧道封闭"),
                ("12:25", "出现“溃坝”视频，是外地2020年的画面"),
                ("13:20", "应急广播：大坝正常，不用转移"),
                ("15:10", "公布水位和视频出处"),
                ("次日5:00", "6处积水全部排除"),
                names=WORDS,
            )
        },
    ),
    "steps": (
        "水发黄，按这四步做",
        {
            "items": items(
                ("关热水器进水阀", "防止带锈的水进入热水器"),
                ("打开最低处的冷水龙头", "放水5至10分钟，接起来的水可以冲厕所、拖地"),
                ("水清了照常用", "发黄时不要喝，也不要洗浅色衣物"),
                ("还不清就打电话", "0000-96500，全天有人接听，上门排查不收费"),
                names=WORDS,
            )
        },
    ),
    "figures": (
        "抢修一天，当晚来水",
        {
            "items": items(
                ("停水街道", "3", "个"),
                ("受影响", "2.63", "万户"),
                ("从停水到恢复", "16", "小时"),
                ("人员伤亡", "0", "人"),
                names=("label", "value", "unit"),
            )
        },
    ),
    "bar": (
        "只有龙潭水库还高于汛限水位",
        {
            "unit": "米",
            "items": items(
                ("龙潭水库溢洪道上游三百米处自动监测点及下游河道", "1.25"),
                ("柳塘水库", "-0.4"),
                ("滨江水闸", "-2.31"),
                ("河西泵站", ""),
                ("南湖", "0"),
                names=NUMBERS,
            ),
        },
    ),
    "line": (
        "出厂水余氯一周稳定",
        {
            "unit": "毫克每升",
            "items": items(
                ("11月18日", "0.35"),
                ("11月19日", "0.41"),
                ("11月20日", ""),
                ("11月21日", "0.44"),
                ("11月22日", "0.48"),
                ("11月23日", "0.46"),
                names=NUMBERS,
            ),
        },
    ),
    "share": (
        "改造的钱，居民不集资",
        {
            "unit": "亿元",
            "items": items(
                ("中央补助", "4.10"),
                ("省级补助", "1.62"),
                ("市区财政", "3.74"),
                ("居民集资", "0"),
                names=NUMBERS,
            ),
        },
    ),
    "comparison": (
        "水质三项都在国家标准以内",
        {
            "columns": ["11月19日实测", "国家标准"],
            "items": [
                {
                    "label": "余氯（毫克每升）",
                    "cells": ["0.35—0.48", "出厂水不超过2，末梢不低于0.05"],
                },
                {"label": "浑浊度（NTU）", "cells": ["0.31—0.86", "不超过1"]},
                {"label": "铁（毫克每升）", "cells": ["0.04—0.21", "不超过0.3"]},
            ],
        },
    ),
}
"""One of each type: its message, and what a record says of it, as the projection gives it."""


def view_of(type: str) -> dict[str, Any]:
    """What the component is given of the figure of a type."""
    title, drawing = FIGURES[type]
    return infographic.view(infographic.from_record({"type": type, **drawing}), title, f"{type}-")


def page_of(views: list[dict[str, Any]], width_px: int, theme: str = "light") -> str:
    """A page with nothing but drawings in the theme's style, `width_px` wide each."""
    macros: Any = environment(THEME).globals["ui"]
    files = [*sorted((THEME / "styles").glob("*.css"))]
    files += sorted((THEME / "components").glob("*/style.css"))
    css = "".join(file.read_text(encoding="utf-8") for file in files)
    drawn = "".join(
        f'<section style="width:{width_px}px;padding:12px"><h3>{view["title"]}</h3>'
        f"{macros.infographic.drawing(view)}{macros.infographic.data(view)}</section>"
        for view in views
    )
    return (
        f'<!doctype html><html lang="zh-CN" data-theme="{theme}"><meta charset="utf-8">'
        f"<style>{css}</style><body>{drawn}"
    )


def picture(browser: "Browser", theme: str, medium: str) -> Image.Image:
    """All types in one mode: each row a type, wide and tall side by side."""
    views = [view_of(type) for type in FIGURES]
    wide, tall = (
        pictures(browser, page_of(views, px, "dark" if theme == "dark" else "light"), medium)
        for px in (WIDE_PX, TALL_PX)
    )
    rows = [max(one.height, other.height) for one, other in zip(wide, tall, strict=True)]
    paper = "#14181d" if theme == "dark" else "#ffffff"
    sheet = Image.new("RGB", (wide[0].width + tall[0].width, sum(rows)), paper)
    y = 0
    for one, other, high in zip(wide, tall, rows, strict=True):
        sheet.paste(one, (0, y))
        sheet.paste(other, (one.width, y))
        y += high
    return sheet


def pictures(browser: "Browser", html: str, medium: str) -> list[Image.Image]:
    """Each drawing of a page as a picture."""
    page = browser.new_page(viewport={"width": 900, "height": 900})
    page.emulate_media(media="print" if medium == "print" else "screen")
    page.set_content(html)
    page.add_style_tag(content=".resp-words { display: none; }")
    shots = [section.screenshot() for section in page.locator("section").all()]
    page.close()
    return [Image.open(io.BytesIO(shot)).convert("RGB") for shot in shots]


def main() -> None:
    """Write the contact sheet."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        args = ["--no-sandbox"] if is_root() else []
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=args)
        found = [picture(browser, theme, medium) for theme, medium in MODES.items()]
        browser.close()
    sheet = Image.new("RGB", (sum(each.width for each in found), max(e.height for e in found)))
    x = 0
    for each in found:
        sheet.paste(each, (x, 0))
        x += each.width
    small = sheet.resize((sheet.width * 7 // 10, sheet.height * 7 // 10), Image.Resampling.LANCZOS)
    small.quantize(200, Image.Quantize.FASTOCTREE).save(OUT, optimize=True)
    assert OUT.stat().st_size <= MOST_BYTES, OUT.stat().st_size


if __name__ == "__main__":
    main()
