"""The filters of the index in a real browser: address, way back, keyboard, hostile input."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser import serve_folder
from tests.helper import CLARIFICATION, ORGANISATIONS, RUMOUR, SITE
from tests.sites import build, write_site

VERDICTS = ("不实", "部分不实", "误读误导")
SUBJECTS = ("城市建设", "教育")
BODIES = ("shuiwuju", "wangxinban")
COUNT = 140
LETTER_BOX = "https://xinxiang.example/write?content={text}"
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text("utf-8")
TYPES = "require-trusted-types-for 'script'"


def files() -> dict[str, str | bytes]:
    """Clarifications of 2024 and 2025, by turns of each verdict, subject and body."""
    found: dict[str, str | bytes] = {
        "site.yml": f"{SITE}热线: 0000-12345\n信箱网址: {LETTER_BOX}\n",
        "registers/organisations.yml": ORGANISATIONS,
        RUMOUR: CLARIFICATION.replace("已审定", "草稿"),
    }
    for number in range(COUNT):
        year, month, day = 2024 + number % 2, 1 + number % 7, 1 + number % 28
        text = CLARIFICATION.replace("停水三天", f"停水{number}天")
        text = text.replace("2026-03-12 09:40", f"{year}-{month:02}-{day:02} 09:40")
        text = text.replace("2026-03-11 20:15", f"{year - 1}-12-31 20:15")
        text = text.replace("结论: 不实", f"结论: {VERDICTS[number % 3]}")
        text = text.replace("单位: shuiwuju", f"单位: {BODIES[number % 5 == 0]}")
        text += f"主题: [{SUBJECTS[number % 2]}]\n"
        found[f"clarifications/{year}/{year}{month:02}{day:02}-n{number}.yml"] = text
    return found


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(write_site(tmp_path_factory.mktemp("filter"), files()))


@pytest.fixture(scope="module")
def address(tree: Path) -> Iterator[str]:
    with serve_folder(tree) as url:
        yield f"{url}/rumours/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test by any error, report of the policy or request elsewhere."""
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: said.type in ("error", "warning") and faults.append(said.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda sent: "127.0.0.1" in sent.url or faults.append(sent.url))
    yield page
    assert faults == []
    context.close()


def expected(**wanted: Any) -> list[int]:
    """Numbers of the records that meet all: verdict, subject, body, year, month."""
    found = []
    for number in range(COUNT):
        facts = {
            "verdict": VERDICTS[number % 3],
            "subject": SUBJECTS[number % 2],
            "body": BODIES[number % 5 == 0],
            "year": 2024 + number % 2,
            "month": 1 + number % 7,
        }
        if all(facts[name] == value for name, value in wanted.items()):
            found.append(number)
    return found


def numbers(page: Page) -> list[int]:
    """The numbers of the records shown, in no order."""
    hrefs = page.locator("[data-found-rows] a").evaluate_all("a => a.map(a => a.href)")
    return sorted(int(href.rstrip("/").rpartition("-n")[2]) for href in hrefs)


def said(page: Page) -> str:
    """What the live region says once the search is done."""
    status = page.locator("[data-found-count]")
    status.filter(has_not_text="正在查找").wait_for()
    return status.inner_text()


def choose(page: Page, **values: str) -> None:
    for name, value in values.items():
        page.locator(f"select[name={name}]").select_option(value)


def test_one_filter_shows_its_records_and_says_how_many(page: Page, address: str) -> None:
    page.goto(address)
    choose(page, organisation="wangxinban")
    assert said(page) == "共28条。"
    assert numbers(page) == expected(body="wangxinban")
    first = page.locator("[data-found-rows] .resp-row").first
    assert first.locator("h3 a").inner_text() == "3月12日起全市正常供水，没有停水55天的安排"
    assert "网传：“紧急通知！3月12日开始全市停水55天" in first.inner_text()
    assert "2025年7月28日" in first.inner_text()
    assert first.locator(".resp-verdict svg").count() == 1
    assert not page.locator("[data-found-more]").is_visible()
    assert page.url == f"{address}?organisation=wangxinban"


def test_filters_add_up(page: Page, address: str) -> None:
    page.goto(address)
    choose(page, verdict="false-claim", subject="urban", period="2024")
    assert said(page) == f"共{len(expected(verdict='不实', subject='城市建设', year=2024))}条。"
    assert numbers(page) == expected(verdict="不实", subject="城市建设", year=2024)
    choose(page, period="2024-03")
    said(page)
    assert numbers(page) == expected(verdict="不实", subject="城市建设", year=2024, month=3)


def test_more_than_fifty_come_in_turns_the_newest_first(page: Page, address: str) -> None:
    page.goto(f"{address}?subject=urban")
    assert said(page) == "共70条，这里是最新50条。"
    dates = page.locator("[data-found-rows] time").evaluate_all("t => t.map(t => t.dateTime)")
    assert dates == sorted(dates, reverse=True)
    page.get_by_role("button", name="再看更早的").click()
    page.locator("[data-found-count]", has_text="共70条。").wait_for()
    assert numbers(page) == expected(subject="城市建设")
    assert not page.locator("[data-found-more]").is_visible()
    # Whoever reads on by keyboard goes on at the first new one.
    place = page.locator("[data-found-rows] a").nth(50)
    assert place.evaluate("a => a === document.activeElement")


