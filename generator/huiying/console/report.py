"""What one check has found, as every format shows it.

In: problems and the site's root. Out: a `Report`, with places as they lead from the current folder.
"""

import os
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from huiying import build
from huiying.baseline import Entry
from huiying.messages import sentence
from huiying.problem import Mark, Problem

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_JOINERS = "\u200c\u200d"
"""Unseen as well, but scripts and emoji are written with them."""


@dataclass(frozen=True, slots=True)
class Told:
    """One problem to be shown: its places from the current folder, and what it is known by."""

    problem: Problem
    fingerprint: str

    def sentence(self, language: str) -> str:
        """What is wrong and how to mend it."""
        return sentence(self.problem.key, self.problem.values, language)


@dataclass(frozen=True, slots=True)
class Report:
    """What one check has found.

    `known`: how many more problems the baseline has; `gone`: what it has and nobody finds now.
    `pages`: of each rule that has said something, what `explain` says of it, in Markdown.
    """

    told: Sequence[Told]
    language: str = "zh"
    strict: bool = False
    known: int = 0
    gone: Sequence[Entry] = ()
    pages: Mapping[str, str] = field(default_factory=dict)

    @property
    def problems(self) -> list[Problem]:
        """The problems to be shown, by place."""
        return [each.problem for each in self.told]

    def stops(self, told: Told) -> bool:
        """Whether this problem alone makes the check fail."""
        return build.stops([told.problem], self.strict)


def from_here(problem: Problem, root: Path) -> Problem:
    """The problem with its places as they lead to the files from the current folder.

    Marks are from the site's `root`, which may lie elsewhere; a terminal makes links of what it is
    shown, and editors give it to the next command.
    """
    values, also = dict(problem.values), problem.also
    if also is not None:
        there = way(root, also.file)
        values = {key: there if text == also.file else text for key, text in values.items()}
        also = Mark(there, also.line, also.column)
    mark = Mark(way(root, problem.mark.file), problem.mark.line, problem.mark.column)
    return replace(problem, mark=mark, values=values, also=also)


def way(root: Path, file: str) -> str:
    """How a file of the site is reached from the current folder."""
    try:
        return Path(os.path.relpath(root / file)).as_posix()
    except ValueError:  # on Windows from one drive to another
        return (root / file).as_posix()


def visible(text: str) -> str:
    """The text with what cannot be seen written out: a name must not move a terminal's cursor."""
    if text.isprintable():
        return text
    return "".join(_written(char) for char in text)


def _written(char: str) -> str:
    """One character, as `\\x1b` or `\\u202e` if it cannot be seen."""
    if char in _JOINERS or unicodedata.category(char) not in _UNSEEN:
        return char
    return f"\\x{ord(char):02x}" if char < "\x80" else ascii(char)[1:-1]
