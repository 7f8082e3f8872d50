"""`foreign-host`: a page loads nothing from another host.

A picture or script fetched elsewhere tells that host who reads what, and breaks when it fails.
Links that a reader may follow are free.

Passes: `<img src="../media/a.webp">`. Fails: `<img src="https://cdn.example/a.webp">`.
"""

import re
from collections.abc import Iterable, Iterator

from huiying.audits.markup import Markup, attribute

_LINK = re.compile("<link [^>]*>")
_LOADS = frozenset(
    "stylesheet icon preload modulepreload prefetch preconnect dns-prefetch manifest".split()
)


def look(markup: Markup, sources: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Addresses on any host; the site's own are sifted out later, where its address is known."""
    for source in sources:
        if _has_host(source):
            yield "foreign-host", source
    for tag in _LINK.findall(markup.tags):
        if _LOADS.intersection(attribute(tag, "rel").lower().split()):
            address = attribute(tag, "href")
            if _has_host(address):
                yield "foreign-host", address


def _has_host(address: str) -> bool:
    return address.lstrip()[:6].lower().startswith(("http:", "https:", "//"))
