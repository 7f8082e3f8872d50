"""查一查 in a real browser: typed, pasted, by keyboard, from every page; what it tells."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from huiying.finder.confidence import Tier
from huiying.finder.finder import LONGEST_WORDS, find
from huiying.finder.folding import fold
from huiying.finder.index import Index
from tests.browser import Handler, serve_folder
from tests.finder import corpus
from tests.helper import CLARIFICATION, lay
from tests.sites import build, write_site
from tests.test_filter import AXE, TYPES
from tests.test_hostile import payloads

PASTED = corpus.records()[7].forms[0] + "请大家注意安全。" * 190
KNOWN = corpus.records()[10]
LIVE = "[data-results-said]"
TOLD = re.compile("到|官方回应")
ANSWERED = f"这条已有官方回应：{KNOWN.verdict}。{KNOWN.title}"
OLD = """
for (const name of ["fetch", "URLSearchParams", "URL", "Promise", "Symbol", "Map", "Set",
                    "TextDecoder", "Reflect", "Proxy", "BigInt"]) {
  try { delete window[name]; } catch (kept) { /* some are not ours to delete */ }
}
delete Intl.Segmenter;
delete NodeList.prototype.forEach;
delete Array.prototype.includes;
delete Array.prototype.find;
delete String.prototype.includes;
delete String.prototype.normalize;
delete String.prototype.codePointAt;
delete Object.assign;
delete Array.from;
delete Math.imul;
"""


COUNT_ENDED = """
window.ended = 0;
const abort = XMLHttpRequest.prototype.abort;
XMLHttpRequest.prototype.abort = function () { window.ended += 1; abort.call(this); };
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 375, "height": 812})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails its test by any error, report of the policy or request elsewhere."""
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: said.type in ("error", "warning") and faults.append(said.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda sent: "127.0.0.1" in sent.url or faults.append(sent.url))
    yield page
    assert faults == []


@pytest.fixture(scope="module")
def related(tree: Path) -> str:
    """A message of which it is not sure which record answers it."""
    index = Index(lambda path: (tree / "finder" / path).read_bytes())
    messages = (text for text in corpus.queries() if len(fold(text)) > LONGEST_WORDS)
    return next(text for text in messages if find(text, index).tier is Tier.POSSIBLE)


def said(page: Page, text: str | re.Pattern[str] = TOLD) -> str:
    """What the live region says, once it says that."""
    page.locator(LIVE, has_text=text).wait_for(state="attached")
    return page.locator(LIVE).text_content() or ""


def titles(page: Page) -> list[str]:
    return page.locator("[data-results-hits] h3").all_inner_texts()


def field(page: Page) -> Any:
    return page.get_by_role("textbox", name="把收到的消息粘贴到这里，或者输入几个字")


def test_words_are_searched_while_they_are_typed(page: Page, address: str) -> None:
    page.goto(f"{address}/find/")
    field(page).press_sequentially("大蒜", delay=20)
    told = said(page)
    count = int("".join(filter(str.isdecimal, told)))
    assert told == f"找到{count}条与“大蒜”有关的回应。"
    assert page.get_by_role("heading", name=f"{count}条与“大蒜”有关").is_visible()
    assert page.url == f"{address}/find/#q={quote('大蒜')}"
    assert "大蒜" in titles(page)[0]
    marks = page.locator("[data-results-hits] mark").all_inner_texts()
    assert set(marks) == {"大蒜"}
    row = page.locator("[data-results-hits] article").first
    assert row.locator(".resp-verdict svg").count() == 1
    assert row.locator("a").get_attribute("href").startswith("../rumours/202")
    assert len(row.locator("time").get_attribute("datetime") or "") == 10


def test_ten_are_shown_and_then_ten_more(page: Page, address: str) -> None:
    page.goto(f"{address}/find/#q={quote('安')}")
    page.goto(f"{address}/find/#q={quote('北京')}")
    told = said(page, "北京")
    total = int("".join(filter(str.isdecimal, told)))
    assert total > 20
    assert len(titles(page)) == 10
    page.get_by_role("button", name="再看更多").click()
    page.locator("[data-results-hits] h3").nth(19).wait_for()
    assert len(titles(page)) == 20
    assert len(set(titles(page))) == 20
    # Whoever reads on by keyboard goes on at the first new one.
    new = page.locator("[data-results-hits] h3 a").nth(10)
    assert new.evaluate("a => a === document.activeElement")


def test_a_number_is_called_about_right_only_while_it_is_a_guess(page: Page, address: str) -> None:
    page.goto(f"{address}/find/#q={quote('自来水没有')}")
    said(page)
    total = page.locator("#results")
    more = page.get_by_role("button", name="再看更多")
    assert total.inner_text().startswith("约")
    while more.is_visible():
        shown = len(titles(page))
        more.click()
        page.locator("[data-results-hits] h3").nth(shown).wait_for()
    assert total.inner_text() == f"{len(titles(page))}条与“自来水没有”有关"
    said(page, f"找到{len(titles(page))}条与“自来水没有”有关的回应。")


def test_under_a_sure_answer_the_rest_is_called_what_it_may_be(page: Page, address: str) -> None:
    page.goto(f"{address}/find/#q={quote(KNOWN.forms[0])}")
    said(page)
    button = page.locator("[data-results-more]")
    assert "也可能相关" in button.inner_text()
    assert "再看更多" not in page.locator("main").inner_text()
    button.click()
    assert page.get_by_role("heading", name="也可能相关", level=2).count() == 1
    assert len(titles(page)) == 10
    page.goto(f"{address}/find/#q={quote('北京')}")
    said(page, "北京")
    assert button.inner_text() == "再看更多"


def test_an_address_changed_on_the_page_is_gone_to_as_a_fresh_one(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 375, "height": 560})
    page.goto(f"{address}/find/#q={quote('北京')}")
    said(page, "北京")
    page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
    page.evaluate(f"location.hash = 'q={quote('大蒜')}'")
    said(page, "大蒜")
    assert comes_to_the_top(page)
    assert page.evaluate("document.activeElement.id") == "results"
    # The way back goes nowhere by itself.
    page.evaluate("document.activeElement.blur()")
    page.go_back()
    said(page, "北京")
    assert page.evaluate("document.activeElement.id") != "results"


def test_a_paste_of_1500_characters_is_searched_at_once(
    page: Page, context: BrowserContext, address: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/find/")
    text = PASTED[:1500]
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    field(page).focus()
    page.keyboard.press("Control+V")
    assert said(page) != ""
    assert field(page).input_value() == text
    assert unquote(page.url.partition("#q=")[2]) == text
    assert titles(page)


TOP = "document.querySelector('#results').getBoundingClientRect().top"


def comes_to_the_top(page: Page) -> bool:
    """Whether the heading of what was found stands near the top, once the page has moved."""
    for _ in range(200):
        if 0 <= page.evaluate(TOP) < 100:
            return True
        page.wait_for_timeout(50)
    return False


PASTE = """([field, text]) => {
  field.dispatchEvent(new ClipboardEvent('paste', {bubbles: true}));
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
}"""


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(375, 667), (360, 560)], ids=str)
def test_what_is_found_for_a_paste_comes_into_sight_and_nothing_moves_while_typing(
    page: Page, address: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/find/")
    field(page).press_sequentially(KNOWN.forms[0], delay=5)
    page.get_by_role("heading", name="这条已有官方回应").wait_for(timeout=5000)
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == 0
    assert page.evaluate(TOP) > size[1] - 250
    page.get_by_role("button", name="清空").click()
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(PASTE, [field(page).element_handle(), KNOWN.forms[0]])
    page.get_by_role("heading", name="这条已有官方回应").wait_for()
    assert comes_to_the_top(page)
    # The cursor stays where it was.
    assert page.evaluate("document.activeElement.id") == "box"
    field(page).press("Control+End")
    page.evaluate("scrollTo(0, 0)")
    field(page).press_sequentially("的", delay=5)
    page.wait_for_timeout(800)
    assert page.evaluate("scrollY") == 0
    field(page).press("Enter")
    assert comes_to_the_top(page)
    assert page.evaluate("document.activeElement.id") == "results"


def test_a_paste_that_could_not_be_searched_shows_why(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 460})
    page.route("**/finder/manifest.json", lambda route: route.abort())
    page.goto(f"{address}/find/")
    page.evaluate(PASTE, [field(page).element_handle(), KNOWN.forms[0]])
    button = page.get_by_role("button", name="再试一次")
    button.wait_for()
    page.wait_for_timeout(600)
    place = button.bounding_box()
    assert place is not None
    assert 0 < place["y"] < 400


def test_a_message_with_an_answer_gets_it_large(page: Page, address: str) -> None:
    page.goto(f"{address}/find/#q={quote(KNOWN.forms[0])}")
    assert said(page) == ANSWERED
    assert page.get_by_role("heading", name="这条已有官方回应", level=2).is_visible()
    answer = page.locator(".resp-answer")
    assert answer.count() == 1
    assert answer.get_by_role("heading", level=3).inner_text() == KNOWN.title
    assert answer.locator("mark").count() > 0
    # To those who listen, the title is the one link.
    assert answer.get_by_role("link").count() == 1
    assert answer.locator("a[tabindex='-1']").count() == 1
    answer.get_by_text("看回应全文").click()
    page.wait_for_url("**/rumours/2*/")
    assert page.locator("h1").inner_text().replace("\n", "") == KNOWN.title


def test_the_verdict_stands_behind_what_was_said_and_nowhere_else(page: Page, address: str) -> None:
    page.goto(f"{address}/find/#q={quote(KNOWN.forms[0])}")
    said(page)
    answer = page.locator(".resp-answer")
    told = " ".join((answer.text_content() or "").split())
    assert told.count(KNOWN.verdict) == 1 + KNOWN.title.count(KNOWN.verdict)
    quoted = answer.locator(".resp-answer__said")
    words = " ".join((quoted.text_content() or "").split())
    assert words.startswith("网传“")
    assert words.endswith(f"”结论：{KNOWN.verdict}")
    assert quoted.locator(".resp-stamp svg").count() == 1
    field(page).fill("大蒜")
    said(page, "大蒜")
    row = page.locator("[data-results-hits] article").first
    row_said = " ".join((row.locator(".resp-row__said").text_content() or "").split())
    assert row_said.startswith("网传“")
    verdict = row.locator(".resp-verdict")
    assert verdict.count() == 1
    assert row_said.endswith(f"”{verdict.inner_text()}")


def test_the_answer_in_one_sentence_stands_under_the_title(page: Page, address: str) -> None:
    sentence = "自来水供应正常，没有停水计划。"

    def summed_up(route: Route) -> None:
        records = route.fetch().json()
        for record in records:
            record["text"] = f"供水正常\n{sentence}\n{record['text']}"
        route.fulfill(body=json.dumps(records), content_type="application/json")

    page.route("**/finder/recent-*.json", summed_up)
    newest = max(corpus.records(), key=lambda record: (record.day(), record.number))
    page.goto(f"{address}/find/#q={quote(newest.forms[0])}")
    page.get_by_role("heading", name="这条已有官方回应").wait_for()
    answer = page.locator(".resp-answer")
    assert answer.get_by_role("heading", level=3).inner_text() == newest.title
    assert answer.locator("h3 + .resp-answer__sentence").inner_text() == sentence


def test_what_may_be_related_is_shown_with_why_and_what_to_look_at(
    page: Page, address: str, related: str
) -> None:
    page.goto(f"{address}/find/#q={quote(related)}")
    assert "可能相关" in said(page)
    assert page.get_by_role("heading", name="可能相关", level=2).is_visible()
    assert page.locator("[data-results-hint]").inner_text() == (
        "不一定是同一件事，请看清地点、时间和数字。"
    )
    assert page.locator("[data-results-hits] article").first.locator("mark").count() > 0
    shown = len(titles(page))
    assert 1 <= shown <= 5
    page.get_by_role("button", name="再看更多").click()
    assert len(titles(page)) == 10
    assert len(set(page.locator("h3 a").evaluate_all("a => a.map(a => a.href)"))) >= 10


def test_nothing_found_says_what_to_do_next_and_fills_in_the_letter(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/find/#q=quantum%20mechanics")
    assert said(page, "没有") == "没有找到相关的回应。"
    assert page.get_by_role("heading", name="没有找到").is_visible()
    help_text = page.locator("[data-results-nothing]")
    assert "先不转发" in help_text.inner_text()
    letter = help_text.locator("[data-letter]").get_attribute("href") or ""
    written = page.evaluate("a => new URL(a).searchParams.get('content')", letter)
    assert written.endswith("消息内容是：quantum mechanics")
    field(page).fill("大蒜")
    said(page, "大蒜")
    assert not help_text.is_visible()


@pytest.mark.sample(2)
@pytest.mark.parametrize("place", ["", "rumours/", "about/", "no/such/page/"])
def test_every_page_leads_to_the_finder_and_tells_no_server(
    context: BrowserContext, address: str, place: str
) -> None:
    page = context.new_page()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    page.goto(f"{address}/{place}")
    box = page.get_by_role("search", name="查一查")
    assert box.count() == 1
    box.locator("[data-box-field]").fill("大蒜致癌")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/#q=*")
    said(page)
    assert page.url == f"{address}/find/#q={quote('大蒜致癌')}"
    assert field(page).input_value() == "大蒜致癌"
    # What was asked for is gone to, so that the next key reads it.
    assert page.evaluate("document.activeElement.id") == "results"
    assert [url for url in sent if "大蒜" in unquote(url)] == []


def test_an_empty_box_stays_where_it_is(page: Page, address: str) -> None:
    page.goto(f"{address}/rumours/")
    page.get_by_role("button", name="查一查").click()
    assert page.url == f"{address}/rumours/"
    assert page.evaluate("document.activeElement.hasAttribute('data-box-field')")


def test_everything_works_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/find/")
    field(page).focus()
    page.keyboard.type("北京")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("大蒜")
    assert field(page).input_value() == "北京\n大蒜"
    page.keyboard.press("Control+Enter")
    said(page)
    page.locator("#results:focus").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('h3') !== null")
    field(page).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "清空"
    page.keyboard.press("Enter")
    assert field(page).input_value() == ""
    assert page.evaluate("document.activeElement.id") == "box"
    assert not page.locator("[data-results]").is_visible()
    assert page.url == f"{address}/find/"


@pytest.mark.proof
def test_an_input_method_is_not_disturbed(page: Page, address: str) -> None:
    page.goto(f"{address}/find/")
    field(page).focus()
    composing = """f => {
      f.dispatchEvent(new CompositionEvent('compositionstart'));
      f.value = 'dasuan';
      f.dispatchEvent(new InputEvent('input', {bubbles: true}));
      f.dispatchEvent(new KeyboardEvent('keydown', {keyCode: 229, bubbles: true}));
    }"""
    page.locator("#box").evaluate(composing)
    page.wait_for_timeout(400)
    assert page.url == f"{address}/find/"
    chosen = "f => { f.value = '大蒜'; f.dispatchEvent(new CompositionEvent('compositionend')); }"
    page.locator("#box").evaluate(chosen)
    assert "“大蒜”" in said(page)


def test_screen_readers_get_names_and_a_live_region(page: Page, address: str) -> None:
    page.goto(f"{address}/find/#q={quote('大蒜')}")
    assert said(page).startswith("找到")
    assert page.get_by_role("status").count() == 1
    assert page.get_by_role("search", name="查一查").count() == 1
    assert page.get_by_role("button", name="查一查").count() == 1
    assert page.get_by_role("region", name="与“大蒜”有关").count() == 1
    described = page.locator("#box").get_attribute("aria-describedby")
    assert "不会发送出去" in page.locator(f"#{described}").inner_text()


HEARD = """() => {
  window.heard = [];
  const said = document.querySelector("[data-results-said]");
  new MutationObserver(() => said.textContent && heard.push(said.textContent))
    .observe(said, {childList: true, characterData: true, subtree: true});
}"""


def test_what_was_found_is_read_aloud_once_when_typing_has_stopped(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/find/")
    page.evaluate(HEARD)
    for part in re.findall(".{1,8}", KNOWN.forms[0]):
        field(page).press_sequentially(part, delay=5)
        page.wait_for_timeout(400)
    assert said(page) == ANSWERED
    page.keyboard.press("Enter")
    page.wait_for_timeout(900)
    assert page.evaluate("heard") == [ANSWERED]
    field(page).fill(PASTED[:300])
    page.keyboard.press("Enter")
    page.locator(".resp-results--busy").wait_for(state="detached")
    page.wait_for_timeout(900)
    assert len(page.evaluate("heard")) == 2


@pytest.mark.proof
def test_that_it_takes_long_is_seen_soon_and_heard_late(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.route("**/finder/*/*/*", lambda route: None)
    page.goto(f"{address}/find/#q={quote(PASTED[:300])}")
    page.get_by_text("正在查……").locator("visible=true").wait_for()
    assert page.locator(LIVE).text_content() == ""
    page.locator(LIVE, has_text="正在查").wait_for(state="attached")


@pytest.mark.proof
def test_the_way_back_goes_through_what_was_asked(page: Page, address: str) -> None:
    page.goto(f"{address}/rumours/")
    page.goto(f"{address}/find/")
    field(page).press_sequentially("大蒜", delay=20)
    said(page, "大蒜")
    page.keyboard.press("Enter")
    field(page).fill("北京")
    said(page, "北京")
    page.go_back()
    assert "大蒜" in said(page, "大蒜")
    assert field(page).input_value() == "大蒜"
    page.go_forward()
    said(page, "北京")
    page.locator("[data-results-hits] a").first.click()
    page.wait_for_url("**/rumours/2*/")
    page.go_back()
    said(page, "北京")
    assert titles(page)
    page.go_back()
    said(page, "大蒜")
    page.go_back()
    page.wait_for_url("**/find/")
    assert field(page).input_value() == ""
    assert not page.locator("[data-results]").is_visible()


@pytest.mark.sample(1)
@pytest.mark.parametrize("text", ["北京", KNOWN.forms[0]], ids=["words", "message"])
def test_who_comes_back_finds_the_rows_and_the_place(page: Page, address: str, text: str) -> None:
    page.emulate_media(reduced_motion="no-preference")
    page.goto(f"{address}/find/#q={quote(text)}")
    said(page, "官方回应" if text != "北京" else text)
    page.locator("[data-results-more]").click()
    page.locator("[data-results-hits] h3").nth(9).wait_for()
    page.wait_for_timeout(500)
    shown = len(titles(page))
    link = page.locator("[data-results-hits] h3 a").last
    link.evaluate("link => link.scrollIntoView({behavior: 'instant', block: 'center'})")
    top = link.evaluate("link => link.getBoundingClientRect().top")
    assert page.evaluate("scrollY") > 500
    link.evaluate("link => link.click()")
    page.wait_for_url("**/rumours/2*/")
    page.go_back()
    page.locator("[data-results-hits] h3").nth(shown - 1).wait_for()
    page.wait_for_timeout(300)
    assert len(titles(page)) == shown
    # The row is where it was to within a line of text, as a row may still be laid out.
    assert abs(link.evaluate("link => link.getBoundingClientRect().top") - top) < 30


def test_an_address_with_a_question_is_read_once_and_moved_behind_the_hash(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/find/?from=wx&q={quote('大蒜')}+{quote('北京')}")
    said(page)
    assert page.url == f"{address}/find/?from=wx#q={quote('大蒜 北京')}"
    assert page.get_by_role("heading", name="有关").is_visible()
    assert page.evaluate("history.length") <= 2


def test_a_very_long_text_is_cut_and_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/find/")
    field(page).fill("大蒜北京😱" * 900)
    assert said(page).endswith("只查了前2000个字。")
    assert "只查了前2000个字" in page.locator("[data-results-hint]").inner_text()
    field(page).fill("大蒜")
    assert "2000" not in said(page, "与“大蒜”")


@pytest.mark.proof
def test_that_a_text_was_cut_is_told_wherever_it_comes_from(page: Page, address: str) -> None:
    text = "大蒜北京😱" * 900
    note = page.locator("[data-results-hint]", has_text="只查了前2000个字")
    page.goto(f"{address}/find/#q={quote(text)}")
    note.wait_for()
    assert field(page).input_value() == text
    page.reload()
    note.wait_for()
    assert field(page).input_value() == text
    page.goto(f"{address}/about/")
    page.go_back()
    note.wait_for()
    assert field(page).input_value() == text
    field(page).fill("大蒜")
    assert "2000" not in said(page, "与“大蒜”")
    page.go_back()
    note.wait_for()
    assert field(page).input_value() == text
    page.goto(f"{address}/rumours/")
    page.locator("[data-box-field]").fill(text)
    page.keyboard.press("Enter")
    note.wait_for()
    assert field(page).input_value() == text


HALVES = "停\\udc00水\\ud83d"


@pytest.mark.sample(1)
@pytest.mark.parametrize("place", ["find/", "rumours/"])
def test_half_a_character_breaks_no_address(page: Page, address: str, place: str) -> None:
    page.goto(f"{address}/{place}")
    page.evaluate(f"document.querySelector('[data-box-field]').value = '{HALVES}'")
    page.locator("[data-box-field]").press("Enter")
    page.wait_for_url(f"**/find/#q={quote('停水')}")
    assert "停水" in said(page, "停水")


@pytest.mark.sample(1)
@pytest.mark.parametrize("text", ["水", "7", "c", "𠮷"])
def test_one_character_is_enough(page: Page, address: str, text: str) -> None:
    page.goto(f"{address}/find/#q={quote(text)}")
    assert said(page).startswith("找到")


@pytest.mark.sample(2)
@pytest.mark.parametrize("text", ["。。。", "😱", "%E0%A4%A", "%", "&q=", "%ed%a0%bd"])
def test_what_holds_no_word_finds_nothing_and_breaks_nothing(
    page: Page, address: str, text: str
) -> None:
    page.goto(f"{address}/find/#q={text}")
    page.wait_for_timeout(300)
    assert titles(page) == []
    assert "没有找到" not in page.locator("main").inner_text()
    field(page).fill("大蒜")
    assert "大蒜" in said(page, "大蒜")


@pytest.mark.sample(1)
@pytest.mark.parametrize("text", ["", " \n\u3000", "😱🙏", "。。。！"])
def test_what_says_nothing_is_asked_for_again(page: Page, address: str, text: str) -> None:
    page.goto(f"{address}/find/")
    field(page).fill(text)
    field(page).press("Enter")
    page.locator(LIVE, has_text="请输入要查的消息").wait_for(state="visible")
    assert not page.locator("[data-results]").is_visible()
    assert "没有找到" not in page.locator("main").inner_text()
    page.reload()
    page.wait_for_timeout(300)
    assert not page.locator("[data-results]").is_visible()
    field(page).fill("大蒜")
    assert "大蒜" in said(page, "大蒜")
    field(page).fill("")
    page.wait_for_timeout(400)
    assert page.locator(LIVE).text_content() == ""


def test_a_newer_query_ends_the_older_one_and_no_file_is_fetched_twice(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    fetched: list[str] = []
    page.on("requestfinished", lambda request: fetched.append(request.url))
    held: list[Route] = []
    page.add_init_script(COUNT_ENDED)
    page.goto(f"{address}/find/#q={quote('北京')}")
    said(page, "北京")
    page.route("**/finder/*/*/*", lambda route: held.append(route))
    field(page).fill(PASTED[:300])
    page.wait_for_timeout(400)
    assert held
    field(page).fill("北京")
    said(page, "“北京”")
    assert page.evaluate("ended") == len(held)
    page.unroute("**/finder/*/*/*")
    for word in ("青岛", "大蒜", "北京", "大蒜"):
        field(page).fill(word)
        said(page, f"“{word}”")
    files = [url for url in fetched if "/finder/" in url]
    assert len(files) == len(set(files))


def test_offline_after_the_first_query_recent_records_are_still_searched(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.goto(f"{address}/find/#q={quote('大蒜')}")
    said(page, "大蒜")
    first = titles(page)
    context.set_offline(True)
    field(page).fill("大蒜 ")
    field(page).fill(KNOWN.forms[0])
    page.locator("[data-results-trouble]", has_text="只查了最近发布的").wait_for()
    said(page, "只查了最近发布的")
    field(page).fill("大蒜")
    said(page, "“大蒜”")
    assert titles(page) == first
    assert not page.locator("[data-results-trouble]").is_visible()
    field(page).fill(KNOWN.forms[0])
    page.locator("[data-results-trouble]", has_text="只查了最近发布的").wait_for()
    context.set_offline(False)
    page.get_by_role("button", name="再试一次").click()
    assert said(page, "官方回应").startswith(ANSWERED)
    assert not page.locator("[data-results-trouble]").is_visible()


def test_where_the_index_cannot_be_had_the_page_says_so_and_tries_again(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.route("**/finder/manifest.json", lambda route: route.abort())
    page.goto(f"{address}/find/#q={quote('大蒜')}")
    page.locator("[data-results-trouble]", has_text="现在查不了").wait_for()
    assert page.locator("#ways").is_visible()
    page.unroute("**/finder/manifest.json")
    page.get_by_role("button", name="再试一次").click()
    assert "大蒜" in said(page, "“大蒜”")


PORTAL = "<!DOCTYPE html>\n<title>请登录</title>"
FAILURES: dict[str, Callable[[Route], None]] = {
    "gone": lambda route: route.fulfill(status=404, body=""),
    "broken": lambda route: route.abort(),
    "a page to sign in": lambda route: route.fulfill(
        status=200, content_type="text/html; charset=utf-8", body=PORTAL
    ),
}


@pytest.mark.sample(1)
@pytest.mark.parametrize("failure", FAILURES)
def test_a_search_that_failed_is_not_told_as_one_that_found_nothing(
    context: BrowserContext, address: str, failure: str
) -> None:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.route("**/finder/*/*/*", FAILURES[failure])
    page.goto(f"{address}/find/#q=quantum%20mechanics%20of%20the%20seventh%20kind")
    heading = page.get_by_role("heading", name="没能查全")
    heading.wait_for()
    why = "有些数据没有取到，只查了最近发布的和已经取到的部分。"
    assert said(page, "没能查全") == f"没能查全：{why}"
    main = page.locator("main").inner_text()
    assert why in main
    assert "没有找到" not in main
    assert "没有查到" not in main
    assert "没有查到" not in unquote(page.locator("[data-letter]").get_attribute("href") or "")
    page.unroute("**/finder/*/*/*")
    page.get_by_role("button", name="再试一次").click()
    page.get_by_role("heading", name="没有找到").wait_for()
    assert said(page, "没有找到") == "没有找到相关的回应。"
    assert "没有查到" in page.locator("[data-results-nothing]").inner_text()
    assert faults == []


GARBAGE = {
    "a page": PORTAL,
    "nothing": "",
    "other JSON": "[1, null]",
    "null": "null",
    "lines": "一二\n三",
}


@pytest.mark.sample(4)
@pytest.mark.parametrize("body", GARBAGE.values(), ids=GARBAGE)
@pytest.mark.parametrize(
    "file", ["manifest.json", "variants-*.txt", "recent-*.json", "*/prior.json"]
)
def test_a_file_that_is_not_what_its_name_says_has_failed(
    context: BrowserContext, address: str, file: str, body: str
) -> None:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.route(
        f"**/finder/{file}", lambda route: route.fulfill(content_type="text/plain", body=body)
    )
    page.goto(f"{address}/find/#q={quote('大蒜')}")
    page.locator("[data-results-trouble]", has_text="现在查不了").wait_for()
    said(page, "现在查不了")
    page.unroute(f"**/finder/{file}")
    page.get_by_role("button", name="再试一次").click()
    assert "大蒜" in said(page, "“大蒜”")
    assert faults == []


def test_a_record_that_is_none_is_left_out(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.route("**/finder/*/d/*.json", lambda route: route.fulfill(body="{}"))
    page.goto(f"{address}/find/#q={quote(KNOWN.forms[0])}")
    page.locator("[data-results-trouble]", has_text="没有取到").wait_for()
    assert faults == []


SHORT_WAITS = """
window.waits = [];
const own = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, "timeout");
Object.defineProperty(XMLHttpRequest.prototype, "timeout", {
  set(most) { window.waits.push(most); own.set.call(this, most / 15); },
});
"""


def test_requests_that_hang_end_in_time_and_the_recent_records_are_searched(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.add_init_script(SHORT_WAITS)
    page.route("**/finder/*/*/*", lambda route: None)
    recent = max(corpus.records(), key=lambda record: (record.day(), record.number))
    page.goto(f"{address}/find/#q={quote(recent.forms[0] + PASTED[:300])}")
    page.locator("[data-results-trouble]", has_text="没有取到").wait_for(timeout=4000)
    assert page.evaluate("[...new Set(waits)]") == [15000]
    assert recent.title in titles(page)
    page.unroute("**/finder/*/*/*")
    page.route("**/finder/manifest.json", lambda route: None)
    page.reload()
    page.locator("[data-results-trouble]", has_text="现在查不了").wait_for(timeout=4000)


def test_a_site_that_was_built_anew_meanwhile_is_read_anew(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/find/#q={quote('大蒜')}")
    said(page, "大蒜")
    gone = {"left": 3}

    def once(route: Route) -> None:
        gone["left"] -= 1
        if gone["left"] >= 0:
            route.fulfill(status=404, body="")
        else:
            route.fallback()

    page.route("**/finder/*/*/*", once)
    field(page).fill(KNOWN.forms[0])
    assert said(page, "官方回应").startswith(ANSWERED)
    assert len([url for url in asked if url.endswith("/manifest.json")]) == 2
    assert not page.locator("[data-results-trouble]").is_visible()


class Asking(Handler):
    """A server that lets pages be kept, and asked for again each time."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


