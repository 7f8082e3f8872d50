"""A built site as one zip that opens without a server: for a meeting, a disc, a closed network.

In: the folder of a built site. Out: the bytes of a zip. A browser that reads files shows no
`index.html` for a folder, so links to folders name it. The finder asks a server for its shards and
stays out with its box, in whose place a link leads to the lists; the editors' form and the notes of
the build stay out, too. The same files give the same bytes (with the same zlib): names are sorted
and no clock is read.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LEFT_OUT = frozenset(("admin", "finder", "log", "manifest", "manifest.json", "robots.txt"))
"""First parts of paths that mean nothing without a server."""
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can say."""
_LINK = re.compile(r'(<(?:a|link)\b[^>]*? href="|<meta[^>]* content="0; url=)([^"]*)"')
# The finder's box: one that finds nothing would look like an answer. Its script needs the box.
_BOX = re.compile(r'<form\b[^>]*? action="([^"]*)"[^>]* data-box>.*?</form>', re.DOTALL)
_LISTS = r'<p class="resp-offline"><a href="\1#ways">按列表找</a></p>'


def packed(site: Path) -> bytes:
    """The zip of a built site."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED, compresslevel=9) as box:
        for path in _paths(site):
            data = (site / path).read_bytes()
            if path.endswith(".html"):
                data = browsable(data.decode()).encode()
            entry = ZipInfo(path, FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # the same on Windows
            entry.external_attr = 0o644 << 16
            box.writestr(entry, data)
    return held.getvalue()


def browsable(html: str) -> str:
    """A page whose links within the site lead to files, not to folders, and without the finder."""
    listed = _BOX.sub(_LISTS, html)
    return _LINK.sub(lambda found: f'{found[1]}{_to_file(found[2])}"', listed)


def _to_file(href: str) -> str:
    parts = urlsplit(href)
    last = parts.path.rpartition("/")[2]
    if parts.scheme or parts.netloc or not parts.path or last not in ("", ".", ".."):
        return href
    folder = parts.path if not last else parts.path + "/"
    return parts._replace(path=folder + "index.html").geturl()


def _paths(site: Path) -> Iterator[str]:
    """The files of the site that go along, sorted; hidden ones belong to whoever keeps it."""
    found = (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    for path in sorted(found):
        parts = path.split("/")
        if parts[0] not in LEFT_OUT and not any(part.startswith(".") for part in parts):
            yield path
