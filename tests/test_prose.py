"""Markdown as departments write it, and what readers get; the policy for addresses."""

import re
import timeit
from collections.abc import Callable
from html.parser import HTMLParser

import markdown
import pytest

from huiying import prose

EXTERNAL = 'rel="noopener noreferrer external"'
FRAME = '<div class="resp-table" role="group" tabindex="0" aria-label="表格"><table>'


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("供水正常。", "<p>供水正常。</p>", id="a sentence"),
        pytest.param(
            "**不实。**经核实", "<p><strong>不实。</strong>经核实</p>", id="bold before a character"
        ),
        pytest.param(
            "网传**“停水三天”**不实",
            "<p>网传<strong>“停水三天”</strong>不实</p>",
            id="bold around quotation marks",
        ),
        pytest.param("~~周三~~周四", "<p><del>周三</del>周四</p>", id="struck out"),
        pytest.param("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>", id="a list"),
        pytest.param(
            "3. 甲\n4. 乙", '<ol start="3">\n<li>甲</li>\n<li>乙</li>\n</ol>', id="from 3"
        ),
        pytest.param("- [ ] 甲", "<ul>\n<li>[ ] 甲</li>\n</ul>", id="no task list"),
        pytest.param("甲  \n乙", "<p>甲<br>\n乙</p>", id="a hard line end"),
        pytest.param("> 甲", "<blockquote>\n<p>甲</p>\n</blockquote>", id="a quote"),
        pytest.param("甲\n\n---", "<p>甲</p>\n<hr>", id="a rule"),
        pytest.param(
            "```python\na < b\n```", "<pre><code>a &lt; b\n</code></pre>", id="code without class"
        ),
        pytest.param("<b>甲</b>", "<p>&lt;b&gt;甲&lt;/b&gt;</p>", id="typed HTML is shown"),
        pytest.param("甲{: .x #y }", "<p>甲{: .x #y }</p>", id="no attribute lists"),
        pytest.param(
            "$x$ [[甲]] :smile:", "<p>$x$ [[甲]] :smile:</p>", id="no mathematics, no wiki"
        ),
        pytest.param("---\na: 1\n---", "<hr>\n<h3>a: 1</h3>", id="no front matter"),
        pytest.param("{{ config }} {% x %}", "<p>{{ config }} {% x %}</p>", id="no templates"),
        pytest.param("甲\x00乙\x08丙\ud800丁", "<p>甲乙丙丁</p>", id="unprintable is dropped"),
    ],
)
def test_typed_text_becomes_this_html(typed: str, expected: str) -> None:
    assert expected == prose.render(typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("我市供水\n运行正常", "我市供水运行正常", id="two characters"),
        pytest.param("我市供水，\n运行正常", "我市供水，运行正常", id="after a comma"),
        pytest.param("称“\n停水", "称“停水", id="a quotation mark and a character"),
        pytest.param("**不实。**\n经核实", "<strong>不实。</strong>经核实", id="after bold"),
        pytest.param("经\n*核*\n实", "经<em>核</em>实", id="around emphasis"),
        pytest.param("经\r\n核", "经核", id="Windows line ends"),
        pytest.param("供水 App\n已恢复", "供水 App\n已恢复", id="a Latin word stays apart"),
        pytest.param("he said “yes”\n“no”", "he said “yes”\n“no”", id="English quotation marks"),
        pytest.param("한국\n사람", "한국\n사람", id="Korean writes spaces"),
    ],
)
def test_a_line_end_between_chinese_characters_disappears(typed: str, expected: str) -> None:
    assert f"<p>{expected}</p>" == prose.render(typed)


def test_line_ends_in_code_stay() -> None:
    expected = "<pre><code>甲\n乙\n</code></pre>\n<p>甲乙</p>"
    assert expected == prose.render("```\n甲\n乙\n```\n\n甲\n乙")


def test_a_line_end_behind_a_note_mark_disappears() -> None:
    assert "</sup>经核实" in prose.render("不实[^1]\n经核实\n\n[^1]: 注")


