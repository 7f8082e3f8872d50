"""Every class of page in a real browser: accessible, silent, its own host only, without scripts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from huiying import lint
from huiying.mkdocs_plugin import shells
from huiying.render.plan import PAGE_CLASSES
from tests.lint.planted import PLANTED
from tests.nginx import serving
from tests.sample_site import CLASSES
from tests.test_accessibility import listen


def test_the_sample_has_a_page_of_every_class(pages: dict[str, list[str]]) -> None:
    assert set(PAGE_CLASSES) - {"broken"} <= set(pages)
    assert {"hand-written", "not-found"} <= set(pages)
    assert {plan.page_class for plan in shells()} == set(PAGE_CLASSES)


# What a page's policy has kept back, which not every browser also tells the console.
WATCH = (
    "window.kept_back = []; document.addEventListener('securitypolicyviolation',"
    " event => kept_back.push(event.violatedDirective + ' ' + event.blockedURI + event.sample))"
)
# What was kept back is told in a task of its own, after the script that caused it.
HEARD = "() => new Promise(done => setTimeout(() => done(kept_back), 20))"
# Whatever a reader can press on a page without leaving it.
PRESS = (
    "for (const thing of document.querySelectorAll('button, summary'))"
    " if (thing.type !== 'submit' && !/打印/.test(thing.textContent)) thing.click()"
)


def test_nothing_is_kept_back_by_the_headers_of_a_real_server(
    browser: Browser,
    tool: Callable[[str], str],
    figure: Callable[[str, object], None],
    tree: Path,
    pages: dict[str, list[str]],
    tmp_path: Path,
    full_size: bool,
) -> None:
    count = 0
    with serving(tool("nginx"), tree, tmp_path) as connection:
        address = f"http://127.0.0.1:{connection.port}"
        page = browser.new_page()
        page.add_init_script(WATCH)
        # A player that was pressed may load: the policy lets it, and nobody is really asked.
        page.route(lambda url: not url.startswith(address), lambda route: route.abort())
        for name in CLASSES:
            for place in pages[name][: None if full_size else 1]:
                place = place if name != "not-found" else "no/such/"
                answer = page.goto(f"{address}/{place}")
                assert answer is not None
                policy = answer.headers["content-security-policy"]
                assert "require-trusted-types-for 'script'" in policy
                page.evaluate(PRESS)
                assert page.evaluate(HEARD) == [], place
                count += 1
        # The same ears hear what is kept back.
        page.evaluate("document.body.setAttribute('style', 'color: red')")
        page.evaluate("try { document.body.innerHTML = '<p>' } catch (error) {}")
        page.wait_for_function("() => kept_back.length > 1")
        assert {text.split()[0] for text in page.evaluate("kept_back")} == {
            "style-src-attr",
            "require-trusted-types-for",
        }
        page.close()
    figure("pages without a violation of the policy, scripts and Trusted Types, under nginx", count)


def test_lint_html_is_silent_on_all_pages_and_finds_what_is_planted_in_copies(
    tree: Path, pages: dict[str, list[str]], figure: Callable[[str, object], None]
) -> None:
    files = {path.relative_to(tree).as_posix(): path for path in sorted(tree.rglob("*.html"))}
    files = {name: path for name, path in files.items() if not name.startswith("fragments/")}
    assert list(lint.check((name, path.read_bytes()) for name, path in files.items())) == []
    articles = [entry.name for entry in PAGE_CLASSES.values() if entry.tags == "article"]
    found = []
    for number, (name, fault) in enumerate(PLANTED.items()):
        place = pages[articles[number % len(articles)]][0] + "index.html"
        planted = fault.plant(files[place].read_text("utf-8"))
        problems = lint.check([(place, planted.encode())])
        found += [name for problem in problems if problem.case == fault.case]
    assert found == list(PLANTED)
    assert len(found) >= 30
    figure("lint-html: pages of the sample without a problem", len(files))
    figure("lint-html: planted faults found, each by its own sentence", len(found))


@pytest.mark.parametrize("name", CLASSES)
def test_without_javascript_nothing_is_missing(
    browser: Browser, address: str, pages: dict[str, list[str]], name: str
) -> None:
    words = {}
    for script in (True, False):
        context = browser.new_context(
            java_script_enabled=script, viewport={"width": 375, "height": 800}
        )
        page = context.new_page()
        faults = listen(page, address)
        place = pages[name][0] if name != "not-found" else "no/such/"
        page.goto(f"{address}/{place}")
        assert name == "not-found" or faults == []
        # What only scripts can do is not there without them, and its words are not missed.
        for form in page.locator("main form").all():
            form.evaluate("form => form.remove()")
        words[script] = page.locator("main").inner_text().split()
        assert page.locator("h1").count() == 1
        assert page.locator("nav a").first.is_visible()
        context.close()
    missing = [word for word in words[True] if word not in words[False]]
    assert set(missing) <= {"复制链接", "打印"}, missing


def test_a_question_of_a_briefing_is_linked_by_keyboard(
    browser: Browser, address: str, tree: Path, pages: dict[str, list[str]]
) -> None:
    held = [
        place
        for place in pages["briefing"]
        if 'id="q-1"' in (tree / place / "index.html").read_text("utf-8")
    ]
    context = browser.new_context(viewport={"width": 375, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/{held[0]}")
    mark = page.locator('.resp-anchor[href="#q-1"]')
    mark.focus()
    assert mark.is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#q-1"
    assert page.locator("#q-1").evaluate("e => e.matches(':target')")
    box = page.locator("#q-1 h3").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 400


@pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}, {"media": "print"}],
    ids=["light", "dark", "forced colours", "paper"],
)
def test_the_bars_of_a_chart_are_seen_and_as_long_as_their_shares(
    browser: Browser,
    address: str,
    tree: Path,
    pages: dict[str, list[str]],
    options: dict[str, Any],
) -> None:
    closed = [
        place
        for place in pages["survey"]
        if "resp-drawing__bar" in (tree / place / "index.html").read_text("utf-8")
    ]
    page = browser.new_context(viewport={"width": 375, "height": 800}).new_page()
    page.emulate_media(**options)
    page.goto(f"{address}/{closed[0]}")
    drawn = page.locator(".resp-drawing--portrait rect:is([class$=bar], [class$=track])")
    found = drawn.evaluate_all(
        "rects => rects.map(r => [r.className.baseVal.split('__')[1],"
        " r.getBoundingClientRect().width, getComputedStyle(r).fill])"
    )
    shares = page.locator("td:last-child").all_text_contents()
    assert [name for name, *_ in found].count("track") == len(shares) > 3
    for share in shares:
        (_, whole, ground), *rest = found
        is_drawn = share not in ("", "0.0%")
        del found[: 1 + is_drawn]
        if is_drawn:
            _, width, fill = rest[0]
            assert abs(100 * width / whole - float(share.rstrip("%"))) < 0.5
            assert fill != ground


def test_on_a_phone_the_verdict_of_a_corrected_rumour_is_in_sight(
    browser: Browser, address: str, tree: Path, pages: dict[str, list[str]]
) -> None:
    corrected = [
        place
        for place in pages["clarification"]
        if 'id="correction"' in (tree / place / "index.html").read_text("utf-8")
    ]
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    for place in corrected:
        page.goto(f"{address}/{place}")
        stamp = page.locator(".resp-stamp").bounding_box()
        assert stamp is not None
        assert stamp["y"] + stamp["height"] < 800, place
    assert corrected
    context.close()


def test_paper_names_the_address_and_holds_no_empty_players(
    browser: Browser, address: str, pages: dict[str, list[str]]
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{pages['topic'][0]}")
    place = page.get_by_text("本页网址：")
    assert not place.is_visible()
    page.emulate_media(media="print")
    assert place.is_visible()
    players = page.locator("video, audio").all()
    assert players
    assert [player for player in players if player.is_visible()] == []
    words = page.locator(".resp-words .resp-prose").all()
    assert [words_of for words_of in words if not words_of.is_visible()] == []
    page.close()


def test_media_play(browser: Browser, address: str, pages: dict[str, list[str]]) -> None:
    page = browser.new_context().new_page()
    for place in pages["topic"]:
        page.goto(f"{address}/{place}")
        for medium in page.locator("audio, video").all():
            length = medium.evaluate(
                "m => new Promise((ok, no) => { m.onloadedmetadata = () => ok(m.duration);"
                " m.onerror = no; m.preload = 'metadata'; m.load() })"
            )
            assert length > 0


def test_every_page_survives_a_server_that_answers_nothing_else(
    browser: Browser, address: str, pages: dict[str, list[str]]
) -> None:
    page = browser.new_context().new_page()

    def only_html(route: Route) -> None:
        if route.request.resource_type == "document":
            route.continue_()
        else:
            route.abort()

    page.route("**/*", only_html)
    page.goto(f"{address}/{pages['clarification'][0]}")
    assert page.locator("h1").inner_text()
