"""What the rules on review share: which records are asked, how heavily, how gates are named.

In: the library and settings. Out: records, levels, names. It yields nothing itself.
"""

from collections.abc import Iterable, Iterator, Mapping

from huiying.digest import content_digest, read_line
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


def changes(
    record: Record[Common], signed: Mapping[str, str | None], library: Library
) -> dict[tuple[str, str], list[str]]:
    """Whose signature or confirmation each change undid, by (key, case).

    `signed`: by name the line with the digests of single fields, as it was written then. An empty
    key is the whole record: of another one (`elsewhere`), or nobody knows what changed (`whole`).
    """
    now = content_digest(record, library)
    found: dict[tuple[str, str], list[str]] = {}
    for name, line in signed.items():
        before = read_line(line or "")
        keys = now.changed_since(before) if before else ()
        changed = [(key, "" if key in now.fields else "gone") for key in keys]
        for change in changed or [("", "elsewhere" if before else "whole")]:
            found.setdefault(change, []).append(name)
    return found


def named(gates: Iterable[str], language: str) -> str:
    """Gates by their terms, as a sentence lists them."""
    terms = (GATE.by_en[gate] for gate in gates)
    return BETWEEN[language].join(term.zh if language == "zh" else term.en for term in terms)
