"""Editors' Markdown → safe HTML, and the one policy for addresses.

In: Markdown as a person typed it (paragraphs, lists, tables, footnotes; no HTML, no images, no
attribute lists). Out: a fragment made of allow-listed elements, classes and addresses only, ready
for a template; or the bare text. Never reads a file, never asks the network, never raises on any
text. Typed HTML is shown as typed; a refused address leaves its words behind.
"""

import itertools
import re
from html import escape, unescape
from typing import Final

import comrak
import nh3


def render(markdown: str, base: str = "", level: int = 3, prefix: str = "") -> str:
    """Safe HTML of one text.

    `base`: the way from the page to the site's root (`../../`), put before links that begin with
    `/`. `level`: what the highest heading becomes, 3 at least, so that the page's own h1 and h2
    stay its own. `prefix`: letters, digits and hyphens that stand before footnote ids, so that two
    texts share one page.
    """
    html = _join_lines(_parse(markdown))
    if "data-footnote" in html:
        html = _renumber_notes(html, prefix)
    if "<h" in html:
        html = _renumber_headings(html, level)
    if "<table>" in html:
        html = _frame_tables(html)
    if "<a" in html or "<img" in html or "://" in html:
        html = _ADDRESS.sub(lambda found: _anchor(found, base), html)
    if html.count("<blockquote>") > _QUOTE_DEPTH_MAX:
        html = _flatten_quotes(html)
    return sanitise(html).rstrip("\n")


def plain(markdown: str) -> str:
    """The text a reader sees, without markup: blocks one space apart, note marks left out.

    Characters are as typed (`<`, `&`): whoever writes it into HTML or XML escapes it.
    """
    html = _NOTE_MARK.sub("", _parse(markdown))
    html = _IMAGE.sub(lambda found: found["alt"] or _PICTURE, html)
    html = _INLINE_TAG.sub("", _join_lines(html))
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def safe_url(url: str, base: str = "") -> str | None:
    """`url` as it may stand in an `href`, or None.

    Allowed: http and https to a plain host, mailto, tel, `#fragment`, and paths inside the site
    that begin with `/`; those come back behind `base`. Everything else is refused by not being
    listed: other schemes however written, `//host`, names before the host (`gov.cn@evil.example`),
    ways out of the site (`..`), spaces, control characters and backslashes.
    """
    if _NEVER_IN_URL.search(url):
        return None
    if _OUTSIDE.fullmatch(url) or url.startswith("#"):
        return url
    if _INSIDE.fullmatch(url) and not _UPWARDS.search(url):
        # `./` keeps `/javascript:…` a path when the page stands at the root.
        return (base or "./") + url[1:]
    return None


def sanitise(html: str) -> str:
    """`html` without anything that is not on the list: the last wall behind every step above."""
    return _CLEANER.clean(html)


# -- from Markdown to markup -----------------------------------------------------------------------


def _extensions() -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    # **不实。**经核实: plain CommonMark leaves these asterisks on the page.
    options.cjk_friendly_emphasis = True
    options.footnotes = True
    options.strikethrough = True
    options.table = True
    return options


def _rendering() -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    # Typed HTML is shown, not dropped: the editor sees at once that it does nothing.
    options.escape = True
    return options


_EXTENSIONS: Final = _extensions()
_PARSING: Final = comrak.ParseOptions()
_RENDERING: Final = _rendering()

# What neither XML nor UTF-8 can carry: feeds hold this text too.
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _parse(markdown: str) -> str:
    """Markup in which `<` and `"` belong to tags only: all steps below rely on that."""
    text = _UNPRINTABLE.sub("", markdown)
    return comrak.render_markdown(text, _EXTENSIONS, _PARSING, _RENDERING)


# -- lines -----------------------------------------------------------------------------------------

_INLINE: Final = r"</?(?:a|code|del|em|strong)\b[^>]*>"
_INLINE_TAG: Final = re.compile(rf"{_INLINE}|</?sup\b[^>]*>")
_TAG: Final = re.compile(r"<[^>]*>")
_PRE: Final = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
# Han, kana and full-width punctuation. Quotation marks, dashes and dots serve both scripts.
_CHINESE: Final = re.compile(
    "[\u2e80-\u30ff\u31c0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff]"
)
_EITHER: Final = re.compile(_CHINESE.pattern[:-1] + "·—‘’“”…]")
_SOFT_BREAK: Final = re.compile(rf"\n(?=(?:{_INLINE}|<sup\b.*?</sup>)*({_EITHER.pattern}))")


