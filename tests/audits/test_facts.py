"""Each audit on one page: what passes, what fails, and how long a page takes."""

import time
from collections.abc import Callable

import pytest

from huiying.audits.facts import Facts, facts, pack, unpack
from huiying.audits.internal_string import Needles
from huiying.shell import BODY_SLOT, HEAD_SLOT

ARTICLE = "rumours/20260312-tingshui/index.html"
HEAD = """\
<title>全市正常供水 - 示例市回应</title>
<meta name="SiteName" content="示例市回应">
<meta name="SiteDomain" content="hy.example">
<meta name="SiteIDCode" content="0000000001">
<meta name="ColumnName" content="辟谣索引">
<meta name="ColumnDescription" content="说法与事实">
<meta name="ColumnKeywords" content="辟谣">
<meta name="ColumnType" content="辟谣">
<meta name="ArticleTitle" content="全市正常供水 &amp; “不停水”">
<meta name="PubDate" content="2026-03-12 09:40">
<meta name="ContentSource" content="示例市水务局">
<script type="application/ld+json">{"url":"a href=\\u003c"}</script>
"""
BODY = """\
<main id="content"><h1>全市<span>正常供水</span> &amp; “不停水”</h1>
<time datetime="2026-03-12T09:40:00+08:00">3月12日</time>
<h2 id="facts">事实</h2><p>写 href="/x" 和 style="y" 只是文字。</p>
<h3>其一</h3><h3>其二</h3><h2>提示</h2>
<svg viewBox="0 0 8 8" aria-hidden="true"><path d="M0 0h8"/></svg>
</main>
"""


HOST = "x.example/a"


def faults(html: str, path: str = ARTICLE) -> list[tuple[str, str]]:
    return list(facts(path, html).faults)


def body(more: str) -> list[tuple[str, str]]:
    return faults(HEAD + BODY.replace("</main>", f"{more}</main>"))


