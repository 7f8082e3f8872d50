"""A record's own words: the texts in which the body itself speaks, whole and sentence by sentence.

In: the fields of a record. Out: texts with their path and declaration. What others said (a claim, a
letter, a transcript, a quotation), titles of documents and the history are left out: nobody may
mend them. It yields no problem.
"""

import re
from collections.abc import Iterator

from huiying.records.common import Common
from huiying.records.field import Field
from huiying.rules._blocks import blocks_of
from huiying.rules._texts import public_texts

OTHERS = frozenset(
    "claims question questions transcript qa_extract speakers sources media_pickups history".split()
)
"""Top-level fields in which others speak, or which say what once stood there."""
OWN = frozenset(
    "title short_title summary facts measures outcome unknowns lead text verdict_reason harm_advice"
    " background aim scope meaning handling answer purpose adoption state_reason long_description"
    " alt fact label cells".split()
)
# A full stop ends an English sentence only before a blank: 3.5 and 9.example go on.
_END = re.compile(r"[。！？!?；;\n|]+|\.\s+")
_MARKUP = re.compile(r"`[^`]*`|!?\[([^\]]*)\]\([^)]*\)|<?https?://[^\s>）)]+>?|[*_#>~]+")


def own_texts(fields: Common) -> Iterator[tuple[str, Field, str]]:
    """Path, declaration and value of every text in the body's own words."""
    quotes = tuple(f"{path}." for path, block in blocks_of(fields) if block.type == "quote")
    for path, item, text in public_texts(fields):
        first = path.partition(".")[0]
        if first not in OTHERS and item.name in OWN and not path.startswith(quotes):
            yield path, item, text


def plain(text: str) -> str:
    """A text without Markdown: links keep their words, addresses and code go."""
    return _MARKUP.sub(lambda found: found[1] or "", text)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text without Markdown; items of lists and cells of tables stand alone."""
    for part in _END.split(plain(text)):
        if part := part.strip(" \t\r-+　"):
            yield part
