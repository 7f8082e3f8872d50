"""How problems look: one line each, and what the allowed terms mean below a wrong one.

In: problems and a language. Out: text. `file:line:column: 级别：哪里不对。怎样改。(rule)`.
"""

from collections.abc import Iterable

from huiying.messages import LEVELS, sentence
from huiying.problem import Level, Problem


def line(problem: Problem, language: str = "zh") -> str:
    """One problem as a line; indented below it the meanings of terms, where it has them."""
    level = LEVELS[language][problem.level.value]
    words = sentence(problem.key, problem.values, language)
    colon, gap = ("：", "") if language == "zh" else (": ", " ")
    first = f"{problem.mark}: {level}{colon}{words}{gap}({problem.rule})"
    meanings = problem.values.get("meanings", "").split("\n")
    return "\n    ".join([first, *filter(None, meanings)])


def summary(problems: Iterable[Problem], language: str = "zh") -> str:
    """How many of each level."""
    counts = dict.fromkeys(Level, 0)
    for problem in problems:
        counts[problem.level] += 1
    words = LEVELS[language]
    parts = [f"{words[level.value]} {count}" for level, count in counts.items()]
    return ("，" if language == "zh" else ", ").join(parts)
