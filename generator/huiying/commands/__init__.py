"""The command `huiying`: one file for each subcommand; parse, call, print.

Exit codes: 0 clean, 1 problems, 2 wrong use.
"""

import importlib
from typing import Any

import click

from huiying import __version__

COMMANDS = {
    "init": "init",
    "build": "build",
    "check": "check",
    "explain": "explain",
    "fmt": "fmt",
    "forms": "forms",
    "guide": "guide",
    "import": "import_",
    "new": "new",
    "schema": "schema",
    "serve": "serve",
}
"""Subcommands by name and the module of each, loaded only when called, as imports cost."""


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


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="huiying")
def main(**_: Any) -> None:
    """回应：把编辑写的 YAML 记录变成政府的回应与辟谣网站。"""
