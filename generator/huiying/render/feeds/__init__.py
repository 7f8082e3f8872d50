"""The site's news for machines: feeds in three formats, and the newest reviews as data.

In: a projection and the planned pages. Out: files under `feeds/` and `claimreview.json`. Every file
holds the newest fifty, so a record that changes rewrites those it stands in and no others: the
feeds of everything, of its kind, its topics, its bodies and the corrections, three files each. No
file knows the clock: each is as new as its newest entry. The podcast (`feeds.podcast`) is apart, as
it says how large the sound files became.
"""

from collections.abc import Iterator, Sequence

from huiying.public import Projection
from huiying.render.feeds import atom, json_feed, reviews, rss
from huiying.render.feeds.channel import channels
from huiying.render.output import Output
from huiying.render.plan import Page


def outputs(projection: Projection, pages: Sequence[Page]) -> Iterator[Output]:
    """Every feed but the podcast. `pages`: all that are planned."""
    settings = projection.settings
    for channel in channels(projection):
        yield Output(channel.path + ".xml", atom.written(channel, settings))
        yield Output(channel.path + ".rss.xml", rss.written(channel, settings))
        yield Output(channel.path + ".json", json_feed.written(channel, settings))
    yield reviews.output(pages, settings)
