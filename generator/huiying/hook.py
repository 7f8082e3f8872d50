"""Commands that hear of a release: they clear a portal's cache, or tell a newsroom.

In: a command of the operator and what was published. Out: why it failed, or nothing. It runs after
the switch and can undo nothing. Which commands run is said where `publish` is called, never in
`content/`: editors may write there, and what they write must not run on the server.
"""

import json
import os
import shlex
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from huiying.release.log import Link

SECONDS = 60
"""How long one command may take."""


@dataclass(frozen=True, slots=True)
class Failure:
    """`case` names the sentence. The command is told by its program only: addresses hold keys."""

    case: str
    program: str
    code: int = 0


def news(link: Link, before: Mapping[str, str], after: Mapping[str, str]) -> bytes:
    """What a command reads on its standard input: the link of the log, and the paths that differ.

    `before`, `after`: digests of the files by path.
    """
    paths = {
        "new": sorted(after.keys() - before.keys()),
        "changed": sorted(
            path for path in after.keys() & before.keys() if after[path] != before[path]
        ),
        "gone": sorted(before.keys() - after.keys()),
    }
    told = {"format": 1, **asdict(link), "paths": paths}
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def run(command: str, data: bytes) -> Failure | None:
    """Run one command with the news on its standard input; what it prints is not ours to hide."""
    try:
        words = shlex.split(command, posix=os.name != "nt")
    except ValueError:
        return Failure("quote", "")
    if not words:
        return Failure("missing", "")
    program = os.path.basename(words[0])
    try:
        done = subprocess.run(words, input=data, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return Failure("slow", program)
    except OSError:
        return Failure("missing", program)
    return Failure("code", program, done.returncode) if done.returncode else None