@pytest.mark.parametrize(
    ("typed", "level", "expected"),
    [
        ("# 甲\n## 乙\n### 丙", 3, "h3 h4 h5"),
        ("## 甲\n### 乙", 3, "h3 h4"),
        ("# 甲\n#### 乙\n## 丙", 3, "h3 h4 h4"),
        ("### 甲\n# 乙\n## 丙", 3, "h3 h3 h4"),
        ("# 甲\n## 乙\n### 丙\n#### 丁\n##### 戊\n###### 己", 3, "h3 h4 h5 h6 h6 h6"),
        ("# 甲\n## 乙", 5, "h5 h6"),
        ("# 甲", 1, "h3"),
    ],
)
def test_headings_start_at_the_level_and_skip_none(typed: str, level: int, expected: str) -> None:
    assert expected.split() == re.findall(r"<(h\d)>", prose.render(typed, level=level))


def test_a_table_scrolls_in_a_frame_and_names_its_columns() -> None:
    expected = (
        f'{FRAME}\n<thead>\n<tr>\n<th scope="col">区域</th>\n'
        '<th scope="col" class="resp-align-right">户数</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td>城北</td>\n<td class="resp-align-right">12</td>\n</tr>\n</tbody>\n</table></div>'
    )
    assert expected == prose.render("|区域|户数|\n|-|-:|\n|城北|12|")


def test_notes_of_two_texts_on_one_page_do_not_collide() -> None:
    text = "甲[^a-2]乙[^a]丙[^a]\n\n[^a]: 注一\n[^a-2]: 注二"
    both = prose.render(text, prefix="facts-") + prose.render(text, prefix="measures-")
    ids = re.findall(r' id="([^"]+)"', both)
    targets = re.findall(r'href="#([^"]+)"', both)
    assert 10 == len(ids) == len(set(ids))
    assert set(ids) == set(targets)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(
            "[公告](https://example.gov.cn/a?b=1&c=2)",
            f'<a href="https://example.gov.cn/a?b=1&amp;c=2" {EXTERNAL}>公告</a>',
            id="another site",
        ),
        pytest.param(
            "[甲](/topics/gongshui/)", '<a href="../../topics/gongshui/">甲</a>', id="ours"
        ),
        pytest.param("[甲](#yi)", '<a href="#yi">甲</a>', id="the same page"),
        pytest.param("[甲](javascript:alert(1))", "甲", id="a script keeps its words"),
        pytest.param("[**甲**](//evil.example)", "<strong>甲</strong>", id="another host"),
        pytest.param("[甲](yi.html)", "甲", id="relative to nowhere"),
        pytest.param(
            '![水厂](/media/a.jpg "题")', '<a href="../../media/a.jpg">水厂</a>', id="a picture"
        ),
        pytest.param("![水厂](data:image/png;base64,x)", "水厂", id="a picture of data"),
        pytest.param("![](/a.jpg)", '<a href="../../a.jpg">图片</a>', id="a picture without words"),
        pytest.param(
            "[![水厂](/a.jpg)](/b/)", '<a href="../../b/">水厂</a>', id="a picture in a link"
        ),
        pytest.param(
            "见https://example.gov.cn/a。**请勿**转发",
            f'见<a href="https://example.gov.cn/a" {EXTERNAL}>https://example.gov.cn/a</a>。'
            "<strong>请勿</strong>转发",
            id="a bare address ends before the full stop",
        ),
        pytest.param(
            "（http://example.gov.cn/?a=1&b=2）",
            f'（<a href="http://example.gov.cn/?a=1&amp;b=2" {EXTERNAL}>'
            "http://example.gov.cn/?a=1&amp;b=2</a>）",
            id="a bare address in brackets",
        ),
        pytest.param(
            "`https://example.gov.cn`", "<code>https://example.gov.cn</code>", id="in code"
        ),
        pytest.param("https://a@evil.example", "https://a@evil.example", id="bare and refused"),
        pytest.param(
            "<https://example.gov.cn/水>",
            f'<a href="https://example.gov.cn/%E6%B0%B4" {EXTERNAL}>https://example.gov.cn/水</a>',
            id="in angle brackets with Chinese",
        ),
        pytest.param("[电话](tel:12345)", '<a href="tel:12345">电话</a>', id="telephone"),
    ],
)
def test_a_link_becomes(typed: str, expected: str) -> None:
    assert f"<p>{expected}</p>" == prose.render(typed, base="../../")


