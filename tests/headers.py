"""What a web server has to send for each kind of address: the table that all recipes are held to.

In: nothing. Out: `KINDS`, a sample address of each kind with its status, type and headers;
`write_site` puts the files behind them into a folder; `differences` compares an answer with the
table. The recipes of docs/recipes say the same in the words of each server.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser import CSP

PORTALS = ("https://www.shili.example", "https://shuiwu.shili.example")
"""嵌入门户 of the sample site."""
NOBODY = f"{CSP}; frame-ancestors 'none'"
# An SVG opened by itself keeps its own colours and runs nothing.
DRAWING = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FREE = "frame-ancestors 'none'"
KEPT = "public, max-age=31536000, immutable"
DENIED = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
COMMON: Mapping[str, str | None] = {
    "Content-Security-Policy": NOBODY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin",
    "Permissions-Policy": DENIED,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Access-Control-Allow-Origin": None,
    "Cache-Control": "no-cache",
}
HSTS = "max-age=31536000"
"""`Strict-Transport-Security`, only where the connection is encrypted."""
HTML, JSON, SCRIPT = "text/html", "application/json", "javascript"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of address. `more`: what differs from `COMMON`; `None`: must not be sent."""

    name: str
    address: str
    type: str
    more: Mapping[str, str | None] = field(default_factory=dict)
    status: int = 200

    @property
    def headers(self) -> dict[str, str | None]:
        """Every header of the table, for this kind."""
        return {**COMMON, **self.more}


READABLE = {"Access-Control-Allow-Origin": "*"}
EMBED = {
    **READABLE,
    "Content-Security-Policy": f"{CSP}; frame-ancestors 'self' {' '.join(PORTALS)}",
    "X-Frame-Options": None,
}
MISSING = {
    "/404.html": "没有这一页",
    "/embed/404.html": "没有这张卡片",
    "/fragments/404.html": "没有这一段",
}
"""The pages for what is not there, and their text in `write_site`."""
FIXED = {"Cache-Control": KEPT}
KINDS = (
    Kind("home", "/", HTML),
    Kind("page", "/rumours/20260312-a/", HTML),
    Kind("list", "/rumours/2026/03/", HTML),
    Kind("redirect page", "/old/a.html", HTML),
    Kind("missing", "/missing/", HTML, status=404),
    Kind("missing embed", "/embed/rumours/missing.html", HTML, EMBED, status=404),
    Kind("missing fragment", "/fragments/rumours/missing.html", HTML, READABLE, status=404),
    Kind("missing shard", "/finder/0123456789abcdef/s/9.bin", HTML, status=404),
    Kind("note of the build", "/.huiying.json", HTML, status=404),
    Kind("gone", "/media/gone.svg", HTML, status=410),
    Kind("embed", "/embed/rumours/a.html", HTML, EMBED),
    Kind("embed script", "/embed/v1.js", SCRIPT, EMBED),
    Kind("fragment", "/fragments/rumours/a.html", HTML, READABLE),
    Kind("oEmbed", "/oembed/rumours/a.json", JSON, READABLE),
    Kind("API", "/api/v1/index.json", JSON, READABLE),
    Kind("API, a year", "/api/v1/years/2026.jsonl", "application/jsonl", READABLE),
    Kind("feed", "/feeds/all.xml", "xml", READABLE),
    Kind("claim reviews", "/claimreview.json", JSON, READABLE),
    Kind("index as data", "/rumours/2026/03.json", JSON, READABLE),
    Kind("index as table", "/rumours/2026.csv", "text/csv", READABLE),
    Kind("manifest", "/manifest.json", JSON),
    Kind("log", "/log/1.json", JSON),
    Kind("sitemap", "/sitemap.xml", "xml"),
    Kind("calendar", "/calendar.ics", "text/calendar"),
    Kind("picture", "/media/a.webp", "image/webp"),
    Kind("drawing", "/media/a.svg", "image/svg+xml", {"Content-Security-Policy": DRAWING}),
    Kind("film", "/media/a.mp4", "video/mp4"),
    Kind("sound", "/media/a.m4a", "audio/"),
    Kind("captions", "/media/a.vtt", "text/vtt"),
    # Chrome's viewer is a page of its own, which a narrower policy breaks (crbug.com/271452).
    Kind("document", "/media/a.pdf", "application/pdf", {"Content-Security-Policy": FREE}),
    Kind("style", "/assets/site.0123abcd.css", "text/css", FIXED),
    Kind("script", "/assets/site.0123abcd.js", SCRIPT, FIXED),
    Kind("hashed picture", "/media/a-960.0123456789ab.avif", "image/avif"),
    Kind("dated recording", "/media/a.20260312.mp3", "audio/mpeg"),
    Kind("finder", "/finder/manifest.json", JSON, READABLE),
    Kind("finder's script", "/finder/matcher.js", SCRIPT, READABLE),
    Kind("finder's news", "/finder/recent-0123456789abcdef.json", JSON, {**READABLE, **FIXED}),
    # No policy applies to data, and it would be a quarter of what is sent.
    Kind(
        "shard",
        "/finder/0123456789abcdef/s/0.bin",
        "application/octet-stream",
        {
            **READABLE,
            **FIXED,
            "Content-Security-Policy": None,
            "X-Frame-Options": None,
            "Permissions-Policy": None,
            "Cross-Origin-Opener-Policy": None,
        },
    ),
    # The form's page brings its own policy.
    Kind("form", "/admin/", HTML, {"Content-Security-Policy": FREE}),
)


def write_site(folder: Path) -> None:
    """A file for each address of the table that is there."""
    there = [kind.address for kind in KINDS if kind.status != 404]
    for address in [*there, *MISSING, "/.huiying.json", "/media/gone.svg"]:
        path = folder / (address + "index.html" if address.endswith("/") else address).lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(MISSING.get(address, address), encoding="utf-8")


def missing_text(kind: Kind) -> str:
    """What a kind of address that is not there answers: the nearest page above it."""
    return MISSING.get(f"/{kind.address.split('/')[1]}/404.html", MISSING["/404.html"])


def differences(kind: Kind, status: int, headers: Mapping[str, str]) -> list[tuple[str, ...]]:
    """What an answer says otherwise than the table; `headers`: by lower-case name."""
    found: list[tuple[str, ...]] = []
    if status != kind.status:
        found.append((kind.name, "status", str(status)))
    if kind.type not in headers.get("content-type", ""):
        found.append((kind.name, "Content-Type", headers.get("content-type", "")))
    for name, value in kind.headers.items():
        if headers.get(name.lower()) != value:
            found.append((kind.name, name, str(headers.get(name.lower()))))
    return found
