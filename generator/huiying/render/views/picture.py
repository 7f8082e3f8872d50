"""Pictures as their macro needs them: one address for every browser, better ones for newer ones.

In: what the projection says of one medium. Out: a view; nothing for a medium that is no picture.
"""

from collections.abc import Mapping
from typing import Any

from huiying.render.views.frame import Frame, View, medium


def picture(known: Mapping[str, Any], alt: str, frame: Frame, is_first: bool = False) -> View:
    """A picture with its size in pixels. `known`: sidecar and files of the medium.

    `is_first`: it may be on the screen at once, so it does not wait until somebody scrolls to it.
    """
    found = known.get("picture")
    if not found:
        return {}
    return {
        "src": medium(found["src"], frame),
        "href": medium(found["large"], frame),
        "width": found["width"],
        "height": found["height"],
        "alt": alt,
        "is_first": is_first,
        "sources": [
            {
                "type": source["type"],
                "srcset": ", ".join(f"{medium(path, frame)} {px}w" for path, px in source["files"]),
            }
            for source in found["sources"]
        ],
    }
