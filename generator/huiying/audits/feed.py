"""订阅文件读得出来，每一条都有不变的编号和时间。

订阅的人用的是各种阅读器，有一处写坏，整份订阅都读不出来；编号变了或重复，同一条会当成新的再推一遍，或者
盖掉另一条。编号就是页面的网址，在本站之下。播客的每个音频要写明大小和类型，没有就放不出来。

依据：RFC 4287；RSS 2.0；JSON Feed 1.1。

对：

    <id>https://huiying.example/rumours/20260312-tingshui/</id>

错：

    <id>20260312-tingshui</id>

In English: feeds can be read, each entry has a time and an id of its own, which is an address, and
each enclosure says its length and its type.
"""

# Reference: DOMAIN FEED-1.

import json
from collections.abc import Iterator
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"


def look(path: str, text: str) -> Iterator[tuple[str, str]]:
    """Faults of the file at a path; nothing for what is no feed."""
    if not path.startswith("feeds/"):
        return
    try:
        if path.endswith(".json"):
            entries = [_of_json(item) for item in json.loads(text)["items"]]
        else:
            root = ElementTree.fromstring(text)  # of our own making, so it holds no entities
            yield from _enclosures(root)
            found = [*root.iter(f"{ATOM}entry"), *root.iter("item")]
            entries = [_of_xml(entry) for entry in found]
    except (ElementTree.ParseError, ValueError, LookupError, TypeError, AttributeError) as error:
        yield "feed.form", f"{path} {str(error)[:80]}"
        return
    yield from _entries(path, entries)


def _of_json(item: dict[str, str]) -> tuple[str, str]:
    return item.get("id", ""), item.get("date_modified", "") or item.get("date_published", "")


def _of_xml(entry: ElementTree.Element) -> tuple[str, str]:
    id = entry.findtext(f"{ATOM}id") or entry.findtext("guid") or ""
    return id, entry.findtext(f"{ATOM}updated") or entry.findtext("pubDate") or ""


def _entries(path: str, entries: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    seen = set()
    for id, at in entries:
        if not id.startswith(("https://", "http://")) or id in seen:
            yield "feed.id", f"{path} {id}".strip()
        if not at:
            yield "feed.time", f"{path} {id}".strip()
        seen.add(id)


def _enclosures(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for enclosure in root.iter("enclosure"):
        length = enclosure.get("length", "")
        if not length.isdecimal() or int(length) == 0 or "/" not in enclosure.get("type", ""):
            yield "feed.enclosure", enclosure.get("url", "")
