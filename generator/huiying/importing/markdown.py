"""Markdown from other ways of writing: plain text and HTML.

In: text as a cell holds it. Out: Markdown that shows the same words. Script, style and addresses
that are no web addresses never come through; what was left out is named, never dropped in silence.
"""

import re
from html.parser import HTMLParser

from huiying.records.values import ADDRESS

_ACTIVE = re.compile(
    r"[`*~]|(?<![^\W_])_|_(?![^\W_])|\\(?=[!-/:-@\[-`{-~])"
    r"|<(?=[A-Za-z/!?])|\[(?=[^\]]*\][(:])|&(?=#?\w+;)"
)
_OPENING = re.compile(r"(?=[-+#>=])|(?<=\d)(?=[.)](?:\s|$))")
_NUMBERED = re.compile(r"\d{1,9}[.)](?:\s|$)")

_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
_BREAKS = {"p": "\n\n", "div": "\n\n", "section": "\n\n", "ul": "\n", "ol": "\n"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SILENT = {"script", "style", "template", "noscript"}
_AUTOLINK = re.compile(r"<(?:https?:|mailto:)[^\s<>]*>")


def from_text(text: str) -> str:
    """Plain text as Markdown: each line a paragraph, no character with a meaning of its own."""
    lines = (line.strip() for line in text.split("\n"))
    return "\n\n".join(_escape(line) for line in lines if line)


def _escape(line: str) -> str:
    escaped = _ACTIVE.sub(r"\\\g<0>", line)
    if _NUMBERED.match(escaped) or escaped[0] in "-+#>=":
        return _OPENING.sub(r"\\", escaped, count=1)
    return escaped


def from_html(text: str) -> tuple[str, list[str]]:
    """HTML, or Markdown with HTML in it, as Markdown; and the names of what was left out."""
    parser = _Translator()
    parser.feed(text)
    parser.close()
    lines = "".join(parser.parts).replace("\xa0", " ").split("\n")
    tidy = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines))
    return tidy.strip(), sorted(parser.left_out)


class _Translator(HTMLParser):
    """Writes Markdown while it reads; text passes as it is, as it may be Markdown itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self.left_out: set[str] = set()
        self.links: list[tuple[int, str]] = []
        self.lists: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        if _AUTOLINK.fullmatch(written):
            self.parts.append(written)
        elif tag in _SILENT:
            self.silent += 1
            self.left_out.add(tag)
        elif tag == "a":
            self.links.append((len(self.parts), (dict(attrs).get("href") or "").strip()))
        elif tag in ("ul", "ol"):
            self.parts.append("" if self.lists else "\n\n")
            self.lists.append("- " if tag == "ul" else "1. ")
        elif tag == "li":
            depth = max(len(self.lists) - 1, 0)
            self.parts.append("\n" + "   " * depth + (self.lists[-1] if self.lists else "- "))
        elif tag == "br":
            self.parts.append("\\\n")
        elif tag in _HEADINGS:
            self.parts.append("\n\n" + "#" * _HEADINGS[tag] + " ")
        else:
            self._pass(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(self.silent - 1, 0)
        elif tag == "a" and self.links:
            self._link(*self.links.pop())
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.parts.append("\n" if self.lists else "\n\n")
        elif tag in _HEADINGS:
            self.parts.append("\n\n")
        elif tag in _MARKS or tag in _BREAKS:
            self._pass(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _pass(self, tag: str) -> None:
        """A mark or a break; what Markdown cannot say is named, its text stays."""
        if tag in _MARKS or tag in _BREAKS:
            self.parts.append(_MARKS.get(tag) or _BREAKS[tag])
        elif tag not in ("li", "span"):
            self.left_out.add(tag)

    def _link(self, start: int, address: str) -> None:
        """What was written since the link began, as a link where its address is one."""
        words = " ".join("".join(self.parts[start:]).split())
        del self.parts[start:]
        if words and (ADDRESS.match(address) or address.startswith("mailto:")):
            target = re.sub(r"[<>\s]", "", address)
            target = f"<{target}>" if re.search(r"[()]", target) else target
            self.parts.append(f"[{words}]({target})")
        else:
            self.left_out.add("a")
            self.parts.append(words)