def test_the_address_keeps_the_state_and_the_way_back_works(page: Page, address: str) -> None:
    page.goto(f"{address}?q=%E5%81%9C%E6%B0%B4&from=1")
    assert page.locator("#newest").is_visible()
    choose(page, verdict="false-claim")
    said(page)
    choose(page, subject="education")
    both = said(page)
    assert page.url.endswith("?q=%E5%81%9C%E6%B0%B4&from=1&verdict=false-claim&subject=education")
    page.reload()
    assert said(page) == both
    assert page.locator("select[name=subject]").input_value() == "education"
    page.go_back()
    said(page)
    assert page.locator("select[name=subject]").input_value() == ""
    assert numbers(page) == expected(verdict="不实")
    page.go_back()
    assert page.locator("#newest").is_visible()
    assert not page.locator("[data-found]").is_visible()
    page.go_forward()
    said(page)
    page.locator("[data-found-rows] a").first.click()
    page.wait_for_url("**/rumours/2*/")
    page.go_back()
    said(page)
    assert numbers(page) == expected(verdict="不实")


def test_everything_works_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("select[name=verdict]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert said(page).startswith("共")
    assert page.evaluate("document.activeElement.name") == "subject"
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "看全部"
    page.keyboard.press("Enter")
    assert page.locator("#newest").is_visible()
    assert page.evaluate("document.activeElement.name") == "verdict"
    assert page.url == address


def test_screen_readers_get_names_and_a_live_region(page: Page, address: str) -> None:
    page.goto(address)
    for label in ("结论", "主题", "责任单位", "时间"):
        assert page.get_by_role("combobox", name=label, exact=True).count() == 1
    choose(page, verdict="misleading")
    said(page)
    assert page.get_by_role("status").inner_text() == "共46条。"
    assert page.get_by_role("region", name="筛选结果").count() == 1


def test_nothing_found_says_what_to_do_next(page: Page, address: str) -> None:
    page.goto(f"{address}?period=2025-01&organisation=wangxinban&verdict=false-claim&subject=urban")
    assert said(page) == "没有符合条件的。"
    help_text = page.locator("[data-found-nothing]")
    assert "先不转发" in help_text.inner_text()
    assert help_text.locator("a[href='../channels/']").count() == 1
    assert help_text.locator("a[href='tel:000012345']").count() == 1
    letter = help_text.locator("[data-letter]").get_attribute("href") or ""
    assert letter.startswith("https://xinxiang.example/write?content=%E6%88%91")
    written = page.evaluate("a => new URL(a).searchParams.get('content')", letter)
    assert "责任单位：市网信办" in written


def test_without_scripts_the_same_lists_are_pages(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}?verdict=false-claim")
    assert not page.locator("[data-filter]").is_visible()
    assert page.locator("#newest").is_visible()
    for name, count in (("不实", 47), ("城市建设", 70), ("市网信办", 28)):
        page.goto(address)
        page.get_by_role("link", name=name, exact=True).first.click()
        assert f"共{count}条" in page.locator("main").inner_text()
    context.close()


HOSTILE = [
    "verdict=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "organisation=__proto__&subject=constructor",
    "subject=%E0%A4%A&verdict=%",
    "period=2024%27%5D%2Cscript&%27%5D=1&%3Cscript%3E=1",
    "&&==&verdict&subject=",
    "verdict=false-claim&verdict=x",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_address_chooses_nothing(page: Page, address: str, query: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{address}?{query}")
    assert page.locator("#newest").is_visible()
    values = page.locator("[data-filter] select").evaluate_all("s => s.map(s => s.value)")
    assert values == [""] * 4
    choose(page, verdict="false-claim")
    assert said(page) == "共47条。"


def test_the_data_is_text_never_markup(page: Page, address: str) -> None:
    attack = "<img src=x onerror=alert(1)>"

    def attacked(route: Route) -> None:
        data = route.fetch().json()
        for record in data["records"]:
            record |= {
                "title": attack,
                "said": [attack],
                "organisation": {"id": "x", "name": attack},
            }
        route.fulfill(body=json.dumps(data), content_type="application/json")

    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.route("**/rumours/2*/*.json", attacked)
    answer = page.goto(f"{address}?verdict=false-claim&period=2024")
    assert answer is not None
    assert TYPES in answer.headers["content-security-policy"]
    said(page)
    assert page.locator("[data-found-rows] img").count() == 0
    row = page.locator("[data-found-rows] .resp-row").first
    assert row.locator("h3").inner_text() == attack


def test_where_the_data_cannot_be_had_the_lists_come_back(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/rumours/index.json", lambda route: route.abort())
    page.goto(f"{address}?verdict=false-claim")
    page.get_by_role("status").filter(has_text="请检查网络后再试").wait_for()
    assert page.locator("#newest").is_visible()
    page.unroute("**/rumours/index.json")
    choose(page, verdict="misleading")
    assert said(page) == "共46条。"
    context.close()


OLD = """
for (const name of ["fetch", "URLSearchParams", "URL", "Promise", "Symbol", "Map", "Set"]) {
  try { delete window[name]; } catch (kept) { /* some are not ours to delete */ }
}
delete NodeList.prototype.forEach;
delete Array.prototype.includes;
delete String.prototype.includes;
delete Object.assign;
delete Array.from;
"""


def test_an_engine_of_2014_is_enough(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(OLD)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}?verdict=false-claim")
    assert said(page) == "共47条。"
    assert faults == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_what_is_found_and_nothing_found_are_accessible(
    browser: Browser, address: str, width: int, scheme: Any
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, has_touch=width < 800
    )
    page = context.new_page()
    for query in ("subject=urban", "period=2025-01&organisation=wangxinban&subject=urban"):
        page.goto(f"{address}?{query}")
        said(page)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.evaluate(AXE)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []
    context.close()