LATER = """() => {
  const now = Date.prototype.getTime;
  Date.prototype.getTime = function () { return now.call(this) + 61000; };
}"""


@pytest.mark.proof
def test_an_open_page_learns_of_corrections_and_of_new_records(
    context: BrowserContext, tmp_path: Path
) -> None:
    path = "clarifications/2026/20260312-tingshui.yml"
    folder = write_site(tmp_path, {path: CLARIFICATION})
    build(folder)
    page = context.new_page()
    read: list[int] = []
    page.on(
        "response",
        lambda got: got.url.endswith("/manifest.json") and read.append(got.status),
    )
    with serve_folder(folder / "site", Asking) as url:
        page.goto(f"{url}/find/#q={quote('停水')}")
        said(page, "停水")
        first = titles(page)
        assert len(first) == 1
        new = CLARIFICATION.replace("停水", "停电")
        corrected = re.sub(r"(?m)^标题: .*$", "标题: 更正后的停水标题", CLARIFICATION)
        assert corrected != CLARIFICATION
        lay(folder, {path: corrected, "clarifications/2026/20260313-tingdian.yml": new})
        build(folder)
        field(page).fill("停 水")
        said(page, "停 水")
        assert (titles(page), len(read)) == (first, 1)
        page.evaluate(LATER)
        field(page).fill("停水")
        said(page, "“停水”")
        assert titles(page) == ["更正后的停水标题"]
        field(page).fill("停电")
        said(page, "停电")
        assert len(titles(page)) == 1
        assert len(read) == 2


