"""One difference from what was published that should not be: `Difference`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from huiying.manifest import Entry

Entries = Mapping[str, Entry]
"""What each public record says, by address."""
ANNOUNCING = frozenset({"updated", "corrected", "clarified", "withdrawn", "restored"})
"""Types of history entries that tell readers that the text has changed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A fault of one record: `path` leads to the value in it, `values` fill the sentence."""

    rule: str
    address: str
    case: str = ""
    path: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def is_announced(before: Entry, after: Entry) -> bool:
    """Whether the history tells of a change that it did not tell of before."""
    return any(note.type in ANNOUNCING for note in after.history[len(before.history) :])


def page(address: str) -> str:
    """The file that answers at a record's address."""
    return f"{address}/index.html"
