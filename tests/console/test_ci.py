"""Annotations: each problem is one workflow command, and nothing in it is another."""

import re
from dataclasses import dataclass

from hypothesis import given

from huiying import console
from huiying.console.report import Report, visible
from tests.console import reports

WORDS = {"error": "error", "warning": "warning", "note": "notice"}


@dataclass(frozen=True)
class Command:
    """A workflow command as a runner reads it."""

    name: str
    properties: dict[str, str]
    message: str


def read(log: str) -> list[Command]:
    """The commands of a log, by the documented form: `::name key=value,key=value::message`."""
    found = []
    for line in re.split("\r\n|\r|\n", log):
        match = re.match(r"\s*::(\S+?)(?: (.*?))?::(.*)", line)
        if match is None:
            continue
        pairs = [pair.partition("=") for pair in (match[2] or "").split(",") if pair]
        properties = {key: plain(value, ":,") for key, _, value in pairs}
        found.append(Command(match[1], properties, plain(match[3])))
    return found


def plain(text: str, more: str = "") -> str:
    """Text without the escapes of a runner; `%` is the last that it takes back."""
    for char in f"\r\n{more}%":
        text = text.replace(f"%{ord(char):02X}", char)
    return text


@reports.SOME
@given(reports.REPORTS)
def test_a_runner_reads_each_problem_and_no_other_command(report: Report) -> None:
    *found, gone = read(console.FORMATS["ci"](report))
    expected = []
    for told in report.told:
        problem, mark = told.problem, told.problem.mark
        properties = {
            "file": seen(mark.file),
            "line": str(mark.line),
            "col": str(mark.column),
            "title": problem.rule,
        }
        name = WORDS[problem.level.value]
        expected.append(Command(name, properties, seen(told.sentence("zh"))))
    assert found == expected
    assert (gone.name, gone.properties) == ("notice", {"title": "baseline"})


def seen(text: str) -> str:
    """What is left to see of a text: the escapes of line breaks are read back as such."""
    parts = re.split("([\r\n])", text)
    shown = "".join(part if part in "\r\n" else visible(part) for part in parts)
    return shown.replace("##", "\uff03\uff03")


@reports.SOME
@given(reports.REPORTS)
def test_no_older_command_stands_anywhere_in_a_line(report: Report) -> None:
    assert "##" not in console.FORMATS["ci"](report)


def test_the_form_of_a_line() -> None:
    lines = console.FORMATS["ci"](reports.report(reports.ERROR)).split("\n")
    assert lines == [
        f"::error file={reports.FILE},line=9,col=5,title=choice::“结论”没有“不属实”这一项，可以填："
        "不实、属实。您是否想写“不实”？",
        "错误 1，警告 0，提示 0",
        "基线里已知的 3 处没有列出。",
        "::notice title=baseline::content/topics/jiu.yml 的一处问题（length）已经没有了。"
        "请更新基线，把它去掉。",
        "",
    ]
