"""The government's page tags on any HTML, also what other systems wrote.

In: files by the path to show, and their bytes. Out: problems of the rule `page-tags`, with line and
column. It knows nothing of records or of our theme: a page is what its markup says it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from huiying.audits.page_tags import SITE
from huiying.lint.decoding import decode
from huiying.lint.page import Page, Tag, scan
from huiying.lint.tags import judge
from huiying.problem import Level, Mark, Problem

Said: TypeAlias = Mapping[str, tuple[str, Mark]]
"""The site's tags of one page: each with its content and place."""
LARGEST = 16 * 2**20
"""Bytes of one file that are read; no page is so long, and its head comes first."""


def check(files: Iterable[tuple[str, bytes]]) -> Iterator[Problem]:
    """The problems of all files; pages of one domain are also held against one another."""
    sites: defaultdict[str, list[Said]] = defaultdict(list)
    for file, data in files:
        text, faults = decode(data[:LARGEST])
        page = scan(text)
        if len(data) > LARGEST:
            yield Problem("page-tags", Mark(file), "too-long", {}, Level.WARNING)
        if not page.is_page:
            yield Problem("page-tags", Mark(file), "no-page", {}, Level.NOTE)
            continue
        for case, offset, values in faults:
            level = Level.WARNING if case == "charset-none" else Level.ERROR
            yield Problem("page-tags", page.mark(file, offset), case, values, level)
        if not page.is_redirect:
            yield from judge(page, file)
            said = _said(page, file)
            if "SiteDomain" in said:
                sites[said["SiteDomain"][0].lower()].append(said)
    for pages in sites.values():
        yield from _differing(pages)


def _said(page: Page, file: str) -> Said:
    """What a page says of its site: each tag's content and place."""
    found: dict[str, tuple[str, Mark]] = {}
    for tag in page.metas:
        name = tag.attributes.get("name", "")
        content = _content(tag)
        if name in SITE and content:
            found.setdefault(name, (content, page.mark(file, tag.start)))
    return found


def _content(tag: Tag) -> str:
    return " ".join(tag.attributes.get("content", "").split())


def _differing(pages: Iterable[Said]) -> Iterator[Problem]:
    """Tags of the site that say something else than on most pages of the same domain."""
    for name in SITE:
        told = [said[name] for said in pages if name in said]
        counts = Counter(value for value, _ in told).most_common(2)
        if len(counts) == 2 and counts[0][1] > counts[1][1]:
            usual = counts[0][0]
            for value, mark in told:
                if value != usual:
                    values = {"tag": name, "value": value[:60], "usual": usual[:60]}
                    yield Problem("page-tags", mark, "differs", values, Level.WARNING)