def test_a_good_page_has_no_fault() -> None:
    found = facts(ARTICLE, HEAD + BODY)
    assert found == Facts("filling", ids=("content", "facts"))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("<h1>又一个</h1>", [("heading-order.h1", "2")]),
        ("<h4>跳级</h4>", [("heading-order", "h2 → h4")]),
        ("<h3>一</h3><h5>跳级</h5>", [("heading-order", "h3 → h5")]),
        ("<h3>一</h3><h4>二</h4><h2>回来</h2>", []),
        ("<script>alert(1)</script>", [("inline-code.script", "<script>")]),
        ('<script type="module">x</script>', [("inline-code.script", "<script>")]),
        ('<script src="../../assets/a.js" defer></script>', []),
        ("<style>p{}</style>", [("inline-code.style", "<style>")]),
        ('<p style="color:red">x</p>', [("inline-code.style", 'style="color:red"')]),
        ('<p onclick="x()">x</p>', [("inline-code.handler", "onclick")]),
        ("<IMG SRC=x ONERROR=alert(1)>", [("inline-code.handler", "onerror")]),
        ("<img src=x onerror=alert(1)>", [("inline-code.handler", "onerror")]),
        ("<svg/onload=alert(1)>", [("inline-code.handler", "onload")]),
        ("<img src='x'onerror='y'>", [("inline-code.handler", "onerror")]),
        ('<img src="x"onerror="y">', [("inline-code.handler", "onerror")]),
        ('<p\nonclick="x()">x</p>', [("inline-code.handler", "onclick")]),
        ('<p\tonclick="x()">x</p>', [("inline-code.handler", "onclick")]),
        ('<p onClick="x()">x</p>', [("inline-code.handler", "onclick")]),
        ('<a href="javascript:x()">x</a>', [("inline-code.link", "javascript:x()")]),
        ('<a href=" JaVa&#10;Script:x()">x</a>', [("inline-code.link", " JaVa\nScript:x()")]),
        ('<p title="style=x onclick=y">x on = y</p>', []),
        *(
            (html.format(f"https://{HOST}"), [("foreign-host", f"https://{HOST}")])
            for html in (
                '<object data="{}"></object>',
                '<svg><image href="{}"/></svg>',
                '<svg><image xlink:href="{}"/></svg>',
                '<svg><use href="{}"/></svg>',
                '<base href="{}">',
                '<form action="{}"></form>',
                '<button formaction="{}">x</button>',
                '<meta http-equiv="refresh" content="0;url={}">',
                '<table background="{}"></table>',
                "<object data={}></object>",
            )
        ),
        ("<img src='\\\\x.example\\a.png'>", [("foreign-host", "\\\\x.example\\a.png")]),
        (f'<a href="https://{HOST}">x</a>', []),
        (f'<a href="../b/" ping="https://{HOST}">x</a>', [("foreign-host", f"https://{HOST}")]),
        (
            '<iframe srcdoc="&lt;script>x&lt;/script>"></iframe>',
            [("inline-code.handler", "srcdoc")],
        ),
        (
            '<button formaction="javascript:x()">x</button>',
            [("inline-code.link", "javascript:x()")],
        ),
        (
            '<img src="https://cdn.example/a.png" alt="x">',
            [("foreign-host", "https://cdn.example/a.png")],
        ),
        ('<video poster="//cdn.example/a.png"></video>', [("foreign-host", "//cdn.example/a.png")]),
        (
            '<img srcset="../../a.webp 1x, HTTPS://cdn.example/b.webp 2x" alt="x">',
            [("foreign-host", "HTTPS://cdn.example/b.webp")],
        ),
        (
            '<link rel="preload stylesheet" href="https://cdn.example/a.css">',
            [("foreign-host", "https://cdn.example/a.css")],
        ),
        ('<link rel="canonical" href="https://hy.example/">', []),
        ('<a href="https://www.gov.cn/">x</a>', []),
        (
            '<iframe src="http://player.example/1"></iframe>',
            [("foreign-host", "http://player.example/1")],
        ),
    ],
)
def test_a_piece_of_a_body_is_judged(more: str, expected: list[tuple[str, str]]) -> None:
    assert body(more) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"示例市回应"', '""', [("page-tags", "SiteName")]),
        ('<meta name="ColumnType" content="辟谣">\n', "", [("page-tags", "ColumnType")]),
        ('"示例市水务局"', '"  "', [("page-tags", "ContentSource")]),
        ('"hy.example"', '"https://hy.example/"', [("page-tags.domain", "https://hy.example/")]),
        (" &amp; “不停水”", "", [("page-tags.title", "全市正常供水")]),
        ("-12 09:40", "-12 9:40", [("page-tags.form", "2026-03-12 9:40")]),
        ("-12 09:40", "-12", [("page-tags.form", "2026-03-12")]),
        ("-12 09:40", "-32 09:40", [("page-tags.form", "2026-03-32 09:40")]),
        ("-12 09:40", "-13 09:40", [("page-tags.date", "2026-03-13 09:40")]),
    ],
)
def test_a_tag_that_is_wrong_is_named(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert HEAD.count(old) == 1
    assert faults(HEAD.replace(old, new) + BODY) == expected


@pytest.mark.parametrize(
    ("path", "missing"),
    [
        ("index.html", 3),
        ("about/index.html", 3),
        ("rumours/index.html", 7),
        ("rumours/2026/03/index.html", 7),
        ("rumours/verdict/false-claim/index.html", 7),
        ("organisations/shuiwuju/index.html", 7),
        ("rumours/20260312-tingshui/index.html", 10),
        ("topics/gongshui/index.html", 10),
    ],
)
def test_each_class_of_page_wants_its_tags(path: str, missing: int) -> None:
    found = faults("<h1>x</h1>", path)
    assert [key for key, _ in found] == ["page-tags"] * missing


def test_the_day_may_be_shown_in_words() -> None:
    shown = BODY.replace('datetime="2026-03-12T09:40:00+08:00"', "").replace("3月", "2026年3月")
    assert faults(HEAD + shown) == []


def test_a_shell_has_no_h1_and_needs_no_tags() -> None:
    html = f"<!doctype html><head>{HEAD_SLOT}</head><body><a href='#content'>x</a>{BODY_SLOT}"
    assert facts("x/y.html", html) == Facts("shell", links=("#content",))
    assert faults(f"{html}<h1>x</h1>", "x/y.html") == [("heading-order.shell", "1")]


def test_a_whole_page_may_be_written_in_any_form() -> None:
    html = f"<!DOCTYPE html><HTML><HEAD>{HEAD}</HEAD>{BODY}<A HREF=../b/>x</A><A href='#no'>x</A>"
    found = facts(ARTICLE, html)
    assert found.form == "page"
    assert found.links == ("rumours/b/index.html", "#no")
    assert found.faults == ()


def test_an_svg_may_have_styles_but_no_code() -> None:
    svg = '<svg style="x"><style>a{}</style><g onload="x()"/><script>y</script></svg>'
    assert faults(svg, "media/a.svg") == [
        ("inline-code.script", "<script>"),
        ("inline-code.handler", "onload"),
    ]


def test_what_is_no_page_is_only_searched() -> None:
    assert facts("sitemap.xml", "<a href='x'><h1/>") == Facts("data")


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("../", "rumours/index.html"),
        ("../../", "index.html"),
        ("./", "rumours/20260312-tingshui/index.html"),
        ("..", "rumours/index.html"),
        ("a.csv", "rumours/20260312-tingshui/a.csv"),
        ("../../media/%E5%9B%BE.svg?v=1", "media/图.svg"),
        ("../../topics/gongshui/#s-1", "topics/gongshui/index.html#s-1"),
        ("../../topics/../rumours/", "rumours/index.html"),
        ("../../../etc/passwd", "../etc/passwd"),
        ("../../rumours/2026/03", "rumours/2026/03"),
        ("/hygq/about/", "/hygq/about/"),
        ("#facts", None),
        ("#", None),
        ("#top", None),
        ("#none", "#none"),
        ("https://www.gov.cn/", None),
        ("mailto:a@b.example", None),
        ("//cdn.example/a", None),
        ("?page=2", None),
    ],
)
def test_an_address_names_a_file_of_the_site(address: str, target: str | None) -> None:
    html = HEAD + BODY.replace("</main>", f'<a href="{address}">x</a></main>')
    assert facts(ARTICLE, html).links == ((target,) if target else ())


