"""A feed as RSS 2.0, for readers that take nothing newer. In: a channel. Out: `<path>.rss.xml`.

RSS has no word for when an item changed; Atom's is used inside it, as its readers do. Names of
bodies go into `dc:creator`, as `author` must hold an e-mail address.
"""

from collections.abc import Iterator
from email.utils import format_datetime
from html import escape

from huiying.render.feeds.channel import Channel, Entry
from huiying.settings import Settings

NAMESPACES = 'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def written(channel: Channel, settings: Settings) -> bytes:
    """The feed's bytes."""
    return "".join(_feed(channel, settings)).encode()


def opening(channel: Channel, suffix: str, namespaces: str, settings: Settings) -> Iterator[str]:
    """The lines before the first item; `suffix`: of the feed's own file."""
    address = settings.base_url + channel.path + suffix
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<rss version="2.0" {namespaces}>\n<channel>\n'
    yield element("title", channel.title)
    yield element("link", settings.base_url + channel.page)
    yield element("description", settings.site.description or settings.site.name)
    yield element("language", "zh-CN")
    yield f'<atom:link rel="self" type="application/rss+xml" href="{escape(address)}"/>\n'


def element(name: str, text: str) -> str:
    """One line with a text in it."""
    return f"<{name}>{escape(text)}</{name}>\n"


def _feed(channel: Channel, settings: Settings) -> Iterator[str]:
    yield from opening(channel, ".rss.xml", NAMESPACES, settings)
    yield element("lastBuildDate", format_datetime(channel.updated.astimezone(settings.zone)))
    for entry in channel.entries:
        yield from _item(entry)
    yield "</channel>\n</rss>\n"


def _item(entry: Entry) -> Iterator[str]:
    yield "<item>\n"
    yield element("title", entry.title)
    yield element("link", entry.url)
    yield f'<guid isPermaLink="true">{escape(entry.url)}</guid>\n'
    yield element("pubDate", format_datetime(entry.published))
    yield element("atom:updated", entry.updated.isoformat())
    for name in entry.authors:
        yield element("dc:creator", name)
    for _, label in entry.categories:
        yield element("category", label)
    yield element("description", entry.summary)
    yield "</item>\n"
