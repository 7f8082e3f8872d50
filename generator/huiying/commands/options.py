"""Options that several subcommands share, each declared once."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def instant(context: click.Context, option: click.Parameter, value: str | None) -> datetime | None:
    """`--now` as a moment; without an offset it is in the site's zone."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    # Near the ends of the calendar no other zone and no deadline can be reckoned.
    if moment is None or not 1970 <= moment.year < 9000:
        raise click.BadParameter("请写成 2026-03-12T09:40 这样的时间。")
    return moment


def config_file(command: Command) -> Command:
    """`-f`: the site's mkdocs.yml."""
    return click.option(
        "-f",
        "--config-file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        default=Path("mkdocs.yml"),
        show_default=True,
        help="网站的 mkdocs.yml。",
    )(command)


def now(command: Command) -> Command:
    """`--now`: the instant at which the site is seen."""
    return click.option(
        "--now", callback=instant, help="以这个时间为“现在”，如 2026-03-12T09:40。"
    )(command)


def strict(command: Command) -> Command:
    """`--strict`: warnings stop as errors do."""
    return click.option("--strict", is_flag=True, help="警告也算错误。")(command)


LANG = "huiying.lang"
"""Under this key all commands of one call know the language."""


def _remember(context: click.Context, option: click.Parameter, value: str) -> str:
    context.meta[LANG] = value
    return value


def language(command: Command) -> Command:
    """`--lang`: in which language sentences are printed."""
    return click.option(
        "--lang",
        callback=_remember,
        type=click.Choice(["zh", "en"]),
        default="zh",
        show_default=True,
        help="提示用哪种语言。",
    )(command)


def workers(command: Command) -> Command:
    """`--workers`: how many processes render; never changes a byte."""
    return click.option(
        "--workers", type=click.IntRange(1), default=os.cpu_count(), help="用几个进程。"
    )(command)
