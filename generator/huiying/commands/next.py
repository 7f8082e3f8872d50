"""`huiying next`: what the site will show by itself and when, and when the next build is needed."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from huiying.commands import options
from huiying.commands.reading import read_site
from huiying.messages import sentence
from huiying.rules.time_order import written
from huiying.settings import Settings
from huiying.upcoming import Upcoming, upcoming


@click.command()
@click.option("--days", type=click.IntRange(0, 3660), help="只列几天内的。")
@options.config_file
@options.now
@options.language
def command(days: int | None, config_file: Path, now: datetime | None, lang: str) -> None:
    """列出到时间会自己变的内容，最早的在前：待发布的记录、更新和更正、到期、横幅、发布会和征集。

    一行一件：时间、变化、编号、标题，用制表符隔开。最后说下一次什么时候要构建。
    """
    site = read_site(config_file.resolve(), now)
    settings = site.settings
    found = upcoming(site.content.library, settings)
    if days is not None:
        found = [each for each in found if each.at <= settings.now + timedelta(days=days)]
    for change in found:
        click.echo(_row(change, settings, lang))
    click.echo(_total(found, settings, lang), err=True)


def _row(change: Upcoming, settings: Settings, language: str) -> str:
    what = sentence(f"next.{change.what}", {}, language)
    columns = (written(change.at, settings), what, change.address, change.title)
    return "\t".join(" ".join(column.split()) for column in columns)


def _total(found: list[Upcoming], settings: Settings, language: str) -> str:
    due = [change.at for change in found if change.needs_build]
    if not due:
        return sentence("next-none", {}, language)
    values = {"total": str(len(found)), "at": due[0].isoformat(timespec="seconds")}
    return sentence("next-total", values, language)
