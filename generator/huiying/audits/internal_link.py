"""站内的链接、图片和文件都真的存在。

读者从搜索和旧消息里来，点进去却没有页面，会以为网站没人管。“#”后面的位置也要在那一页上找得到。

依据：国办发〔2017〕47号关于链接可用性的要求。

对：

    <a href="../rumours/">（本站有 rumours/index.html）

错：

    <a href="../rumor/">

In English: every link, picture and file within the site leads to something that is there, and an
anchor (`#claim-2`) to an element with that id.
"""

from collections.abc import Iterable, Iterator, Sequence
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from huiying.audits.markup import Markup

TOP = ("", "top")
"""Fragments that every page has."""


def links(markup: Markup) -> Sequence[str]:
    """Where a page's links lead, as its author wrote it."""
    return markup.values.get("href", ())


def sources(markup: Markup) -> list[str]:
    """What a page loads by itself: src, poster, and each candidate of a srcset."""
    values = markup.values
    found = [*values.get("src", ()), *values.get("poster", ())]
    for candidates in values.get("srcset", ()):
        found += [part.split()[0] for part in candidates.split(",") if part.strip()]
    return found


def targets(path: str, addresses: Iterable[str], own_ids: Iterable[str]) -> Iterator[str]:
    """What the addresses on a page name within the site: `rumours/index.html`, `…#claim-2`.

    Fragments of the page itself that it lacks are given as `#…`; addresses that begin with `/` stay
    as they are, because only the settings know under which path the site lies.
    """
    base = "../" * path.count("/")
    for address in dict.fromkeys(addresses):
        way, _, fragment = address.partition("#")
        way = way.partition("?")[0]
        if way.startswith("//") or ":" in way.partition("/")[0]:
            continue
        if not way:
            if fragment not in TOP and unquote(fragment) not in own_ids:
                yield f"#{unquote(fragment)}"
            continue
        if "%" in way:
            way = unquote(way)
        target = way if way[0] == "/" else _within(way, path, base)
        yield f"{target}#{unquote(fragment)}" if fragment not in TOP else target


def _within(way: str, path: str, base: str) -> str:
    """A relative address as a path from the site's root."""
    rest = way[len(base) :] if way.startswith(base) else "."
    if "." in rest and ("./" in rest or rest.startswith(".") or rest.endswith("/..")):
        rest = normpath(join(dirname(path), way))
        rest = "" if rest == "." else f"{rest}/" if way.endswith(("/", "/.", "..")) else rest
    return f"{rest}index.html" if rest == "" or rest.endswith("/") else rest


def rooted(target: str, base_path: str) -> str:
    """A target that began with `/`, from the site's root; `base_path` is where the site lies."""
    rest = target.removeprefix(base_path) if target.startswith(base_path) else target
    way, hash_sign, fragment = rest.partition("#")
    if way == "" or way.endswith("/"):
        way += "index.html"
    return f"{way}{hash_sign}{fragment}"
