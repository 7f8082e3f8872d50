"""The list of corrections stays bounded: the newest, and months once there are more."""

from pathlib import Path

from huiying.render.body import body
from huiying.render.head import head
from huiying.render.plan import Page, pages
from tests.helper import CLARIFICATION, RUMOUR
from tests.render.sites import SITE, project
from tests.render.test_body import ENV

HISTORY = "变更记录:\n  - {时间: 2026-01-01 09:40, 类型: 首发, 说明: 首次发布}\n"


def corrected(folder: Path, count: int) -> dict[str, tuple[Page, str]]:
    """The pages of a site with so many corrections, three a day from January on, and their HTML."""
    entries = (
        f"  - {{时间: 2026-0{1 + n // 84}-{1 + n % 84 // 3:02} {10 + n % 3}:00, 类型: 更正, "
        f"说明: 第{n}次, 单位: shuiwuju, 原文: 甲, 新文: 乙}}\n"
        for n in range(1, count + 1)
    )
    text = CLARIFICATION.replace("2026-03-12 09:40", "2026-01-01 09:40").replace(
        "2026-03-11", "2025-12-31"
    )
    projection = project(folder, {**SITE, RUMOUR: text + HISTORY + "".join(entries)})
    settings = projection.settings
    return {
        page.address: (page, head(page, settings) + body(page, settings, ENV))
        for page in pages(projection)
        if page.column == "corrections"
    }


def test_fifty_stand_on_one_page(tmp_path: Path) -> None:
    found = corrected(tmp_path, 50)
    assert found.keys() == {"corrections/"}
    assert found["corrections/"][1].count("resp-corrections__item") == 50
    assert found["corrections/"][1].count("<span>市水务局</span>") == 50


def test_from_fifty_one_on_there_is_a_page_for_each_month(tmp_path: Path) -> None:
    found = corrected(tmp_path, 90)
    assert found.keys() == {"corrections/", "corrections/2026/01/", "corrections/2026/02/"}
    newest, january = found["corrections/"][1], found["corrections/2026/01/"][1]
    assert newest.count("resp-corrections__item") == 50
    assert "共90条，这里是最新50条" in newest
    assert 'href="../corrections/2026/01/"' in newest
    assert "<title>更正记录：2026年1月" in january
    assert "回到最新" in january
    assert "第1次" in january
    counts = [
        found[f"corrections/2026/0{month}/"][1].count("resp-corrections__item") for month in (1, 2)
    ]
    assert sum(counts) == 90