def _join_lines(html: str) -> str:
    """Line ends between two Chinese characters disappear: browsers would show a gap there."""
    if "<pre>" not in html:
        return _SOFT_BREAK.sub(_joined, html)
    parts = _PRE.split(html)
    parts[::2] = [_SOFT_BREAK.sub(_joined, part) for part in parts[::2]]
    return "".join(parts)


def _joined(found: re.Match[str]) -> str:
    """Nothing or the line end: looks left over inline tags, as the pattern looked right."""
    html, end = found.string, found.start()
    while html.endswith(">", 0, end):
        start = html.rfind("<", 0, end)
        if html.startswith("</sup>", start):
            start = html.rfind("<sup", 0, start)
        elif not _INLINE_TAG.fullmatch(html, start, end):
            return "\n"
        end = start
    left, right = html[max(0, end - 1) : end], found[1]
    chinese = _CHINESE.match(left) or _CHINESE.match(right)
    return "" if chinese and _EITHER.match(left) else "\n"


# -- addresses -------------------------------------------------------------------------------------

_NEVER_IN_URL: Final = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\\<>\"]"
)
# A host is letters, digits, dots and hyphens; a Chinese domain may come percent-encoded.
_OUTSIDE: Final = re.compile(
    r"https?://(?:[\w.-]|%[89a-f][0-9a-f])+(?::[0-9]{1,5})?(?:[/?#].*)?"
    r"|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?[^@]*)?"
    r"|tel:\+?[0-9()-]{2,24}",
    re.IGNORECASE,
)
_INSIDE: Final = re.compile(r"/(?:[^/].*)?")
_UPWARDS: Final = re.compile(r"/(?:\.|%2e){2}(?:[/?#]|$)", re.IGNORECASE)

_PICTURE: Final = "图片"
_IMAGE: Final = re.compile(r'<img src="(?P<src>[^"]*)" alt="(?P<alt>[^"]*)"[^>]*>')
# Links never hold links, so the nearest end is the right one. Note marks carry more attributes;
# they and code are matched to be left alone. A bare address ends before the first Chinese
# character and before a sentence's last point: 详见https://example.gov.cn/a。
_ADDRESS: Final = re.compile(
    r'<a href="(?P<href>[^"]*)"(?: title="[^"]*")?>(?P<words>.*?)</a>'
    rf"|{_IMAGE.pattern}|<(?P<alone>a|code)\b.*?</(?P=alone)>"
    r"|(?P<bare>https?://(?:[\w.~:/?#@!$+,;=%-]|&amp;)*[\w/=#-])",
    re.DOTALL | re.ASCII,
)


def _anchor(found: re.Match[str], base: str) -> str:
    """The link, or its words alone where the address is refused. Pictures become links."""
    if found["bare"]:
        return _link(found["bare"], found["bare"], base)
    if found["href"] is not None:
        words = _IMAGE.sub(lambda image: image["alt"] or _PICTURE, found["words"])
        return _link(found["href"], words, base)
    if found["src"] is not None:
        return _link(found["src"], found["alt"] or _PICTURE, base)
    return found[0]


def _link(href: str, words: str, base: str) -> str:
    """`href` and `words` come escaped and go out escaped."""
    typed = unescape(href)
    url = safe_url(typed, base)
    if url is None:
        return words
    external = url == typed and url[:4].lower() == "http"
    rel = ' rel="noopener noreferrer external"' if external else ""
    return f'<a href="{href if url == href else escape(url)}"{rel}>{words}</a>'


# -- headings, quotes, tables, footnotes -----------------------------------------------------------

_HEADING: Final = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_NOTE_REF: Final = re.compile(
    r'<sup class="footnote-ref"><a href="#fn-([^"]*)" id="fnref-\1(-\d+)?" data-footnote-ref>'
    r"(\d+)</a></sup>"
)
_NOTE_BACK: Final = re.compile(
    r'<a href="[^"]*" class="footnote-backref"[^>]* data-footnote-backref-idx="(\d+(?:-\d+)?)"'
    r"[^>]*>.*?</a>"
)
_NOTE_BODY: Final = re.compile(r'<li id="fn-[^"]*">')
_NOTE_MARK: Final = re.compile(rf"{_NOTE_REF.pattern}|{_NOTE_BACK.pattern}")
# Deeper quotes say nothing, and the sanitiser's time grows with the square of their depth.
_QUOTE_DEPTH_MAX: Final = 6
_QUOTE: Final = re.compile(r"<(/?)blockquote>")


