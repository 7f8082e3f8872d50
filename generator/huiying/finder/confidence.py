"""How sure we may be that the best hit answers a message: three honest tiers.

In: a query and its hits. Out: a `Tier`. A logistic model over seven measures says how probable it
is that the first hit is right; a guard then stops what only looks alike: the same sentence about
another thing, another place, another number. The model's constants are in `confidence.json` and in
the index's manifest, so that browsers use the same; `python -m bench.finder.fit` fits them anew.
A few words are never enough to be sure; a short sentence that stands word for word may be.
"""

import json
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from importlib.resources import files
from math import exp, log, sqrt
from typing import TYPE_CHECKING, Any

from huiying.finder import guard
from huiying.finder.folding import fold, lighten

if TYPE_CHECKING:
    from huiying.finder.matching import Hit, Query

NAMES = ("covered", "head", "runs", "overlap", "margin", "length", "miss")
HEAD = 40


class Tier(Enum):
    """What a reader is told: there is an answer; these may be related; nothing was found."""

    ANSWERED = "answered"
    POSSIBLE = "possible"
    NONE = "none"


@cache
def constants() -> dict[str, Any]:
    """The fitted constants: `weights` in the order of `NAMES`, `bias`, `answered`, `possible`."""
    text = files(__package__).joinpath("confidence.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def judge(query: "Query", hits: Sequence["Hit"], constants: Mapping[str, Any]) -> Tier:
    """The tier of a query's hits, best first."""
    if not hits:
        return Tier.NONE
    measured = measures(query, hits)
    sure = probability(measured, constants)
    if sure < constants["possible"]:
        return Tier.NONE
    if sure < constants["answered"] or not passes(query, hits[0], constants["places"]):
        return Tier.POSSIBLE
    return Tier.ANSWERED


def passes(query: "Query", hit: "Hit", places: Sequence[str]) -> bool:
    """Whether the guard lets a hit be a sure answer."""
    if hit.document.get("state") or hit.document.get("draft"):
        return False  # what was taken back, replaced or put away answers nothing today
    if guard.is_repeated(query.pairs) or guard.is_denied(query.light, hit.units[2:]):
        return False
    core = guard.without_frame(query.light)
    if not _is_whole(query, hit, core):
        return False
    said = lighten(
        "\n".join([hit.document["title"], *hit.document.get("forms", ()), hit.document["text"]])
    )
    if guard.is_graver(query.light, said):
        return False
    return guard.is_same(query.light, said, places, len(fold(core)) <= guard.SHORT)


def _is_whole(query: "Query", hit: "Hit", core: str) -> bool:
    """Whether no stretch of the message without its frame speaks of something else."""
    folded = fold(core)
    is_short = len(folded) <= guard.SHORT
    allowed = guard.SHORT_MISS if is_short else guard.LONG_MISS
    if is_short and not hit.short:
        allowed = guard.BARE_MISS
    if longest_miss(query, pairs_of(folded[:HEAD]), hit.grams) > allowed:
        return False
    if is_short and guard.has_new_word(folded, hit.units):
        return False
    missed = longest_miss(query, pairs_of(hit.short), query.factors) if hit.short else 0.0
    if is_short and missed > guard.SHORT_MISS:
        return False
    for sentence in guard.sentences(core):
        said = [(pair, pair in hit.grams) for pair in pairs_of(sentence)]
        if _share(query, said) < guard.SENTENCE_SHARE:
            return False
    return True


def pairs_of(folded: str) -> list[str]:
    """Each two neighbours of a folded text."""
    return list(map(str.__add__, folded, folded[1:]))


def probability(measured: Sequence[float], constants: Mapping[str, Any]) -> float:
    """How probable it is that the first hit is right, from 0 to 1."""
    total = constants["bias"]
    for weight, value in zip(constants["weights"], measured, strict=True):
        total += weight * value
    return 1 / (1 + exp(-float(total)))


def measures(query: "Query", hits: Sequence["Hit"]) -> list[float]:
    """The measures of the first hit, from 0 to 1 except the length, in the order of `NAMES`."""
    first = hits[0]
    known = first.grams
    pairs = query.pairs
    share = covered(query, first)
    head = _share(query, [(pair, pair in known) for pair in pairs[:29]])
    inside = _inside_runs(query.folded, first.units)
    runs = _share(query, list(zip(pairs, inside, strict=True)))
    second = hits[1].score if len(hits) > 1 else 0.0
    margin = (first.score - second) / first.score if first.score else 0.0
    margin *= sqrt(share)  # to be alone with a crumb means nothing
    miss = longest_miss(query, pairs[: HEAD - 1], known)
    return [share, head, runs, first.overlap, margin, log(max(len(query.folded), 1)), miss]


def covered(query: "Query", hit: "Hit") -> float:
    """How much of what the pairs of a message weigh stands in a record, from 0 to 1."""
    return _share(query, [(pair, pair in hit.grams) for pair in query.pairs])


def _share(query: "Query", pairs: Sequence[tuple[str, bool]]) -> float:
    """Of what the pairs weigh, the share of those that hold."""
    total = holding = 0
    for pair, holds in pairs:
        weight = query.rarity(pair)
        total += weight
        holding += weight if holds else 0
    return holding / total if total else 0.0


def _inside_runs(folded: str, units: Sequence[str]) -> list[bool]:
    """For each pair of a message: whether it lies in three characters that the record has."""
    threes = [any(folded[at : at + 3] in unit for unit in units) for at in range(len(folded) - 2)]
    pairs = max(len(folded) - 1, 0)
    return [
        (at < len(threes) and threes[at]) or (0 < at <= len(threes) and threes[at - 1])
        for at in range(pairs)
    ]


def longest_miss(query: "Query", pairs: Sequence[str], known: Any) -> float:
    """The heaviest stretch of pairs without a match, as a share of all pairs."""
    total = longest = missing = 0
    for pair in pairs:
        weight = query.rarity(pair)
        total += weight
        missing = 0 if pair in known else missing + weight
        longest = max(longest, missing)
    return longest / total if total else 1.0
