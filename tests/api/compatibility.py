"""What breaks a reader of v1: changes of a schema that take something away or turn it into another.

In: two OpenAPI documents, that which readers know and that of now. Out: one line for each promise
that is not kept. Additions are none: new paths, fields, terms and definitions.

`python -m tests.api.compatibility` writes `tests/api/v1.json` anew, unless something would break.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from huiying.render.api.openapi import openapi
from huiying.settings import UNREADABLE, Settings
from tests.helper import NOW

KNOWN = Path(__file__).parent / "v1.json"
BASE = "https://huiying.example/api/v1/"
CHANGEABLE = ("title", "description", "summary", "info", "servers")
"""What readers' programs do not depend on."""
NAMES = ("/properties", "/schemas", "/paths")
"""Below these all keys are names of our own, also those that are words of a schema elsewhere."""


def current() -> Any:
    """The description of the interface as the engine writes it, without words for people."""
    settings = Settings(UNREADABLE, "https://huiying.example/", NOW)
    return json.loads(json.dumps(openapi(settings, BASE)))


def broken(known: Any, now: Any, place: str = "") -> Iterator[str]:
    """Each promise of `known` that `now` does not keep, with its place."""
    if isinstance(known, list) and place.endswith(("/required", "/enum", "/oneOf")):
        lost = [each for each in known if each not in now]
        yield from (f"{place}: {each} is gone" for each in lost)
    elif isinstance(known, dict) and isinstance(now, dict):
        for name, value in known.items():
            if name in CHANGEABLE and not place.endswith(NAMES):
                continue
            here = f"{place}/{name}"
            if name not in now:
                yield f"{here} is gone"
            else:
                yield from broken(value, now[name], here)
        yield from _narrowed(known, now, place)
    elif isinstance(known, list) and isinstance(now, list) and len(known) == len(now):
        for number, (value, other) in enumerate(zip(known, now, strict=True)):
            yield from broken(value, other, f"{place}/{number}")
    elif known != now:
        yield f"{place}: {known!r} became {now!r}"


def _narrowed(known: Any, now: Any, place: str) -> Iterator[str]:
    """A keyword that did not limit a value before."""
    if place.endswith(NAMES):
        return
    for name in ("type", "$ref", "enum", "pattern", "format", "const", "additionalProperties"):
        if name in now and name not in known:
            yield f"{place}/{name} is new and narrows"


def main() -> int:
    """Keep what is added; refuse what breaks."""
    now = current()
    lost = list(broken(json.loads(KNOWN.read_text("utf-8")), now)) if KNOWN.exists() else []
    if lost:
        print("\n".join(lost))
        return 1
    text = json.dumps(now, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    KNOWN.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
