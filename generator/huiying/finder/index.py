"""The files of the index, read as they are needed: `theme/finder/index.js` does the same.

In: a way to read the files below `finder/`. Out: what the index says of a gram, and the documents.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from huiying.finder.folding import fold
from huiying.finder.grams import print_of, shard_of
from huiying.finder.prior import Prior
from huiying.finder.segment import read_postings, read_shard

Read: TypeAlias = Callable[[str], bytes]
"""The bytes of a file by its path below `finder/`."""
Place: TypeAlias = tuple[int, int]
"""(segment, number) of a record; the recent ones are in the last segment. Greater is newer."""


@dataclass(slots=True)
class Lookup:
    """What the index says of one gram: in how many records, and units with levels by segment."""

    count: int = 0
    postings: list[list[tuple[int, int]]] = field(default_factory=list)
    is_long: bool = False


class Index:
    """The files of the index, read as they are needed, each once."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.manifest = json.loads(read("manifest.json"))
        self.segments = self.manifest["segments"]
        recent = json.loads(read(self.manifest["recent"]))
        self.recent = [(document, units_of(document)) for document in recent]
        self.records = len(recent) + sum(each["documents"] for each in self.segments)
        priors = [json.loads(read(f"{each['folder']}/prior.json")) for each in self.segments]
        sizes = [each["documents"] for each in self.segments]
        self.prior = Prior(list(zip(sizes, priors, strict=True)))
        self.shards: dict[str, dict[int, tuple[int, bytes, int]]] = {}
        self.in_recent: dict[str, int] = {}

    def look_up(self, gram: str) -> Lookup:
        """All that the segments say of a gram; of the recent records only how many have it."""
        found = Lookup(self.recently(gram))
        for segment in self.segments:
            count, postings, chunks = self._entry(segment, gram)
            found.count += count
            found.is_long = found.is_long or chunks > 0
            found.postings.append(list(read_postings(postings)))
        return found

    def recently(self, gram: str) -> int:
        """How many of the recent records have a gram."""
        if gram not in self.in_recent:
            having = (any(gram in unit for unit in units) for _, units in self.recent)
            self.in_recent[gram] = sum(having)
        return self.in_recent[gram]

    def read_on(self, gram: str, lookup: Lookup, chunk: int) -> bool:
        """Read postings of a gram that stands in so many that they have own files, newest first.

        Whether there was such a file in any segment.
        """
        has_read = False
        for number, segment in enumerate(self.segments):
            _, _, chunks = self._entry(segment, gram)
            if chunk < chunks:
                shard = shard_of(gram, segment["shards"])
                path = f"{segment['folder']}/l/{shard}-{print_of(gram)}-{chunk}.bin"
                lookup.postings[number] += read_postings(self.read(path))
                has_read = True
        return has_read

    def _entry(self, segment: dict[str, Any], gram: str) -> tuple[int, bytes, int]:
        path = f"{segment['folder']}/s/{shard_of(gram, segment['shards'])}.bin"
        if path not in self.shards:
            self.shards[path] = {
                print: (count, postings, chunks)
                for print, count, postings, chunks in read_shard(self.read(path))
            }
        return self.shards[path].get(print_of(gram), (0, b"", 0))

    def document(self, place: Place) -> dict[str, Any] | None:
        """What is shown of a record; None for one that the next merge will drop."""
        segment, number = place
        if segment == len(self.segments):
            recent: dict[str, Any] = self.recent[number][0]
            return recent
        told = self.segments[segment]
        if number in told["gone"]:
            return None
        found: dict[str, Any] = json.loads(self.read(f"{told['folder']}/d/{number}.json"))
        return found


def units_of(document: dict[str, Any]) -> list[str]:
    """The folded body with the title, title, and forms of a record."""
    forms = [fold(form) for form in document.get("forms", ())]
    return [fold(f"{document['title']}\n{document['text']}"), fold(document["title"]), *forms]
