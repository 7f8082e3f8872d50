"""A feed as Atom (RFC 4287). In: a channel. Out: the bytes of `<path>.xml`."""

from collections.abc import Iterator
from html import escape

from huiying.render.feeds.channel import Channel, Entry
from huiying.settings import Settings


def written(channel: Channel, settings: Settings) -> bytes:
    """The feed's bytes."""
    return "".join(_feed(channel, settings)).encode()


def _feed(channel: Channel, settings: Settings) -> Iterator[str]:
    address = f"{settings.base_url}{channel.path}.xml"
    page = settings.base_url + channel.page
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n'
    yield _element("title", channel.title)
    yield _element("id", address)
    yield f'<link rel="self" type="application/atom+xml" href="{escape(address)}"/>\n'
    yield f'<link rel="alternate" type="text/html" href="{escape(page)}"/>\n'
    yield _element("updated", channel.updated.astimezone(settings.zone).isoformat())
    yield f"<author>{_element('name', settings.site.sponsor)}</author>\n"
    for entry in channel.entries:
        yield from _entry(entry)
    yield "</feed>\n"


def _entry(entry: Entry) -> Iterator[str]:
    yield "<entry>\n"
    yield _element("title", entry.title)
    yield _element("id", entry.url)
    yield f'<link rel="alternate" type="text/html" href="{escape(entry.url)}"/>\n'
    yield _element("published", entry.published.isoformat())
    yield _element("updated", entry.updated.isoformat())
    for name in entry.authors:
        yield f"<author>{_element('name', name)}</author>\n"
    for term, label in entry.categories:
        yield f'<category term="{escape(term)}" label="{escape(label)}"/>\n'
    yield _element("summary", entry.summary)
    yield "</entry>\n"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>\n"
