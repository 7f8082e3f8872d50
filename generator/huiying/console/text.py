"""Problems as text for people: one line each, the meanings of terms below a wrong one, a summary.

`file:line:column: 级别：哪里不对。怎样改。(rule)`.
"""

from collections.abc import Iterable, Iterator

from huiying.console.report import Report, visible
from huiying.messages import LEVELS, sentence
from huiying.problem import Level, Problem

OF_DRAFTS = ("required.draft", "required.draft-inner")


def write(report: Report) -> str:
    """Every problem, what the baseline no longer needs, and the summary."""
    return "".join(f"{each}\n" for each in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for problem in report.problems:
        yield line(problem, report.language)
    for entry in report.gone:
        values = {"file": visible(entry.file), "rule": entry.rule}
        yield sentence("baseline.gone", values, report.language)
    yield summary(report.problems, report.language)
    if report.known:
        yield sentence("baseline.known", {"count": str(report.known)}, report.language)


def line(problem: Problem, language: str = "zh") -> str:
    """One problem as a line; indented below it the meanings of terms, where it has them."""
    level = LEVELS[language][problem.level.value]
    words = sentence(problem.key, problem.values, language)
    colon, gap = ("：", "") if language == "zh" else (": ", " ")
    first = visible(f"{problem.mark}: {level}{colon}{words}{gap}({problem.rule})")
    meanings = map(visible, problem.values.get("meanings", "").split("\n"))
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
