"""朗读 in a real browser with a voice that notes what it is given instead of speaking."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.sample_site import CLASSES

VOICE = """(() => {
  const said = window.said = [];
  let current = null;
  const speech = {
    getVoices: () => window.voices,
    get speaking() { return current !== null; },
    speak(one) { current = one; said.push([one.text, one.rate, one.voice.name]); },
    cancel() { const old = current; current = null; if (old && old.onerror) old.onerror({}); },
  };
  window.next = () => { const old = current; current = null; old.onend({}); };
  window.voices = [
    { lang: 'en-GB', name: 'english', localService: true },
    { lang: 'zh-CN', name: 'far', localService: false },
    { lang: 'zh_HK', name: 'cantonese', localService: true },
    { lang: 'zh-CN', name: 'near', localService: true },
  ];
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
})()"""
READ_ALL = """() => {
  const bar = document.querySelector('[data-aloud]');
  for (let n = 0; n < 5000 && !bar.hidden; n++) next();
  return said.map(one => one[0]);
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone with four voices, which fails its test by any error."""
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script(VOICE)
    yield page
    context.close()
    assert faults == []


def begin(page: Page) -> None:
    page.locator("[data-modes] summary").click()
    page.get_by_role("button", name="朗读本页").click()


def test_the_title_is_read_then_the_verdict_then_the_rest_once_each(
    page: Page, address: str, tree: Path
) -> None:
    place = "rumours/20261118-quanshi-tingshui/"
    page.goto(f"{address}/{place}")
    begin(page)
    said = "\n".join(page.evaluate(READ_ALL))
    title = page.locator("h1").inner_text().replace("\n", "")
    assert said.startswith(title.partition("，")[0])
    wanted = ["结论：不实", "停水由城东", "紧急通知", "我们怎么知道的", "6座水厂均在运行"]
    assert sorted(wanted, key=said.index) == wanted
    assert said.count("我们怎么知道的") == said.count("结论：不实") == 1
    for unwanted in ("复制链接", "打印", "查看文字版", "本页网址：", "¶", "下载"):
        assert unwanted not in said


def test_nothing_of_any_page_is_left_out_or_read_with_stray_signs(
    page: Page, address: str, pages: dict[str, list[str]], full_size: bool
) -> None:
    """What is read is what the page shows, apart from the signs that part it."""
    for name in CLASSES if full_size else CLASSES[1::4]:
        page.goto(f"{address}/{pages[name][0]}")
        begin(page)
        said = page.evaluate(READ_ALL)
        assert [one for one in said if not one.strip("，。；：！？ ")] == [], name
        assert [one for one in said if "，，" in one or "。，" in one or len(one) > 70] == [], name
        shown = page.evaluate(
            "[...document.querySelectorAll('main p, main h2, main td')]"
            ".filter(e => e.checkVisibility() && !e.closest('nav, form, details:not([open]),"
            " .resp-printed, [data-needs-script]'))"
            ".map(e => e.textContent.replace(/[^\\u4e00-\\u9fff]/g, '').slice(0, 12))"
        )
        heard = "".join(sign for sign in "".join(said) if "一" <= sign <= "鿿")
        assert [words for words in shown if words not in heard] == [], name


def test_reading_pauses_goes_on_where_it_was_changes_pace_and_stops(
    page: Page, address: str, pages: dict[str, list[str]]
) -> None:
    page.goto(f"{address}/{pages['clarification'][0]}")
    begin(page)
    page.evaluate("next()")
    marked = page.locator("[data-aloud-now]")
    assert marked.count() == 1
    page.get_by_role("button", name="暂停").press("Enter")
    page.get_by_role("button", name="继续").press("Enter")
    said = page.evaluate("said")
    assert said[-1] == said[-2]
    page.get_by_role("button", name="快", exact=True).click()
    assert page.evaluate("said[said.length - 1]") == [said[-1][0], 1.5, "near"]
    page.get_by_role("button", name="停止").click()
    assert (marked.count(), page.locator("[data-aloud]").is_visible()) == (0, False)
    page.reload()
    begin(page)
    assert page.evaluate("said[0][1]") == 1.5


def test_what_is_being_read_is_in_sight_above_the_controls(
    page: Page, address: str, pages: dict[str, list[str]]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/{pages['response'][0]}")
    begin(page)
    bar = page.locator("[data-aloud]").bounding_box()
    assert bar is not None
    for _ in range(40):
        page.evaluate("next()")
        box = page.locator("[data-aloud-now]").bounding_box()
        assert box is not None
        assert box["height"] > 500 or 0 <= box["y"] <= bar["y"] - min(box["height"], 40)


def test_without_a_chinese_voice_nothing_is_offered_until_one_comes(
    page: Page, address: str
) -> None:
    page.add_init_script("window.voices = window.voices.slice(0, 1)")
    page.goto(f"{address}/")
    page.locator("[data-modes] summary").click()
    offer = page.get_by_role("button", name="朗读本页")
    assert not offer.is_visible()
    page.evaluate(
        "voices.push({ lang: 'cmn-Hans-CN', name: 'late', localService: true });"
        " speechSynthesis.onvoiceschanged()"
    )
    assert offer.is_visible()
