"""Files of a tree that nobody reads yet: write one, link one, list all.

In: a tree's root and paths inside it. Out: `Entry` values, which say what was written and how
the file looks since, so that a file somebody touched is never mistaken for it. Nothing is
written in place or through a hard link: an old name is unlinked, a new file created.
"""

# Plain strings: a Path costs as much as the system call, ten thousand times over.

import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from huiying.render.output import Output, digest

# No folder yet, or something in the way: made good only when met, as asking first costs a call.
_NO_ROOM = (FileNotFoundError, FileExistsError, NotADirectoryError)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as it was written: the digest of its bytes, and by what it is known again."""

    digest: str
    size: int
    mtime_ns: int
    inode: int

    def is_at(self, place: str) -> bool:
        """Tell whether the file at the place is still the one that was recorded."""
        try:
            found = os.lstat(place)
        except (FileNotFoundError, NotADirectoryError):
            return False
        looks = (found.st_size, found.st_mtime_ns, found.st_ino)
        return looks == (self.size, self.mtime_ns, self.inode)


def write_file(root: Path, output: Output) -> Entry:
    """Write the output as a new file of the tree and return its entry; for workers too."""
    place = f"{root}/{output.path}"
    try:
        _create(place, output.data)
    except _NO_ROOM:
        make_room(root, output.path)
        _create(place, output.data)
    return _entry(place, digest(output.data))


def link_file(source: Path, root: Path, path: str, entry: Entry) -> Entry | None:
    """Give the tree the source tree's file; nothing when that is not the recorded one."""
    origin, place = f"{source}/{path}", f"{root}/{path}"
    if not entry.is_at(origin):
        return None
    try:
        os.link(origin, place)
    except OSError:  # no room, or a file system without hard links
        make_room(root, path)
        _link_or_copy(origin, place)
    if not entry.is_at(origin):  # somebody wrote to it meanwhile
        remove(place)
        return None
    return _entry(place, entry.digest)


def make_room(root: Path, path: str) -> None:
    """Make the path's parent folders and clear whatever stands at the path or in their way."""
    if "/" in path:
        _make_folder(root, path.rpartition("/")[0])
    remove(f"{root}/{path}")


def remove(place: str) -> None:
    """Remove a file, a link or a whole folder, if it is there."""
    try:
        os.unlink(place)
    except FileNotFoundError:
        return
    except OSError:  # for a folder EISDIR on Linux, EPERM or EACCES elsewhere
        if not stat.S_ISDIR(os.lstat(place).st_mode):
            raise
        shutil.rmtree(place)


def walk(root: Path) -> set[str]:
    """Return the paths of the visible files; drop empty folders and all that is neither.

    Links are dropped, not followed: nothing is ever written through a link into another place.
    Hidden names at the top are the operator's and are not looked at.
    """
    found: set[str] = set()
    with os.scandir(root) as here:
        for entry in here:
            if not entry.name.startswith("."):
                _walk(entry, entry.name, found)
    return found


def _walk(entry: os.DirEntry[str], path: str, found: set[str]) -> bool:
    """Note the file or all files below the folder; tell whether anything is left there."""
    if entry.is_file(follow_symlinks=False):
        found.add(path)
        return True
    if not entry.is_dir(follow_symlinks=False):
        os.unlink(entry.path)
        return False
    with os.scandir(entry) as below:
        left = [_walk(each, f"{path}/{each.name}", found) for each in below]
    if not any(left):
        os.rmdir(entry.path)
    return any(left)


def drop_empty(root: str, folder: str) -> None:
    """Remove the folder if it is empty, then its parents likewise."""
    while folder:
        try:
            os.rmdir(f"{root}/{folder}")
        except OSError:
            return
        folder = folder.rpartition("/")[0]


def _create(place: str, data: bytes) -> None:
    """Write a new file; fail if anything is there."""
    with open(place, "xb") as file:
        file.write(data)


def _make_folder(root: Path, folder: str) -> None:
    """Make the folder and its parents, never the root: a tree that was taken away stays away."""
    place = f"{root}/{folder}"
    try:
        os.mkdir(place)
    except FileExistsError:
        if not stat.S_ISDIR(os.lstat(place).st_mode):
            os.unlink(place)
            _make_folder(root, folder)
    except (FileNotFoundError, NotADirectoryError):
        if "/" not in folder:
            raise
        _make_folder(root, folder.rpartition("/")[0])
        _make_folder(root, folder)


def _link_or_copy(origin: str, place: str) -> None:
    """Link, or copy where the file system has no hard links."""
    try:
        os.link(origin, place)
    except OSError:
        shutil.copy2(origin, place)


def _entry(place: str, of_bytes: str) -> Entry:
    """Return the entry of the file that stands at the place."""
    found = os.lstat(place)
    return Entry(of_bytes, found.st_size, found.st_mtime_ns, found.st_ino)
