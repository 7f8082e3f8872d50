"""Everything that the site has to hear as a podcast: `feeds/podcast.xml`, RSS 2.0.

In: a projection, and how large each sound file became, which is known only once the media are made.
Out: one episode for each sound file of a record that feeds tell of, the newest fifty. An episode's
id is the address of its file, which never changes. An enclosure without length or type is none, so
a file that is not in the site, or of a kind nobody plays, is left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape
from urllib.parse import quote

from huiying.public import Projection, PublicRecord, Values
from huiying.records.briefing import FILMS
from huiying.render.feed_address import FOLDER, NEWEST
from huiying.render.feeds.channel import Channel, bodies_of, clean, newest_told
from huiying.render.feeds.rss import NAMESPACES, element, opening
from huiying.render.head import about
from huiying.render.output import Output
from huiying.render.recordings import media_type
from huiying.render.tags import shorten

PATH = f"{FOLDER}/podcast"
COVER = f"{PATH}.png"
"""The square picture that directories demand, shipped with the theme: Apple asks for 1400 to 3000
pixels (podcasters.apple.com, artwork requirements). The mark alone, so every city can use it."""
SPACES = (
    f'{NAMESPACES} xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:podcast="https://podcastindex.org/namespace/1.0"'
)


@dataclass(frozen=True, slots=True)
class Episode:
    """One sound file: its path below media/, how large it is, and the record that it belongs to."""

    file: str
    type: str
    size_bytes: int
    title: str
    captions: str
    published: datetime
    record: PublicRecord


def output(projection: Projection, size_bytes: Callable[[str], int]) -> Output:
    """The podcast. `size_bytes`: of a file of the site by its path, 0 if it is not there."""
    found: dict[str, Episode] = {}
    for record in newest_told(projection):
        for episode in _episodes(record, projection, size_bytes):
            found.setdefault(episode.file, episode)
    episodes = sorted(found.values(), key=lambda each: each.file)
    episodes.sort(key=lambda each: each.published, reverse=True)
    return Output(f"{PATH}.xml", "".join(_feed(episodes[:NEWEST], projection)).encode())


def _episodes(
    record: PublicRecord, projection: Projection, size_bytes: Callable[[str], int]
) -> Iterator[Episode]:
    for block, published in _sounds(record):
        file = block["file"]
        type, size = media_type(file), size_bytes(f"media/{file}")
        if type is not None and size:
            sidecar = projection.media.get(file, {})
            title = block.get("title") or sidecar.get("title") or record.values["title"]
            captions = block.get("captions") or sidecar.get("captions", "")
            yield Episode(file, type, size, clean(title), captions, published, record)


def _sounds(record: PublicRecord) -> Iterator[tuple[Values, datetime]]:
    """The sound files of a record as blocks, and when each was there to be heard."""
    values, published = record.values, record.published_at
    recording = values.get("recording", "")
    if recording and not recording.lower().endswith(FILMS):
        held = values.get("ends_at", values.get("starts_at", published))
        yield {"file": recording}, max(published, held)
    for group in (values, *values.get("updates", ()), *values.get("sections", ())):
        for block in group.get("blocks", ()):
            if block["type"] == "audio" and "file" in block:
                yield block, group.get("at", published)


def _feed(episodes: list[Episode], projection: Projection) -> Iterator[str]:
    settings = projection.settings
    channel = Channel(PATH, clean(f"听回应 - {settings.site.name}"), "", ())
    yield from opening(channel, ".xml", SPACES, settings)
    yield element("itunes:author", settings.site.sponsor)
    yield f'<itunes:image href="{escape(settings.base_url + COVER)}"/>\n'
    yield '<itunes:category text="Government"/>\n'
    yield element("itunes:explicit", "false")
    for episode in episodes:
        yield from _item(episode, projection)
    yield "</channel>\n</rss>\n"


def _item(episode: Episode, projection: Projection) -> Iterator[str]:
    settings, record = projection.settings, episode.record
    address = f"{settings.base_url}media/{quote(episode.file)}"
    yield "<item>\n"
    yield element("title", episode.title)
    yield element("link", f"{settings.base_url}{record.address}/")
    yield f'<guid isPermaLink="false">{escape(address)}</guid>\n'
    yield element("pubDate", format_datetime(episode.published.astimezone(settings.zone)))
    for name in bodies_of(record, projection):
        yield element("dc:creator", name)
    yield element("description", clean(shorten(about(record.values, False))))
    yield (
        f'<enclosure url="{escape(address)}" length="{episode.size_bytes}" '
        f'type="{escape(episode.type)}"/>\n'
    )
    if seconds := projection.media.get(episode.file, {}).get("length_s"):
        yield element("itunes:duration", str(seconds))
    yield element("itunes:explicit", "false")
    if episode.captions:
        url = f"{settings.base_url}media/{quote(episode.captions)}"
        yield f'<podcast:transcript url="{escape(url)}" type="text/vtt" language="zh-CN"/>\n'
    yield "</item>\n"
