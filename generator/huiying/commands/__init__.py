"""The command `huiying`: one file for each subcommand; parse, call, print.

Exit codes: 0 clean, 1 problems, 2 wrong use.
"""

import errno
import importlib
import io
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from difflib import get_close_matches
from typing import Any

import click

from huiying import __version__
from huiying.commands.options import LANG
from huiying.commands.wording import chinese, language_of
from huiying.messages import sentence
from huiying.origin import Unreadable

COMMANDS = {
    "init": "init",
    "build": "build",
    "chart": "chart",
    "check": "check",
    "confirm": "confirm",
    "correct": "correct",
    "due": "due",
    "explain": "explain",
    "export": "export",
    "find": "find",
    "fmt": "fmt",
    "forms": "forms",
    "guide": "guide",
    "import": "import_",
    "lint-html": "lint_html",
    "new": "new",
    "next": "next",
    "publish": "publish",
    "restore": "restore",
    "schema": "schema",
    "serve": "serve",
    "sign": "sign",
    "verify": "verify",
    "withdraw": "withdraw",
}
"""Subcommands by name and the module of each, loaded only when called, as imports cost."""


DISK = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.EEXIST: "taken",
    errno.EISDIR: "taken",
    errno.ENOTDIR: "taken",
    errno.ENAMETOOLONG: "long",
}
"""What a disk refuses, as a case of the sentence `disk`; all else is a bug of ours."""


class Lazy(click.Group):
    """A group that loads a subcommand when it is asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"huiying.commands.{COMMANDS[name]}")
        command: click.Command = module.command
        return command

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Run a command line, in the language that it asks for, on any terminal."""
        _soften_streams()
        words = list(sys.argv[1:] if args is None else args)
        with nullcontext() if language_of(words) == "en" else chinese():
            return super().main(words, *rest, **extra)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand; one that is none is told with the nearest, or all there are."""
        name, lang = args[0], language_of(args)
        if name not in COMMANDS and name[:1] not in "-/":
            near = get_close_matches(name.lower(), COMMANDS, n=1)
            known = ("、" if lang == "zh" else ", ").join(COMMANDS)
            values = {"name": name[:40], "near": "".join(near), "known": known}
            context.fail(sentence("no-command.near" if near else "no-command", values, lang))
        return super().resolve_command(context, args)

    def invoke(self, context: click.Context) -> Any:
        """Run the subcommand; what the disk or another place refuses is told in a sentence."""
        try:
            return super().invoke(context)
        except Unreadable as error:
            click.echo(sentence(error.rule, error.values, context.meta.get(LANG, "zh")), err=True)
            sys.exit(1)
        except OSError as error:
            if error.errno not in DISK:
                raise
            values = {"file": str(error.filename or "")}
            lang = context.meta.get(LANG, "zh")
            click.echo(sentence(f"disk.{DISK[error.errno]}", values, lang), err=True)
            sys.exit(1)


def _soften_streams() -> None:
    """Let what a terminal cannot show appear as an escape: a problem that is lost helps nobody."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__, prog_name="huiying", message="%(prog)s %(version)s", help="显示版本。"
)
def main(**_: Any) -> None:
    """回应：把编辑写的 YAML 记录变成政府的回应与辟谣网站。"""