@pytest.mark.parametrize(
    ("url", "base", "expected"),
    [
        ("https://example.gov.cn/a?b#c", "../", "https://example.gov.cn/a?b#c"),
        ("HTTP://example.gov.cn:8080", "../", "HTTP://example.gov.cn:8080"),
        ("https://示例.中国/水", "../", "https://示例.中国/水"),
        ("https://%E7%A4%BA%E4%BE%8B.cn/", "../", "https://%E7%A4%BA%E4%BE%8B.cn/"),
        ("mailto:12345@example.gov.cn?subject=a", "../", "mailto:12345@example.gov.cn?subject=a"),
        ("tel:+86-10-12345678", "../", "tel:+86-10-12345678"),
        ("#yi", "../", "#yi"),
        ("/", "../../", "../../"),
        ("/", "", "./"),
        ("/rumours/a/", "../../", "../../rumours/a/"),
        ("/rumours/a..b/", "../", "../rumours/a..b/"),
        ("/rumours/a/", "https://example.gov.cn/hygq/", "https://example.gov.cn/hygq/rumours/a/"),
        ("/javascript:alert(1)", "", "./javascript:alert(1)"),
    ],
)
def test_allowed_addresses_come_back_behind_the_base(url: str, base: str, expected: str) -> None:
    assert expected == prose.safe_url(url, base)


@pytest.mark.parametrize(
    "url",
    [
        *("", "a", "a/b.html", "./a", "../a", "?a"),
        *(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "file:///x",
        ),
        *(
            "java\nscript:alert(1)",
            " javascript:x",
            "\x01javascript:x",
            "javascript&colon;alert(1)",
        ),
        *(
            "javascript&#58;alert(1)",
            "javascript%3Aalert(1)",
            "\uff4aavascript:x",
            "blob:https://a/x",
        ),
        *(
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "///evil.example",
        ),
        *("https:evil.example", "https:/evil.example", "https://", "https:///a", "https:\\\\evil"),
        *("https://a@evil.example/", "https://a:b@evil.example", "https://a%40evil.example"),
        *("https://evil.example\\@a", "https://a b/", "https://a/\u202eb", "https://a/\u200bb"),
        *(
            "https://a。b/",
            "https://a:x/",
            "https://[::1",
            "https://a/\nb",
            " https://a/",
            "https://a/ ",
        ),
        *("/../a", "/a/..", "/a/%2e%2E/b", "/a\u3000b", '/a"b', "/<a>"),
        *("mailto:", "mailto:a", "mailto:a@b.c,d@e.f", "mailto:a@b.c?cc=d@e.f"),
        *("tel:", "tel:*21*1%23", "tel:\uff11\uff12\uff13", "sms:1", "weixin://x", "ftp://a/"),
    ],
)
def test_every_other_address_is_refused(url: str) -> None:
    assert prose.safe_url(url, "../") is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("**不实。**\n经核实", "不实。经核实"),
        ("## 结论\n\n- 甲\n- [乙](/b/)", "结论 甲 乙"),
        ("|区域|户数|\n|-|-:|\n|城北|12|", "区域 户数 城北 12"),
        ("停水[^1]是谣言。\n\n[^1]: 见公告。", "停水是谣言。 见公告。"),
        ("a &lt; b &amp; <i>c</i>", "a < b & <i>c</i>"),
        ("![水厂](/a.jpg)与![](/b.jpg)", "水厂与图片"),
        ("甲  \n乙　丙", "甲 乙 丙"),
        ("```\n一\n二\n```", "一 二"),
    ],
)
def test_plain_text_is_what_a_reader_sees(typed: str, expected: str) -> None:
    assert expected == prose.plain(typed)


