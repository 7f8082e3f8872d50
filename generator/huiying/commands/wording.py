"""The words of click in the editor's language.

Click asks `gettext` for each of its words, by a name in its own modules, and brings no translation.
A catalogue of `gettext` would be a compiled file, found by the environment of each machine: so
those names are lent our table while a command runs.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

from huiying.messages.click_zh import WORDS

MODULES = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.termui,
    click.types,
)


def language_of(words: Sequence[str]) -> str:
    """The language that a command line asks for; also where it cannot be understood otherwise."""
    for word, after in zip(words, [*words, ""][1:], strict=True):
        if word == "--lang=en" or (word, after) == ("--lang", "en"):
            return "en"
    return "zh"


@contextmanager
def chinese() -> Iterator[None]:
    """Within it click speaks Chinese."""
    ours = {"_": _one, "ngettext": _one_or_many}
    before = [
        (module, name, getattr(module, name))
        for module in MODULES
        for name in ours
        if hasattr(module, name)
    ]
    try:
        for module, name, _ in before:
            setattr(module, name, ours[name])
        yield
    finally:
        for module, name, original in before:
            setattr(module, name, original)


def _one(words: str) -> str:
    return WORDS.get(words, words)


def _one_or_many(one: str, many: str, count: int) -> str:
    return _one(one if count == 1 else many)
