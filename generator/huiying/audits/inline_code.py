"""`inline-code`: no script, style or handler stands in a page itself.

Pages run under a policy that forbids code and styles inside them, so that a line that somebody
smuggles into a text can do nothing. What stands inline would not work, and would ask for a weaker
policy. JSON-LD is data and may stand there.

Passes: `<script src="a.js"></script>`.
Fails: `<p onclick="…">`, `<style>`, `<a href="javascript:…">`.
"""

import re
from collections.abc import Iterator, Sequence

from huiying.audits.markup import Markup, attribute

_SCRIPT = re.compile("<script[^>]*>")
_SCHEMES = ("javascript:", "vbscript:", "data:text/html")
DATA = ("application/ld+json", "application/json")


def look(markup: Markup, links: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Faults of one page; `links`: the values of its links, unescaped."""
    tags = markup.tags
    for tag in _SCRIPT.findall(tags):
        if not attribute(tag, "src") and attribute(tag, "type") not in DATA:
            yield "inline-code.script", "<script>"
    if "<style" in tags:
        yield "inline-code.style", "<style>"
    for value in markup.values.get("style", ()):
        yield "inline-code.style", f'style="{value}"'
    for name in markup.values:
        if name.startswith("on"):
            yield "inline-code.handler", name
    for link in links:
        if ":" in link and "".join(link.split()).lower().startswith(_SCHEMES):
            yield "inline-code.link", link
