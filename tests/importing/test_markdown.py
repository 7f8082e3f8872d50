"""Plain text and HTML as Markdown: the same words, nothing alive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying import prose
from huiying.importing.markdown import from_html, from_text


@pytest.mark.parametrize(
    "text",
    [
        "1. 不是列表",
        "# 不是标题",
        "- 不是列表",
        "+ 不是列表",
        "> 不是引文",
        "价格*2*3，_a_，`b`，~~c~~",
        "<b>不是标签</b>",
        "[不是链接](https://a.example)",
        "[x]: https://a.example",
        "&amp; 不是代号",
        "半径<0.1微米，通常>10微米",
        r"反斜杠 \* 和 C:\a",
        "---",
        "===",
        "snake_case_name",
        "![图](a.png)",
    ],
)
def test_plain_text_shows_every_sign_as_it_is(text: str) -> None:
    assert prose.plain(from_text(text)) == text


@given(st.text(st.sampled_from("ab1.)(#*_-+>=<![]`~\\&;:/ 一。\n|^"), min_size=1, max_size=30))
def test_plain_text_of_any_signs_shows_the_same_words(text: str) -> None:
    assert prose.plain(from_text(text)).split() == text.split()


def test_each_line_of_plain_text_is_a_paragraph() -> None:
    assert from_text("一\n\n　二\n三") == "一\n\n二\n\n三"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('见<a href="https://a.example/x">原文</a>。', "见[原文](https://a.example/x)。"),
        ('<a href="https://a.example/(x)">原文</a>', "[原文](<https://a.example/(x)>)"),
        ("<p>一</p><p>二</p>", "一\n\n二"),
        ("<ul><li>一</li><li>二</li></ul>", "- 一\n- 二"),
        ("<ol><li>一<ul><li>甲</li></ul></li></ol>", "1. 一\n   - 甲"),
        ("<b>重</b><em>轻</em>", "**重***轻*"),
        ("一<br/>二", "一\\\n二"),
        ("<h2>题</h2>文", "## 题\n\n文"),
        (
            "* 原有的 **Markdown**\n* <https://a.example>",
            "* 原有的 **Markdown**\n* <https://a.example>",
        ),
        ("&lt;b&gt; &#60;", "&lt;b&gt; &#60;"),
        ("a < b", "a < b"),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert from_html(html) == (markdown, [])


@pytest.mark.parametrize(
    ("html", "markdown", "left_out"),
    [
        ("一<script>alert(1)</script>二", "一二", ["script"]),
        ('<a href="javascript:alert(1)">点我</a>', "点我", ["a"]),
        ('<img src="x" onerror="alert(1)">文', "文", ["img"]),
        ("<table><tr><td>格</td></tr></table>", "格", ["table", "td", "tr"]),
    ],
)
def test_what_markdown_cannot_say_is_named(html: str, markdown: str, left_out: list[str]) -> None:
    assert from_html(html) == (markdown, left_out)
