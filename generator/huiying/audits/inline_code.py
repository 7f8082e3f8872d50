"""页面里不夹带脚本、样式和事件代码。

页面在禁止夹带代码的安全策略下运行，谁在文字里塞进一行代码都不起作用。夹带的内容既不生效，又会逼人放宽
策略。JSON-LD 是数据，可以放在页面里。

依据：DESIGN §8 的内容安全策略（CSP）。

对：

    <script src="../assets/a.js"></script>

错：

    <p onclick="…">、<style>、<a href="javascript:…">

In English: no script, style or handler stands in a page itself; JSON-LD is data and may.
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
        if name.startswith("on") or name == "srcdoc":
            yield "inline-code.handler", name
    orders = (value for name in ("action", "formaction") for value in markup.values.get(name, ()))
    for link in (*links, *orders):
        if ":" in link and "".join(link.split()).lower().startswith(_SCHEMES):
            yield "inline-code.link", link
