"""Old addresses for the web server that answers there: a file for nginx, Apache or Caddy.

In: a projection. Out: each `former_urls` entry with the address that answers now, and the text of a
server's configuration. It knows every old address, also those on other hosts and with a query,
which no page of this site can stand at. What an editor wrote is percent-encoded before it enters a
configuration, so that nothing in it can end a word or a line.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import quote, unquote, urlsplit

from huiying.public import Projection

_HOST = re.compile(r"[a-z0-9][a-z0-9.:-]*\Z")
SAFE = "/?=&%:+,@!*()-._~"
"""Besides letters and digits, what may stand in an address as it is in all three servers."""


def moved(projection: Projection) -> dict[str, str]:
    """Where each old address leads: `host/path?query`, as a client asks, to a whole address.

    An address without a host is one of this site. Of two records with one old address, the first
    by address has it, as in `redirect`.
    """
    settings = projection.settings
    own = urlsplit(settings.base_url).netloc or settings.host
    found: dict[str, str] = {}
    for place, record in sorted(projection.records.items()):
        target = f"{settings.base_url}{place}/"
        for url in record.values.get("former_urls", ()) if record.state == "public" else ():
            old = spelling(url, own)
            if old and old != spelling(target, own):
                found.setdefault(old, target)
    return dict(sorted(found.items()))


def spelling(url: str, own: str) -> str | None:
    """An address as a client asks for it, `host/path?query`; None for what no client can ask.

    `own`: the host of addresses that name none. A port is left out: two of the three servers know
    a host without it only.
    """
    try:
        parts = urlsplit(url)
        named = urlsplit(f"//{parts.netloc or own}").hostname or ""
        host = named if ":" in named else named.encode("idna").decode()
    except ValueError:  # a bracket that is no IPv6 address, a label that no name can have
        return None
    if not _HOST.match(host):  # what a server reads as a pattern is no host
        return None
    path = quote(unquote(parts.path or "/"), safe="/:+,@!*()-._~")
    query = f"?{quote(parts.query, safe=SAFE)}" if parts.query else ""
    is_asked = parts.scheme in ("", "http", "https") and path.startswith("/")
    return f"{host}{path}{query}" if is_asked else None


def nginx(pairs: Mapping[str, str]) -> str:
    """A `map` for the `http` block."""
    lines = [
        "# 放进 http 块：include 本文件；旧网址所在的 server 里写：",
        "#   if ($huiying_moved) { return 301 $huiying_moved; }",
        "# 提示 map_hash_bucket_size 太小时，在 http 块里写 map_hash_bucket_size 512;",
        "map $host$request_uri $huiying_moved {",
        '    default "";',
        *(f'    "{old}" "{new}";' for old, new in pairs.items()),
        "}",
    ]
    return _text(lines)


def apache(pairs: Mapping[str, str]) -> str:
    """Rules of mod_rewrite for the virtual host."""
    lines = ["# 放进旧网址所在的 VirtualHost：Include 本文件。", "RewriteEngine On"]
    for old, new in pairs.items():
        host, _, rest = old.partition("/")
        lines.append(f'RewriteCond "%{{HTTP_HOST}}" "^{_literal(host)}(:[0-9]+)?$" [NC]')
        lines.append(f'RewriteCond "%{{THE_REQUEST}}" "^[A-Z]+ {_literal("/" + rest)} HTTP/"')
        lines.append(f'RewriteRule "^" "{new}" [R=301,L,NE,QSD]')
    return _text(lines)


def caddy(pairs: Mapping[str, str]) -> str:
    """A `map` and one `redir` for the site's block."""
    lines = [
        "# 放进旧网址所在的站点块：import 本文件。",
        "map {host}{http.request.orig_uri} {huiying_moved} {",
        *(f'\t"{old}" "{new}"' for old, new in pairs.items()),
        '\tdefault ""',
        "}",
        '@huiying_moved not vars {huiying_moved} ""',
        "redir @huiying_moved {huiying_moved} 301",
    ]
    return _text(lines)


SERVERS: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "nginx": nginx,
    "apache": apache,
    "caddy": caddy,
}
"""By the server's name, what writes its file."""


def _literal(text: str) -> str:
    """A text as a regular expression that matches it alone."""
    return "".join(f"\\{sign}" if sign in "?+*().!" else sign for sign in text)


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
