"""`huiying withdraw ADDRESS`: a record is taken back; its page stays and says why."""

from datetime import datetime
from pathlib import Path

import click

from huiying.amendment import Amendment
from huiying.commands import amending


@click.command()
@amending.shared
@click.option("--alternative", help="请读者改看的记录，写地址，如 rumours/20260312-tingshui。")
@click.option("--privacy", is_flag=True, help="因个人信息或保密而撤回：原文、新文也不再公开。")
def command(
    address: str,
    note: str,
    org: str | None,
    at: datetime | None,
    config_file: Path,
    lang: str,
    alternative: str | None,
    privacy: bool,
) -> None:
    """撤回已经公开的记录：网页还在，只留标题、撤回的时间和原因。

    ADDRESS 是记录的地址，如 rumours/20260312-tingshui。
    """
    erased = "yes" if privacy else None
    entry = amending.entry_of(note, org, at, alternative=alternative, erased=erased)

    def told(_: Amendment) -> dict[str, str]:
        return {"amend-done": "", "amend-privacy": ""} if privacy else {"amend-done": ""}

    amending.amend(config_file, address, lang, lambda desk: desk.withdraw(entry), told)
