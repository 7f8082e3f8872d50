"""From a pasted message or words to records: what the browser does, in Python.

In: a text, and a way to read the files of the index. Out: `Found`: how sure we are, and at most ten
hits, best first. `theme/finder/matcher.js` is the same step by step and gives the same hits.

A message: the grams that promise most are looked up, forty first and up to a hundred if that is not
enough; the ten records with the best body, title or form are read and scored on their words. Words:
the records that have every word, those with it in the title first, then the newest.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from huiying.finder.confidence import Tier, judge
from huiying.finder.folding import fold, lighten, terms
from huiying.finder.grams import IMPACTS, factors, grams, impact, print_of, rarity, shard_of, whole
from huiying.finder.prior import Prior
from huiying.finder.segment import SLOTS, read_postings, read_shard

Read: TypeAlias = Callable[[str], bytes]
"""The bytes of a file by its path below `finder/`."""
Place: TypeAlias = tuple[int, int]
"""(segment, number) of a record; the recent ones are in the last segment. Greater is newer."""
WAVES = (40, 100)
HITS = 10
LONGEST_WORDS, SENTENCE = 12, 6
"""Characters up to which a text may be words, and from which it may be a sentence."""
_LETTERS = re.compile("[0-9a-z]{1,3}")
"""Of a folded word what says about as much as one Chinese character."""
LONGEST_MESSAGE = 2000
FORM_WEIGHT = 3


@dataclass(frozen=True)
class Hit:
    """One record that was found. `score` compares hits of one query only.

    `short`: the title or form that is most like the message, and how much of it: `overlap`.
    """

    document: dict[str, Any]
    place: Place
    score: float = 0.0
    short: str = ""
    overlap: float = 0.0

    @cached_property
    def units(self) -> list[str]:
        """Its folded texts."""
        return units_of(self.document)

    @cached_property
    def grams(self) -> frozenset[str]:
        """Every gram of its texts."""
        return frozenset(gram for unit in self.units for gram in grams(unit))


@dataclass(frozen=True, slots=True)
class Found:
    """`total`: how many records have the words; of a message, how many hits there are."""

    tier: Tier
    hits: Sequence[Hit]
    total: int


@dataclass(slots=True)
class Lookup:
    """What the index says of one gram: in how many records, and units with levels by segment."""

    count: int = 0
    postings: list[list[tuple[int, int]]] = field(default_factory=list)
    is_long: bool = False


class Index:
    """The files of the index, read as they are needed, each once."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.manifest = json.loads(read("manifest.json"))
        self.segments = self.manifest["segments"]
        recent = json.loads(read(self.manifest["recent"]))
        self.recent = [(document, units_of(document)) for document in recent]
        self.records = len(recent) + sum(each["documents"] for each in self.segments)
        priors = [json.loads(read(f"{each['folder']}/prior.json")) for each in self.segments]
        sizes = [each["documents"] for each in self.segments]
        self.prior = Prior(list(zip(sizes, priors, strict=True)))
        self.shards: dict[str, dict[int, tuple[int, bytes, int]]] = {}
        self.in_recent: dict[str, int] = {}

    def look_up(self, gram: str) -> Lookup:
        """All that the segments say of a gram; of the recent records only how many have it."""
        found = Lookup(self.recently(gram))
        for segment in self.segments:
            count, postings, chunks = self._entry(segment, gram)
            found.count += count
            found.is_long = found.is_long or chunks > 0
            found.postings.append(list(read_postings(postings)))
        return found

    def recently(self, gram: str) -> int:
        """How many of the recent records have a gram."""
        if gram not in self.in_recent:
            having = (any(gram in unit for unit in units) for _, units in self.recent)
            self.in_recent[gram] = sum(having)
        return self.in_recent[gram]

    def newest(self, gram: str, lookup: Lookup) -> None:
        """Read the newest postings of a gram that stands in so many that they have own files."""
        for number, segment in enumerate(self.segments):
            _, _, chunks = self._entry(segment, gram)
            if chunks:
                shard = shard_of(gram, segment["shards"])
                path = f"{segment['folder']}/l/{shard}-{print_of(gram)}-0.bin"
                lookup.postings[number] = list(read_postings(self.read(path)))

    def _entry(self, segment: dict[str, Any], gram: str) -> tuple[int, bytes, int]:
        path = f"{segment['folder']}/s/{shard_of(gram, segment['shards'])}.bin"
        if path not in self.shards:
            self.shards[path] = {
                print: (count, postings, chunks)
                for print, count, postings, chunks in read_shard(self.read(path))
            }
        return self.shards[path].get(print_of(gram), (0, b"", 0))

    def document(self, place: Place) -> dict[str, Any] | None:
        """What is shown of a record; None for one that the next merge will drop."""
        segment, number = place
        if segment == len(self.segments):
            recent: dict[str, Any] = self.recent[number][0]
            return recent
        told = self.segments[segment]
        if number in told["gone"]:
            return None
        found: dict[str, Any] = json.loads(self.read(f"{told['folder']}/d/{number}.json"))
        return found


