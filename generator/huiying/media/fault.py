"""What is wrong with one media file: `Fault`.

In: nothing. Out: a value; the rule `medium` makes a problem of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """`case` and `values` of the sentence; line and column where the file is text."""

    case: str
    values: Mapping[str, str] = field(default_factory=dict)
    line: int = 1
    column: int = 1
