"""The theme's files: examples that render, one place for colours, contrast, nothing inline."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import Markup
from playwright.sync_api import Browser, Page

from huiying.mkdocs_plugin import bundle
from huiying.render.body import environment
from huiying.render.plan import PAGE_CLASSES
from tests.browser import serve_folder
from tests.conftest import ROOT
from tests.helper import SITE
from tests.sites import build, write_site

THEME = ROOT / "theme"
TOKENS = THEME / "styles" / "00-tokens.css"
COMPONENTS = sorted(path for path in (THEME / "components").iterdir() if path.is_dir())
# The form editor under admin/ is another program, with pages and scripts of its own.
STYLES, TEMPLATES, SCRIPTS = (
    sorted(path for path in THEME.rglob(f"*.{suffix}") if THEME / "admin" not in path.parents)
    for suffix in ("css", "html", "js")
)
RAW_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(", re.ASCII)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def name(path: Path) -> str:
    return path.relative_to(THEME).as_posix()


def rules(css: str, selector: str) -> dict[str, str]:
    """The custom properties declared in the first block of a selector."""
    block = css[css.index(selector) :]
    block = block[: block.index("}")]
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", block))


def examples(component: Path) -> list[dict[str, Any]]:
    found = yaml.safe_load((component / "examples.yml").read_text("utf-8"))
    assert isinstance(found, list)
    return found


def with_html(value: Any, key: str = "") -> Any:
    """Arguments as views give them: what is called html is markup, everything else is text."""
    if isinstance(value, dict):
        return {name: with_html(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [with_html(item, key) for item in value]
    return Markup(value) if key.endswith("html") else value


@pytest.mark.parametrize("component", COMPONENTS, ids=name)
def test_a_component_is_a_macro_a_style_and_examples(component: Path) -> None:
    assert [path.name for path in sorted(component.iterdir())] == [
        "examples.yml",
        "macro.html",
        "style.css",
    ]


@pytest.mark.parametrize("component", COMPONENTS, ids=name)
def test_every_example_renders(component: Path) -> None:
    macros = getattr(environment(THEME).globals["ui"], component.name)
    for example in examples(component):
        html = getattr(macros, example["macro"])(**with_html(example["args"]))
        # The one example without output is a badge for something that has none.
        assert html.strip() or example["args"] == {"mark": {}}
        assert html.count("<div") == html.count("</div>")
        assert html.count("<p>") + html.count("<p ") == html.count("</p>")


@pytest.mark.parametrize("component", COMPONENTS, ids=name)
def test_a_component_escapes_text(component: Path) -> None:
    macros = getattr(environment(THEME).globals["ui"], component.name)

    def attacked(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: attacked(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [attacked(item, key) for item in value]
        if key in ("term", "macro", "type") or key.endswith("html") or not isinstance(value, str):
            return with_html(value, key)
        return f'{value}"><img src=x onerror=alert(1)>'

    for example in examples(component):
        assert "<img src=x" not in getattr(macros, example["macro"])(**attacked(example["args"]))


@pytest.mark.parametrize("path", STYLES, ids=name)
def test_colours_stand_in_the_tokens_only(path: Path) -> None:
    css = COMMENT.sub("", path.read_text("utf-8"))
    assert path == TOKENS or RAW_COLOUR.findall(css) == []


def test_every_colour_that_is_used_is_declared_and_the_other_way_round() -> None:
    css = COMMENT.sub("", "".join(path.read_text("utf-8") for path in STYLES))
    used = set(re.findall(r"var\((--resp-[\w-]+)", css))
    declared = set(re.findall(r"(--resp-[\w-]+):", css))
    assert (used - declared, declared - used) == (set(), set())


def test_the_chosen_dark_and_the_systems_dark_are_the_same() -> None:
    css = TOKENS.read_text("utf-8")
    chosen = rules(css, ':root[data-theme="dark"]')
    assert chosen == rules(css, ':root:not([data-theme="light"])')
    assert len(chosen) > 20


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


BODY_TEXT = [("ink", paper) for paper in ("paper", "wash", "brand-wash", "accurate-wash")] + [
    ("ink-2", "paper"),
    ("ink-2", "wash"),
    ("ink", "unverified-wash"),
    ("ink", "misleading-wash"),
    ("on-brand", "brand"),
    ("on-brand", "brand-deep"),
]
VERDICTS = ("false", "partly", "misleading", "outdated", "unverified", "accurate")
OTHER_TEXT = [(term, f"{term}-wash") for term in VERDICTS] + [
    *((term, "paper") for term in VERDICTS),
    *((term, "wash") for term in VERDICTS),
    ("ink-3", "paper"),
    ("ink-3", "wash"),
    ("link", "paper"),
    ("link", "wash"),
    ("link", "brand-wash"),
    ("on-action", "action"),
    ("on-brand-2", "brand"),
    ("on-brand-2", "brand-deep"),
    ("gold", "brand-deep"),
]


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast", "print"])
def test_texts_have_the_contrast_that_readers_need(scheme: str) -> None:
    css = TOKENS.read_text("utf-8")
    values = rules(css, ":root {")
    if scheme == "dark":
        values |= rules(css, ':root[data-theme="dark"]')
    if scheme == "contrast":
        values |= rules(css, ':root[data-theme="contrast"]')
    if scheme == "print":  # from a dark page, whose ink must not reach the paper
        values |= rules(css, ':root[data-theme="dark"]') | rules(css, ":root:root")
    faint = [
        (ink, paper, round(ratio, 2))
        for pairs, least in ((BODY_TEXT, 7.0), (OTHER_TEXT, 7.0 if scheme == "contrast" else 4.5))
        for ink, paper in pairs
        if (ratio := contrast(values[f"--resp-{ink}"], values[f"--resp-{paper}"])) < least
    ]
    assert faint == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_style_handler_or_script_stands_in_a_template(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.findall(r"\sstyle=|\son[a-z]+=|<style|javascript:", text) == []
    assert [tag for tag in re.findall(r"<script[^>]*>", text) if "src=" not in tag] == []
    assert "| safe" not in text


def test_every_class_of_page_has_its_template() -> None:
    wanted = {entry.template for entry in PAGE_CLASSES.values()}
    assert {f"pages/{path.name}" for path in (THEME / "pages").iterdir()} == wanted


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_scripts_make_no_markup_from_text(path: Path) -> None:
    text = path.read_text("utf-8")
    never = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|https?://"
    )
    assert re.findall(never, text) == []


def test_styles_and_scripts_are_small() -> None:
    sizes = {suffix: len(gzip.compress(data)) for suffix, (_, data) in bundle(THEME).items()}
    assert sizes["css"] <= 14_000
    assert sizes["first"] + sizes["js"] <= 10_000
    assert len((THEME / "first.js").read_bytes()) <= 1024


def test_the_frame_leads_within_the_site_and_keeps_previews_out_of_search(tmp_path: Path) -> None:
    files = {"site.yml": SITE + "信箱网址: /about/?c={text}\n找错网址: https://zhaocuo.example/1\n"}
    tree = build(write_site(tmp_path, files, "https://hy.example/hygq/"), "--preview")
    for place, way in (("rumours/index.html", "../"), ("index.html", "./"), ("404.html", "/hygq/")):
        html = (tree / place).read_text("utf-8")
        assert f'<a href="{way}about/?c=">信箱</a>' in html, place
        assert '<a href="https://zhaocuo.example/1" rel="noopener noreferrer external">' in html
    for place in ("about/index.html", "404.html"):
        html = (tree / place).read_text("utf-8")
        assert html.count('<meta name="robots" content="noindex">') == 1, place


FRAME = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页</title>
<link rel="canonical" href="https://hy.example/rumours/a/">
<link rel="stylesheet" href="a.css"><script src="a.js" defer></script>
<body>
<aside id="over" data-until="2020-01-01T00:00:00+08:00">过期</aside>
<aside id="open" data-until="2999-01-01T00:00:00+08:00">未到</aside>
<p data-needs-script hidden><button type="button" data-action="copy">复制链接</button>
<button type="button" data-action="print">打印</button><span role="status"></span></p>"""


@pytest.fixture
def page(tmp_path: Path, browser: Browser) -> Iterator[Page]:
    """A page with everything that the script looks for."""
    (tmp_path / "index.html").write_text(FRAME, encoding="utf-8")
    for suffix, (_, data) in bundle(THEME).items():
        (tmp_path / f"a.{suffix}").write_bytes(data)
    with serve_folder(tmp_path) as address:
        context = browser.new_context(color_scheme="light")
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(address)
        yield page
        context.close()


def test_a_banner_whose_time_is_over_is_taken_down(page: Page) -> None:
    assert not page.locator("#over").is_visible()
    assert page.locator("#open").is_visible()


def test_copying_says_that_it_is_done(page: Page) -> None:
    page.get_by_text("复制链接").click()
    page.get_by_text("已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "https://hy.example/rumours/a/"


def test_printing_asks_the_browser(page: Page) -> None:
    page.evaluate("window.print = () => { document.title = '已打印' }")
    page.get_by_text("打印").click()
    assert page.title() == "已打印"
