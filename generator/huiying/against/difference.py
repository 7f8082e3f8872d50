"""One difference from what was published that should not be: `Difference`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from huiying.manifest import Entry
from huiying.records.history import NEVER_MINOR

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


def is_announced(before: Entry, after: Entry, key: str) -> bool:
    """Whether the history tells of a change under a key that it did not tell of before.

    A slip of the pen tells of the keys that it names, and of none for which a record stands.
    """
    small = frozenset({key}) - NEVER_MINOR
    told = (note for note in after.history[len(before.history) :] if note.type in ANNOUNCING)
    return any(note.minor is None or small.intersection(note.minor) for note in told)


def has_slip(before: Entry, after: Entry) -> bool:
    """Whether the history tells of a slip of the pen that it did not tell of before."""
    return any(note.minor is not None for note in after.history[len(before.history) :])


def page(address: str) -> str:
    """The file that answers at a record's address."""
    return f"{address}/index.html"
