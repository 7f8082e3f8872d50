"""Why a release cannot be made: `ReleaseRefused`, an operator's error with a sentence of its own.

In: the name of the sentence in `messages/` and the values that fill it. Out: an exception that
the doors turn into one line. It is never an editor's mistake (those are problems), and the
target is as it was whenever it is raised.
"""


class ReleaseRefused(Exception):
    """The target cannot take this release; `rule` names the sentence, `values` fill it."""

    def __init__(self, rule: str, **values: str) -> None:
        """Keep the rule's name and its values."""
        super().__init__(rule, values)
        self.rule = rule
        self.values = values

    def __str__(self) -> str:
        """Return one line for logs; editors read the catalogue's sentence."""
        return f"{self.rule}: " + ", ".join(f"{k}={v}" for k, v in self.values.items())
