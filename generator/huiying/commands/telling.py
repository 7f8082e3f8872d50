"""How commands tell what they have found: a report in the format that was asked for."""

from collections.abc import Iterable

import click

from huiying import console, explanation
from huiying.console.report import Report, Told


def tell(report: Report, form: str) -> None:
    """Print the report."""
    text = console.FORMATS[form](report)
    # What programs read is UTF-8 whatever the locale says; a terminal gets what it can show.
    click.echo(text if form == "text" else text.encode("utf-8", "backslashreplace"), nl=False)


def pages(told: Iterable[Told], lang: str) -> dict[str, str]:
    """What `explain` says of each rule that has said something."""
    return {rule: _page(rule, lang) for rule in dict.fromkeys(each.problem.rule for each in told)}


def _page(rule: str, lang: str) -> str:
    has_page = explanation.page_of(rule) is not None
    entries = explanation.rules(rule, lang)
    return "\n\n".join(each.body if has_page else str(each) for each in entries)
