"""`huiying correct ADDRESS`: a wording that was wrong is changed, and the public told."""

from datetime import datetime
from pathlib import Path

import click

from huiying.amendment import Amendment
from huiying.commands import amending


@click.command()
@amending.shared
@click.option("--before", required=True, help="错的说法，照文件里的写；只能出现一次。")
@click.option("--after", required=True, help="改正后的说法。")
@click.option("--ref", help="有关的文号或记录。")
@click.option("--minor", is_flag=True, help="只是错字或标点，意思没有变。")
def command(
    address: str,
    note: str,
    org: str | None,
    at: datetime | None,
    config_file: Path,
    lang: str,
    before: str,
    after: str,
    ref: str | None,
    minor: bool,
) -> None:
    """更正已经公开的记录：把错的说法换成对的，并写下公开的变更记录。

    ADDRESS 是记录的地址，如 rumours/20260312-tingshui。文件里已经改好的，只写变更记录。
    """
    entry = amending.entry_of(note, org, at, ref=ref, minor="yes" if minor else None)

    def told(amendment: Amendment) -> dict[str, str]:
        key = "amend-corrected" if amendment.is_reworded else "amend-noted"
        return {key: "、".join(amendment.fields)}

    amending.amend(
        config_file, address, lang, lambda desk: desk.correct(before, after, entry), told
    )
