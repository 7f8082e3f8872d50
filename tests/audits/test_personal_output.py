"""Persons in outputs: what only an output holds is a leak."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from huiying import public
from huiying.audits import check, personal_output
from huiying.audits.facts import Facts, facts, pack, unpack
from huiying.audits.markup import read as markup_of
from huiying.settings import Settings
from tests.audits.test_facts import ARTICLE, BODY, HEAD
from tests.helper import NOW, RUMOUR, read
from tests.privacy.cases import with_check
from tests.render.sites import BASE_URL, SITE

MASK = "138****5678"
IDENTITY = with_check("45029919900101123")


def shown(path: str, text: str) -> list[str]:
    """The masks of the traces in an output."""
    return [mask for _, mask in facts(path, text).traces]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("<p>电话13812345678</p>", [MASK]),
        ("<p>138<b>1234</b>5678</p>", [MASK]),
        ("<p>一三八一二三四五六七八</p>", [MASK]),
        ("<p>&#49;3812345678</p>", [MASK]),
        ('<img src="../../a.svg" alt="13812345678">', [MASK]),
        ('<p title="写信到wang@mail.example">x</p>', ["w***@mail.example"]),
        ('<a href="tel:13812345678">x</a>', [MASK]),
        ('<a href="mailto:wang@mail.example">x</a>', ["w***@mail.example"]),
        ('<a href="https://a.example/?q=13812345678">x</a>', [MASK]),
        (f'<a href="https://a.example/{IDENTITY}">x</a>', ["450**************" + IDENTITY[-1]]),
        ('<script type="application/ld+json">{"a":"13812345678"}</script>', [MASK]),
        ("<p>住3号楼2单元501室</p>", ["*号楼*单元***室"]),
        ('<a href="https://a.example/t20260312_13812345678.html">x</a>', []),
        ('<svg viewBox="0 0 13812345678 1"><path d="M13812345678 2"/></svg>', []),
        ("<td>138</td><td>1234</td><td>5678</td>", []),
        ("<p>网民张小红</p>", []),
        ("<p>2026-03-12 09:40，供水41.2万立方米，投资13812345678元</p>", []),
    ],
)
def test_a_page_is_read_as_it_is_seen(more: str, expected: list[str]) -> None:
    assert shown(ARTICLE, HEAD + BODY.replace("</main>", f"{more}</main>")) == expected


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("feeds/all.xml", "<title>13812345678</title>"),
        ("api/v1/rumours.json", '{"title":"电话13812345678","at":"2026-03-12T09:40:00+08:00"}'),
        ("calendar.ics", "SUMMARY:13812345678\r\nDTSTART:20260312T094000Z\r\n"),
        ("data/a.csv", "a,13812345678,b\n"),
        ("cards/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><text>13812345678</text></svg>"),
    ],
)
def test_whatever_is_no_page_is_read_too(path: str, text: str) -> None:
    assert shown(path, text) == [MASK]


def test_a_page_without_persons_has_no_trace_and_facts_survive_the_cache() -> None:
    assert facts(ARTICLE, HEAD + BODY).traces == ()
    found = facts(ARTICLE, HEAD + BODY.replace("3月12日", "13812345678"))
    assert len(found.traces) == 1
    assert unpack(pack("d", found)) == ("d", found)
    assert "1381234" not in pack("d", found).decode()


def said(folder: Path, files: dict[str, str], path: str, value: str) -> list[tuple[str, str, str]]:
    """File, key and value of what is said when an output holds a value."""
    content = read(folder, {**SITE, **files})
    projection = public.project(content.library, Settings(content.site, BASE_URL, NOW))
    found = {path: Facts("data", traces=facts("a.txt", value).traces)}
    by_hand = {"about/index.html": "content/pages/about.md"}
    problems = check(found, {path}, content.library, projection, by_hand)
    return [(each.mark.file, each.key, each.values["value"]) for each in problems]


def test_what_no_public_value_holds_is_a_leak_and_what_one_holds_was_judged(tmp_path: Path) -> None:
    leak = [(f"content/{RUMOUR}", "personal-output", "139****4321")]
    page = "rumours/20260312-tingshui/index.html"
    assert said(tmp_path / "a", {}, page, "13987654321") == leak
    inside = {RUMOUR: SITE[RUMOUR] + "内部: {联系人: 13987654321}\n"}
    assert said(tmp_path / "b", inside, page, "13987654321") == leak
    told = {RUMOUR: SITE[RUMOUR] + "措施: 电话139 8765 4321\n"}
    assert said(tmp_path / "c", told, page, "13987654321") == []
    unread = {RUMOUR: told[RUMOUR].replace("状态: 已审定", "状态: 草稿")}
    assert [each[1] for each in said(tmp_path / "d", unread, page, "13987654321")] == [
        "personal-output"
    ]


def test_pages_by_hand_and_media_are_judged_as_files(tmp_path: Path) -> None:
    assert said(tmp_path / "a", {}, "about/index.html", "13987654321") == []
    assert said(tmp_path / "b", {}, "media/a.csv", "13987654321") == []
    assert said(tmp_path / "c", {}, "feeds/all.xml", "13987654321") != []


def test_a_page_costs_little(figure: Callable[[str, object], None]) -> None:
    text = "<p>市水务局核实：全市6座水厂运行正常，2026年3月12日供水41.2万立方米。</p>\n" * 100
    page = HEAD + BODY.replace("</main>", f"{text}</main>")
    markup = markup_of(page, is_ours=True)
    start = time.perf_counter()
    for _ in range(50):
        personal_output.look(markup)
    cost_ms = (time.perf_counter() - start) / 50 * 1000
    figure(
        f"privacy: looking at a page of {len(page) // 1000} thousand signs, ms", round(cost_ms, 2)
    )
    assert cost_ms < 20, cost_ms
