"""The words of click in the editor's language.

Click asks `gettext` for each of its words, by a name in its own modules, and brings no translation.
A catalogue of `gettext` would be a compiled file, found by the environment of each machine: so
those names are lent our table while a command runs.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

from huiying.messages.click_zh import LABELS, WORDS

MODULES = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.termui,
    click.types,
)

LABELLED: tuple[tuple[Any, str], ...] = (
    (click.core.Command, "collect_usage_pieces"),
    (click.core.Group, "collect_usage_pieces"),
    (click.core.Option, "make_metavar"),
)
"""Methods that give the labels of a usage line and of options, which click does not ask for."""


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
    before += [(owner, name, getattr(owner, name)) for owner, name in LABELLED]
    try:
        for module, name, _ in before[: -len(LABELLED)]:
            setattr(module, name, ours[name])
        for owner, name, original in before[-len(LABELLED) :]:
            setattr(owner, name, _labelled(original))
        yield
    finally:
        for module, name, original in before:
            setattr(module, name, original)


def _labelled(original: Callable[..., Any]) -> Callable[..., Any]:
    """The same method, whose labels (one, or a list of them) are Chinese."""

    def method(*words: Any, **more: Any) -> Any:
        found = original(*words, **more)
        if isinstance(found, str):
            return LABELS.get(found, found)
        return [LABELS.get(each, each) for each in found]

    return method


def _one(words: str) -> str:
    return WORDS.get(words, words)


def _one_or_many(one: str, many: str, count: int) -> str:
    return _one(one if count == 1 else many)
