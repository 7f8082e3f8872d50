"""What was found in a text: `Finding`, and how it may be shown.

In: nothing. Out: one value and its masks. A finding's `value` never leaves the process; only
`shown` stands in messages.
"""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "identity",
    "old-identity",
    "mobile",
    "card",
    "plate",
    "email",
    "door",
    "source",
    "minor",
    "whistle-blower",
    "name",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of personal data. `value`: folded, without separators; `shown`: masked."""

    kind: Kind
    value: str
    shown: str

    @property
    def digest(self) -> str:
        """Tells the value from others without saying it."""
        return blake2b(self.value.encode(), digest_size=10).hexdigest()


def mask(value: str, first: int, last: int) -> str:
    """A value with all but its first and last signs starred; short ones keep fewer."""
    first, last = min(first, len(value) // 3), min(last, len(value) // 3 + 1)
    return value[:first] + "*" * (len(value) - first - last) + value[len(value) - last :]
