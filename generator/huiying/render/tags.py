"""The tags of `<head>` that every page has, record or not: title, description, government tags.

In: plain texts. Out: lines of escaped HTML. The names follow the annex of 国办发〔2017〕47号: three
tags of the site on every page, four of the column on lists and articles. It knows no record.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote

from huiying.render.feed_address import feed_of
from huiying.render.share import FOLDER, HEIGHT_PX, WIDTH_PX, site_card
from huiying.settings import Settings

DESCRIPTION_LONGEST = 150
_ELEMENT = re.compile("</?[a-z][^>]*>")


@dataclass(frozen=True, slots=True)
class Column:
    """What the column tags say of one menu entry."""

    name: str
    description: str
    keywords: str
    type: str


COLUMNS = {
    "rumours": Column(
        "辟谣索引",
        "网上流传的说法和经核实的事实，可按结论、主题、单位和月份查找。",
        "辟谣,不实信息,核实",
        "辟谣",
    ),
    "topics": Column(
        "专题", "就一件事持续发布的权威信息，图文音视频齐全。", "专题,权威发布", "专题"
    ),
    "responses": Column(
        "最新回应", "政府部门对社会关切作出的回应。", "政务舆情回应,回应关切", "回应关切"
    ),
    "interpretations": Column(
        "政策解读",
        "把文件和事情讲明白：背景、要点、和原来有什么不同。",
        "政策解读,专家解读",
        "政策解读",
    ),
    "briefings": Column(
        "新闻发布会", "发布会的预告、直播、实录和答问。", "新闻发布会,吹风会", "新闻发布"
    ),
    "qa": Column(
        "公众问答", "群众来信、来电和留言的答复。", "公众问答,领导信箱,12345热线", "互动交流"
    ),
    "surveys": Column(
        "网上调查", "正在征集的意见，和以往调查的结果、采纳情况。", "网上调查,意见征集", "调查征集"
    ),
    "find": Column(
        "查一查",
        "粘贴收到的消息，或者输入几个字，查有没有官方回应；只在您的设备上比对，内容不会发送出去。",
        "查证,辟谣,核实,官方回应",
        "查询",
    ),
    "experts": Column("专家库", "参加解读、同意公开姓名的专家。", "专家库,专家解读", "专家库"),
    "policies": Column(
        "政策文件", "本站解读的文件、效力和全部解读。", "政策文件,规范性文件", "政策文件"
    ),
    "organisations": Column(
        "责任单位", "作出回应的单位、联系方式及其回应。", "责任单位,政府部门", "机构信息"
    ),
    "channels": Column(
        "官方账号", "经核验的政务新媒体账号，认准再转发。", "官方账号,政务新媒体", "政务新媒体"
    ),
    "corrections": Column(
        "更正记录", "本站发布后更正、撤回和恢复的全部内容。", "更正,撤回", "更正公告"
    ),
    "api": Column(
        "开放数据",
        "本站全部回应、辟谣、解读、发布会、问答和调查的数据，可以整年下载，也可以用程序逐条读取。",
        "开放数据,数据接口,下载",
        "数据开放",
    ),
    "feeds": Column(
        "订阅",
        "有新的回应、辟谣和更正时，由您自己的阅读器告诉您，不用注册，不留电话。",
        "订阅,RSS,Atom,日历,播客",
        "信息订阅",
    ),
}
"""By URL word. Live sites mostly repeat the column's name or kind as its type."""


def meta(name: str, content: str) -> str:
    """One `<meta name>` line."""
    return f'<meta name="{name}" content="{escape(content)}">\n'


def graph(name: str, content: str, item: str = "") -> str:
    """One Open Graph line: they are known by `property`, not `name`.

    `item`: what the same text is called as microdata, which QQ and old releases of WeChat read; a
    line of its own, as one element may not be both.
    """
    said = f'content="{escape(content)}">\n'
    known = f'<meta itemprop="{item}" {said}' if item else ""
    return f'<meta property="{name}" {said}{known}'


def shorten(text: str, longest: int = DESCRIPTION_LONGEST) -> str:
    """One line of at most so many characters, with an ellipsis where something was cut."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def bare(title: str) -> str:
    """A document's title without the marks that editors may have put around it."""
    inner = title[1:-1]
    return inner if title == f"《{inner}》" and "《" not in inner else title


def site_tags(settings: Settings) -> str:
    """The three tags of the site, for every page."""
    site = settings.site
    return (
        meta("SiteName", site.name)
        + meta("SiteDomain", settings.host)
        + meta("SiteIDCode", site.site_id_code)
    )


def column_tags(column: Column) -> str:
    """The four tags of a column, for lists and articles."""
    return (
        meta("ColumnName", column.name)
        + meta("ColumnDescription", column.description)
        + meta("ColumnKeywords", column.keywords)
        + meta("ColumnType", column.type)
    )


def opening_tags(title: str, description: str, address: str, settings: Settings) -> Iterator[str]:
    """What any page says of itself: title, description, address, feed.

    `title` is the page's own, empty for the home page. `address` is the page's within the site; the
    feed is named relative to it, so that a copy of the site keeps its own.
    """
    name = settings.site.name
    url = escape(settings.base_url + address)
    yield f"<title>{escape(f'{title} - {name}' if title else name)}</title>\n"
    yield meta("description", description)
    yield f'<link rel="canonical" href="{url}">\n'
    feed = "../" * address.count("/") + "feeds/all.xml"
    yield (
        f'<link rel="alternate" type="application/atom+xml" title="{escape(name)}" href="{feed}">\n'
    )
    if own := feed_of(address):
        href = "../" * address.count("/") + own + ".xml"
        yield (
            f'<link rel="alternate" type="application/atom+xml" title="{escape(title)}" '
            f'href="{href}">\n'
        )
    yield graph("og:title", title or name, "name")
    yield f'<meta property="og:url" content="{url}">\n'
    yield graph("og:site_name", name)
    yield graph("og:description", description, "description")
    yield '<meta property="og:locale" content="zh_CN">\n'


def share_tags(path: str, alt: str, settings: Settings) -> Iterator[str]:
    """The picture that others show beside a link to the page, and all that it says."""
    yield graph("og:image", settings.base_url + quote(path), "image")
    yield graph("og:image:type", "image/png")
    yield graph("og:image:width", str(WIDTH_PX))
    yield graph("og:image:height", str(HEIGHT_PX))
    yield graph("og:image:alt", alt)
    yield meta("twitter:card", "summary_large_image")


def hand_written(settings: Settings, title: str, address: str, description: str = "") -> str:
    """The page-specific head of a page that MkDocs renders: `title`, `address` as MkDocs has them.

    The page of errors is served at any address, so it names none.
    """
    title = unescape(_ELEMENT.sub("", title))  # MkDocs gives a heading as HTML
    text = description or settings.site.description or settings.site.name
    lines = list(opening_tags(title, shorten(text), address, settings))
    if address.endswith("404.html"):
        lines = [lines[0], meta("robots", "noindex")]
    else:
        lines.append(graph("og:type", "website"))
    if not settings.preview and not address.endswith("404.html"):
        card = site_card(settings)
        lines += share_tags(f"{FOLDER}/{card.name}.png", card.alt, settings)
    return "".join(lines) + site_tags(settings)
