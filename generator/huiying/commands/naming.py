"""What a new record is called: its kind, its id, who has that id already, where the file goes.

In: words of an editor and the site as it is. Out: an id, a place, or the sentence that says why an
id cannot be.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from itertools import count
from pathlib import Path

import click

from huiying import console
from huiying.build import Site
from huiying.library import address
from huiying.messages import sentence
from huiying.problem import Mark
from huiying.proposal import propose_id, propose_word
from huiying.records import ID, KINDS, REGISTERS, Kind, Register, is_dated_id


def subject_of(word: str, lang: str) -> Kind | Register:
    """The kind or register of that name, in whatever way it is named."""
    known: dict[str, Kind | Register] = {}
    for register in REGISTERS:
        words = (register.plural, register.url_word, register.name, register.zh)
        known.update(dict.fromkeys(filter(None, words), register))
    for kind in KINDS:
        word_s = kind.url_word.rstrip("s")
        known.update(dict.fromkeys((kind.folder, kind.url_word, word_s, kind.name, kind.zh), kind))
    word = word.strip().lower()
    if word in known:
        return known[word]
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    shown = [each.zh if lang == "zh" else each.name for each in (*KINDS, *REGISTERS)]
    values = {"word": word[:40], "near": "".join(near), "known": "、".join(shown)}
    raise click.UsageError(sentence("new-kind.near" if near else "new-kind", values, lang))


def path_of(subject: Kind | Register, id: str) -> str:
    """Where a record, or an entry of a register, stands below content/."""
    if isinstance(subject, Register):
        return subject.file
    year = f"{id[:4]}/" if subject.model.dated else ""
    return f"{subject.folder}/{year}{id}.yml"


@dataclass(frozen=True)
class Naming:
    """The ids of one kind or register."""

    subject: Kind | Register
    site: Site
    lang: str

    def propose(self, title: str) -> str:
        """An id that is not taken; of an entry that has no title, a year."""
        day = self.site.settings.now.astimezone(self.site.settings.zone).date()
        if isinstance(self.subject, Register) and title:
            return propose_word(title, self.taken, self.subject.name)
        if isinstance(self.subject, Register):
            return next(id for id in map(str, count(day.year)) if id not in self.taken)
        on = day if self.subject.model.dated else None
        return propose_id(title, on, self.taken, self.subject.name)

    def fault(self, id: str, proposed: str) -> str:
        """Why an id cannot be, or "": its form, or who has it already."""
        if id in self.taken:
            mark = self.taken[id]
            other = replace(mark, file=console.way(self.site.root, mark.file))
            values = {"id": id, "other": str(other), "near": proposed}
            return sentence("new-taken", values, self.lang)
        is_dated = isinstance(self.subject, Kind) and self.subject.model.dated
        if is_dated_id(id) if is_dated else ID.match(id):
            return ""
        return sentence("id-form.dated" if is_dated else "id-form", {"id": id[:80]}, self.lang)

    @cached_property
    def taken(self) -> Mapping[str, Mark]:
        """The ids that there are, also of what cannot be read, and where each stands."""
        library = self.site.content.library
        if isinstance(self.subject, Register):
            name = self.subject.name
            base = Path(os.path.relpath(self.site.folder, self.site.root)).as_posix()
            broken = library.unreadable_entries.get(name, frozenset())
            found = dict.fromkeys(broken, Mark(f"{base}/{self.subject.file}"))
            entries = library.registers.get(name, {})
            return found | {id: entry.mark(id) for id, entry in entries.items()}
        start = address(self.subject, "")
        places = {place: Mark(file) for place, file in library.unreadable.items()}
        places |= {place: record.mark() for place, record in library.records.items()}
        return {
            place.removeprefix(start): mark
            for place, mark in places.items()
            if place.startswith(start)
        }
