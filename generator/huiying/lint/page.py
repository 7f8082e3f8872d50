"""What the linter reads of a page: its opening tags with their places, its headings, what is seen.

In: the text of any HTML, however broken. Out: `Page`. One pass, in time that grows with the length
alone: every step goes on from where the last one ended. It follows the tokens of the HTML standard
(§13.2.5) as far as tags, comments and raw texts go, and judges nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import TypeAlias

from huiying.problem import Mark

_START = re.compile(r"<(?:!--|[!?]|/?[a-zA-Z])")
_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"[\s/]*(?:([^\s>/][^\s=>/]*)(?:\s*=\s*(?:\"([^\"]*)(\"?)|'([^']*)('?)|([^\s>]*)))?)?"
)
_LINE_END = re.compile(r"\r\n?|\n")
RAW = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
_RAW_END = {name: re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in RAW}
Token: TypeAlias = tuple[str, str, str, int]
BREAKS = frozenset("br p div li td tr h1 h2 h3 section article".split())


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag. `start`: where it begins in the text; `is_closed`: whether its quotes end."""

    name: str
    attributes: Mapping[str, str]
    start: int
    is_closed: bool
    in_body: bool


@dataclass(slots=True)
class Page:
    """One page. `titles`: of `title` and of every h1, as texts; `seen`: what readers can see."""

    metas: list[Tag] = field(default_factory=list)
    titles: dict[str, list[str]] = field(default_factory=dict)
    canonical: str = ""
    head: int = 0
    is_page: bool = False
    seen: str = ""
    line_starts: list[int] = field(default_factory=list)

    def mark(self, file: str, offset: int) -> Mark:
        """The line and column of a place in the text."""
        line = bisect_right(self.line_starts, offset)
        return Mark(file, line, offset - self.line_starts[line - 1] + 1)

    @property
    def is_redirect(self) -> bool:
        """Whether the page only sends readers on."""
        return any(
            tag.attributes.get("http-equiv", "").lower() == "refresh"
            and "url" in tag.attributes.get("content", "").lower()
            for tag in self.metas
        )


def scan(text: str) -> Page:
    """The page that a text is."""
    page = Page(line_starts=[0, *(match.end() for match in _LINE_END.finditer(text))])
    heading: list[str] | None = None
    seen: list[str] = []
    in_body = False
    for kind, name, value, start in _rendered(_tokens(text)):
        if kind == "text":
            seen.append(value)
            if heading is not None:
                heading.append(value)
        elif kind == "raw":
            if name == "title":
                page.titles.setdefault("title", []).append(_line(value))
        elif kind == "close":
            if name == "h1" and heading is not None:
                page.titles.setdefault("h1", []).append(_line("".join(heading)))
                heading = None
        else:
            page.is_page |= name in ("html", "head", "title", "body", "!doctype")
            in_body |= name == "body"
            seen.append(" " if name in BREAKS else "")
            if name == "h1":
                heading = []
            elif name == "head":
                page.head = start
            elif name in ("meta", "link"):
                _note(page, _tag(name, value, start, in_body))
    page.seen = unescape("".join(seen))
    return page


def _rendered(tokens: Iterator[Token]) -> Iterator[Token]:
    """The tokens of the document: what a template holds is no part of it."""
    depth = 0
    for token in tokens:
        if token[1] == "template":
            depth = max(0, depth + (1 if token[0] == "open" else -1))
        elif not depth:
            yield token


def _note(page: Page, tag: Tag) -> None:
    if tag.name == "meta":
        page.metas.append(tag)
    elif tag.attributes.get("rel", "").lower() == "canonical":
        page.canonical = page.canonical or tag.attributes.get("href", "")


def _line(text: str) -> str:
    return " ".join(unescape(text).split())


def _tokens(text: str) -> Iterator[Token]:
    """Kind (open, close, text, raw), lower-case name, the text or the tag's own, its place."""
    position, end = 0, len(text)
    while position < end:
        found = _START.search(text, position)
        start = found.start() if found else end
        if start > position:
            yield "text", "", text[position:start], position
        if found is None:
            return
        sign = found.group()
        if sign == "<!--":
            position = _after(text, "-->", found.end())
        elif sign in ("<!", "<?"):
            position = _after(text, ">", found.end())
            if text[start : start + 9].lower() == "<!doctype":
                yield "open", "!doctype", "", start
        elif sign.startswith("</"):
            name = _name(text, start + 2)
            position = _after(text, ">", start + 2 + len(name))
            yield "close", name, "", start
        else:
            name = _name(text, start + 1)
            position = _end_of_tag(text, start + 1 + len(name))
            yield "open", name, text[start:position], start
            if name in _RAW_END:
                closing = _RAW_END[name].search(text, position)
                stop = closing.start() if closing else end
                yield "raw", name, text[position:stop], position
                position = stop


def _name(text: str, position: int) -> str:
    found = _NAME.match(text, position)
    return found.group().lower() if found else ""


def _after(text: str, sign: str, position: int) -> int:
    """The place after the next such sign; the end where there is none, as browsers do."""
    found = text.find(sign, position)
    return len(text) if found < 0 else found + len(sign)


def _end_of_tag(text: str, position: int) -> int:
    """The place after a tag whose attributes begin here."""
    while True:
        found = _ATTRIBUTE.match(text, position)
        if found is None or found.end() == position:
            break
        position = found.end()
    return position + 1 if text[position : position + 1] == ">" else len(text)


def _tag(name: str, source: str, start: int, in_body: bool) -> Tag:
    """An opening tag from its source; of an attribute written twice the first counts."""
    attributes: dict[str, str] = {}
    is_closed = source.endswith(">")
    for match in _ATTRIBUTE.finditer(source, 1 + len(name)):
        key, double, double_end, single, single_end, bare = match.groups()
        if key is None:
            continue
        value = next((given for given in (double, single, bare) if given is not None), "")
        # A quote that was left open takes in the tags that follow, up to the next quote.
        is_closed &= "<meta" not in value.lower() and "<link" not in value.lower()
        is_closed &= not (double is not None and not double_end)
        is_closed &= not (single is not None and not single_end)
        attributes.setdefault(key.lower(), unescape(value))
    return Tag(name, attributes, start, is_closed, in_body)
