"""Content blocks: text, pictures, sound, film and the rest, each as what its macro needs.

In: blocks of a record, with the sidecars of their media and the cards they quote. Out: views; what
a sidecar says is used where the block says nothing. It never opens a file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from mimetypes import MimeTypes
from typing import Any

from huiying.render import infographic
from huiying.render.views.card import card
from huiying.render.views.frame import Frame, View, html, link, medium, moment
from huiying.render.views.picture import picture
from huiying.render.views.player import recording

FAMILY = {
    "infographic": "picture",
    "image": "picture",
    "video": "media",
    "audio": "media",
    "text": "text",
    "table": "text",
    "quote": "text",
    "timeline": "text",
    "link": "more",
    "download": "more",
    "embed": "more",
}
FAMILY_LABELS = {"picture": "一图看懂", "media": "看和听", "text": "补充说明", "more": "相关材料"}
_TYPES = MimeTypes()  # Python's own table, not the machine's: pages must not depend on it.
_TYPES.add_type("audio/mp4", ".m4a")


def blocks(
    found: Iterable[Mapping[str, Any]], page: Mapping[str, Any], frame: Frame, place: str = "block"
) -> list[View]:
    """Views of blocks in their order; a block whose record is not public is left out.

    `place` keeps the notes of one list of blocks apart from those of others on the page.
    """
    return [
        _block(block, f"{place}-{number}-", page, frame)
        for number, block in enumerate(found)
        if block["type"] != "embed" or block.get("record") in page["cards"]
    ]


def groups(views: Sequence[View]) -> Iterator[View]:
    """Neighbours of one family under one heading, for pages that have no sections of their own."""
    for family, members in groupby(views, key=lambda view: FAMILY[view["type"]]):
        yield {"title": FAMILY_LABELS[family], "blocks": list(members)}


def pictures_apart(found: Iterable[View]) -> View:
    """`pictures`: groups of pictures, for pages that show them early; `groups`: the others."""
    split: View = {"pictures": [], "groups": []}
    for group in found:
        is_picture = group["blocks"][0]["type"] in ("infographic", "image")
        split["pictures" if is_picture else "groups"].append(group)
    return split


def _block(block: Mapping[str, Any], prefix: str, page: Mapping[str, Any], frame: Frame) -> View:
    path = block.get("file", "")
    sidecar = page["media"].get(path, {})

    def given(name: str) -> str:
        return str(block.get(name) or sidecar.get(name) or "")

    captions = given("captions")
    return {
        "type": block["type"],
        "title": given("title"),
        "html": html(block.get("text"), frame, prefix, 4),
        "href": medium(path, frame) if path else link(block.get("url"), frame),
        "picture": picture(sidecar, given("alt") or given("title"), frame, prefix == "block-0-"),
        "drawing": _drawing(block, prefix),
        "long_html": html(given("long_description"), frame, f"{prefix}long-", 4),
        "transcript_html": html(given("transcript"), frame, f"{prefix}said-", 4),
        "captions": medium(captions, frame) if captions else "",
        **recording(block, page["media"], frame),
        "mime": _TYPES.guess_type(path)[0] or "",
        "extension": path.rpartition(".")[2].upper() if "." in path else "",
        "entries": timeline(block.get("entries", ()), frame),
        "card": card(page["cards"][block["record"]], frame) if block.get("record") else {},
        "source": given("source"),
        "licence": given("licence"),
        "map_approval_no": given("map_approval_no"),
    }


def _drawing(block: Mapping[str, Any], prefix: str) -> View:
    """What an infographic's data are drawn as; nothing where it is a file."""
    if "drawing" not in block:
        return {}
    figure = infographic.from_record(block["drawing"])
    return infographic.view(figure, block.get("title", ""), prefix, block.get("alt", ""))


def timeline(entries: Iterable[Mapping[str, Any]], frame: Frame, year: int = 0) -> list[View]:
    """Dated steps in the order of time."""
    ordered = sorted(entries, key=lambda entry: entry["at"])
    return [{"time": moment(entry["at"], frame, year), "text": entry["text"]} for entry in ordered]


def updates(page: Mapping[str, Any], frame: Frame, year: int = 0) -> list[View]:
    """News of an open matter, the newest first."""
    found = sorted(page["record"].get("updates", ()), key=lambda entry: entry["at"], reverse=True)
    return [
        {
            "time": moment(entry["at"], frame, year),
            "html": html(entry["text"], frame, f"update-{number}-"),
            "source": entry.get("source", ""),
            "blocks": blocks(entry.get("blocks", ()), page, frame, f"update-{number}"),
        }
        for number, entry in enumerate(found)
    ]
