"""What is known of a tree: `State`, kept beside the target and never inside a tree.

In and out: one small file per tree, named by the inode of the tree's root, so that after the
exchange each state still belongs to its tree. A state that is missing, damaged or of another
tree reads as an empty one: then files are written again, none is trusted.
"""

# The system's own calls, by the names their manual pages have.

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from huiying.release.files import Entry
from huiying.render.output import digest

_FORMAT = 1  # of the file below; a state written in another format is never read


@dataclass(frozen=True, slots=True)
class State:
    """The files of a tree by path; `retained` are those kept for readers of the release before."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    retained: frozenset[str] = frozenset()


def load(book: Path, tree: Path) -> State:
    """Return the tree's state from the bookkeeping folder; an empty one in any doubt."""
    try:
        head, _, body = _file(book, tree).read_bytes().partition(b"\n")
    except OSError:
        return State()
    if head.decode("ascii", "replace") != digest(body):
        return State()
    data = json.loads(body)
    entries = {path: Entry(*values) for path, values in data["entries"].items()}
    return State(entries, frozenset(data["retained"]))


def save(book: Path, tree: Path, state: State) -> None:
    """Write the tree's state and return when it is on the disk.

    The files it tells of must be on the disk before: after a power cut a state may be missing,
    but may not promise bytes that were lost.
    """
    entries = {path: (e.digest, e.size, e.mtime_ns, e.inode) for path, e in state.entries.items()}
    body = json.dumps({"entries": entries, "retained": sorted(state.retained)}).encode()
    place = _file(book, tree)
    fresh = place.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(digest(body).encode() + b"\n" + body)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, place)


def forget_others(book: Path, *trees: Path) -> None:
    """Remove the states of trees that no longer exist."""
    known = {_file(book, tree).name for tree in trees if tree.exists()}
    for file in book.glob("state-*"):
        if file.name not in known:
            file.unlink()


def _file(book: Path, tree: Path) -> Path:
    """Return where the tree's state is kept; a tree that is not there has the number 0."""
    inode = os.lstat(tree).st_ino if os.path.lexists(tree) else 0
    return book / f"state-{_FORMAT}-{inode}.json"
