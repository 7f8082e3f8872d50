"""JUnit: a library that we did not write reads what we write."""

from hypothesis import given
from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

from huiying import console
from huiying.console.report import Report
from tests.console import reports


def read(report: Report) -> JUnitXml:
    """The report as junitparser understands it."""
    return JUnitXml.fromstring(console.FORMATS["junit"](report).encode())


def cases(read: JUnitXml) -> list[TestCase]:
    """Every test case, in order."""
    return [case for suite in read for case in suite]


def test_what_stops_is_a_failure_and_what_does_not_is_skipped() -> None:
    found = read(reports.report(*reports.ALL))
    assert (found.tests, found.failures, found.errors) == (4, 2, 0)
    assert sum(suite.skipped for suite in found) == 2
    assert [type(case.result[0]) for case in cases(found)] == [Failure, Skipped, Failure, Skipped]
    failure = cases(found)[0].result[0]
    assert failure.message == "“结论”没有“不属实”这一项，可以填：不实、属实。您是否想写“不实”？"
    assert failure.text.startswith(f"{reports.FILE}:9:5: 错误：“结论”没有")
    strict = read(reports.report(reports.WARNING, strict=True))
    assert (strict.tests, strict.failures) == (1, 1)


def test_a_check_without_a_problem_is_one_test_that_passes() -> None:
    found = read(reports.report())
    assert (found.tests, found.failures, found.errors) == (1, 0, 0)
    assert [case.is_passed for case in cases(found)] == [True]


def test_a_suite_is_a_file_and_a_name_stays_when_lines_move() -> None:
    suites = list(read(reports.report(*reports.ALL)))
    assert all(isinstance(suite, TestSuite) for suite in suites)
    assert [suite.name for suite in suites] == [
        reports.FILE,
        "content/site.yml",
        "content/topics/gongshui.yml",
    ]
    assert [case.name for case in suites[0]] == ["choice 00000000", "length 00000000"]
    assert {case.classname for case in suites[0]} == {reports.FILE}


@reports.SOME
@given(reports.REPORTS)
def test_whatever_stands_in_a_problem_the_document_can_be_read(report: Report) -> None:
    found = read(report)
    problems = report.problems
    stopping = sum(problem.level.value == "error" for problem in problems)
    assert found.tests == max(len(problems), 1)
    assert found.failures == stopping
    assert sum(suite.skipped for suite in found) == len(problems) - stopping
    types = [case.result[0].type for case in cases(found)] if problems else []
    assert types == [problem.rule for problem in problems]
