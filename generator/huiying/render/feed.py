"""The Atom feed of the newest answers, for newsrooms and other sites.

In: a projection. Out: `feeds/all.xml`. An entry keeps its id for ever, which is its page's address;
a correction gives it a new `updated`. So does a withdrawal, which replaces what it said: an entry
that only went missing would stay as it was with all who have read it. It reads no clock: the feed
is as new as its newest entry.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from html import escape

from huiying.public import Projection, PublicRecord, organisations_of
from huiying.records import KIND_BY_NAME
from huiying.records.vocabulary import VERDICT
from huiying.render.head import about
from huiying.render.output import Output
from huiying.render.tags import shorten

PATH = "feeds/all.xml"
NEWEST = 50
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of a feed without entries: Atom wants one, and an invented one would be false."""
# What XML 1.0 cannot carry in any spelling. Records refuse it; a feed that does not parse would
# take every other entry with it.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def outputs(projection: Projection) -> Iterator[Output]:
    """The feed of all kinds."""
    records = projection.records.values()
    told = [record for record in records if _is_told(record)]
    told.sort(key=lambda record: record.address)
    told.sort(key=lambda record: record.updated_at, reverse=True)
    yield Output(PATH, "".join(_feed(told[:NEWEST], projection)).encode())


def _is_told(record: PublicRecord) -> bool:
    return record.state == "public" and (record.listed or "withdrawn" in record.marks)


def _feed(records: Sequence[PublicRecord], projection: Projection) -> Iterator[str]:
    settings = projection.settings
    address = settings.base_url + PATH
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n'
    yield _element("title", settings.site.name)
    yield _element("id", address)
    yield f'<link rel="self" type="application/atom+xml" href="{escape(address)}"/>\n'
    yield f'<link rel="alternate" type="text/html" href="{escape(settings.base_url)}"/>\n'
    yield _element("updated", _when(records[0].updated_at if records else NEVER, projection))
    yield f"<author>{_element('name', settings.site.sponsor)}</author>\n"
    for record in records:
        yield from _entry(record, projection)
    yield "</feed>\n"


def _entry(record: PublicRecord, projection: Projection) -> Iterator[str]:
    url = f"{projection.settings.base_url}{record.address}/"
    yield "<entry>\n"
    is_withdrawn = "withdrawn" in record.marks
    title = record.values["title"]
    yield _element("title", f"已撤回：{title}" if is_withdrawn else title)
    yield _element("id", url)
    yield f'<link rel="alternate" type="text/html" href="{escape(url)}"/>\n'
    yield _element("published", _when(record.published_at, projection))
    yield _element("updated", _when(record.updated_at, projection))
    for id in organisations_of(record):
        if id in projection.organisations:
            yield f"<author>{_element('name', projection.organisations[id]['name'])}</author>\n"
    yield _category(record.kind, KIND_BY_NAME[record.kind].zh)
    verdict = record.values.get("verdict")
    if verdict:
        yield _category(verdict, VERDICT.label(verdict))
    yield _element("summary", shorten(about(record.values, is_withdrawn)))
    yield "</entry>\n"


def _category(term: str, label: str) -> str:
    return f'<category term="{escape(term)}" label="{escape(label)}"/>\n'


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_NOT_XML.sub('', text))}</{name}>\n"


def _when(moment: datetime, projection: Projection) -> str:
    return moment.astimezone(projection.settings.zone).isoformat()
