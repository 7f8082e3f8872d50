"""How problems look: one line each, and what the allowed terms mean below a wrong one.

In: problems and a language. Out: text. `file:line:column: 级别：哪里不对。怎样改。(rule)`.
"""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from huiying.messages import LEVELS, sentence
from huiying.problem import Level, Mark, Problem

OF_DRAFTS = ("required.draft", "required.draft-inner")


def from_here(problem: Problem, root: Path) -> Problem:
    """The problem with its places as they lead to the files from the current folder.

    Marks are from the site's `root`, which may lie elsewhere; a terminal makes links of what it is
    shown, and editors give it to the next command.
    """
    values = dict(problem.values)
    if problem.also is not None:
        also = problem.also.file
        values = {key: way(root, also) if text == also else text for key, text in values.items()}
    mark = Mark(way(root, problem.mark.file), problem.mark.line, problem.mark.column)
    return replace(problem, mark=mark, values=values)


def way(root: Path, file: str) -> str:
    """How a file of the site is reached from the current folder."""
    try:
        return Path(os.path.relpath(root / file)).as_posix()
    except ValueError:  # on Windows from one drive to another
        return (root / file).as_posix()


def line(problem: Problem, language: str = "zh") -> str:
    """One problem as a line; indented below it the meanings of terms, where it has them."""
    level = LEVELS[language][problem.level.value]
    words = sentence(problem.key, problem.values, language)
    colon, gap = ("：", "") if language == "zh" else (": ", " ")
    first = f"{problem.mark}: {level}{colon}{words}{gap}({problem.rule})"
    meanings = problem.values.get("meanings", "").split("\n")
    return "\n    ".join([first, *filter(None, meanings)])


UNFINISHED = {
    "zh": "。草稿还缺 {count} 项，写齐以后再送审。",
    "en": ". Drafts lack {count} fields: fill them in before the review.",
}


def summary(problems: Iterable[Problem], language: str = "zh") -> str:
    """How many of each level, and what drafts still lack: notes stop nothing, a review would."""
    found = list(problems)
    words = LEVELS[language]
    parts = [f"{words[each.value]} {sum(it.level is each for it in found)}" for each in Level]
    text = ("，" if language == "zh" else ", ").join(parts)
    lacking = sum(problem.key in OF_DRAFTS for problem in found)
    return text + (UNFINISHED[language].format(count=lacking) if lacking else "")
