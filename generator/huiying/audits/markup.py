"""What audits read of HTML: values of attributes, headings, tags. Fast, because it looks for words.

In: the HTML of an output. Out: plain values. Ours has lower-case tags and double-quoted attributes,
so that finding words is enough, at a fiftieth of a parser's time; anything else (a person's raw
HTML on a hand-written page, or the very faults that audits look for) is first brought into that
form by a real parser. It judges nothing.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from html.parser import HTMLParser

_LOUD = re.compile("<[A-Z]")
_ASKED = (" href=", " src=", " srcset=", " poster=", " style=", " id=")
_TAG = re.compile("<[^>]*>")


def is_canonical(html: str) -> bool:
    """Whether words can be looked for: no upper-case tag, and every quote a double one."""
    return _LOUD.search(html) is None and all(
        html.count(name) == html.count(f'{name}"') for name in _ASKED
    )


def canonical(html: str) -> str:
    """The same elements, every tag lower-case and every attribute in double quotes."""
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return "".join(writer.parts)


class _Writer(HTMLParser):
    """Writes down what it reads. Texts come and go as they are written, entities included."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = "".join(f' {name}="{escape(value or "")}"' for name, value in attrs)
        self.parts.append(f"<{tag}{given}>")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(data.replace("<", "&lt;").replace(">", "&gt;"))

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")


def values(html: str, name: str) -> list[str]:
    """The values of one attribute in all tags, as written; the same words in a text are none."""
    before, *rest = html.split(f'{name}="')
    found = []
    is_tag = False
    for part in rest:
        opened, closed = before.rfind("<"), before.rfind(">")
        if opened != closed:
            is_tag = opened > closed
        # `data-href` ends like `href`, but what stands before it is no space.
        if is_tag and before[-1:].isspace():
            found.append(part[: part.find('"')])
        before = part
    return found


def tags(html: str, name: str) -> Iterator[str]:
    """The inside of each opening tag of one element: its attributes."""
    for part in html.split(f"<{name}")[1:]:
        if part[:1].isspace() or part[:1] in (">", "/"):
            yield part[: part.find(">")]


def attribute(tag: str, name: str) -> str:
    """One attribute of a tag's inside, unescaped; empty where it is missing."""
    found = values(f"<{tag}", name)
    return unescape(found[0]) if found else ""


def metas(html: str) -> dict[str, str]:
    """The contents of `<meta name=…>` by name, unescaped."""
    found = {}
    for part in html.split('<meta name="')[1:]:
        name, _, rest = part.partition('"')
        content = rest[: rest.find(">")].partition('content="')[2]
        found[name] = unescape(content[: content.rfind('"')])
    return found


def headings(html: str) -> list[int]:
    """The levels of all headings, in order."""
    parts = html.split("<h")
    return [int(part[0]) for part in parts[1:] if part[:1] in "123456" and part[1:2] in " >\n"]


def title(html: str) -> str:
    """The text of the first h1, without markup."""
    start = html.find("<h1")
    if start < 0:
        return ""
    inner = html[html.find(">", start) + 1 : html.find("</h1>", start)]
    return " ".join(unescape(_TAG.sub("", inner) if "<" in inner else inner).split())
