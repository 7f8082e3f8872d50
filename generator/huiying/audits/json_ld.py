"""给机器读的 JSON-LD，说的就是页面上写的。

搜索引擎和核查平台只读 JSON-LD，不看页面。两处不一样，就等于发了两个口径：标题、原话、结论、理由、
答复、更正、日期和媒体文件，都要在页面上看得到。结论和分值按固定的对照；“正在核实”的不打分。该有的项
一项不缺。

依据：schema.org 的 ClaimReview、MediaReview、Event、VideoObject 等类型；DOMAIN §(c)6、7。

对：

    "ratingValue":1,"alternateName":"不实"  页面的结论：不实

错：

    "ratingValue":5,"alternateName":"属实"  页面的结论：正在核实

In English: JSON-LD says what the page says: its texts, days and files are in sight, its rating is
the page's verdict, what is still being verified has none, and no required key is missing.
"""

# Reference: DOMAIN LD-1.

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from typing import Any, TypeAlias
from urllib.parse import quote, unquote, urlsplit

from huiying.audits.day import shows
from huiying.audits.markup import Markup, title
from huiying.records.vocabulary import RATING_VALUE, VERDICT

Fault: TypeAlias = tuple[str, str]
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_TAG = re.compile("<[^>]*>")
# Text for machines has no marks of notes, and of a picture the words that stand for it.
_NOTE_MARK = re.compile(r"<sup[ >].*?</sup>", re.DOTALL)
_IMAGE = re.compile(r'<img[^>]* alt="([^"]*)"[^>]*>')
_STAMP = re.compile(r'class="resp-stamp resp-is-([a-z-]+)"')
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "Answer": ("text",),
    "Article": ("headline", "author", "datePublished"),
    "AudioObject": ("name", "uploadDate"),
    "BreadcrumbList": ("itemListElement",),
    "ClaimReview": ("claimReviewed", "reviewRating", "url", "author", "itemReviewed"),
    "Clip": ("name", "startOffset"),
    "CorrectionComment": ("text", "datePublished"),
    "DataDownload": ("contentUrl",),
    "Dataset": ("name", "description", "distribution"),
    "Event": ("name", "startDate", "organizer"),
    "FAQPage": ("mainEntity",),
    "GovernmentOrganization": ("name",),
    "ImageObject": ("name", "contentUrl"),
    "MediaReview": ("mediaAuthenticityCategory", "author", "datePublished"),
    "NewsArticle": ("headline", "author", "datePublished"),
    "Person": ("name",),
    "Question": ("name", "acceptedAnswer"),
    "Rating": ("alternateName", "ratingValue", "bestRating", "worstRating"),
    "VideoObject": ("name", "uploadDate"),
}
"""Keys without which a thing says nothing: schema.org, and what its readers ask for."""
TEXTS = frozenset(
    "alternateName claimReviewed description headline jobTitle legislationIdentifier name "
    "originalMediaContextDescription ratingExplanation text transcript".split()
)
DAYS = frozenset("dateCreated dateModified datePublished endDate startDate uploadDate".split())
WORKS = frozenset("Article ClaimReview CollectionPage Dataset Event FAQPage NewsArticle".split())
ELSEWHERE = frozenset(("BreadcrumbList", "WebSite"))
"""Things whose words stand in the frame around the page."""
_RATINGS = {VERDICT.label(term): value for term, value in RATING_VALUE.items()}


def look(markup: Markup) -> Iterator[Fault]:
    """Faults of one page (head and body)."""
    found = _SCRIPT.findall(markup.html)
    if not found:
        return
    start = max(markup.html.find("<main"), markup.html.find("<body"), 0)
    body = _SCRIPT.sub("", markup.html[start:])
    seen = _squeezed(unescape(_TAG.sub("", _IMAGE.sub(r"\1", _NOTE_MARK.sub("", body)))))
    stamp = _STAMP.search(body)
    for text in found:
        try:
            data = json.loads(text)
            things = data.get("@graph", [data])
        except (ValueError, AttributeError):
            yield "json-ld.form", text[:60]
            continue
        for thing in things:
            yield from _lacking(thing)
            if thing.get("@type") not in ELSEWHERE:
                yield from _of_work(thing, markup, stamp[1] if stamp else "")
                yield from _unseen(thing, seen, body)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _inner(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every thing within a thing, with the key it stands under."""
    for key, below in value.items():
        for each in below if isinstance(below, list) else (below,):
            if isinstance(each, dict):
                yield key, each


def _lacking(thing: dict[str, Any]) -> Iterator[Fault]:
    """Required keys that are missing or empty, in a thing and all within it."""
    kind = str(thing.get("@type", ""))
    for key in REQUIRED.get(kind, ()):
        if thing.get(key) in (None, "", [], {}):
            yield "json-ld.key", f"{kind}.{key}"
    for key, each in _inner(thing):
        if key != "mediaItemAppearance":  # where it was seen: all that is known of it
            yield from _lacking(each)


def _of_work(thing: dict[str, Any], markup: Markup, stamp: str) -> Iterator[Fault]:
    """What holds for the work that the page is: its name is the h1, its rating the stamp."""
    name = thing.get("headline") or thing.get("name") or ""
    if thing.get("@type") in WORKS and _squeezed(name) != _squeezed(title(markup)):
        yield "json-ld.title", name
    rating = thing.get("reviewRating", {})
    if not rating:
        return
    label, value = rating.get("alternateName", ""), rating.get("ratingValue")
    is_ours = not stamp or (stamp in VERDICT.by_en and VERDICT.label(stamp) == label)
    if not is_ours or label not in _RATINGS or _RATINGS[label] != value:
        yield "json-ld.rating", f"{label} {value}"


def _unseen(thing: dict[str, Any], seen: str, body: str) -> Iterator[Fault]:
    """Texts, days and files of a thing and of all within it that readers do not see."""
    if thing.get("@type") == "GovernmentOrganization":
        names = [thing.get(key, "") for key in ("name", "alternateName")]
        if not any(name and _squeezed(name) in seen for name in names):
            yield "json-ld", f"name {names[0]}"
        return
    for key, value in thing.items():
        if not isinstance(value, str):
            continue
        if key in TEXTS and not _is_seen(key, value, seen):
            yield "json-ld", f"{key} {value[:60]}"
        elif key in DAYS and not _is_day_seen(value, body):
            yield "json-ld.date", f"{key} {value}"
        elif key == "contentUrl" and not _is_linked(value, body):
            yield "json-ld.file", value
    for key, each in _inner(thing):
        # The publisher of a work stands in the footer, on every page.
        if key != "publisher" or each.get("@type") != "GovernmentOrganization":
            yield from _unseen(each, seen, body)


def _is_seen(key: str, text: str, seen: str) -> bool:
    # A description may have been cut.
    return _squeezed(text.removesuffix("…") if key == "description" else text) in seen


def _is_day_seen(value: str, body: str) -> bool:
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return False
    return shows(day, body)


def _is_linked(address: str, body: str) -> bool:
    """Whether the page leads to a file, from wherever it lies."""
    name = unquote(urlsplit(address).path.rpartition("/")[2])
    return f"/{name}" in body or f"/{quote(name)}" in body or f'"{name}"' in body
