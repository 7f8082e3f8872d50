"""Recordings as their macros need them: how long, which parts, and films on other platforms.

In: a block and what the projection says of its media. Out: a view. Of another platform it
holds nothing but addresses that wait for a click.
"""

from collections.abc import Mapping
from typing import Any

from huiying.records.players import PLAYERS
from huiying.records.values import seconds_of
from huiying.records.vocabulary import PLAYER
from huiying.render.views.frame import Frame, View, medium
from huiying.render.views.picture import picture


def recording(block: Mapping[str, Any], media: Mapping[str, Any], frame: Frame) -> View:
    """What is said of a recording beside its words. `media`: by path below media/."""
    path = block.get("file", "")
    known = media.get(path, {})
    poster = media.get(block.get("poster") or known.get("poster", ""), {})
    shown = poster.get("picture", {})
    return {
        "length": length(known.get("length_s", 0)),
        "poster": medium(shown["src"], frame) if shown else "",
        "poster_picture": picture(poster, "", frame),
        "chapters": [
            {"title": chapter["title"], **place(chapter["offset"], path, frame)}
            for chapter in block.get("chapters", ())
        ],
        "platform": _platform(block),
    }


def place(offset: str, path: str, frame: Frame) -> View:
    """A place in a recording: browsers open the file there, the script plays it on the page."""
    seconds = seconds_of(offset)
    href = f"{medium(path, frame)}#t={seconds}" if path else ""
    return {"clock": offset, "seconds": seconds, "href": href}


def length(seconds: int) -> str:
    """A length as one says it: `38秒`, `3分30秒`, `1小时2分`; nothing where it is not known."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}小时{minutes}分" if minutes else f"{hours}小时"
    if minutes:
        return f"{minutes}分{rest}秒" if rest else f"{minutes}分钟"
    return f"{rest}秒" if rest else ""


def _platform(block: Mapping[str, Any]) -> View:
    name, id = block.get("player", ""), block.get("player_id", "")
    if not name or not id:
        return {}
    player = PLAYERS[name]
    if not player.form.match(id):  # a draft in a preview: the rule has said so
        return {}
    label = PLAYER.label(name)
    return {"name": label, "frame": player.frame_of(id), "href": player.page_of(id)}
