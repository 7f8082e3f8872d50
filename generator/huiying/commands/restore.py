"""`huiying restore ADDRESS`: what was withdrawn or archived holds again."""

from datetime import datetime
from pathlib import Path

import click

from huiying.commands import amending


@click.command()
@amending.shared
def command(
    address: str, note: str, org: str | None, at: datetime | None, config_file: Path, lang: str
) -> None:
    """恢复撤回或归档的记录，并写下公开的变更记录。

    ADDRESS 是记录的地址，如 rumours/20260312-tingshui。
    """
    entry = amending.entry_of(note, org, at)
    amending.amend(
        config_file, address, lang, lambda desk: desk.restore(entry), lambda _: {"amend-done": ""}
    )
