"""Whether a record rests on a notice that the police have published.

In: a record's fields. Out: its 警情通报, with their paths. It yields no problem.
"""

from collections.abc import Iterator

from huiying.records.block import Source
from huiying.records.clarification import Clarification, Evidence
from huiying.records.common import Common

TYPE = "police_notice"


def grounds_of(fields: Common) -> Iterator[tuple[str, Source | Evidence]]:
    """Everything that a record names as its ground, with its path."""
    for number, source in enumerate(fields.sources):
        yield f"sources.{number}", source
    if isinstance(fields, Clarification):
        for number, evidence in enumerate(fields.evidence):
            yield f"evidence.{number}", evidence


def cites_notice(fields: Common) -> bool:
    """Whether one of them is a published notice of the police."""
    return any(ground.type == TYPE and ground.url for _, ground in grounds_of(fields))
