"""页面不自动加载别的网站上的东西。

图片、脚本或样式放在别处，打开页面就会告诉对方谁在看什么；对方一停，页面就缺一块。读者自己点开的链接
不受限制。

依据：DESIGN §8“点击之前不向其他主机请求任何内容”。

对：

    <img src="../media/a.webp">

错：

    <img src="https://cdn.example/a.webp">

In English: a page loads nothing from another host; links that a reader may follow are free.
"""

import re
from collections.abc import Iterable, Iterator

from huiying.audits.markup import Markup, attribute

_LINK = re.compile("<link [^>]*>")
_NO_LINK = re.compile('<(?!a |area |link )[^>]* href="[^>]*>')
_REFRESH = re.compile('<meta http-equiv="refresh"[^>]*>', re.IGNORECASE)
_URL = re.compile(r".*?url\s*=\s*['\"]?", re.IGNORECASE)
_ATTRIBUTES = ("data", "action", "formaction", "xlink:href", "ping", "background")
_LOADS = frozenset(
    "stylesheet icon preload modulepreload prefetch preconnect dns-prefetch manifest".split()
)


def look(markup: Markup, sources: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Addresses on any host; the site's own are sifted out later, where its address is known."""
    others = (value for name in _ATTRIBUTES for value in markup.values.get(name, ()))
    for source in (*sources, *others, *_moved(markup)):
        if _has_host(source):
            yield "foreign-host", source
    for tag in _LINK.findall(markup.tags):
        if _LOADS.intersection(attribute(tag, "rel").lower().split()):
            address = attribute(tag, "href")
            if _has_host(address):
                yield "foreign-host", address


def _moved(markup: Markup) -> Iterator[str]:
    """What is no link, but has its address: `<base>`, pictures within an SVG, a refresh."""
    for tag in _NO_LINK.findall(markup.tags):
        yield attribute(tag, "href")
    for tag in _REFRESH.findall(markup.tags):
        yield _URL.sub("", attribute(tag, "content"), 1)


def _has_host(address: str) -> bool:
    """Whether an address names a host; browsers read `\\` as `/`."""
    start = address.lstrip()[:6].lower().replace("\\", "/")
    return start.startswith(("http:", "https:", "//"))
