"""Pictures, recordings and films of a page in the terms of schema.org.

In: a planned page. Out: `image`, `audio` and `video` of whatever work the page is. It names what
the page plays or shows and nothing else, so a film on another platform has its page there, not its
player, which nobody has asked for yet.
"""

from collections.abc import Iterator
from datetime import datetime
from mimetypes import MimeTypes
from typing import Any, TypeAlias
from urllib.parse import quote

from huiying.prose import plain
from huiying.public import Values
from huiying.records.briefing import FILMS
from huiying.records.players import PLAYERS
from huiying.records.values import seconds_of
from huiying.render.plan import Page
from huiying.settings import Settings

Thing: TypeAlias = dict[str, Any]
TYPES = {
    "image": ("image", "ImageObject"),
    "infographic": ("image", "ImageObject"),
    "audio": ("audio", "AudioObject"),
    "video": ("video", "VideoObject"),
}
"""By type of block: the property of the work, and what it holds."""
_TYPES = MimeTypes()  # Python's own table, not the machine's: pages must not depend on it.
_TYPES.add_type("audio/mp4", ".m4a")
_TYPES.add_type("image/avif", ".avif")
_TYPES.add_type("image/webp", ".webp")


def recordings(page: Page, settings: Settings) -> Thing:
    """The media of a page, by the property of the work that they belong to."""
    found: Thing = {}
    for block, since in _blocks(page.values, page.values["published_at"]):
        thing = _thing(block, page.values, since, settings)
        if thing:
            found.setdefault(TYPES[block["type"]][0], []).append(thing)
    return found


def _blocks(values: Values, published: datetime) -> Iterator[tuple[Values, datetime]]:
    """Every block that the page shows as a picture, a recording or a film, and since when.

    That is when the page was published, or the update that brought it.
    """
    record = values["record"]
    groups = [record, *record.get("updates", ()), *record.get("sections", ())]
    if "recording" in record:
        file = record["recording"]
        title = values["media"].get(file, {}).get("title", "全程回放")
        type = "video" if file.lower().endswith(FILMS) else "audio"
        yield {"type": type, "file": file, "title": title}, _recorded(record, published)
    for group in groups:
        for block in group.get("blocks", ()):
            if block["type"] in TYPES and ("file" in block or "player_id" in block):
                yield block, max(published, group.get("at", published))


def _recorded(record: Values, published: datetime) -> datetime:
    """Since when a briefing can be seen again: the first change after it was over, or its end."""
    over = record.get("ends_at") or record.get("starts_at") or published
    later = [entry["at"] for entry in record.get("history", ()) if entry["at"] > over]
    return min(later, default=over) if over > published else published


def _thing(block: Values, values: Values, since: datetime, settings: Settings) -> Thing:
    sidecar = values["media"].get(block.get("file"), {})

    def given(name: str) -> Any:
        return block.get(name) or sidecar.get(name)

    kind = TYPES[block["type"]][1]
    thing: Thing = {"@type": kind, "name": given("title") or values["record"]["title"]}
    if kind != "ImageObject":
        thing["uploadDate"] = since.astimezone(settings.zone).isoformat()
    if "file" in block:
        thing |= _file(block["file"], sidecar, settings)
    elif "player" in block:
        thing["url"] = PLAYERS[block["player"]].page_of(block["player_id"])
    if poster := block.get("poster"):
        picture = values["media"].get(poster, {}).get("picture", {})
        thing["thumbnailUrl"] = _address(picture.get("src", poster), settings)
    if kind != "ImageObject":
        thing |= _words(given("captions"), given("transcript"), settings)
    if "chapters" in block:
        thing["hasPart"] = [
            {
                "@type": "Clip",
                "name": chapter["title"],
                "startOffset": seconds_of(chapter["offset"]),
            }
            for chapter in block["chapters"]
        ]
    return thing


def _file(path: str, sidecar: Values, settings: Settings) -> Thing:
    thing: Thing = {"contentUrl": _address(path, settings)}
    if form := media_type(path):
        thing["encodingFormat"] = form
    if seconds := sidecar.get("length_s"):
        hours, rest = divmod(seconds, 3600)
        thing["duration"] = f"PT{hours}H{rest // 60}M{rest % 60}S"
    return thing


def media_type(path: str) -> str | None:
    """The media type of a file, by its suffix."""
    return _TYPES.guess_type(path)[0]


def _words(captions: str | None, transcript: str | None, settings: Settings) -> Thing:
    """What those read who cannot hear it."""
    thing: Thing = {}
    if captions:
        address = _address(captions, settings)
        caption = {"contentUrl": address, "encodingFormat": "text/vtt", "inLanguage": "zh-CN"}
        thing["caption"] = {"@type": "MediaObject", **caption}
    return {**thing, "transcript": plain(transcript)} if transcript else thing


def _address(path: str, settings: Settings) -> str:
    return f"{settings.base_url}media/{quote(path)}"
