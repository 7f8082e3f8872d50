"""From a few words to the records that have every one of them, those with it in the title first,
then the newest.
"""

from collections.abc import Sequence

from huiying.finder.confidence import Tier
from huiying.finder.index import Index, Lookup, Place, units_of
from huiying.finder.matching import HITS, Found, Hit
from huiying.finder.segment import SLOTS

MOST_CHUNKS = 8
"""Of the files of a pair that stands in very many records, how many are read at most."""


def find_words(words: Sequence[str], index: Index) -> Found:
    """The records that have every word, each inside one unit, by title and by recency."""
    found: set[Place] | None = None
    titled: set[Place] | None = None
    for word in words:
        having, in_title = _having(word, index)
        found = having if found is None else found & having
        titled = in_title if titled is None else titled & in_title
    places = sorted(found or (), reverse=True)
    places.sort(key=lambda place: place not in (titled or ()))
    hits = []
    missing = 0
    for place in places:
        document = index.document(place)
        units = units_of(document) if document else []
        if document and all(any(word in unit for unit in units) for word in words):
            hits.append(Hit(document, place))
        else:
            missing += 1
        if len(hits) == HITS:
            break
    tier = Tier.POSSIBLE if hits else Tier.NONE
    return Found(tier, hits, len(places) - missing, words)


def _having(word: str, index: Index) -> tuple[set[Place], set[Place]]:
    """The records with a unit that has all pairs of a word; of them those whose title has.

    Where every pair stands in very many records, the newest of each are read; older ones as long as
    none of those has the word.
    """
    pieces = pieces_of(word)
    lookups = {piece: index.look_up(piece) for piece in pieces}
    short = [lookups[piece] for piece in pieces if not lookups[piece].is_long]
    found = _placed(word, short, index) if short else (set(), set())
    for chunk in range(0 if short else MOST_CHUNKS):
        has_read = [index.read_on(piece, lookups[piece], chunk) for piece in pieces]
        found = _placed(word, list(lookups.values()), index)
        if found[0] or not any(has_read):
            break
    return found


def _placed(word: str, lookups: Sequence[Lookup], index: Index) -> tuple[set[Place], set[Place]]:
    """The records that stand in all lookups; of them those whose title does."""
    shared = [
        set.intersection(*({unit for unit, _ in lookup.postings[number]} for lookup in lookups))
        - {unit for gone in segment["gone"] for unit in range(gone * SLOTS, (gone + 1) * SLOTS)}
        for number, segment in enumerate(index.segments)
    ]
    places = {(number, unit // SLOTS) for number, units in enumerate(shared) for unit in units}
    titled = {
        (number, unit // SLOTS)
        for number, units in enumerate(shared)
        for unit in units
        if unit % SLOTS == 1
    }
    last = len(index.segments)
    for number, (_, texts) in enumerate(index.recent):
        if any(word in text for text in texts):
            places.add((last, number))
        if word in texts[1]:
            titled.add((last, number))
    return places, titled


def pieces_of(word: str) -> list[str]:
    """The pairs of a word, each once; of one character itself."""
    return [word] if len(word) == 1 else list(dict.fromkeys(map(str.__add__, word, word[1:])))
