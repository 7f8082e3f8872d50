"""What attackers, fuzzers and accidents type: nothing gets out that is not on the list."""

import html
import json
import random
import re
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying import prose

SAMPLE_SIZE = 400
VOID = {"br", "hr"}
TAGS = VOID | set(
    "a blockquote code del div em h3 h4 h5 h6 li ol p pre section strong sup table tbody td th"
    " thead tr ul".split()
)
HARMLESS = r"(?:https?|mailto|tel):|[#.]|/(?![/\\])"
NOTE_ID = r"p-fn(?:ref)?-\d+(?:-\d+)?"
ADDRESS = (
    r"https?://[^/?#@\\\s\"<>]+(?:[/?#][^\\\s\"<>]*)?|mailto:[^\s\"<>:]+|tel:[+0-9()-]+"
    r"|#[^\s\\]*|\.\./(?!\.\.(?:/|$))[^\s\\]*"
)
ATTRIBUTES = {
    ("a", "href"): ADDRESS,
    ("a", "rel"): "noopener noreferrer external",
    ("a", "id"): NOTE_ID,
    ("a", "class"): "resp-notes__back",
    ("a", "aria-label"): r"回到正文引用处 [\d-]+",
    ("div", "class"): "resp-table",
    ("div", "role"): "group",
    ("div", "tabindex"): "0",
    ("div", "aria-label"): "表格",
    ("li", "id"): NOTE_ID,
    ("ol", "start"): r"\d{1,9}",
    ("section", "class"): "resp-notes",
    ("section", "role"): "group",
    ("section", "aria-label"): "注释",
    ("sup", "class"): "resp-notes__ref",
    ("td", "class"): "resp-align-(?:left|center|right)",
    ("th", "class"): "resp-align-(?:left|center|right)",
    ("th", "scope"): "col",
}


