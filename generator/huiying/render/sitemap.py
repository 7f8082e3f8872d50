"""The sitemap: an index, and below it one file for each month of publication.

In: a projection and the paths of all pages. Out: `sitemap.xml` and `sitemaps/…`. A new or changed
record rewrites the file of its own month and the index, however large the archive. Withdrawn pages
are left out: they ask not to be indexed.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

from huiying.public import Projection
from huiying.render.output import Output

HEADER = '<?xml version="1.0" encoding="utf-8"?>\n'
XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_Entry = tuple[str, datetime | None]
"""An address within the site, and when what it shows last changed where that is known."""


def outputs(projection: Projection, pages: Sequence[str]) -> Iterator[Output]:
    """The files of the sitemap. `pages`: paths of all pages; those of records are known anyway."""
    parts = {"pages": _other_pages(projection, pages), **_months(projection)}
    shards: list[_Entry] = []
    for name, entries in parts.items():
        path = f"sitemaps/{name}.xml"
        yield Output(path, _document("urlset", "url", entries, projection))
        changed = [moment for _, moment in entries if moment is not None]
        shards.append((path, max(changed, default=None)))
    yield Output("sitemap.xml", _document("sitemapindex", "sitemap", shards, projection))


def _months(projection: Projection) -> dict[str, list[_Entry]]:
    """The records' pages by the month of their publication, in the site's zone."""
    months: dict[str, list[_Entry]] = {}
    for address, record in sorted(projection.records.items()):
        if record.state == "public" and "withdrawn" not in record.marks:
            published = record.published_at.astimezone(projection.settings.zone)
            months.setdefault(f"{published:%Y-%m}", []).append((f"{address}/", record.updated_at))
    return dict(sorted(months.items()))


def _other_pages(projection: Projection, pages: Sequence[str]) -> list[_Entry]:
    """Lists and hand-written pages, without a date: lists change with what they list."""
    addresses = {
        path.removesuffix("index.html")
        for path in pages
        if path == "index.html" or path.endswith("/index.html")
    }
    addresses -= {f"{address}/" for address in projection.records}
    return [(address, None) for address in sorted(addresses)]


def _document(root: str, item: str, entries: Sequence[_Entry], projection: Projection) -> bytes:
    lines = [HEADER, f"<{root} {XMLNS}>\n"]
    for address, changed in entries:
        lines.append(f"<{item}><loc>{escape(projection.settings.base_url + address)}</loc>")
        if changed is not None:
            moment = changed.astimezone(projection.settings.zone).isoformat()
            lines.append(f"<lastmod>{moment}</lastmod>")
        lines.append(f"</{item}>\n")
    lines.append(f"</{root}>\n")
    return "".join(lines).encode()
