"""The moment of a release: `exchange` puts a tree in the target's place, `sync` comes before it.

In: two folders on one file system. Out: the same folders, each in the other's place, in one
step where the system can (Linux: renameat2 with RENAME_EXCHANGE). Where it cannot, two renames
and a warning in the log that names the gap. It never writes a file of either tree.
"""

# The system's own calls, by the names their manual pages have.

import ctypes
import errno
import logging
import os
import platform
import sys
import time
from pathlib import Path

from huiying.release.refusal import ReleaseRefused

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# Older musl (Alpine) has no wrapper for the call; the kernel's numbers are fixed per machine.
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276, "loongarch64": 276}
_CANNOT = {errno.EINVAL, errno.ENOSYS, errno.EXDEV, errno.EOPNOTSUPP}
_IMMOVABLE = {errno.EBUSY, errno.EXDEV}

log = logging.getLogger("huiying")


def exchange(tree: Path, target: Path) -> None:
    """Put `tree` in the target's place and the released tree, if any, in the tree's place."""
    if not os.path.lexists(target):
        os.rename(tree, target)
        return
    try:
        _exchange_at_once(tree, target)
    except OSError as error:
        if error.errno == errno.EBUSY:
            raise ReleaseRefused("release.mount-point", target=str(target)) from error
        if error.errno not in _CANNOT:
            raise
        _exchange_in_two_steps(tree, target)


def parked(tree: Path) -> Path:
    """Return where the released tree stands between the two renames; `restore` looks there."""
    return tree.parent / "parked"


def restore(book: Path, target: Path) -> None:
    """Put a released tree back that a builder killed between the two renames left parked."""
    stranded = parked(book / "twin")
    if stranded.is_dir() and not os.path.lexists(target):
        os.rename(stranded, target)


def sync(folder: Path) -> None:
    """Return when all that was written to the folder's file system is on the disk.

    One call for the whole file system: fsync of every file costs seconds at 10,000 files.
    """
    syncfs = getattr(_libc(), "syncfs", None)
    if syncfs is None:
        getattr(os, "sync", lambda: None)()
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(fd) != 0:  # also an error of the disk that no write has reported yet
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
    finally:
        os.close(fd)


def sync_folder(folder: Path) -> None:
    """Return when the names in the folder are on the disk (Windows keeps them by itself)."""
    if sys.platform != "win32":
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def _exchange_at_once(tree: Path, target: Path) -> None:
    """Exchange the two names in one step; OSError (ENOSYS …) where the system cannot."""
    libc = _libc()
    if libc is None:
        raise OSError(errno.ENOSYS, "no renameat2 here")
    names = (_AT_FDCWD, os.fsencode(tree), _AT_FDCWD, os.fsencode(target), _RENAME_EXCHANGE)
    if hasattr(libc, "renameat2"):
        result = libc.renameat2(*names)
    elif number := _RENAMEAT2.get(platform.machine()):
        result = libc.syscall(number, *names)
    else:
        raise OSError(errno.ENOSYS, "no renameat2 here")
    if result != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(target))


def _exchange_in_two_steps(tree: Path, target: Path) -> None:
    """Move the released tree aside, then the new one in; put the old one back if that fails."""
    aside = parked(tree)
    started = time.perf_counter()
    try:
        os.rename(target, aside)
    except OSError as error:
        if error.errno in _IMMOVABLE:  # a mount, or a folder baked into a container's image
            raise ReleaseRefused("release.mount-point", target=str(target)) from error
        raise
    try:
        os.rename(tree, target)
    except OSError:
        os.rename(aside, target)
        raise
    gap_ms = (time.perf_counter() - started) * 1000
    os.rename(aside, tree)
    log.warning("two renames instead of one exchange: %s was missing for %.1f ms", target, gap_ms)


def _libc() -> ctypes.CDLL | None:
    """Return the C library on Linux, else nothing."""
    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
