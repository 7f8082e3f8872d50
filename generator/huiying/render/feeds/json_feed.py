"""A feed as JSON Feed 1.1 (jsonfeed.org, 7 August 2020). In: a channel. Out: `<path>.json`."""

from typing import Any

from pydantic_core import to_json

from huiying.render.feeds.channel import Channel, Entry
from huiying.settings import Settings

VERSION = "https://jsonfeed.org/version/1.1"


def written(channel: Channel, settings: Settings) -> bytes:
    """The feed's bytes."""
    feed = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": settings.base_url + channel.page,
        "feed_url": f"{settings.base_url}{channel.path}.json",
        "language": "zh-CN",
        "authors": [{"name": settings.site.sponsor}],
        "items": [_item(entry) for entry in channel.entries],
    }
    return to_json(feed, indent=1) + b"\n"


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "tags": [label for _, label in entry.categories],
    }
    if entry.authors:
        item["authors"] = [{"name": name} for name in entry.authors]
    return item
