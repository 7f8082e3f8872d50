"""From a pasted message to the records most like it.

In: a text and an `Index`. Out: `Found`: how sure we are, and at most ten hits, best first. The
grams that promise most are looked up, forty first and up to a hundred if that is not enough; the
ten records with the best body, title or form are read and scored on their words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from huiying.finder.confidence import Tier, covered, judge
from huiying.finder.folding import fold, lighten
from huiying.finder.grams import IMPACTS, factors, grams, impact, rarity, whole
from huiying.finder.index import Index, Place, units_of
from huiying.finder.segment import SLOTS

WAVES = (40, 100)
HITS = 10
LONGEST_MESSAGE = 2000
FORM_WEIGHT = 3
LIKELY = 0.3
"""Of the score of the best hit, what another one needs to be shown beside it."""


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
    """`total`: how many records have the words; of a message, how many hits there are.

    `words`: what every hit has, where the text was words.
    """

    tier: Tier
    hits: Sequence[Hit]
    total: int
    words: Sequence[str] = ()

    @property
    def likely(self) -> list[Hit]:
        """The hits that are shown at once: of a message not those that are far from the best."""
        if self.words:
            return list(self.hits)
        return [hit for hit in self.hits if hit.score >= LIKELY * self.hits[0].score]


def find_message(text: str, index: Index, least: float = 0.0) -> Found:
    """The records most like a message.

    `least`: of a few words, how much of what they weigh has to stand in a record; what is known of
    messages says nothing of so few.
    """
    folded = fold(text)[:LONGEST_MESSAGE]
    wanted = index.prior.wanted(factors(folded), index.records)
    found = Found(Tier.NONE, (), 0)
    for wave in WAVES:
        query = Query(text, folded, wanted[:wave], index)
        hits = query.hits()
        tier = judge(query, hits, index.manifest["confidence"])
        if least and tier is not Tier.ANSWERED:
            hits = [hit for hit in hits if covered(query, hit) >= least]
            tier = Tier.POSSIBLE if hits else Tier.NONE
        found = Found(tier, hits, len(hits))
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
        gone = {(at, one) for at, told in enumerate(self.index.segments) for one in told["gone"]}
        for gram, found in self.lookups.items():
            weight = self.weights[gram]
            for segment, postings in enumerate(found.postings):
                for unit, level in postings:
                    place = (segment, unit // SLOTS)
                    if place in gone:
                        continue
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
