"""旧网址要能转到这里。

旧网址会变成跳转页，所以只能是本站之内的路径，不带问号和井号，能作文件名；不能就是某条记录现在
的地址，也不能两条记录都写。

依据：国办发〔2017〕47号关于链接可用性的要求。

对：

    旧网址:
      - /old/20260312.html

错：

    旧网址:
      - https://other.example/20260312.html

In English: an old address lies below this site, is no record's present page and is claimed once.
"""

# Reference: DOMAIN HIST-2.

import re
from collections.abc import Iterator
from urllib.parse import unquote

from huiying.library import Library
from huiying.problem import Mark, Problem
from huiying.settings import Settings

NAME = "former-url"
# A server answers `/a/` and `/a/index.html` with one file.
_INDEX = re.compile(r"(?:(?:^|/)index\.html?|/)\Z")
LONGEST_BYTES = 200
"""Of one step of a path: file systems end at 255, and a server needs room for a suffix."""
# Windows and several stores of files know none of these in a name.
_NO_NAME = re.compile(r'[<>:"|?*\\]|[\x00-\x1f]')
_ODD = re.compile(r"[?#]|(?:^|/)\.\.?(?:/|\Z)|%2e", re.IGNORECASE)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each old address that cannot lead here."""
    claimed: dict[str, Mark] = {}
    for record in library.records.values():
        for number, url in enumerate(record.fields.former_urls):
            mark = record.mark(f"former_urls.{number}")
            values = {"url": url, "site": settings.base_url}
            place = place_of(url, settings.base_url)
            if place is None:
                yield Problem(NAME, mark, "", values)
            elif _ODD.search(place):
                yield Problem(NAME, mark, "form", values)
            elif not _can_be_stored(place):
                yield Problem(NAME, mark, "name", values)
            elif place in library.records or place in library.unreadable:
                file = library.unreadable.get(place) or library.records[place].file
                yield Problem(NAME, mark, "own", {**values, "other": file}, also=Mark(file))
            elif place in claimed:
                other = claimed[place]
                yield Problem(NAME, mark, "twice", {**values, "other": str(other)}, also=other)
            else:
                claimed[place] = mark


def _can_be_stored(place: str) -> bool:
    """Whether the steps of a path can be names of files, and none but the last that of a page."""
    steps = unquote(place).split("/")
    if any(len(step.encode(errors="replace")) > LONGEST_BYTES for step in steps):
        return False
    if any(_NO_NAME.search(step) for step in steps):
        return False
    return not any(step.lower().endswith(_PAGES) for step in steps[:-1])


_PAGES = (".html", ".htm", ".shtml")
"""Where one of these is a folder, the page of that name has no place."""


def place_of(url: str, base_url: str) -> str | None:
    """The path below the site's root that an address means, or None when it lies elsewhere."""
    if url.startswith("/"):
        rest = url[1:]
    elif url.startswith(base_url):
        rest = url[len(base_url) :]
    else:
        return None
    return _INDEX.sub("", rest)
