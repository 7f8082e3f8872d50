"""Where addresses outside the site are written.

In: the library, the settings, the folder content/. Out: each address with its places, also in
site.yml and in hand-written pages. What spread a rumour is left out (it is meant to vanish), and so
are records that were withdrawn, and the guide, which we write. It asks nobody.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urlsplit

from huiying.library import Library
from huiying.problem import Level, Mark
from huiying.records import Record
from huiying.rules._standing import is_closed, weigh
from huiying.rules._texts import public_texts, site_record
from huiying.rules.link_form import placed_targets, targets
from huiying.rules.personal_file import GUIDE
from huiying.settings import Settings

_HREF = re.compile(r"""\b(?:href|src)\s*=\s*["']?(https?://[^\s"'>]+)""", re.IGNORECASE)


def addresses(
    library: Library, settings: Settings, folder: Path, base: str
) -> Mapping[str, list[tuple[Mark, Level]]]:
    """By address, without fragment: where it stands, and how much it weighs there.

    `folder` is content/, `base` its path from the root.
    """
    found: dict[str, list[tuple[Mark, Level]]] = defaultdict(list)
    own = {settings.host, urlsplit(settings.base_url).netloc}
    site = site_record(folder, base, settings)
    of_site = [(site, "", Level.WARNING)] if site else []
    for record, path, level in (*_records(library, settings), *of_site):
        for place, url in _written(record, path):
            if urlsplit(url).netloc not in own:
                found[urldefrag(url).url].append((record.mark(place), level))
    for url, mark in _of_pages(folder, base):
        if urlsplit(url).netloc not in own:
            found[urldefrag(url).url].append((mark, Level.WARNING))
    return found


def _of_pages(folder: Path, base: str) -> Iterator[tuple[str, Mark]]:
    """What hand-written pages link to, in Markdown or HTML."""
    for file in sorted((folder / "pages").rglob("*.md")):
        name = file.relative_to(folder).as_posix()
        if name.startswith(GUIDE) or not file.is_file() or file.is_symlink():
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        found = [(target, start) for target, _, start in placed_targets(text)]
        found += [(match[1], match.start()) for match in _HREF.finditer(text)]
        for target, start in found:
            if _is_web(target):
                line = text.count("\n", 0, start) + 1
                yield target, Mark(f"{base}/{name}", line, start - text.rfind("\n", 0, start))


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
        if item.type in ("address", "letter-box"):
            # Of the letter box the address without what the reader asked.
            yield from ((place, url) for url in [text.replace("{text}", "")] if _is_web(url))
        elif item.type == "prose":
            yield from ((place, target) for target, _ in targets(text) if _is_web(target))


def _is_web(target: str) -> bool:
    return target.lower().startswith(("http://", "https://"))
