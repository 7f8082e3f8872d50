"""Problems as JSON: docs/check.md describes the keys, docs/check.schema.json their form."""

import json

from huiying import __version__
from huiying.console.report import Report, Told
from huiying.problem import Level, Mark

VERSION = 1
"""Of the form. A new key does not change it; a key that means something else does."""


def write(report: Report) -> str:
    """The whole report as one object."""
    problems = report.problems
    counts = {each.value: sum(it.level is each for it in problems) for each in Level}
    whole = {
        "version": VERSION,
        "tool": {"name": "huiying", "version": __version__},
        "language": report.language,
        "counts": {**counts, "known": report.known},
        "problems": [_problem(each, report) for each in report.told],
        "gone": [{"file": each.file, "rule": each.rule} for each in report.gone],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _problem(told: Told, report: Report) -> dict[str, object]:
    problem = told.problem
    return {
        **_place(problem.mark),
        "level": problem.level.value,
        "stops": report.stops(told),
        "rule": problem.rule,
        "sentence": told.sentence(report.language),
        "meanings": [each for each in problem.values.get("meanings", "").split("\n") if each],
        "also": _place(problem.also) if problem.also else None,
        "fingerprint": told.fingerprint,
    }


def _place(mark: Mark) -> dict[str, object]:
    return {"file": mark.file, "line": mark.line, "column": mark.column}
