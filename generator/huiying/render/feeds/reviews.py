"""The newest reviews of claims as one file: `claimreview.json`, a `DataFeed` of schema.org.

In: the planned pages. Out: what the JSON-LD of their pages says, for tools that collect fact checks
(schema.org/DataFeed; the form that Google's Fact Check tools take). What is withdrawn, superseded,
expired or still being verified is not in it.
"""

from collections.abc import Sequence
from typing import Any

from pydantic_core import to_json

from huiying.records.vocabulary import RATING_VALUE
from huiying.render.feed_address import NEWEST
from huiying.render.feeds.channel import NEVER
from huiying.render.jsonld import claim_reviews
from huiying.render.output import Output
from huiying.render.plan import Page
from huiying.settings import Settings

PATH = "claimreview.json"
CLOSED = frozenset(("archived", "expired", "superseded", "withdrawn"))


def output(pages: Sequence[Page], settings: Settings) -> Output:
    """The data feed of the newest reviewed records, what changed last first."""
    told = [page for page in pages if _is_told(page)]
    told.sort(key=lambda page: page.address)
    told.sort(key=lambda page: page.values["updated_at"], reverse=True)
    told = told[:NEWEST]
    newest = told[0].values["updated_at"] if told else NEVER
    feed = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": settings.site.name,
        "url": settings.base_url + PATH,
        "inLanguage": "zh-CN",
        "dateModified": newest.astimezone(settings.zone).isoformat(),
        "dataFeedElement": [_item(page, settings) for page in told],
    }
    return Output(PATH, to_json(feed, indent=1) + b"\n")


def _is_told(page: Page) -> bool:
    values = page.values
    if page.page_class != "clarification" or values.get("state", "public") != "public":
        return False
    is_rated = values["record"].get("verdict") in RATING_VALUE
    return is_rated and not CLOSED.intersection(values["marks"])


def _item(page: Page, settings: Settings) -> dict[str, Any]:
    zone = settings.zone
    return {
        "@type": "DataFeedItem",
        "dateCreated": page.values["published_at"].astimezone(zone).isoformat(),
        "dateModified": page.values["updated_at"].astimezone(zone).isoformat(),
        "item": claim_reviews(page, settings),
    }
