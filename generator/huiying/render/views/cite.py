"""How a record is cited and taken into other pages: the section 引用与嵌入.

In: the plan's values of a record's page, the settings. Out: its view; empty for what was withdrawn,
is not public, or where the site builds no way in.
"""

from collections.abc import Mapping
from typing import Any

from huiying.render.embed.snippet import ways
from huiying.render.views.frame import Frame, View, day
from huiying.render.views.rail import name_of
from huiying.settings import Settings

LABELS = {
    "card": ("链接", "哪里都能用。"),
    "frame": ("框架", "高度自动调整；不能加脚本的，去掉第二行，卡片仍能看。"),
    "page": ("整个专题", "没有页头和页脚，放进自己的页面。"),
    "element": ("组件", "跟随网页的字号和颜色；脚本不能运行时显示里面的链接。"),
    "fragment": ("片段", "不带脚本的 HTML，由服务器取来放进网页（SSI、ESI），或者复制。"),
    "oembed": ("oEmbed", "认得 oEmbed 的系统，贴上本页网址就行。"),
}
"""By way in: its name, and who it is for."""


def cite(page: Mapping[str, Any], settings: Settings) -> View:
    """The citation and one piece of text to copy for each way in."""
    if page["state"] != "public" or "withdrawn" in page["marks"] or not settings.site.embeds:
        return {}
    title = page["record"]["title"]
    found = [
        {"id": f"cite-{way}", "label": LABELS[way][0], "hint": LABELS[way][1], "text": text}
        for way, text in ways(page["address"], title, settings)
    ]
    return {"citation": _citation(page, title, settings), "ways": found}


def _citation(page: Mapping[str, Any], title: str, settings: Settings) -> str:
    """Who, what, where, when, address: as a report or a paper names it."""
    named = page["organisations_named"]
    body = f"{name_of(named[0], page)}：" if named else ""
    published = day(page["published_at"], Frame("", settings.zone)).striptags()
    address = f"{settings.base_url}{page['address']}/"
    return f"{body}《{title}》，{settings.site.name}，{published}，{address}"
