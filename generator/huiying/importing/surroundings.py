"""What a table is brought into: the site's zone, who has which name, what a record must not lack.

In: nothing. Out: `Surroundings`, made by whoever has read the site. It reads nothing itself.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from huiying.problem import Problem
from huiying.records import Record

Names: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Ids by the name that stands for them, by what a reference names: a register, or "topic"."""


def _nothing(record: Record[Any]) -> Iterable[Problem]:
    return ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The site around a table. Records are written in its `zone`.

    `judge` yields the faults for which a record is not written, though it can be read.
    """

    zone: ZoneInfo
    names: Names = field(default_factory=dict)
    judge: Callable[[Record[Any]], Iterable[Problem]] = _nothing
