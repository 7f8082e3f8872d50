"""Where addresses outside the site are written.

In: the library and the settings. Out: each address with its places. What spread a rumour is left
out (it is meant to vanish), and so are records that were withdrawn. It asks nobody.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urldefrag, urlsplit

from huiying.library import Library
from huiying.problem import Level, Mark
from huiying.records import Record
from huiying.rules._standing import is_closed, weigh
from huiying.rules._texts import public_texts
from huiying.rules.link_form import targets
from huiying.settings import Settings


def addresses(library: Library, settings: Settings) -> Mapping[str, list[tuple[Mark, Level]]]:
    """By address, without fragment: where it stands, and how much it weighs there."""
    found: dict[str, list[tuple[Mark, Level]]] = defaultdict(list)
    own = {settings.host, urlsplit(settings.base_url).netloc}
    for record, path, level in _records(library, settings):
        for place, url in _written(record, path):
            if urlsplit(url).netloc not in own:
                found[urldefrag(url).url].append((record.mark(place), level))
    return found


def _records(library: Library, settings: Settings) -> Iterator[tuple[Record[Any], str, Level]]:
    for record in library.records.values():
        if not is_closed(record.fields, settings.now):
            yield record, "", weigh(record.fields, settings, Level.WARNING)
    for entries in library.registers.values():
        for id, entry in entries.items():
            yield entry, id, Level.WARNING
    for sidecar in library.sidecars.values():
        yield sidecar, "", Level.WARNING


def _written(record: Record[Any], path: str) -> Iterator[tuple[str, str]]:
    for place, item, text in public_texts(record.fields, path):
        if place.startswith("claims."):
            continue
        if item.type == "address":
            yield from ((place, text) for text in [text] if _is_web(text))
        elif item.type == "prose":
            yield from ((place, target) for target, _ in targets(text) if _is_web(target))


def _is_web(target: str) -> bool:
    return target.lower().startswith(("http://", "https://"))
