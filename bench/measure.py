"""One timed command: wall time, and user CPU over every process that it started.

User CPU is what to trust where a machine is shared: others' work hardly moves it. System time is
left out, as page faults of a virtual machine that takes memory back swell it at random.
"""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

LIMIT_S = 900


@dataclass(frozen=True, slots=True)
class Timing:
    """What one build took."""

    wall_s: float
    user_s: float


def timed(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path
) -> Timing:
    """Run a command to its end; a build that fails or hangs stops the benchmark."""
    with log.open("wb") as sink:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        limit = Timer(LIMIT_S, _end, [process.pid])
        limit.start()
        # Its usage holds that of all descendants that were waited for, a pool's workers too.
        _, status, usage = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - begin
        limit.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        tail = "\n".join(log.read_text("utf-8", "replace").splitlines()[-20:])
        raise SystemExit(f"bench: {command[0]} ended with {process.returncode}\n{tail}")
    return Timing(wall_s, usage.ru_utime)


def _end(group: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)