def _flatten_quotes(html: str) -> str:
    depth = 0

    def flattened(found: re.Match[str]) -> str:
        nonlocal depth
        depth += 0 if found[1] else 1
        kept = found[0] if depth <= _QUOTE_DEPTH_MAX else ""
        depth -= 1 if found[1] else 0
        return kept

    return _QUOTE.sub(flattened, html)


def _renumber_headings(html: str, level: int) -> str:
    """Headings from `level` downwards, none skipped, however the editor counted."""
    outer: list[int] = []

    def renumbered(found: re.Match[str]) -> str:
        depth = int(found[1])
        while outer and outer[-1] >= depth:
            outer.pop()
        outer.append(depth)
        new = min(6, max(3, level) + len(outer) - 1)
        return f"<h{new}>{found[2]}</h{new}>"

    return _HEADING.sub(renumbered, html)


def _frame_tables(html: str) -> str:
    """Tables inside a frame that scrolls by finger and by key, so that the page never does.

    A group, not a region: five tables must not become five landmarks.
    """
    frame = '<div class="resp-table" role="group" tabindex="0" aria-label="表格"><table>'
    html = html.replace("<table>", frame).replace("</table>", "</table></div>")
    html = html.replace("<th>", '<th scope="col">').replace("<th align", '<th scope="col" align')
    return re.sub(r' align="(left|center|right)"', r' class="resp-align-\1"', html)


def _renumber_notes(html: str, prefix: str) -> str:
    """Notes with ids by number: names may hold anything and `a-2` may meet the second `a`."""
    before = escape(prefix)

    def back(found: re.Match[str]) -> str:
        label = f'class="resp-notes__back" aria-label="回到正文引用处 {found[1]}"'
        return f'<a href="#{before}fnref-{found[1]}" {label}>↩\ufe0e</a>'

    def ref(found: re.Match[str]) -> str:
        own = f"{before}fnref-{found[3]}{found[2] or ''}"
        link = f'<a href="#{before}fn-{found[3]}" id="{own}">{found[3]}</a>'
        return f'<sup class="resp-notes__ref">{link}</sup>'

    numbers = itertools.count(1)
    html = _NOTE_REF.sub(ref, _NOTE_BACK.sub(back, html))
    html = _NOTE_BODY.sub(lambda _: f'<li id="{before}fn-{next(numbers)}">', html)
    notes = '<section class="resp-notes" role="group" aria-label="注释">'
    return html.replace('<section class="footnotes" data-footnotes>', notes)


# -- the last wall ---------------------------------------------------------------------------------

_IDS: Final = re.compile(r"[\w-]*fn(?:ref)?-\d+(?:-\d+)?")

# A scheme (nh3 knows which), or what no browser takes for one, nor for another host.
_HREF: Final = re.compile(r"[a-z]+:|[#.]|/(?!/)", re.IGNORECASE)


def _kept(tag: str, name: str, value: str) -> str | None:
    """What the lists cannot say: the shape of ids, numbers and addresses."""
    if name == "id":
        return value if _IDS.fullmatch(value) else None
    if name == "href":
        return value if _HREF.match(value) and not _NEVER_IN_URL.search(value) else None
    if name == "start":
        return value if value.isdecimal() else None
    return value


_ALIGNED: Final = {f"resp-align-{side}" for side in ("left", "center", "right")}

_CLEANER: Final = nh3.Cleaner(
    tags=set(
        "a blockquote br code del div em h3 h4 h5 h6 hr li ol p pre section strong sup table tbody"
        " td th thead tr ul".split()
    ),
    clean_content_tags={"script", "style"},
    attributes={
        "*": set(),  # nh3 would keep lang and title everywhere
        "a": {"href", "id", "aria-label"},
        "li": {"id"},
        "ol": {"start"},
    },
    tag_attribute_values={
        "a": {"rel": {"noopener noreferrer external"}},
        "div": {"role": {"group"}, "tabindex": {"0"}, "aria-label": {"表格"}},
        "section": {"role": {"group"}, "aria-label": {"注释"}},
        "th": {"scope": {"col"}},
    },
    allowed_classes={
        "a": {"resp-notes__back"},
        "div": {"resp-table"},
        "section": {"resp-notes"},
        "sup": {"resp-notes__ref"},
        "td": _ALIGNED,
        "th": _ALIGNED,
    },
    attribute_filter=_kept,
    link_rel=None,
    url_schemes={"http", "https", "mailto", "tel"},
)
