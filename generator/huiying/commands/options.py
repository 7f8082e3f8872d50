"""Options that several subcommands share, each declared once."""

import os
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from huiying import console
from huiying.messages import sentence
from huiying.records.dates import read_moment
from huiying.records.values import BETWEEN, OneOf
from huiying.records.vocabulary import Vocabulary

Command = TypeVar("Command", bound=Callable[..., Any])


def instant(context: click.Context, option: click.Parameter, value: str | None) -> datetime | None:
    """`--now` as a moment, written as in a record; without an offset it is in the site's zone."""
    if value is None:
        return None
    moment: datetime | None
    text = re.sub(r"(?<=\d)[Tt](?=\d)", " ", value.strip())
    try:
        written = read_moment(text)
        moment = datetime.fromisoformat(f"{written.local.isoformat()}{written.offset}")
    except ValueError:  # a day stands for its beginning
        moment = _day(value)
    # Near the ends of the calendar no other zone and no deadline can be reckoned.
    if moment is None or not 1970 <= moment.year < 9000:
        lang = context.meta.get(LANG, "zh")
        raise click.BadParameter(sentence("instant", {"value": value[:40]}, lang))
    return moment


def _day(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def term(vocabulary: Vocabulary) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """A word, or several, as terms of that vocabulary: by their canonical names."""
    choice = OneOf(vocabulary)

    def canonical(context: click.Context, text: str) -> str:
        found = choice.find(text.strip(), "zh") or choice.find(text.strip(), "en")
        if found is None:
            lang = context.meta.get(LANG, "zh")
            allowed = BETWEEN[lang].join(
                each.zh if lang == "zh" else each.en for each in vocabulary
            )
            values = {"value": text[:40], "allowed": allowed}
            raise WrongUse(sentence("sign-choice", values, lang))
        return found.en

    def read(context: click.Context, option: click.Parameter, value: Any) -> Any:
        if isinstance(value, str):
            return canonical(context, value)
        return tuple(dict.fromkeys(canonical(context, text) for text in value))

    return read


CONFIG = "mkdocs.yml"
LANG = "huiying.lang"
"""Under this key all commands of one call know the language."""


class WrongUse(click.ClickException):
    """Wrong use that the way to use the command would not explain: told in its one sentence."""

    exit_code = 2


def _site_file(context: click.Context, option: click.Parameter, path: Path) -> Path:
    """A site's mkdocs.yml, named itself or by its folder."""
    if path.is_dir():
        path /= CONFIG
    if not path.is_file():
        case = "no-config" if path == Path(CONFIG) else "no-config.named"
        lang = context.meta.get(LANG, "zh")
        raise WrongUse(sentence(case, {"file": str(path)}, lang))
    return path


def config_file(command: Command) -> Command:
    """`-f`: the site's mkdocs.yml."""
    return click.option(
        "-f",
        "--config-file",
        type=click.Path(path_type=Path),
        callback=_site_file,
        default=CONFIG,
        show_default=True,
        help="网站的 mkdocs.yml。",
    )(command)


def now(command: Command) -> Command:
    """`--now`: the instant at which the site is seen."""
    return click.option(
        "--now", callback=instant, help="以这个时间为“现在”，如 2026-03-12T09:40。"
    )(command)


def against(command: Command) -> Command:
    """`--against`: where what was published before can be read."""
    return click.option(
        "--against",
        default="",
        metavar="PLACE",
        help="和已发布的网站比较：它的文件夹、manifest.json 或网址。",
    )(command)


def strict(command: Command) -> Command:
    """`--strict`: warnings stop as errors do."""
    return click.option("--strict", is_flag=True, help="警告也算错误。")(command)


def _remember(context: click.Context, option: click.Parameter, value: str) -> str:
    context.meta[LANG] = value
    return value


def language(command: Command) -> Command:
    """`--lang`: in which language sentences are printed."""
    return click.option(
        "--lang",
        callback=_remember,
        is_eager=True,
        type=click.Choice(["zh", "en"]),
        default="zh",
        show_default=True,
        help="提示用哪种语言。",
    )(command)


def form(command: Command) -> Command:
    """`--format`: how problems are written."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(list(console.FORMATS)),
        default="text",
        show_default=True,
        help="用哪种格式写出来；查到什么与格式无关。",
    )(command)


def workers(command: Command) -> Command:
    """`--workers`: how many processes render; never changes a byte."""
    return click.option(
        "--workers", type=click.IntRange(1), default=os.cpu_count(), help="用几个进程。"
    )(command)
