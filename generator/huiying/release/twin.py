"""The twin of a released tree: `open_twin` prepares it, `Twin.switch` puts it in the site's place.

In: outputs, or what worker processes wrote with `write_file`. Out: a target folder that readers
see whole, old or new. It renders nothing and decides nothing about content; until `switch` it
changes no byte of the target, and a build that dies at any moment leaves nothing to clean.
"""

# Plain strings where there is one per file (see files.py).

import os
import re
import secrets
import shutil
from collections.abc import Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from huiying.release import state
from huiying.release.exchange import exchange, parked, restore, sync, sync_folder
from huiying.release.files import Entry, drop_empty, link_file, remove, walk, write_file
from huiying.release.lock import hold
from huiying.release.refusal import ReleaseRefused
from huiying.release.state import State
from huiying.render.output import Output, digest

PREVIEW_MARKER = ".huiying-preview"

# A hash of eight or more hex digits before the suffix: `main.0a1b2c3d.min.css`, `0a1b2c3d.woff2`.
_HASHED_ASSET = re.compile(r"assets/(?:.*[/._-])?[0-9a-f]{8,}(?:\.\w+)+")


def is_hashed_asset(path: str) -> bool:
    """Whether the file has a digest in its name, so that another release never means another."""
    return _HASHED_ASSET.fullmatch(path) is not None


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths that a release adds, changes and takes away."""

    new: Set[str]
    changed: Set[str]
    gone: Set[str]


@dataclass(slots=True)
class Twin:
    """A tree that is being made; `root` is where it stands until `switch`, and only until then."""

    root: Path
    target: Path
    preview: bool
    released: State
    held: dict[str, Entry]
    wanted: dict[str, Entry] = field(default_factory=dict)

    def holds(self, path: str, digest: str) -> bool:
        """Tell whether the twin has exactly these bytes at the path, untouched since written."""
        entry = self.held.get(path)
        return entry is not None and entry.digest == digest

    def keep(self, path: str) -> None:
        """Want a file that the twin holds."""
        self._want(path, self.held[path])

    def put(self, output: Output) -> None:
        """Want the output; write it unless the twin holds it."""
        if output.path in self.held and self.holds(output.path, digest(output.data)):
            self.keep(output.path)
        else:
            self._want(output.path, write_file(self.root, output))

    def read(self, path: str) -> bytes | None:
        """The bytes of a file that the twin holds, or None."""
        return (self.root / path).read_bytes() if path in self.held else None

    def below(self, folder: str) -> list[str]:
        """The paths of the files that the twin holds below a folder."""
        return [path for path in self.held if path.startswith(f"{folder}/")]

    def digests(self) -> dict[str, str]:
        """The digest of every file that is wanted, by path."""
        return {path: entry.digest for path, entry in self.wanted.items()}

    def record(self, path: str, entry: Entry) -> None:
        """Want what a worker wrote with `write_file`; OSError when it is not in this tree.

        A worker on another machine may have written to a disk of its own.
        """
        if not entry.is_at(f"{self.root}/{path}"):
            raise FileNotFoundError(f"not written into this tree: {self.root}/{path}")
        self._want(path, entry)

    def kept(self) -> dict[str, str]:
        """Digests of the assets that the switch will keep for readers of the release before."""
        return {path: entry.digest for path, entry in self._retained().items()}

    def changes(self) -> "Changes":
        """What the switch will change for readers: paths against those of the release."""
        before = {
            path: entry.digest
            for path, entry in self.released.entries.items()
            if path not in self.released.retained
        }
        after = {path: entry.digest for path, entry in self.wanted.items()}
        return Changes(
            new=after.keys() - before.keys(),
            changed={path for path in after.keys() & before.keys() if after[path] != before[path]},
            gone=before.keys() - after.keys(),
        )

    def switch(self) -> None:
        """Bring the tree to what was put, recorded or kept, and exchange it with the target."""
        retained = self._retained()
        _remove_others(self.root, self.wanted.keys() | retained.keys())
        self._carry_hidden()
        sync(self.root)
        book = self.root.parent
        state.save(book, self.root, State(self.wanted | retained, frozenset(retained)))
        state.forget_others(book, self.root, self.target)
        _check_target(self.target, self.preview)
        exchange(self.root, self.target)
        _put_back(self.root)  # so that a write that comes too late fails, not vanishes
        sync_folder(self.target.parent)
        sync_folder(book)

    def _want(self, path: str, entry: Entry) -> None:
        """Note the file; two outputs with one path and different bytes are a bug of the caller."""
        before = self.wanted.setdefault(path, entry)
        if before.digest != entry.digest:
            raise ValueError(f"two outputs want one path: {path}")
        self.wanted[path] = self.held[path] = entry

    def _retained(self) -> dict[str, Entry]:
        """Return the hashed assets of the release that is about to go, wanted no more.

        A page read just before the switch asks for them just after it.
        """
        return {
            path: self.held[path]
            for path, entry in self.released.entries.items()
            if path not in self.wanted
            and path not in self.released.retained
            and is_hashed_asset(path)
            and self.holds(path, entry.digest)
        }

    def _carry_hidden(self) -> None:
        """Give the tree the target's hidden files (.nojekyll …), its mode, and a preview's marker.

        They are the operator's, not ours. The marker cannot come into a site this way: a target
        that has it is refused, once more right before the exchange.
        """
        for name in _hidden(self.root):
            remove(f"{self.root}/{name}")
        if self.target.is_dir():
            for name in _hidden(self.target):
                _copy(self.target / name, self.root / name)
            shutil.copymode(self.target, self.root)
        if self.preview:
            (self.root / PREVIEW_MARKER).write_bytes(b"")


@contextmanager
def open_twin(target: Path, preview: bool = False) -> Iterator[Twin]:
    """Yield the target's twin, for one builder at a time; without `switch` the target stays.

    Raise ReleaseRefused when the target cannot be exchanged, is another kind of tree (a site, a
    preview) or is being built by somebody else.
    """
    target = Path(os.path.abspath(target))
    _check_place(target)
    book = target.parent / f".{target.name}.huiying"
    book.mkdir(mode=0o700, parents=True, exist_ok=True)  # it may hold what is not public yet
    with hold(book / "lock", target):
        restore(book, target)
        _check_target(target, preview)
        root = _claim(book)
        try:
            yield _prepare(book, root, target, preview)
        finally:
            _put_back(root)


def _check_place(target: Path) -> None:
    """Refuse what can never be exchanged."""
    if target.is_symlink():
        raise ReleaseRefused("release.symlink", target=str(target))
    if target.exists() and not target.is_dir():
        raise ReleaseRefused("release.not-a-folder", target=str(target))
    if os.path.ismount(target):
        raise ReleaseRefused("release.mount-point", target=str(target))


def _check_target(target: Path, preview: bool) -> None:
    """Refuse to put a preview in a site's place or a site in a preview's."""
    is_preview = (target / PREVIEW_MARKER).exists()
    if is_preview and not preview:
        raise ReleaseRefused("release.site-onto-preview", target=str(target))
    if preview and not is_preview and target.is_dir() and any(target.iterdir()):
        raise ReleaseRefused("release.preview-onto-site", target=str(target))


def _claim(book: Path) -> Path:
    """Return the twin under a name of its own, empty if there was none.

    Workers that outlive a killed builder write to the name they know: it exists no more.
    """
    root = book / f"twin-{secrets.token_hex(8)}"
    for place in sorted(book.glob("twin*")) + [parked(root)]:
        if place.is_dir() and not place.is_symlink() and not root.exists():
            os.rename(place, root)
        else:
            remove(str(place))
    root.mkdir(exist_ok=True)
    return root


def _put_back(root: Path) -> None:
    """Give the tree that is not released, if there is one, its place until the next build."""
    if root.exists():
        os.rename(root, root.parent / "twin")


def _prepare(book: Path, root: Path, target: Path, preview: bool) -> Twin:
    """Return the twin holding all released files: what it lacks is linked, not written.

    Only what is released counts as good: two files of one tree never stand in each other's way,
    so nothing that is linked later can clear away a file that was found good before.
    """
    released, had = state.load(book, target), state.load(book, root).entries
    good = {
        path
        for path in walk(root) & had.keys() & released.entries.keys()
        if had[path].digest == released.entries[path].digest and had[path].is_at(f"{root}/{path}")
    }
    held = {path: had[path] for path in good}
    for path in released.entries.keys() - good:
        linked = link_file(target, root, path, released.entries[path])
        if linked is not None:
            held[path] = linked
    return Twin(root, target, preview, released, held)


def _remove_others(root: Path, wanted: Set[str]) -> None:
    """Remove every other file and the folders that this leaves empty; raise if one is missing."""
    found = walk(root)
    if missing := wanted - found:  # lost, or a folder has taken its place: outputs contradict
        raise FileNotFoundError(f"wanted, but not in the tree: {root}/{min(missing)}")
    for path in found - wanted:
        os.unlink(f"{root}/{path}")
        drop_empty(str(root), path.rpartition("/")[0])


def _hidden(folder: Path) -> set[str]:
    """Return the hidden names at the top of the folder."""
    return {name for name in os.listdir(folder) if name.startswith(".")}


def _copy(source: Path, place: Path) -> None:
    """Copy a file, a link or a folder as it is."""
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, place, symlinks=True)
    else:
        shutil.copy2(source, place, follow_symlinks=False)
