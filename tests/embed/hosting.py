"""Portals that embed the sample site: two origins in one browser, each with its own headers.

In: a built tree. Out: a browser context in which the tree answers at the sample site's own address
with the headers of tests/headers.py, and pages of a portal that site.yml allows at the portal's.
Nothing else answers, and nothing leaves the browser.
"""

import mimetypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Route

from huiying.render.embed import snippet
from huiying.settings import Settings
from tests.headers import COMMON, EMBED, PORTALS, READABLE

HOSTS = ("table", "portal", "phone")
PORTAL = PORTALS[0]
SITE = "https://huiying.example"
FOLDER = Path(__file__).parent / "hosts"


def headers_of(path: str) -> dict[str, str]:
    """What a server of the recipes sends for a path."""
    more: Mapping[str, str | None] = {}
    if path.startswith("embed/"):
        more = EMBED
    elif path.startswith(("fragments/", "oembed/")):
        more = READABLE
    return {name: value for name, value in {**COMMON, **more}.items() if value is not None}


@dataclass
class Web:
    """What answers where. `pages`: HTML or (HTML, headers) of other hosts, by address."""

    tree: Path
    pages: dict[str, str | tuple[str, dict[str, str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        """One request."""
        url = route.request.url
        self.asked.append(url)
        if page := self.pages.get(url.partition("?")[0].partition("#")[0]):
            html, headers = page if isinstance(page, tuple) else (page, {})
            route.fulfill(
                body=html, headers={"Content-Type": "text/html; charset=utf-8", **headers}
            )
        elif url.startswith(f"{SITE}/"):
            self._serve(route, unquote(urlsplit(url).path)[1:])
        else:
            route.fulfill(status=404, body="")

    def _serve(self, route: Route, path: str) -> None:
        file = self.tree / (f"{path}index.html" if path.endswith("/") or not path else path)
        headers = headers_of(path)
        if not file.is_file():
            headers["Content-Type"] = "text/html; charset=utf-8"
            route.fulfill(status=404, headers=headers, body=self._missing(path))
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        headers["Content-Type"] = f"{kind}; charset=utf-8"
        route.fulfill(body=file.read_bytes(), headers=headers)

    def _missing(self, path: str) -> bytes:
        """The page that a server of the recipes answers: the nearest one."""
        near = self.tree / path.partition("/")[0] / "404.html"
        return (near if near.is_file() else self.tree / "404.html").read_bytes()


@contextmanager
def opened(browser: Browser, web: Web, **options: Any) -> Iterator[BrowserContext]:
    """A context in which `web` is all there is."""
    context = browser.new_context(**options)
    context.route("**/*", web.answer)
    try:
        yield context
    finally:
        context.close()


def host(name: str, embeds: str) -> str:
    """The page of a portal with embeds in their place."""
    return (FOLDER / f"{name}.html").read_text("utf-8").replace("<!--embeds-->", embeds)


def visit(context: BrowserContext, web: Web, html: str, **headers: str) -> tuple[Page, list[str]]:
    """A page of the portal with this HTML, and the errors that its console tells."""
    web.pages[f"{PORTAL}/"] = (html, dict(headers))
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: said.type in ("error", "warning") and faults.append(said.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{PORTAL}/")
    return page, faults


def five_ways(tree: Path, address: str, title: str, topic: str, settings: Settings) -> str:
    """Every way in on one page: what an editor of a portal would paste."""
    fragment = (tree / f"fragments/{address}.html").read_text("utf-8")
    found = dict(snippet.ways(address, title, settings))
    whole = dict(snippet.ways(topic, title, settings))["page"].splitlines()[0]
    limited = '<huiying-list topic="{}" limit="2"><a href="{}/{}/">供水专题</a></huiying-list>'
    return "\n".join(
        [
            f'<div class="slot" data-way="card">{found["card"]}</div>',
            f'<div class="slot" data-way="fragment">{fragment}</div>',
            f'<div class="slot" data-way="frame">{found["frame"]}</div>',
            f'<div class="slot" data-way="element">{found["element"].splitlines()[0]}</div>',
            '<div class="slot" data-way="list">',
            limited.format(topic.partition("/")[2], SITE, topic),
            f'</div><div class="slot" data-way="page">{whole}</div>',
        ]
    )
