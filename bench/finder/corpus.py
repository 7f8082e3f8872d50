"""The real messages that the finder is measured on, and an index over them that can forget.

The texts stay where they are, in the shared data: nothing here writes one down. `Whole` is an
index held in memory, equal to the one in files, that leaves out what a measurement has to hide: the
record that a message belongs to, or the message itself among the forms seen.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from huiying.finder.confidence import constants
from huiying.finder.entry import Entry
from huiying.finder.folding import fold
from huiying.finder.guard import known_places
from huiying.finder.index import Index, Lookup, Place
from huiying.finder.segment import SLOTS, merge

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "text"
NEAR = 0.5
"""Share of common triples from which two messages are the same text."""


def lines(name: str) -> list[dict[str, Any]]:
    """The values of a file with one JSON value a line."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line]


def entry(address: str, text: str, forms: Sequence[str] = (), title: str = "") -> Entry:
    """A record of the index."""
    shown = {"address": address, "kind": "clarification", "title": title, "text": text}
    return Entry(address, shown | ({"forms": list(forms)} if forms else {}))


def files_of(entries: Sequence[Entry]) -> dict[str, bytes]:
    """An index of one segment, by path."""
    segment = merge(entries)
    told = {
        "folder": segment.folder,
        "documents": len(entries),
        "shards": segment.shards,
        "gone": [],
    }
    manifest = {
        "segments": [told],
        "recent": "recent.json",
        "confidence": constants() | {"places": known_places()},
    }
    return segment.files | {
        "recent.json": b"[]",
        "manifest.json": json.dumps(manifest, ensure_ascii=False).encode(),
    }


class Whole(Index):
    """An index that can hide records and forms from one query to the next."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__(files_of(entries).__getitem__)
        self.entries = entries
        self.texts = [entry.units for entry in entries]
        self.hidden: frozenset[int] = frozenset()
        self.said: frozenset[str] = frozenset()
        self.cache: dict[str, Lookup] = {}

    def hide(self, addresses: Collection[str] = (), forms: Iterable[str] = ()) -> None:
        """From now on these records are not there, and nowhere these folded forms."""
        self.hidden = frozenset(
            number for number, entry in enumerate(self.entries) if entry.address in addresses
        )
        self.said = frozenset(forms)

    def look_up(self, gram: str) -> Lookup:
        if gram not in self.cache:
            self.cache[gram] = super().look_up(gram)
        known = self.cache[gram]
        found = Lookup(known.count, [[]], known.is_long)
        gone = set()
        for unit, level in known.postings[0]:
            number, slot = divmod(unit, SLOTS)
            if number in self.hidden or (slot > 1 and self._only_hidden(number, slot, gram)):
                gone.add(number)
            else:
                found.postings[0].append((unit, level))
        left = {unit // SLOTS for unit, _ in found.postings[0]}
        found.count -= len(gone - left)
        return found

    def _only_hidden(self, number: int, slot: int, gram: str) -> bool:
        forms = self.texts[number][2:3] if slot == 2 else self.texts[number][3:]
        return all(gram not in form or form in self.said for form in forms)

    def document(self, place: Place) -> dict[str, Any] | None:
        shown = self.entries[place[1]].shown
        if not self.said or "forms" not in shown:
            return shown
        return shown | {"forms": [form for form in shown["forms"] if fold(form) not in self.said]}


def likeness(a: str, b: str) -> float:
    """The share of triples that two folded texts have in common."""
    first, second = ({text[at : at + 3] for at in range(len(text) - 2)} for text in (a, b))
    return len(first & second) / max(1, len(first | second))