@pytest.mark.proof
def test_what_is_not_newer_or_cannot_be_read_again_leaves_the_index_as_it_was(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: "/finder/" in request.url and asked.append(request.url))
    page.goto(f"{address}/find/#q={quote('大蒜')}")
    said(page, "大蒜")
    first, files = titles(page), len(asked)
    page.evaluate(LATER)
    field(page).fill("大 蒜")
    said(page, "大 蒜")
    field(page).fill("大蒜")
    said(page, "“大蒜”")
    again = [url.rpartition("/")[2] for url in asked[files:] if not url.endswith(".bin")]
    assert again == ["manifest.json"]
    page.evaluate(LATER)
    page.route("**/finder/manifest.json", lambda route: route.abort())
    field(page).fill("大 蒜")
    said(page, "大 蒜")
    field(page).fill("大蒜")
    said(page, "“大蒜”")
    assert titles(page) == first
    assert not page.locator("[data-results-trouble]").is_visible()
    # One that hangs keeps nobody waiting for long.
    page.evaluate(LATER)
    page.unroute("**/finder/manifest.json")
    page.route("**/finder/manifest.json", lambda route: None)
    field(page).fill("大 蒜")
    said(page, "大 蒜")
    assert titles(page)


def test_without_scripts_the_box_leads_to_the_ways_and_sends_nothing(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    for place in ("", "rumours/"):
        page.goto(f"{address}/{place}")
        assert "只在您的设备上比对" not in (page.locator("body").text_content() or "")
        page.locator("[data-box-field]").fill("大蒜致癌")
        page.get_by_role("button", name="查一查").click()
        page.wait_for_url("**/find/*")
        main = page.locator("main").inner_text()
        assert "没有运行脚本" in main
        assert "只在您的设备上比对" not in main
        page.get_by_role("link", name="按列表找").click()
        assert page.url.endswith("/find/#ways") or page.url.endswith("/find/?#ways")
        assert "0000-12345" in main
        assert page.get_by_role("link", name="辟谣索引").count() == 1
        assert page.get_by_role("link", name="市水务局").count() == 1
        assert page.locator(".resp-months a").count() > 10
    assert [url for url in sent if "大蒜" in unquote(url)] == []
    context.close()


def test_an_engine_of_2014_is_enough(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(OLD)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}/find/#q=%EF%BC%B0%EF%BC%AD%EF%BC%92%EF%BC%8E%EF%BC%95")
    assert said(page).startswith("找到")
    assert "PM" in page.locator("[data-results-hits] h3").first.inner_text()
    field(page).fill(KNOWN.forms[0])
    assert said(page, "官方回应").startswith(ANSWERED)
    assert faults == []
    context.close()


def test_a_browser_that_reads_no_bytes_is_told_so(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script("delete window.Float64Array;")
    page = context.new_page()
    page.goto(f"{address}/find/")
    assert "您的浏览器太旧" in page.locator("main").inner_text()
    assert page.locator("#ways").is_visible()
    context.close()


def test_what_the_index_says_is_text_and_marks_stand_on_what_is_no_longer_so(
    page: Page, address: str
) -> None:
    attack = "<img src=x onerror=alert(1)>大蒜"

    def attacked(route: Route) -> None:
        records = route.fetch().json()
        states = ["withdrawn", "expired", "superseded", "archived"]
        for number, record in enumerate(records[:5]):
            record |= {"title": attack, "forms": [attack], "text": attack, "body": attack}
            record |= {"state": states[number]} if number < 4 else {"draft": True}
        route.fulfill(body=json.dumps(records), content_type="application/json")

    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.route("**/finder/recent-*.json", attacked)
    page.goto(f"{address}/find/#q={quote('onerror')}")
    said(page)
    assert page.locator("[data-results-hits] img").count() == 0
    assert titles(page) == [attack] * 5
    shown = page.locator("[data-results-hits]").inner_text()
    for mark in ("已撤回", "已失效", "已被替代", "已归档", "草稿"):
        assert shown.count(mark) == 1


WATCH = """
window.told = [];
for (const name of ["alert", "prompt", "confirm", "print"])
  window[name] = (...words) => { window.told.push(name + words.join()); };
document.addEventListener("securitypolicyviolation", event => {
  window.told.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample);
});
"""


class Strict(Handler):
    """A server that allows no text to become markup or a script; what it sent may be kept."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=3600")
        self.send_header("Content-Security-Policy", TYPES)
        super().end_headers()


PARTS = 4
"""Of the hostile addresses, so that workers share them."""


@pytest.mark.sample(1)
@pytest.mark.parametrize("part", range(PARTS))
def test_hostile_addresses_run_nothing_and_break_no_policy(
    browser: Browser,
    tree: Path,
    shared: Path,
    full_size: bool,
    figure: Callable[[str, object], None],
    part: int,
) -> None:
    texts = list(dict.fromkeys(filter(str.strip, payloads(shared))))[part::PARTS]
    if not full_size:
        texts = texts[:: len(texts) // 15]
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    faults: list[str] = []
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: said.type in ("error", "warning") and faults.append(said.text))
    page.on("request", lambda sent: "127.0.0.1" in sent.url or faults.append(sent.url))
    with serve_folder(tree, Strict) as address:
        for text in texts:
            asked = quote(text.encode("utf-8", "replace").decode()[:1500])
            answer = page.goto(f"{address}/find/?q={asked}")
            assert answer is not None
            assert TYPES in answer.headers["content-security-policy"]
            if page.locator("#box").evaluate("field => field.value.trim()"):
                done = f"[data-results]:not([hidden]), {LIVE}:text('请输入')"
                page.locator(done).first.wait_for()
            assert page.evaluate("window.told") == [], text
            assert page.locator("main img, main iframe, main script").count() == 0, text
            assert "?q=" not in page.url
    assert faults == []
    figure(
        f"hostile ?q= addresses, part {part}: opened, executed, reports of the policy",
        [len(texts), 0, 0],
    )
    context.close()


@pytest.mark.sample(2)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_every_tier_is_accessible(
    browser: Browser, address: str, related: str, width: int, scheme: Any
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, has_touch=width < 800
    )
    page = context.new_page()
    page.goto(f"{address}/find/")
    for text in (KNOWN.forms[0], "大蒜", related, "quantum x"):
        field(page).fill(text)
        page.locator(LIVE, has_text=TOLD).wait_for(state="attached")
        page.locator(".resp-results--busy").wait_for(state="detached")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.evaluate(AXE)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []
    context.close()


def test_at_200_per_cent_nothing_overflows(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 400}, device_scale_factor=2)
    page = context.new_page()
    for width in (640, 320):
        page.set_viewport_size({"width": width, "height": 400})
        for place in ("", "rumours/", f"find/#q={quote(KNOWN.forms[0])}"):
            page.goto(f"{address}/{place}")
            page.wait_for_timeout(150)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, place
    context.close()
