"""`huiying due`: what is due and what is overdue, for the people who have to do it."""

import sys
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import click

from huiying import ics
from huiying.commands import options
from huiying.commands.reading import read_site
from huiying.commands.replacing import put_out
from huiying.duties import Duty, duties
from huiying.messages import sentence
from huiying.rules.time_order import written
from huiying.settings import Settings


@click.command()
@click.option("--days", type=click.IntRange(0, 3660), help="只列逾期的和几天内到期的。")
@click.option(
    "--ics",
    "calendar_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="另写成日历文件。",
)
@options.config_file
@options.now
@options.language
def command(
    days: int | None,
    calendar_file: Path | None,
    config_file: Path,
    now: datetime | None,
    lang: str,
) -> None:
    """列出要在时限内做的事，最急的在前：回应、发布会、答复来信、解读、承诺的更新、复核和补齐。

    一行一件：还剩多久、到期时间、事项、编号、标题，用制表符隔开。草稿也算；无法判定的列在最后。
    日历文件写 - 时写到屏幕。
    """
    site = read_site(config_file.resolve(), now)
    found = _within(duties(site.content.library, site.settings), days, site.settings)
    if calendar_file is not None:
        data = ics.calendar(
            _entries(found, site.settings, lang), sentence("due-calendar", {}, lang)
        )
        if str(calendar_file) == "-":
            sys.stdout.buffer.write(data)
            click.echo(_total(found, site.settings, lang), err=True)
            return
        put_out(calendar_file, data, ics.is_calendar, lang)
    for duty in found:
        click.echo(_row(duty, site.settings, lang))
    click.echo(_total(found, site.settings, lang), err=True)


def _within(found: Iterable[Duty], days: int | None, settings: Settings) -> list[Duty]:
    """Those due in so many days, and all whose limit nobody knows."""
    if days is None:
        return list(found)
    last = settings.now + timedelta(days=days)
    return [duty for duty in found if (until := duty.until(settings)) is None or until <= last]


def _row(duty: Duty, settings: Settings, language: str) -> str:
    until = duty.until(settings)
    at = written(duty.at, settings) if duty.at else "—"
    what = sentence(f"due.{duty.what}", {}, language)
    unsure = "" if duty.is_sure else sentence("due-unsure", {}, language)
    columns = (_left(until, settings, language) + unsure, at, what, duty.address, duty.title)
    return "\t".join(" ".join(column.split()) for column in columns)


def _left(until: datetime | None, settings: Settings, language: str) -> str:
    """How long is left or over, in the largest unit of which there are two."""
    if until is None:
        return sentence("due-left.unknown", {}, language)
    seconds = abs((until - settings.now).total_seconds())
    units = (("days", 86400), ("hours", 3600), ("minutes", 60))
    unit, size = next((each for each in units if seconds >= 2 * each[1]), units[-1])
    span = sentence(f"due-span.{unit}", {"count": str(int(seconds // size))}, language)
    case = "over" if until < settings.now else "left"
    return sentence(f"due-left.{case}", {"span": span}, language)


def _total(found: Sequence[Duty], settings: Settings, language: str) -> str:
    if not found:
        return sentence("due-none", {}, language)
    known = [until for duty in found if (until := duty.until(settings)) is not None]
    over = sum(until < settings.now for until in known)
    counts = {
        "total": len(found),
        "over": over,
        "left": len(known) - over,
        "unknown": len(found) - len(known),
    }
    return sentence("due-total", {name: str(count) for name, count in counts.items()}, language)


def _entries(found: Iterable[Duty], settings: Settings, language: str) -> Iterable[ics.Entry]:
    """What is due, as entries of a calendar; a limit that nobody knows has no day in it."""
    for duty in found:
        if duty.at is not None:
            what = sentence(f"due.{duty.what}", {}, language)
            host = settings.host or "huiying"
            yield ics.Entry(
                f"{duty.address}/{duty.what}@{host}",
                duty.at,
                f"{what}：{duty.title}" if language == "zh" else f"{what}: {duty.title}",
                settings.now,
                duty.address,
            )
