"""Problems as JUnit XML, which CI services show as tests: one test case for each problem.

What stops a check is a failure; what does not is skipped. A check that finds nothing is one test
that passes. Line and column are in the text only, as the format has no place for them.
"""

import re
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from huiying.console.report import Report, Told, visible
from huiying.console.text import line

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = "huiying check"


def write(report: Report) -> str:
    """A suite for each file that has problems, by name."""
    root = Element("testsuites", {"name": _NAME})
    for file, group in groupby(report.told, key=lambda each: each.problem.mark.file):
        _suite(root, _xml(file), list(group), report)
    if not report.told:
        suite = SubElement(root, "testsuite", {"name": _NAME, **_counts(1, 0, 0)})
        SubElement(suite, "testcase", name=_NAME, classname=_NAME, time="0")
    failed = sum(report.stops(each) for each in report.told)
    root.attrib |= _counts(len(report.told) or 1, failed, len(report.told) - failed)
    del root.attrib["skipped"]  # Jenkins' schema has it at suites only
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, file: str, group: list[Told], report: Report) -> None:
    failed = sum(report.stops(each) for each in group)
    counts = _counts(len(group), failed, len(group) - failed)
    suite = SubElement(root, "testsuite", {"name": file, **counts})
    for told in group:
        _case(suite, file, told, report)


def _case(suite: Element, file: str, told: Told, report: Report) -> None:
    problem, words = told.problem, _xml(told.sentence(report.language))
    # A service knows a test again by its names: the fingerprint stays when lines move.
    name = f"{problem.rule} {told.fingerprint[:8]}"
    case = SubElement(suite, "testcase", name=name, classname=file, time="0")
    outcome = "failure" if report.stops(told) else "skipped"
    result = SubElement(case, outcome, message=words, type=problem.rule)
    result.text = _xml(line(problem, report.language))


def _counts(tests: int, failures: int, skipped: int) -> dict[str, str]:
    """A suite's numbers. Nothing is an `error`: that would be a fault of the tool."""
    numbers = {"tests": tests, "failures": failures, "errors": 0, "skipped": skipped}
    return {name: str(number) for name, number in numbers.items()} | {"time": "0"}


def _xml(text: str) -> str:
    """Text without the characters that XML cannot hold, which are written out."""
    return _NOT_XML.sub(lambda match: visible(match[0]), text)
