"""`inline-code`: no script, style or handler stands in a page itself.

Pages run under a policy that forbids code and styles inside them, so that a line that somebody
smuggles into a text can do nothing. What stands inline would not work, and would ask for a weaker
policy. JSON-LD is data and may stand there.

Passes: `<script src="a.js"></script>`.
Fails: `<p onclick="…">`, `<style>`, `<a href="javascript:…">`.
"""

import re
from collections.abc import Iterator

from huiying.audits.markup import attribute, tags, values

_HANDLER = re.compile(r"<[a-zA-Z][^<>]*?[\s/\"'](on[a-zA-Z]+)\s*=")
_BEFORE_HANDLER = (" on", "\non", "/on", '"on', "\ton")
_SCHEMES = ("javascript:", "vbscript:", "data:text/html")
DATA = ("application/ld+json", "application/json")


def look(html: str, links: list[str]) -> Iterator[tuple[str, str]]:
    """Faults of one page; `links`: the values of its links, unescaped."""
    for tag in tags(html, "script"):
        if not attribute(tag, "src") and attribute(tag, "type") not in DATA:
            yield "inline-code.script", "<script>"
    if "<style" in html:
        yield "inline-code.style", "<style>"
    for value in values(html, "style"):
        yield "inline-code.style", f'style="{value}"'
    if any(sign in html for sign in _BEFORE_HANDLER):
        for match in _HANDLER.finditer(html):
            yield "inline-code.handler", match[1].lower()
    for link in links:
        if ":" in link and "".join(link.split()).lower().startswith(_SCHEMES):
            yield "inline-code.link", link