def test_pictures_and_films_are_links_too() -> None:
    more = '<img src="../a.png" srcset="../b.webp 2x" alt=""><video poster="../c.jpg"></video>'
    found = facts(ARTICLE, HEAD + BODY + more).links
    assert found == ("rumours/a.png", "rumours/c.jpg", "rumours/b.webp")


def test_packed_facts_come_back_as_they_were() -> None:
    needles = Needles(("值班员已电话核实".encode() * 2,))
    more = '<a href="../b/">x</a><h5 onclick="x">值班员已电话核实值班员已电话核实</h5>'
    found = facts(ARTICLE, HEAD + BODY + more, needles)
    assert all((found.links, found.ids, found.faults, found.leaks))
    assert unpack(pack("0" * 64, found)) == ("0" * 64, found)


def test_a_page_of_ten_thousand_characters_takes_far_less_than_drawing_it(
    figure: Callable[[str, object], None],
) -> None:
    paragraph = (
        '<h2 id="s">事实</h2><p class="resp-text">%s<a href="../../topics/a/">专题</a></p>\n'
    )
    html = HEAD + BODY + (paragraph % ("经核实，全市六座水厂运行正常。" * 6)) * 60
    needles = Needles(tuple(f"值班员第{n}次电话核实水厂运行的情况".encode() for n in range(2000)))
    facts(ARTICLE, html, needles)
    times = []
    for _ in range(20):
        start = time.perf_counter()
        facts(ARTICLE, html, needles)
        times.append(time.perf_counter() - start)
    figure("audits of a page, µs", round(min(times) * 1e6))
    assert min(times) < 0.002
