"""What version control knows: when each file of the content was first committed.

In: the folder content/. Out: instants by path, or None where that cannot be told. `git` runs once,
with nothing of the environment or the user's settings that could change what it says.
"""

import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

_LONGEST_S = 60
_LOG = "log --no-show-signature -M --reverse --name-status -z --relative --format=%x01%ct"


def first_commits(folder: Path) -> Mapping[str, datetime] | None:
    """When each file below the folder was first committed, by path; a renamed one keeps its day.

    None without git, without a repository, and of a shallow clone, which has lost the beginning.
    """
    if _git(folder, "rev-parse --is-shallow-repository") != "false\n":
        return None
    said = _git(folder, f"{_LOG} -- .")
    return dict(_firsts(said)) if said is not None else None


def _git(folder: Path, words: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", *words.split()],
            cwd=folder,
            capture_output=True,
            timeout=_LONGEST_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _firsts(said: str) -> Iterator[tuple[str, datetime]]:
    """Paths with the instant of their first commit, from the oldest commit on."""
    known: dict[str, datetime] = {}
    for commit in said.split("\x01")[1:]:
        seconds, _, rest = commit.partition("\0")
        at = datetime.fromtimestamp(int(seconds), UTC)
        words = iter(rest.strip("\n").split("\0"))
        for status in words:
            status = status.strip("\n")
            if not status:
                continue
            path = next(words)
            if status[0] in "RC":
                source, path = path, next(words)
                known[path] = known.get(source, at) if status[0] == "R" else at
            elif status[0] != "D":
                known.setdefault(path, at)
    yield from known.items()
