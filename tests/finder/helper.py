"""A finder's index in memory, over records of a few words."""

from collections.abc import Collection, Mapping
from typing import Any

from huiying.finder.entry import Entry
from huiying.render.output import Output


def entry(address: str, title: str, text: str = "", *forms: str, on: str = "2026-03-12") -> Entry:
    """A record as the finder sees it."""
    shown: dict[str, Any] = {"address": address, "kind": "clarification", "title": title}
    shown |= {"published": on, "text": text}
    return Entry(address, shown | ({"forms": list(forms)} if forms else {}))


class Memory:
    """A tree in memory: what was written, and of it what is wanted again."""

    def __init__(self, files: Mapping[str, bytes] | None = None) -> None:
        self.files = dict(files or {})
        self.kept: set[str] = set()

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def below(self, folder: str) -> Collection[str]:
        return [path for path in self.files if path.startswith(f"{folder}/")]

    def keep(self, path: str) -> None:
        self.kept.add(path)

    def after(self, outputs: Collection[Output]) -> "Memory":
        """The tree that a build leaves: what it wrote and what it kept."""
        kept = {path: self.files[path] for path in self.kept}
        return Memory(kept | {output.path: output.data for output in outputs})
