"""What the rules on review share: which records are asked, how heavily, how gates are named.

In: the library and settings. Out: records, levels, names. It yields nothing itself.
"""

from collections.abc import Iterable, Iterator

from huiying.library import Library, address
from huiying.problem import Level
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.values import BETWEEN
from huiying.records.vocabulary import GATE
from huiying.settings import Settings
from huiying.standing import is_review_due


def asked(library: Library, settings: Settings) -> Iterator[tuple[Record[Common], Level]]:
    """The approved records whose gates must hold, each with the level of what does not.

    What nobody has read yet is left out and only told, also while it waits for its time. Where
    readers have read it, nothing is released until it is signed anew.
    """
    for record in library.records.values():
        fields = record.fields
        if fields.status != "approved" or fields.disclosure != "active":
            continue
        if is_review_due(fields, settings):
            was_public = address(record.kind, record.id) in settings.released
            yield record, Level.ERROR if was_public else Level.NOTE


def named(gates: Iterable[str], language: str) -> str:
    """Gates by their terms, as a sentence lists them."""
    terms = (GATE.by_en[gate] for gate in gates)
    return BETWEEN[language].join(term.zh if language == "zh" else term.en for term in terms)
