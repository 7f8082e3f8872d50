"""What audits read of HTML: the opening tags, the values of a few attributes, headings.

In: the HTML of an output. Out: `Markup`. Ours has lower-case tags and attributes in double quotes,
where a few searches find everything at a thirtieth of a parser's time; anything else (a person's
raw HTML on a hand-written page, or the very faults that audits look for) is first brought into that
form by a real parser. It judges nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser

_OPENING = re.compile(r"<[a-zA-Z][^>]*>")
_QUOTED = re.compile('"[^"]*"')
_AFTER_SLASH = re.compile("/[a-z]")
# Each search begins with a letter or a space that is the same for all matches: those are fast.
_VALUE = re.compile(
    r" (href|src|srcset|poster|style|id|on[a-zA-Z]+|data|action|formaction|xlink:href|ping"
    r'|background|srcdoc)="([^"]*)"'
)
_META = re.compile(r'<meta name="([^"]*)" content="([^"]*)"')
_HEADING = re.compile(r"<h([1-6])[ />]")
_TAG = re.compile("<[^>]*>")


@dataclass(frozen=True, slots=True)
class Markup:
    """One page. `tags`: its opening tags in a row; `values`: of an attribute, as written."""

    html: str
    tags: str
    values: Mapping[str, Sequence[str]]


def read(html: str, is_ours: bool) -> Markup:
    """The markup of a page; `is_ours`: templates of ours wrote it, and most likely in our form."""
    tags = _tags(html) if is_ours else ""
    if not is_ours or not _is_canonical(tags):
        html = canonical(html)
        tags = _tags(html)
    values: dict[str, list[str]] = {}
    for name, value in _VALUE.findall(tags):
        values.setdefault(name, []).append(unescape(value) if "&" in value else value)
    return Markup(html, tags, values)


def _tags(html: str) -> str:
    return "".join(_OPENING.findall(html)).replace("\n", " ")


def _is_canonical(tags: str) -> bool:
    """Whether all names are lower-case, all values in double quotes, and one space between."""
    bare = _QUOTED.sub('""', tags).replace("viewBox", "")  # SVG's own, in every icon
    quoted = bare.count('=""')
    return (
        bare.islower()
        and quoted == bare.count("=")
        and quoted == bare.count('"" ') + bare.count('"">') + bare.count('""/')
        and "'" not in bare
        and "\t" not in bare
        and _AFTER_SLASH.search(bare) is None
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


def attribute(tag: str, name: str) -> str:
    """One attribute of an opening tag, unescaped; empty where it is missing."""
    return unescape(tag.partition(f' {name}="')[2].partition('"')[0])


def metas(markup: Markup) -> dict[str, str]:
    """The contents of `<meta name=…>` by name, unescaped."""
    return {name: unescape(content) for name, content in _META.findall(markup.tags)}


def headings(markup: Markup) -> list[int]:
    """The levels of all headings, in order."""
    return [int(level) for level in _HEADING.findall(markup.tags)]


def title(markup: Markup) -> str:
    """The text of the first h1, without its markup."""
    html = markup.html
    start = html.find("<h1")
    if start < 0:
        return ""
    inner = html[html.find(">", start) + 1 : html.find("</h1>", start)]
    return " ".join(unescape(_TAG.sub("", inner) if "<" in inner else inner).split())
