"""What is copied into other sites: one piece of HTML for each way in.

In: an address, a title, the settings. Out: texts. No snippet carries a style or a script of its
own; what a host copies keeps pointing at addresses that never change.
"""

from collections.abc import Iterator
from html import escape

from huiying.settings import Settings

CARD_PX, PAGE_PX = 240, 800
"""How high a frame is until its script has spoken, and for ever where scripts are blocked: what is
longer scrolls."""
WIDTH_PX = 600
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
OF_PAGES = f"{SANDBOX} allow-same-origin"
"""Captions of films are loaded by their own origin only."""


def link(address: str, title: str, settings: Settings) -> str:
    """A link as it may stand anywhere."""
    return f'<a href="{escape(settings.base_url + address)}/">{escape(title)}</a>'


def script(settings: Settings) -> str:
    """The one script: once on a host's page, however many embeds it has."""
    return f'<script src="{escape(settings.base_url)}embed/v1.js" async></script>'


def frame(path: str, title: str, settings: Settings) -> str:
    """A frame for `embed/<path>`."""
    is_page = path.endswith("/page.html")
    height_px, sandbox = (PAGE_PX, OF_PAGES) if is_page else (CARD_PX, SANDBOX)
    return (
        f'<iframe src="{escape(settings.base_url)}embed/{path}" title="{escape(title)}" '
        f'width="100%" height="{height_px}" frameborder="0" loading="lazy" '
        f'sandbox="{sandbox}"></iframe>'
    )


def element(address: str, title: str, settings: Settings) -> str:
    """The element with the link that shows until, or unless, its script has run."""
    inner = link(address, title, settings)
    return f'<huiying-card record="{escape(address)}">{inner}</huiying-card>'


def ways(address: str, title: str, settings: Settings) -> Iterator[tuple[str, str]]:
    """(way, what to copy) for each way in that the site builds; `page`: a whole topic."""
    chosen = settings.site.embeds
    base = escape(settings.base_url)
    if "card" in chosen:
        site = escape(settings.site.name)
        yield "card", f"<p>{link(address, title, settings)}（{site}）</p>"
    if "frame" in chosen:
        framed = frame(f"{address}.html", title, settings)
        yield "frame", f"{framed}\n{script(settings)}"
        if address.startswith("topics/"):
            whole = frame(f"{address}/page.html", title, settings)
            yield "page", f"{whole}\n{script(settings)}"
    if "element" in chosen:
        yield "element", f"{element(address, title, settings)}\n{script(settings)}"
    if "fragment" in chosen:
        yield "fragment", f"{base}fragments/{address}.html"
    if "oembed" in chosen:
        yield "oembed", f"{base}oembed/{address}.json"
