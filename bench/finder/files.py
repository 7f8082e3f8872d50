"""An index of made-up records on disk, as a build writes it, and how much of it a question reads.

In: entries and a folder. Out: the files below `<folder>/finder/`, and what it took. `Meter` counts
as a web server sends: text compressed with gzip at nginx's level, other files as they are. Heads of
answers are not in it; `browser` counts those.
"""

import gzip
import json
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.finder.made import NOW
from huiying.finder.entry import Entry
from huiying.finder.guard import known_places
from huiying.finder.tiers import FOLDER, index
from huiying.render.output import Output

GZIP_LEVEL = 5
"""As in docs/recipes/nginx.conf."""
BLOCK = 4096


class Nothing:
    """The tree of a first build."""

    def read(self, path: str) -> bytes | None:
        return None

    def below(self, folder: str) -> Collection[str]:
        return ()

    def keep(self, path: str) -> None:
        raise AssertionError(path)


@dataclass(frozen=True, slots=True)
class Cost:
    """What making an index took: seconds of wall and of user CPU, and what it takes on disk.

    `size`: bytes in its files; `blocks`: bytes of the blocks of 4 KB that those fill.
    """

    wall_s: float
    user_s: float
    size: int
    blocks: int
    files: int


def write(entries: Sequence[Entry], folder: Path) -> Cost:
    """The index of these entries, oldest first, in `folder`."""
    begin, user = time.perf_counter(), time.process_time()
    for output in index(entries, NOW, known_places(), Nothing()):
        _put(folder, output)
    wall_s, user_s = time.perf_counter() - begin, time.process_time() - user
    return Cost(wall_s, user_s, *measured(folder / FOLDER))


def _put(folder: Path, output: Output) -> None:
    path = folder / output.path
    try:
        path.write_bytes(output.data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)


def measured(folder: Path) -> tuple[int, int, int]:
    """(bytes, bytes of their blocks, files) below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(sizes), sum(-(-size // BLOCK) * BLOCK for size in sizes), len(sizes)


@dataclass(slots=True)
class Meter:
    """Reads the files of an index and counts; `seen` is what a browser has already."""

    folder: Path
    seen: set[str] = field(default_factory=set)
    bytes: int = 0
    requests: int = 0

    def read(self, path: str) -> bytes:
        data = (self.folder / FOLDER / path).read_bytes()
        if path not in self.seen:
            self.seen.add(path)
            self.bytes += len(data) if path.endswith(".bin") else len(zipped(data))
            self.requests += 1
        return data


def zipped(data: bytes) -> bytes:
    return gzip.compress(data, GZIP_LEVEL, mtime=0)


def manifest(folder: Path) -> dict:
    """The manifest of an index."""
    found: dict = json.loads((folder / FOLDER / "manifest.json").read_bytes())
    return found


def reader(folder: Path) -> Callable[[str], bytes]:
    """Reads files of the index in `folder`."""
    return lambda path: (folder / FOLDER / path).read_bytes()