# What a department's answers look like; each is rendered by both engines.
ANSWERS = [
    "经核实，3月12日晚我市城区供水管网运行正常。",
    "第一段。\n\n第二段。\n\n第三段。",
    "现将有关情况说明如下：\n\n1. 水厂正常运行；\n2. 水质达标；\n3. 水价不变。",
    "请准备下列材料：\n\n- 身份证原件\n- 户口簿\n- 申请表（一式两份）",
    "网传 **停水三天** 的说法不实。",
    "一是*依法*处置，二是*及时*公开。",
    "详见 [供水公告](https://water.example.gov.cn/notice/1) 。",
    "请在 [政务服务网](https://zwfw.example.gov.cn/?a=1&b=2) 办理。",
    "> 任何单位和个人不得编造、传播谣言。\n\n以上为有关规定。",
    "## 事实经过\n\n3月12日，有网民发帖。\n\n## 处理结果\n\n已依法处理。",
    "# 说明\n\n## 一、背景\n\n略。\n\n## 二、结论\n\n略。",
    "|区域|时间|\n|---|---|\n|城北区|8时|\n|城南区|9时|",
    "各区安排如下：\n\n|区域|户数|比例|\n|:---|---:|:---:|\n|城北|120|12%|\n|城南|80|8%|",
    "咨询电话：`12345`，24小时接听。",
    "办理流程：\n\n1. 提交申请\n    - 网上提交\n    - 窗口提交\n2. 等待审核",
    "地址：人民路1号  \n电话：12345  \n时间：工作日9时至17时",
    "---\n\n以上信息由市水务局提供。",
    "原定~~周三~~，现改为周四。",
    "水价为每吨 3.2 元（含污水处理费 0.95 元）。",
    "气温将降至 -5℃，请注意防寒。",
    "5月1日起施行，有效期 5 年。",
    "C++ 与 C# 不是问题，A&B 公司也不是。",
    "若 a < b 且 b > c，则按 a 计算。",
    "“网传”“据说”等说法，均无依据。",
    "《条例》第十二条第（三）项规定：应当公开。",
    "请访问 <https://www.example.gov.cn/> 查询。",
    "- 第一项\n\n    第一项的补充。\n\n- 第二项",
    "```\n查询 12345\n```",
    "答复：您好！\n\n您反映的问题收悉。\n\n**感谢您的关注。**",
    "价格\\*为参考价\n\n\\*以现场为准。",
    "**不实。**经核实，供水正常。",
    "3. 甲\n4. 乙",
    "该说法出自[^1]旧闻。\n\n[^1]: 原载2019年某报。",
]

# Where the engines differ, and why readers are better off with ours.
DIFFERENCES = {
    "我市供水\n运行正常": "no gap where an editor broke the line",
    "说明如下：\n- 甲\n- 乙": "a list may follow its sentence without an empty line",
    "见https://example.gov.cn/a。": "a bare address is a link",
    "<b>甲</b>": "typed HTML is shown, not obeyed",
    "1) 甲\n2) 乙": "a bracket numbers a list, too",
    "- 甲\n  - 乙": "two spaces indent a list",
}


class Tree(HTMLParser):
    """Elements and text in order, without what only our finish adds: frames, classes, ids, rel."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("div", "section"):
            kept = [f"{name}={value}" for name, value in attrs if name in ("href", "start")]
            self.parts.append(" ".join([tag, *(part for part in kept if "=#" not in part)]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("div", "section", "br", "hr"):
            self.parts.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if text := " ".join(data.replace("\ufe0e", "").split()):
            self.parts.append(text)


def by_python_markdown(typed: str) -> list[str]:
    """The tree MkDocs would make of it, behind the same last wall."""
    extensions = ["tables", "footnotes", "sane_lists", "pymdownx.tilde", "pymdownx.superfences"]
    settings = {"footnotes": {"SEPARATOR": "-"}, "pymdownx.superfences": {"css_class": ""}}
    html = markdown.markdown(typed, extensions=extensions, extension_configs=settings)
    # The page's own h1 and h2: the finish moves editors' headings below them.
    depths = sorted({int(depth) for depth in re.findall(r"<h([1-6])[ >]", html)})
    for place, depth in reversed(list(enumerate(depths, start=3))):
        html = re.sub(rf"<(/?)h{depth}\b[^>]*>", rf"<\1h{place}>", html)
    html = re.sub(r'<div class="footnote">\s*<hr ?/?>', "<div>", html)
    return Tree(prose.sanitise(html).replace("\xa0", " ")).parts


def by_us(typed: str) -> list[str]:
    return Tree(prose.render(typed)).parts


@pytest.mark.parametrize("typed", ANSWERS)
def test_both_engines_make_the_same_tree_of_an_answer(typed: str) -> None:
    assert by_python_markdown(typed) == by_us(typed)


@pytest.mark.parametrize(("typed", "reason"), DIFFERENCES.items(), ids=DIFFERENCES.values())
def test_a_listed_difference_is_one(typed: str, reason: str) -> None:
    assert by_python_markdown(typed) != by_us(typed), reason


@pytest.mark.proof
def test_six_hundred_characters_take_microseconds(figure: Callable[[str, object], None]) -> None:
    sentence = (
        "**不实。**经核实，3月12日晚，我市城区供水管网运行正常，不存在“全市停水三天”的情况。\n"
        "详情请见[供水公告](https://water.example.gov.cn/notice/1)。\n"
    )
    text = (sentence * 9)[:600]
    took_us = min(timeit.repeat(lambda: prose.render(text), number=500, repeat=5)) / 500 * 1e6
    figure("prose: µs for 600 characters with bold and links", round(took_us, 1))
    assert took_us < 300
