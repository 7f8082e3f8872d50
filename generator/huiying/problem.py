"""What is wrong and where: `Mark`, `Level` and `Problem`.

In: nothing. Out: values that every stage yields and `console` prints. A problem is an editor's
mistake; it never stops the work on the other records. An exception is our own bug.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum


class Level(Enum):
    """How much a problem weighs: errors stop a build, warnings only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file: path from the root with `/`, line and column from 1, in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """`file:line:column`, as editors and terminals make a link of it."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault at one place. `case` picks the rule's sentence in `messages/`; `values` fill it.

    `also` names a second place where the fault has one (the other of two equal ids). Private
    values never stand in `values`: whoever yields the problem masks them.
    """

    rule: str
    mark: Mark
    case: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    level: Level = Level.ERROR
    also: Mark | None = None

    @property
    def key(self) -> str:
        """The name of the sentence in the catalogue: `choice` or `choice.near`."""
        return f"{self.rule}.{self.case}" if self.case else self.rule


def arrange(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by place, each once; of the same at several levels the worst."""
    worst = list(Level)
    ranked = sorted(problems, key=lambda each: worst.index(each.level), reverse=True)
    unique = {(each.mark, each.key, tuple(each.values.items())): each for each in ranked}
    return sorted(unique.values(), key=lambda each: (each.mark, each.key))
