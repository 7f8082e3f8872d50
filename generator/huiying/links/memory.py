"""What was answered before: `.huiying/links.json`.

In: a file, and what was answered now. Out: by address the state, the status, when it was asked and
since when it fails. A file that cannot be read is as none: it only saves asking again.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import get_args

from huiying.links.asking import Answer, State

GOOD_FOR = timedelta(days=7)
"""What answered is not asked again for so long; what failed is asked every time."""
GOOD: tuple[State, ...] = ("ok", "refused")


@dataclass(frozen=True, slots=True)
class Remembered:
    """`asked`: when; `since`: when it was first found failing, "" while it does not."""

    state: State
    code: int
    asked: str
    since: str = ""

    def is_fresh(self, now: datetime) -> bool:
        """Whether there is no need to ask again."""
        age = now - datetime.fromisoformat(self.asked)
        return self.state in GOOD and timedelta(0) <= age < GOOD_FOR


def remember(answer: Answer, before: Remembered | None, now: datetime) -> Remembered:
    """What to keep of an answer, after what was kept of the one before."""
    at = now.isoformat(timespec="seconds")
    since = "" if answer.state in GOOD else (before.since if before else "") or at
    return Remembered(answer.state, answer.code, at, since)


def read(file: Path) -> dict[str, Remembered]:
    """What was remembered, by address."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return {url: _checked(Remembered(**entry)) for url, entry in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write(file: Path, links: Mapping[str, Remembered]) -> None:
    """Remember; whoever reads meanwhile sees the old file or the new one."""
    text = json.dumps(
        {url: asdict(links[url]) for url in sorted(links)}, ensure_ascii=False, indent=1
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".new")
    draft.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    draft.replace(file)


def _checked(entry: Remembered) -> Remembered:
    if entry.state not in get_args(State) or not isinstance(entry.code, int):
        raise ValueError(entry.state)
    for at in filter(None, (entry.asked, entry.since)):
        if datetime.fromisoformat(at).tzinfo is None:
            raise ValueError(at)
    return entry
