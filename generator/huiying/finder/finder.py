"""From any text to records: what `find` does, in the browser and in the terminal.

In: a text, words or a whole message, and an `Index`. Out: `Found`. The scripts below
`theme/finder` do the same step by step and give the same hits.
"""

import re
from collections.abc import Sequence

from huiying.finder.confidence import Tier, judge
from huiying.finder.folding import fold, terms
from huiying.finder.grams import factors
from huiying.finder.index import Index
from huiying.finder.matching import Found, Query, find_message
from huiying.finder.words import find_words, pieces_of

LONGEST_WORDS, SENTENCE = 12, 6
"""Characters up to which a text may be words, and from which it may be a sentence."""
LEAST = 0.3
"""Of a few words that no record has together, how much has to stand in one to be shown."""
_LETTERS = re.compile("[0-9a-z]{1,3}")
"""Of a folded word what says about as much as one Chinese character."""


def find(text: str, index: Index) -> Found:
    """The records that have the words of a text; without any, or for a message, those most like it.

    What is shorter than a sentence has words only and is never a sure answer.
    """
    words = terms(text)
    length = sum(len(_LETTERS.sub("a", word)) for word in words)
    if not length or length > LONGEST_WORDS:
        return find_message(text, index)
    having = find_words(words, index)
    if not having.hits:
        return find_message(text, index, LEAST)
    return having if length < SENTENCE else _judged(text, words, having, index)


def _judged(text: str, words: Sequence[str], having: Found, index: Index) -> Found:
    """Records that have a sentence word for word; the likest first if it surely answers.

    The index has been asked for the pairs of the words, and nothing more is read.
    """
    folded = fold(text)
    pieces = {piece for word in words for piece in pieces_of(word)}
    query = Query(text, folded, [gram for gram in factors(folded) if gram in pieces], index)
    hits = query.ranked([query.hit(hit.document, hit.place) for hit in having.hits])
    if judge(query, hits, index.manifest["confidence"]) is Tier.ANSWERED:
        return Found(Tier.ANSWERED, hits, having.total)
    return having
