"""Problems as SARIF 2.1.0, which code hosts and editors show beside the lines.

Source of the form: OASIS, Static Analysis Results Interchange Format 2.1.0, 27 March 2020.
"""

import json
from collections.abc import Iterable
from urllib.parse import quote

from huiying import __version__
from huiying.console.report import Report, Told
from huiying.problem import Mark

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "huiying/v1"
"""Not `primaryLocationLineHash`: that one the hosts reckon themselves."""


def write(report: Report) -> str:
    """One run with a result for each problem and the rules that they name."""
    rules = sorted({problem.rule for problem in report.problems})
    run = {
        "tool": {
            "driver": {
                "name": "huiying",
                "semanticVersion": __version__,
                "rules": [_rule(name, report) for name in rules],
            }
        },
        "language": "zh-CN" if report.language == "zh" else "en-US",
        # Lines and columns count characters, whole ones: a rare one of two UTF-16 units is one.
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, rules.index(each.problem.rule), report) for each in report.told],
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _rule(name: str, report: Report) -> dict[str, object]:
    """A rule with its page of the guide."""
    page = report.pages.get(name, name)
    first = page.partition("\n")[0]
    return {
        "id": name,
        "shortDescription": {"text": first},
        "fullDescription": {"text": first},
        "help": {"text": page, "markdown": page},
    }


def _result(told: Told, index: int, report: Report) -> dict[str, object]:
    problem = told.problem
    result: dict[str, object] = {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.level.value,
        "message": {"text": told.sentence(report.language)},
        "locations": _locations([problem.mark]),
        "partialFingerprints": {FINGERPRINT: told.fingerprint},
    }
    if problem.also is not None:
        result["relatedLocations"] = _locations([problem.also])
    return result


def _locations(marks: Iterable[Mark]) -> list[dict[str, object]]:
    return [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": _uri(mark.file)},
                "region": {"startLine": mark.line, "startColumn": mark.column},
            }
        }
        for mark in marks
    ]


def _uri(file: str) -> str:
    """A file's path as a relative reference; a colon in its first part would look like a scheme."""
    return quote(file.encode("utf-8", "surrogateescape"), safe="/")