class Inspection(HTMLParser):
    """Reads a fragment by other code than wrote it and notes every fault and the visible text."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.text = ""
        self.addresses: list[str] = []
        self._open: list[str] = []
        self.feed(fragment)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}>")
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        for name, value in attrs:
            allowed = ATTRIBUTES.get((tag, name))
            if allowed is None or re.fullmatch(allowed, value or "", re.IGNORECASE) is None:
                self.faults.append(f"<{tag} {name}={value!r}>")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment {data!r}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"a declaration {decl!r}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"an instruction {data!r}")


def faults(fragment: str) -> list[str]:
    return Inspection(fragment).faults


def render(typed: str) -> str:
    return prose.render(typed, base="../", prefix="p-")


@pytest.mark.parametrize(
    "fragment",
    [
        *(
            "<script>x</script>",
            "<p onclick=x>a</p>",
            '<a href="javascript:x">a</a>',
            "<p>a",
            "a</p>",
        ),
        *(
            '<a href="//a">a</a>',
            '<p class="md-button">a</p>',
            "<!-- a -->",
            "<h2>a</h2>",
            "<img src=a>",
        ),
        *('<a href="https://a@b/">a</a>', '<a href="../../a">a</a>', '<p style="color:red">a</p>'),
    ],
)
def test_the_inspection_sees_a_fault(fragment: str) -> None:
    assert faults(fragment) != []


def payloads(folder: Path) -> Iterator[str]:
    """Every hostile line of the data, as typed and where Markdown would make something of it."""
    for path in sorted((folder / "xss").glob("*.txt")):
        if not path.name.startswith("LICENSE"):
            yield from path.read_text("utf-8", "replace").splitlines()
    for case in json.loads((folder / "xss" / "dompurify_expect.json").read_text("utf-8")):
        yield case["payload"]
    yield from json.loads((folder / "strings" / "blns.json").read_text("utf-8"))
    for example in json.loads(
        (folder / "markdown" / "commonmark_examples.json").read_text("utf-8")
    ):
        yield example["markdown"]


def cases(shared: Path, full_size: bool) -> list[str]:
    found = [text for text in payloads(shared / "data" / "hostile") if text.strip()]
    assert len(found) > 9000
    return found if full_size else random.Random(1).sample(found, SAMPLE_SIZE)


@pytest.mark.parametrize(
    "shape",
    [
        *(
            "{}",
            "**不实。**{}",
            "[甲]({})",
            "[甲](<{}>)",
            "![{0}]({0})",
            "[甲][1]\n\n[1]: {}",
            "<{}>",
        ),
        *(
            "`{}`",
            "```{0}\n{0}\n```",
            "|{0}|\n|-|\n|{0}|",
            "甲[^{0}]\n\n[^{0}]: {0}",
            "# {}",
            "https://{}",
        ),
        "[甲](https://{})",
    ],
)
def test_no_payload_leaves_the_list(shape: str, shared: Path, full_size: bool) -> None:
    for payload in cases(shared, full_size):
        typed = shape.format(payload)
        assert faults(render(typed)) == [], typed


def test_the_last_wall_holds_alone(shared: Path, full_size: bool) -> None:
    """HTML that never went through Markdown comes out harmless, too."""
    for payload in cases(shared, full_size):
        seen = Inspection(prose.sanitise(payload))
        # Addresses are judged below; an id of another prefix and an emptied class do no harm.
        left = [
            fault for fault in seen.faults if not re.match("<[a-z]+ (?:href|id|class='')", fault)
        ]
        assert left == [], payload
        foreign = [url for url in seen.addresses if not re.match(HARMLESS, url, re.IGNORECASE)]
        assert foreign == [], payload


@pytest.mark.parametrize(
    "fragment",
    [
        *(
            '<p title="x">a</p>',
            '<p lang="x">a</p>',
            '<p id="fn-1">a</p>',
            '<p style="top:0">a</p>',
        ),
        *('<li id="header">a</li>', '<ol start="x">a</ol>', '<th scope="row">a</th>'),
        *('<div tabindex="1">a</div>', '<div role="alert">a</div>', '<a target="_blank">a</a>'),
        *('<a href="a.html">a</a>', '<a href="//evil.example">a</a>', '<a rel="opener">a</a>'),
    ],
)
def test_the_last_wall_drops_an_attribute_that_is_not_on_the_list(fragment: str) -> None:
    clean = prose.sanitise(fragment)
    assert re.fullmatch(r"(?:<[a-z]+>)*a(?:</[a-z]+>)*", clean), clean


MARKUP = st.sampled_from(
    "** * __ ~~ ` ``` [ ]( ] ) ![ < > <a </ javascript: https://a.cn // # ## | |-| - 1. [^1] [^1]:"
    " & &lt; &#106; \\ \" ' <script> 不 实 。 “ a @ : {% }}".split()
    + [" ", "\n", "\n\n", "    ", "\t", "\r\n", "\x00", "\u202e", "\xa0"]
)
TYPED = st.one_of(
    st.text(), st.text(st.characters(categories=("Cc", "Cf", "Cs", "Po", "Lo", "Zs", "Sm")))
) | st.lists(MARKUP, max_size=40).map("".join)


@given(TYPED)
def test_any_text_becomes_a_listed_well_formed_fragment(typed: str) -> None:
    assert faults(render(typed)) == []


@given(TYPED)
def test_cleaning_twice_changes_nothing(typed: str) -> None:
    once = render(typed)
    assert once == prose.sanitise(once)


@given(TYPED)
def test_plain_text_has_the_characters_of_the_page_and_no_markup(typed: str) -> None:
    page = re.sub(r"<sup.*?</sup>|<a [^>]*resp-notes__back.*?</a>", "", render(typed))
    assert "".join(Inspection(page).text.split()) == "".join(prose.plain(typed).split())


@given(st.text())
def test_a_refused_or_allowed_address_never_raises_and_is_listed(url: str) -> None:
    safe = prose.safe_url(url, "../")
    assert safe is None or faults(f'<a href="{html.escape(safe)}">a</a>') == []


BOMBS = {
    "declarations": "<![" * 26_000,
    "open brackets": "[" * 80_000,
    "open pictures": "![" * 40_000,
    "open links": "[a](" * 20_000,
    "nested links": "[" * 20_000 + "a" + "](x)" * 15_000,
    "asterisks": "*" * 80_000,
    "closed and open bold": "a**b" * 20_000,
    "bold beside Chinese": "**不实。**经" * 8_000,
    "backticks of every length": "a".join("`" * length for length in range(400)),
    "quotes in quotes": ">" * 80_000,
    "quotes with lines": ("> " * 200 + "a\n") * 190,
    "lists in lists": "".join("  " * depth + "- a\n" for depth in range(280)),
    "numbers in numbers": "1. " * 26_000,
    "a wide table": "|a" * 3_000 + "|\n" + "|-" * 3_000 + "|\n" + "|\n" * 3_000,
    "many notes": "".join(f"[^{n}]" for n in range(4_000))
    + "".join(f"\n\n[^{n}]: a" for n in range(4_000)),
    "one note marked often": "[^1]\n" * 16_000 + "\n[^1]: a",
    "lines of Chinese": "中\n" * 20_000,
    "lines of bold": "**中**\n" * 8_000,
    "bare addresses": "https://" * 10_000,
    "an address that never ends": "https://" + "!" * 80_000,
    "spaces": " " * 80_000 + "a",
    "tabs": "\t" * 80_000 + "a",
    "comments": "<!--" * 20_000,
    "tags": "<a " * 26_000,
    "ampersands": "&" * 80_000,
    "definitions": "[a]: /b\n" * 8_000 + "[a]" * 5_000,
    "zero bytes": "\x00" * 80_000,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_costs_less_than_a_second(bomb: str) -> None:
    started = time.process_time()
    fragment = render(bomb)
    prose.plain(bomb)
    assert time.process_time() - started < 1
    assert faults(fragment) == []
