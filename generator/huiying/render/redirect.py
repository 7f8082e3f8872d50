"""Old addresses that still lead somewhere: one small page for each `former_urls` entry.

In: a projection. Out: the path of each old address with the record that now answers there, and the
page that sends readers on. An old address that this site cannot serve (another host, a query, a
path outside the site, one that is taken) is passed over; a rule tells the editor. The pages need no
script and no style.
"""

from collections.abc import Iterator
from html import escape
from urllib.parse import unquote, urlsplit

from huiying.public import Projection, PublicRecord
from huiying.render.output import Output
from huiying.settings import Settings

SERVED_AS_PAGES = (".html", ".htm", ".shtml")
# Where the site keeps what is no page: an old address there would stand in its way.
RESERVED = frozenset(
    "api assets embed feeds fragments log media oembed sitemaps 404.html calendar.ics"
    " claimreview.json index.html manifest manifest.json robots.txt sitemap.xml".split()
)


def redirects(projection: Projection) -> Iterator[tuple[str, PublicRecord]]:
    """Paths of old addresses and the records they lead to, sorted by record; each path once.

    Pages of other kinds than records are not known here: whoever writes the pages compares.
    """
    files = {f"{address}/index.html" for address in projection.records}
    folders = {folder for file in files for folder in _folders(file)}
    for _, record in sorted(projection.records.items()):
        for url in record.values.get("former_urls", ()):
            path = old_path(url, projection.settings)
            if path is None or path in files or path in folders:
                continue
            above = _folders(path)
            if not files.intersection(above):
                files.add(path)
                folders.update(above)
                yield path, record


def old_path(url: str, settings: Settings) -> str | None:
    """The file that a static server gives out for an old address, or None if it cannot."""
    base = urlsplit(settings.base_url)
    try:
        old = urlsplit(url)
    except ValueError:  # a bracket that is no IPv6 address
        return None
    if old.query or (old.netloc and old.netloc.lower() not in (base.netloc, settings.host)):
        return None
    above = base.path if old.netloc else "/"  # without a host it begins at the site's root
    if not old.path.startswith(above):
        return None
    path = unquote(old.path.removeprefix(above)).lstrip("/")
    if not path or path.split("/")[0] in RESERVED:
        return None
    if not path.lower().endswith(SERVED_AS_PAGES):
        path = path.rstrip("/") + "/index.html"
    return path if _is_path(path) else None


def output(path: str, record: PublicRecord, settings: Settings) -> Output:
    """The page at an old address: it leads on at once, also without script, and is not indexed."""
    title = escape(record.values["title"])
    way = escape("../" * path.count("/") + record.address + "/")
    html = (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n"
        f'<meta http-equiv="refresh" content="0; url={way}">\n'
        '<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<link rel="canonical" href="{escape(settings.base_url + record.address)}/">\n'
        "</head>\n<body>\n<main>\n<h1>本页已换新地址</h1>\n"
        f'<p>请看：<a href="{way}">{title}</a></p>\n</main>\n</body>\n</html>\n'
    )
    return Output(path, html.encode())


def _folders(path: str) -> list[str]:
    """Every folder that a file lies in."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def _is_path(path: str) -> bool:
    try:
        Output(path, b"")
    except ValueError:
        return False
    return True
