"""Problems as annotations of a CI service: one workflow command a line.

`::error file=content/…,line=12,col=7,title=rule::哪里不对。怎样改。` is read by GitHub and its
like, and is a plain line of the log elsewhere. Nothing that an editor writes can end the command
or begin another.
"""

from huiying.console.report import Report, visible
from huiying.console.text import summary
from huiying.messages import sentence
from huiying.problem import Level, Problem

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def write(report: Report) -> str:
    """A line for each problem, and the summary."""
    lines = [_command(each, report.language) for each in report.problems]
    lines += [_plain(summary(report.problems, report.language))]
    if report.known:
        values = {"count": str(report.known)}
        lines.append(_plain(sentence("baseline.known", values, report.language)))
    for entry in report.gone:
        values = {"file": entry.file, "rule": entry.rule}
        words = sentence("baseline.gone", values, report.language)
        lines.append(f"::notice title=baseline::{_data(words)}")
    return "".join(f"{line}\n" for line in lines)


def _command(problem: Problem, language: str) -> str:
    mark, words = problem.mark, sentence(problem.key, problem.values, language)
    place = f"file={_property(mark.file)},line={mark.line},col={mark.column}"
    return f"::{COMMANDS[problem.level]} {place},title={_property(problem.rule)}::{_data(words)}"


def _plain(text: str) -> str:
    """A line that begins no command."""
    return _unhashed(visible(text)).removeprefix("::")


def _data(text: str) -> str:
    """Text as the message of a command."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return _unhashed(visible(escaped))


def _property(text: str) -> str:
    """Text as the value of a property, which a comma or a colon would end."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _unhashed(text: str) -> str:
    """The older commands `##[error]` and `##vso[…]` are looked for anywhere in a line."""
    return text.replace("##", "\uff03\uff03")
