"""What an editor's Windows lacks, taken away here: `python -m tests.windows WORDS…` runs `huiying`.

In: the words of a command. Out: its exit code, in a process without the modules that only POSIX
systems have and without the calls that `os` and `signal` have only there. Libraries are loaded
first, as theirs is not our business; every module of ours is loaded afterwards. It is no Windows:
paths stay those of the machine. What it shows is that nothing of ours asks for the rest.
"""

import importlib
import importlib.abc
import os
import pkgutil
import shutil
import signal
import subprocess
import sys
import types
from collections.abc import Sequence
from importlib.machinery import ModuleSpec

POSIX_MODULES = frozenset(
    "_curses _posixshmem _posixsubprocess crypt curses fcntl grp nis ossaudiodev pty pwd readline"
    " resource spwd syslog termios tty".split()
)
POSIX_CALLS = {
    os: "chown chroot fchdir fchown fork forkpty geteuid getgid getgroups getppgid getuid"
    " initgroups killpg lchown mkfifo nice openpty pread pwrite register_at_fork setsid"
    " statvfs sync uname wait3 wait4 O_CLOEXEC O_DIRECTORY O_NOFOLLOW O_SYNC",
    signal: "SIGALRM SIGHUP SIGKILL SIGUSR1 SIGUSR2 alarm pause setitimer",
}


class Absent(importlib.abc.MetaPathFinder):
    """Says of each POSIX module that there is none."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name.partition(".")[0] in POSIX_MODULES:
            raise ModuleNotFoundError(f"No module named {name!r} (it is POSIX only)", name=name)
        return None


def load_libraries() -> None:
    """Load what stands outside the project, with everything the machine has."""
    for name in (
        "asyncio click comrak concurrent.futures.process ctypes jinja2 logging markdown"
        " mkdocs.__main__ mkdocs.commands.serve multiprocessing.spawn nh3 openpyxl pydantic"
        " pymdownx pypinyin python_calamine sqlite3 tempfile yaml zoneinfo"
    ).split():
        importlib.import_module(name)


def become_windows() -> None:
    """Take away what Windows lacks, and put there the one module of it that we use."""
    import fcntl

    locking = types.ModuleType("msvcrt")
    locking.LK_NBLCK = 2  # type: ignore[attr-defined]
    locking.locking = lambda fd, mode, count: fcntl.flock(  # type: ignore[attr-defined]
        fd, fcntl.LOCK_EX | fcntl.LOCK_NB
    )
    sys.modules["msvcrt"] = locking
    for name in POSIX_MODULES:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, Absent())
    for module, names in POSIX_CALLS.items():
        for name in names.split():
            if hasattr(module, name):
                delattr(module, name)
    shutil._USE_CP_SENDFILE = False  # type: ignore[attr-defined]
    sys.platform = "win32"


def modules() -> list[str]:
    """Every module of the project."""
    import huiying

    found = pkgutil.walk_packages(huiying.__path__, "huiying.")
    return ["huiying", *sorted(module.name for module in found)]


def load_ours() -> None:
    """Load every module of the project; the first that cannot be loaded ends in a traceback."""
    for name in modules():
        if name != "huiying.__main__":
            importlib.import_module(name)


def run(words: Sequence[str], folder: str) -> subprocess.CompletedProcess[str]:
    """`huiying` with those words in that folder, as if on Windows."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    search = os.pathsep.join([here, os.path.join(here, "generator")])
    return subprocess.run(
        [sys.executable, "-m", "tests.windows", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": search, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


if __name__ == "__main__":
    load_libraries()
    become_windows()
    load_ours()
    from huiying.commands import main

    main(sys.argv[1:], prog_name="huiying")
