"""One builder per target: `hold` a lock file, or fail at once and by name.

In: the lock file's path and the target it stands for. Out: a context in which nobody else builds
that target. It never waits, and never leaves anything to clean: the system lets go of the lock
when the builder dies, however it dies.
"""

# The system's own calls, by the names their manual pages have.

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from huiying.release.refusal import ReleaseRefused

# The one state of this module mirrors the system's: a POSIX lock belongs to the whole process, so
# two builders inside one process do not see each other by it. (flock would tell them apart, but
# forked workers inherit it, and orphans of a killed builder would then hold it for ever.)
_HELD: dict[str, object] = {}


@contextmanager
def hold(lock: Path, target: Path) -> Iterator[None]:
    """Hold the lock while the block runs; `release.busy` when another builder has it."""
    name, ours = str(lock), object()
    if _HELD.setdefault(name, ours) is not ours:
        raise ReleaseRefused("release.busy", target=str(target))
    try:
        fd = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if not _lock(fd):
                raise ReleaseRefused("release.busy", target=str(target))
            yield
        finally:
            os.close(fd)
    finally:
        del _HELD[name]


def _lock(fd: int) -> bool:
    """Lock the open file; tell whether that went well (else another process has it)."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.lockf(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # the system may say EAGAIN or EACCES
        return False
    return True
