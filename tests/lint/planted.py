"""Faults to plant into copies of built pages, each with the one sentence that has to find it.

In: the HTML of a page that has no fault. Out: `PLANTED`, by name: what to look for, what to put
there, and the case of `page-tags` with the text that stands at its place.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """`old` and `new` as for `re.sub`, once; `case`, and how the text at its place begins."""

    old: str
    new: str
    case: str
    place: str = "<meta name="

    def plant(self, html: str) -> str:
        """The page with the fault."""
        planted, count = re.subn(self.old, self.new, html, count=1)
        assert count == 1
        return planted


def content(tag: str, new: str) -> tuple[str, str]:
    """A pattern that finds the tag, and the tag with another content."""
    return rf'<meta name="{tag}" content="[^"]*">', f'<meta name="{tag}" content="{new}">'


def gone(tag: str) -> Fault:
    """The tag left out: it is missed at the head."""
    return Fault(rf'<meta name="{tag}" content="[^"]*">', "", "missing", "<head")


def named(tag: str, new: str) -> Fault:
    """The tag under a name that nobody reads."""
    return Fault(rf'<meta name="{tag}"', f'<meta name="{new}"', "name")


DATE = r'<meta name="PubDate" content="(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d)">'
PLANTED: Mapping[str, Fault] = {
    "no SiteName": gone("SiteName"),
    "no SiteDomain": gone("SiteDomain"),
    "no SiteIDCode": gone("SiteIDCode"),
    "no ColumnName": gone("ColumnName"),
    "no ColumnDescription": gone("ColumnDescription"),
    "no ColumnKeywords": gone("ColumnKeywords"),
    "no ColumnType": gone("ColumnType"),
    "no ArticleTitle": gone("ArticleTitle"),
    "no PubDate": gone("PubDate"),
    "no ContentSource": gone("ContentSource"),
    "in a comment": Fault(r'(<meta name="SiteName"[^>]*>)', r"<!-- \1 -->", "missing", "<head"),
    "empty": Fault(*content("ColumnName", ""), "empty"),
    "blank": Fault(*content("ContentSource", "  "), "empty"),
    "no content": Fault(r'(<meta name="ColumnType") content=("[^"]*")', r"\1 value=\2", "empty"),
    "lower case": named("SiteName", "sitename"),
    "letters": named("ArticleTitle", "ArticalTitle"),
    "one letter too many": named("ColumnKeywords", "ColumnKeyWords"),
    "property": Fault(
        r'<meta name="SiteIDCode"', '<meta property="SiteIDCode"', "attribute", "<meta property="
    ),
    "twice": Fault(r'(<meta name="SiteName"[^>]*>)', r"\1\1", "repeated"),
    "address for a domain": Fault(*content("SiteDomain", "https://huiying.example/"), "host"),
    "code too short": Fault(*content("SiteIDCode", "45020001"), "code"),
    "full-width code": Fault(
        *content("SiteIDCode", "\uff14\uff15\uff10\uff12\uff10\uff10\uff10\uff10\uff10\uff11"),
        "code",
    ),
    "stand-in": Fault(*content("SiteName", "网站名称"), "stand-in"),
    "template": Fault(*content("ColumnName", "{{ column.name }}"), "stand-in"),
    "markup": Fault(
        r'<meta name="ArticleTitle" content="([^"]*)">',
        r'<meta name="ArticleTitle" content="&lt;b&gt;\1&lt;/b&gt;">',
        "markup",
    ),
    "entity": Fault(
        r'<meta name="ArticleTitle" content="([^"]*)">',
        r'<meta name="ArticleTitle" content="\1&amp;nbsp;">',
        "markup",
    ),
    "another title": Fault(*content("ArticleTitle", "关于供水的通知"), "heading"),
    "date with slashes": Fault(DATE, r'<meta name="PubDate" content="\1/\2/\3 \4">', "moment"),
    "date without a time": Fault(DATE, r'<meta name="PubDate" content="\1-\2-\3">', "moment"),
    "no such day": Fault(*content("PubDate", "2026-02-30 09:40"), "moment"),
    "another day": Fault(*content("PubDate", "2019-01-01 09:40"), "unseen"),
    "relative address": Fault(*content("Url", "./index.html"), "address"),
    "another host": Fault(*content("Url", "https://other.example/1.html"), "other-host"),
    "another page": Fault(
        r'<meta name="Url" content="([^"]*)">', r'<meta name="Url" content="\1x/">', "other-page"
    ),
    "open quote": Fault(
        r'<meta name="Description" content="([^"]*)">',
        r'<meta name="Description" content="\1>',
        "unclosed",
    ),
    "line break": Fault(
        r'<meta name="ContentSource" content="', '<meta name="ContentSource" content="\\n', "spaces"
    ),
    "in the body": Fault(
        r'(?s)(<meta name="ColumnType" content="[^"]*">)(.*?<body[^>]*>)', r"\2\1", "in-body"
    ),
    "wrong charset": Fault(r'<meta charset="utf-8">', '<meta charset="gb2312">', "charset", "<"),
    "no charset": Fault(r'<meta charset="utf-8">', "", "charset-none", "<"),
}
