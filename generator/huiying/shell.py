"""A page's shell: drawn once by the theme, split at its slots, filled many times.

In: the HTML of a shell page with its two slots. Out: whole pages by one join. It knows nothing of
records and draws nothing itself.
"""

from dataclasses import dataclass

HEAD_SLOT = "<!--huiying:head-->"
BODY_SLOT = "<!--huiying:body-->"


class SlotError(Exception):
    """A shell whose slots are not there exactly once each, in order: the theme is at fault."""


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands before, between and after the slots."""

    before: str
    between: str
    after: str


def split(html: str) -> Shell:
    """The parts of a drawn shell; fails when a slot is missing or was drawn twice."""
    for slot in (HEAD_SLOT, BODY_SLOT):
        if html.count(slot) != 1:
            raise SlotError(f"slot {slot} stands {html.count(slot)} times in a shell, not once")
    before, rest = html.split(HEAD_SLOT)
    if BODY_SLOT not in rest:
        raise SlotError("the body slot stands before the head slot")
    between, after = rest.split(BODY_SLOT)
    return Shell(before, between, after)


def fill(shell: Shell, head: str, body: str) -> str:
    """The whole page."""
    return "".join((shell.before, head, shell.between, body, shell.after))
