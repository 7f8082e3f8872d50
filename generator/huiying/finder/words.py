"""From a few words to the records that have every one of them, those with it in the title first,
then the newest.
"""

from collections.abc import Sequence

from huiying.finder.confidence import Tier
from huiying.finder.index import Index, Place, units_of
from huiying.finder.matching import HITS, Found, Hit
from huiying.finder.segment import SLOTS


def find_words(words: Sequence[str], index: Index) -> Found:
    """The records that have every word, each inside one unit, by title and by recency."""
    found: list[Place] | None = None
    titled: set[Place] | None = None
    for word in words:
        having, in_title = _having(word, index)
        found = having if found is None else [place for place in found if place in set(having)]
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
    return Found(Tier.POSSIBLE if hits else Tier.NONE, hits, len(places) - missing)


def _having(word: str, index: Index) -> tuple[list[Place], set[Place]]:
    """The records with a unit that has all pairs of a word; of them those whose title has."""
    pieces = pieces_of(word)
    lookups = {piece: index.look_up(piece) for piece in pieces}
    short = [piece for piece in pieces if not lookups[piece].is_long]
    if not short:
        short = pieces
        for piece in pieces:
            index.newest(piece, lookups[piece])
    units: set[tuple[int, int]] | None = None
    for piece in short:
        having = {
            (segment, unit)
            for segment, postings in enumerate(lookups[piece].postings)
            for unit, _ in postings
        }
        units = having if units is None else units & having
    places = {(segment, unit // SLOTS) for segment, unit in units or ()}
    titled = {(segment, unit // SLOTS) for segment, unit in units or () if unit % SLOTS == 1}
    last = len(index.segments)
    for number, (_, texts) in enumerate(index.recent):
        if any(word in text for text in texts):
            places.add((last, number))
        if word in texts[1]:
            titled.add((last, number))
    return list(places), titled


def pieces_of(word: str) -> list[str]:
    """The pairs of a word, each once; of one character itself."""
    return [word] if len(word) == 1 else list(dict.fromkeys(map(str.__add__, word, word[1:])))
