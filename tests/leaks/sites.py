"""Pairs of sites that differ in everything private, and the trees that builds make of them.

In: a number of pairs. Out: for each pair both sites and both trees; the seeds are printed.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.leaks.planting import Planted, base, plant
from tests.leaks.tokens import Tokens

FIRST = 20260312
"""The seed of the first pair; a proof may take it further."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sites with the same public content and their trees."""

    seed: int
    shared: Tokens
    """What both hold: words in the media in use, and in a title that everybody may read."""
    sites: tuple[Planted, Planted]
    trees: tuple[Path, Path]


def pairs(folder: Path, count: int) -> Iterator[Pair]:
    """So many pairs, one after the other."""
    for seed in range(FIRST, FIRST + count):
        parent = folder / str(seed)
        parent.mkdir()
        shared, first, second = (Tokens(Random(f"{seed} {name}")) for name in ("", "one", "two"))
        one, plain = plant(parent / "one", first, base(parent / "base", shared))
        two, _ = plant(parent / "two", second, plain)
        yield Pair(seed, shared, (one, two), (one.build(), two.build()))
        shutil.rmtree(parent)  # nobody looks at it once the next one is asked for