def units_of(document: dict[str, Any]) -> list[str]:
    """The folded body with the title, title, and forms of a record."""
    forms = [fold(form) for form in document.get("forms", ())]
    return [fold(f"{document['title']}\n{document['text']}"), fold(document["title"]), *forms]


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
        return find_message(text, index)
    return having if length < SENTENCE else _judged(text, words, having, index)


def _judged(text: str, words: Sequence[str], having: Found, index: Index) -> Found:
    """Records that have a sentence word for word; the likest first if it surely answers.

    The index has been asked for the pairs of the words, and nothing more is read.
    """
    folded = fold(text)
    pieces = {piece for word in words for piece in _pieces(word)}
    query = Query(text, folded, [gram for gram in factors(folded) if gram in pieces], index)
    hits = query.ranked([query.hit(hit.document, hit.place) for hit in having.hits])
    if judge(query, hits, index.manifest["confidence"]) is Tier.ANSWERED:
        return Found(Tier.ANSWERED, hits, having.total)
    return having


def find_message(text: str, index: Index) -> Found:
    """The records most like a message."""
    folded = fold(text)[:LONGEST_MESSAGE]
    wanted = index.prior.wanted(factors(folded), index.records)
    found = Found(Tier.NONE, (), 0)
    for wave in WAVES:
        query = Query(text, folded, wanted[:wave], index)
        hits = query.hits()
        found = Found(judge(query, hits, index.manifest["confidence"]), hits, len(hits))
        if found.tier is Tier.ANSWERED or len(wanted) <= wave:
            break
    return found


class Query:
    """A message with what the index says of its grams."""

    def __init__(self, text: str, folded: str, wanted: Sequence[str], index: Index) -> None:
        self.light, self.folded, self.index = lighten(text), folded, index
        self.pairs = list(map(str.__add__, folded, folded[1:]))
        self.lookups = {gram: index.look_up(gram) for gram in wanted}
        self.rarities = {
            gram: whole(1000 * rarity(found.count, index.records))
            for gram, found in self.lookups.items()
        }
        self.factors = factors(folded)
        self.weights = {
            gram: whole(self.rarity(gram) * factor) for gram, factor in self.factors.items()
        }
        self.mass = sum(self.rarity(gram) for gram in self.factors)

    def rarity(self, gram: str) -> int:
        """What a gram weighs by itself: as known, else as guessed or as in recent records."""
        known = self.rarities.get(gram)
        if known is None:
            guess, _ = self.index.prior.guess(gram)
            count = max(guess, self.index.recently(gram))
            known = self.rarities[gram] = whole(1000 * rarity(count, self.index.records))
        return known

    def hits(self) -> list[Hit]:
        """The best records, scored on their words."""
        found = []
        for place in self._candidates():
            document = self.index.document(place)
            if document is not None:
                found.append(self.hit(document, place))
        return self.ranked(found)

    def ranked(self, hits: Sequence[Hit]) -> list[Hit]:
        """The best first, of equals the newer."""
        return sorted(hits, key=lambda hit: (-hit.score, -hit.place[0], -hit.place[1]))

    def _candidates(self) -> list[Place]:
        scores: dict[Place, list[int]] = {}
        for gram, found in self.lookups.items():
            weight = self.weights[gram]
            for segment, postings in enumerate(found.postings):
                for unit, level in postings:
                    place = (segment, unit // SLOTS)
                    slots = scores.setdefault(place, [0] * SLOTS)
                    slots[unit % SLOTS] += weight * IMPACTS[level]
        best = {place: max(slots) for place, slots in scores.items()}
        for number, (_, units) in enumerate(self.index.recent):
            score = max(self.unit_score(unit, slot == 0) for slot, unit in enumerate(units))
            if score:
                best[len(self.index.segments), number] = score
        order = sorted(best, key=lambda place: (-best[place], -place[0], -place[1]))
        return order[:HITS]

    def hit(self, document: dict[str, Any], place: Place) -> Hit:
        """A record with its worth: its body, and its title or form as far as they agree."""
        body, *short = units_of(document)
        worth, overlap, best = 0.0, 0.0, ""
        for unit in short:
            covered = self.overlap(unit)
            score = self.unit_score(unit, False) * covered
            if score > worth:
                worth, overlap, best = score, covered, unit
        score = self.unit_score(body, True) + FORM_WEIGHT * worth
        return Hit(document, place, score, best, overlap)

    def unit_score(self, unit: str, is_body: bool) -> int:
        """The weight of the grams of the message that stand in a unit, saturated by its length."""
        found = grams(unit)
        total = 0
        for gram, weight in self.weights.items():
            if count := found.get(gram):
                total += weight * impact(count, len(unit), is_body)
        return total

    def overlap(self, unit: str) -> float:
        """The share of the rarer of both texts that stands in the other, from 0 to 1."""
        inside = mass = 0
        for gram in grams(unit):
            weight = self.rarity(gram)
            mass += weight
            if gram in self.factors:
                inside += weight
        least = min(mass, self.mass)
        return inside / least if least else 0.0


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
    pieces = _pieces(word)
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


def _pieces(word: str) -> list[str]:
    """The pairs of a word, each once; of one character itself."""
    return [word] if len(word) == 1 else list(dict.fromkeys(map(str.__add__, word, word[1:])))
