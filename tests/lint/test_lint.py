"""The government's tags on foreign pages: what is asked, where it is found, on any bytes."""

import time

import pytest

from huiying.lint import LARGEST, check
from huiying.problem import Problem
from tests.lint.planted import PLANTED

PAGE = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>全市正常供水 - 示例市回应</title>
<link rel="canonical" href="https://hy.example/a/">
<meta name="SiteName" content="示例市回应">
<meta name="SiteDomain" content="hy.example">
<meta name="SiteIDCode" content="4502000001">
<meta name="ColumnName" content="辟谣索引">
<meta name="ColumnDescription" content="网上流传的说法">
<meta name="ColumnKeywords" content="辟谣,核实">
<meta name="ColumnType" content="辟谣">
<meta name="ArticleTitle" content="全市正常供水">
<meta name="PubDate" content="2026-03-12 09:40">
<meta name="ContentSource" content="示例市水务局">
<meta name="Description" content="没有停水三天的安排">
<meta name="Url" content="https://hy.example/a/">
</head>
<body>
<h1>全市<em>正常</em>供水</h1>
<p>发布时间：2026年3月12日 09:40</p>
</body>
</html>
"""
# What the older encoding of Taiwan has no sign for.
WITHOUT = {ord(sign): "水" for sign in "间发没应实说时传谣务"}


def found(*pages: str | bytes) -> list[Problem]:
    data = [page if isinstance(page, bytes) else page.encode() for page in pages]
    return list(check((f"{number}.html", each) for number, each in enumerate(data)))


def cases(*pages: str | bytes) -> list[str]:
    return [problem.case for problem in found(*pages)]


def test_a_page_without_a_fault_is_silent() -> None:
    assert found(PAGE) == []


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found_at_its_place(name: str) -> None:
    fault = PLANTED[name]
    page = fault.plant(PAGE)
    problems = [each for each in found(page) if each.case == fault.case]
    assert [each.rule for each in problems] == ["page-tags"]
    mark = problems[0].mark
    assert page.splitlines()[mark.line - 1][mark.column - 1 :].startswith(fault.place)


@pytest.mark.parametrize(
    "day",
    [
        "2026-03-12",
        "2026年03月12日",
        "2026/3/12",
        "2026.03.12",
        "2026 年 3 月 12 日",
        "[2026-03-12]",
        "\uff12\uff10\uff12\uff16\uff0e\uff13\uff0e\uff11\uff12",
        "二〇二六年三月十二日",
        "二○二六年三月十二日",
    ],
)
def test_a_date_may_be_shown_in_any_usual_form(day: str) -> None:
    assert cases(PAGE.replace("2026年3月12日", day)) == []


@pytest.mark.parametrize("day", ["12026-03-12", "2026-03-121", "2026年13月12日", "3月12日", ""])
def test_another_date_is_not_that_date(day: str) -> None:
    assert cases(PAGE.replace("2026年3月12日", day)) == ["unseen"]


def test_a_date_that_only_a_script_or_comment_has_is_not_seen() -> None:
    hidden = "<script>'2026-03-12'</script><!--2026-03-12--><style>/*2026-03-12*/</style>"
    hidden += "<template><p>2026-03-12</p></template>"
    assert cases(PAGE.replace("2026年3月12日", hidden)) == ["unseen"]


def test_what_a_template_holds_is_no_part_of_the_page() -> None:
    tag = '<meta name="SiteName" content="示例市回应">'
    inert = PAGE.replace(tag, f"<template><template></template>{tag}</template>")
    assert inert != PAGE
    assert cases(inert) == ["missing"]


def test_seconds_are_seen_in_practice_and_pass() -> None:
    assert cases(PAGE.replace('"2026-03-12 09:40"', '"2026-03-12 09:40:07"')) == []


@pytest.mark.parametrize("code", ["4502000001", "bm07000001", "N000001234"])
def test_the_three_forms_of_a_site_code_pass(code: str) -> None:
    assert cases(PAGE.replace("4502000001", code)) == []


def test_what_a_page_has_to_have_follows_from_what_it_has() -> None:
    only_site = "".join(line for line in PAGE.splitlines(True) if "Column" not in line)
    only_site = "".join(
        line
        for line in only_site.splitlines(True)
        if "Article" not in line and "PubDate" not in line and "ContentSource" not in line
    )
    assert cases(only_site) == []
    listed = only_site.replace("</head>", '<meta name="ColumnName" content="专题"></head>')
    assert cases(listed) == ["missing"] * 3
    article = only_site.replace("</head>", '<meta property="og:type" content="article"></head>')
    assert cases(article) == ["missing"] * 7


def test_names_in_capitals_and_values_without_quotes_are_read_like_any() -> None:
    page = PAGE.replace(
        '<meta name="SiteDomain" content="hy.example">',
        "<META NAME=SiteDomain\n CONTENT=hy.example />",
    )
    assert cases(page) == []


def test_tags_of_others_are_no_slips() -> None:
    more = (
        '<meta name="ColumnId" content="1"><meta name="keywords" content="a"><meta name="author">'
    )
    assert cases(PAGE.replace("</head>", more + "</head>")) == []


def test_without_an_h1_the_title_has_to_be_in_sight() -> None:
    page = PAGE.replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    assert cases(page) == []
    assert cases(page.replace("全市<em>", "各区<em>").replace("<title>全市", "<title>各区")) == [
        "heading"
    ]


@pytest.mark.parametrize("declared", ["gbk", "GB2312", "gb18030", "x-gbk"])
def test_pages_in_chinese_encodings_are_read_as_declared(declared: str) -> None:
    page = PAGE.replace("utf-8", declared).replace("供水", "供水㐂")
    assert cases(page.encode("gb18030")) == []


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (PAGE.encode("gbk"), ["charset"]),
        (PAGE.replace("utf-8", "gbk").encode(), ["charset"]),
        (PAGE.replace('<meta charset="utf-8">', "").encode(), ["charset-none"]),
        (PAGE.replace('<meta charset="utf-8">', "").encode("gbk"), ["charset-none"]),
        (b"\xef\xbb\xbf" + PAGE.encode(), []),
        (b"\xff\xfe" + PAGE.encode("utf-16-le"), []),
        (PAGE.replace("utf-8", "utf-16").encode(), []),
        (PAGE.replace("utf-8", "big5").translate(WITHOUT).encode("big5"), []),
        (PAGE.replace("utf-8", "no-such").encode(), []),
    ],
    ids=["GBK", "not GBK", "none", "none, GBK", "mark", "UTF-16", "says UTF-16", "Big5", "unknown"],
)
def test_an_encoding_is_read_as_browsers_do_and_a_wrong_one_named(
    page: bytes, expected: list[str]
) -> None:
    assert cases(page) == expected


def test_bytes_of_no_encoding_are_named_at_their_place() -> None:
    page = PAGE.encode().replace("辟谣索引".encode(), b"\xff\xff")
    problems = found(page)
    assert [(each.case, each.mark.line, each.mark.column) for each in problems] == [
        ("charset-broken", 10, 34),
        ("unreadable", 10, 1),
    ]


def test_lines_end_as_they_may_and_columns_count_characters() -> None:
    page = PAGE.replace("\n", "\r\n").replace('name="SiteDomain"', 'name="sitedomain"')
    old_mac = page.replace("\r\n", "\r")
    wide = PAGE.replace('\n<meta name="SiteDomain"', '𠮷<meta name="sitedomain"')
    for text, place in ((page, (8, 1)), (old_mac, (8, 1)), (wide, (7, 40))):
        [problem] = found(text)
        assert (problem.case, problem.mark.line, problem.mark.column) == ("name", *place)


def test_pages_of_one_site_say_the_same_of_it() -> None:
    other = PAGE.replace("4502000001", "4502000002")
    elsewhere = other.replace("hy.example", "other.example")
    problems = found(PAGE, PAGE, other, elsewhere)
    assert [(each.case, each.mark.file, each.values["usual"]) for each in problems] == [
        ("differs", "2.html", "4502000001")
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("", ["no-page"]),
        ("<div>片段</div>", ["no-page"]),
        ("<html>", ["missing"] * 3),
        ("<!DOCTYPE html><p>", ["missing"] * 3),
        ('<head><meta http-equiv="refresh" content="0; url=../b/">', []),
        ("<head><title>", ["missing"] * 3),
        ("<head><meta", ["missing"] * 3),
        ('<head><meta name="SiteName', ["unclosed", "missing", "missing"]),
        ('<head><meta name="SiteName" content="', ["unclosed", "missing", "missing"]),
        ("<head><meta = / name=SiteName content=示例>", ["missing"] * 2),
        ("<head><!--", ["missing"] * 3),
        ("<head></", ["missing"] * 3),
        ("\0<head>\0", ["missing"] * 3),
    ],
)
def test_what_is_no_page_or_breaks_off_is_told_and_never_a_traceback(
    page: str, expected: list[str]
) -> None:
    told = cases(f'<meta charset="utf-8">{page}' if page.startswith("<head") else page)
    assert sorted(told) == sorted(expected)


UNITS = (
    "<",
    "<!",
    "<!--",
    "<a ",
    '<a x="',
    "<a x='\"",
    "<a =",
    "<script>",
    "<h1>",
    "</",
    "&",
    "<a b",
)


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length_alone(unit: str, full_size: bool) -> None:
    def seconds(size: int) -> float:
        page = ("<head>" + unit * (size // len(unit))).encode()
        start = time.process_time()
        found(page)
        return time.process_time() - start

    size = LARGEST // (2 if full_size else 40)
    # Four times the length takes four times the time; a square would take sixteen.
    assert seconds(size) < 9 * seconds(size // 4) + 0.3


def test_of_a_huge_file_only_the_beginning_is_read() -> None:
    problems = found(PAGE.encode() + b" " * LARGEST)
    assert [each.case for each in problems] == ["too-long"]
