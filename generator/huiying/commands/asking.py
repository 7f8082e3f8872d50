"""Questions on a terminal, in plain words; each can be left for later by pressing Enter.

In: a form and the language of the talk. Out: answers that the reader accepts. Without a terminal
nothing is asked: what may be left for later is, what may not is wrong use.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from huiying.commands.answers import Choice, Form, choices_of, choose, near_choice
from huiying.messages import sentence
from huiying.records.field import Field, fields_of
from huiying.records.relation import Agencies

T = TypeVar("T")


def is_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks for the values of one form."""

    form: Form
    lang: str

    def say(self, name: str, /, **values: str) -> str:
        return sentence(name, values, self.lang)

    def value(self, item: Field) -> Any:
        """The value of a field; None where it is left for later."""
        label = item.label(self.form.language)
        if not is_terminal():
            if item.is_required:
                raise click.UsageError(self.say("new-missing", key=label))
            return None
        self._show(f"{label}：{item.help(self.lang)}", self.form.choices(item))

        def read(words: str) -> tuple[Any, str]:
            if not words:
                return None, self.say("new-ask.needed") if item.is_required else ""
            value = self.form.value(item, words)
            return value, self.form.fault(item, value, self.lang)

        return _until_right(read)

    def body(self) -> str | None:
        """The id of the first responsible body; None where it is left for later."""
        choices = list(choices_of(self.form.library, "organisation"))
        if not is_terminal() or not choices:
            return None
        key = next(item for item in fields_of(Agencies) if item.name == "first_responsible")
        self._show(key.label(self.form.language), choices)

        def read(words: str) -> tuple[str | None, str]:
            chosen = choose(choices, words)
            if not words or chosen is not None:
                return chosen, ""
            near = near_choice(choices, words)
            case = "new-ask.unknown-near" if near else "new-ask.unknown"
            return None, self.say(case, value=words[:40], near=near)

        return _until_right(read)

    def id(self, proposed: str, fault: Callable[[str], str]) -> str:
        """The id: the proposed one, or another that has no fault."""
        if not is_terminal():
            return proposed
        click.echo(f"\n{self.say('new-ask.id', id=proposed)}")

        def read(words: str) -> tuple[str, str]:
            return words or proposed, fault(words or proposed)

        return _until_right(read)

    def goes_on(self) -> bool:
        """Whether to write another one all the same; without a terminal, yes."""
        if not is_terminal():
            return True
        question = self.say("new-like.ask")
        return click.prompt(question, default="n", prompt_suffix=" ").strip().lower()[:1] == "y"

    def _show(self, question: str, choices: Sequence[Choice]) -> None:
        click.echo(f"\n{question}")
        for number, choice in enumerate(choices, 1):
            click.echo(f"  {number:2} {choice}")
        if choices:
            click.echo(self.say("new-ask.number"))


def _until_right(read: Callable[[str], tuple[T, str]]) -> T:
    """Ask until the answer has no fault."""
    while True:
        words = click.prompt(">", default="", show_default=False, prompt_suffix=" ")
        value, fault = read(words.strip())
        if not fault:
            return value
        click.echo(fault)
