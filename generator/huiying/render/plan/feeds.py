"""The page about the feeds: which ones there are to subscribe to.

In: a projection. Out: one page. Topics that changed last come first, and no more of them than a
feed holds entries: the page of each topic names its own feed, too.
"""

from huiying.public import Projection
from huiying.render.feed_address import FOLDER, NEWEST
from huiying.render.plan.page import Page, page


def feeds(projection: Projection) -> Page:
    """The page of the feeds; `topics` and `bodies`: name and feed, without its suffix."""
    topics = [
        record
        for record in projection.by_kind.get("topic", ())
        if record.state == "public" and record.listed
    ]
    topics.sort(key=lambda record: record.address)
    topics.sort(key=lambda record: record.updated_at, reverse=True)
    bodies = sorted(projection.organisations.items())
    return page(
        f"{FOLDER}/index.html",
        "feeds",
        "feeds",
        topics=[(each.values["title"], f"{FOLDER}/{each.address}") for each in topics[:NEWEST]],
        bodies=[(body["name"], f"{FOLDER}/organisations/{id}") for id, body in bodies],
        interface=projection.settings.base_url,
        is_empty=not projection.records,
    )
