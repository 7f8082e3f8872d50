"""What a problem is known by from one check to the next, though lines move.

In: problems by place and the site's root. Out: a digest for each. It says nothing of what an
editor wrote.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from huiying.problem import Mark, Problem

TEXTS = (".yml", ".yaml", ".md")


def fingerprints(problems: Sequence[Problem], root: Path) -> list[str]:
    """32 hexadecimal digits for each problem; no two are alike.

    They hold the level, the rule and its case, the file, the key that the sentence names, what
    the line says without the blanks around it, and which of several equal ones it is. A problem
    that has become worse is another one.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for problem, line in _with_lines(problems, root):
        named = problem.values.get("key", "")
        base = (problem.level.value, problem.key, problem.mark.file, named, _digest(line))
        parts = (*base, str(seen[base]))
        seen[base] += 1
        found.append(sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return found


def _digest(line: bytes) -> str:
    """16 bits of a line: enough to see a change, too few to guess a phone number in it."""
    return sha256(line.strip()).hexdigest()[:4]


def _with_lines(problems: Sequence[Problem], root: Path) -> Iterator[tuple[Problem, bytes]]:
    """Each problem, in its order, with the line it stands on."""
    for file, group in groupby(problems, key=lambda problem: problem.mark.file):
        lines = _lines(root / file)
        for problem in group:
            yield problem, _line(lines, problem.mark)


def _lines(path: Path) -> list[bytes]:
    """The lines of a text; none of anything else, or of what is not there."""
    if path.suffix not in TEXTS:
        return []
    try:
        return path.read_bytes().split(b"\n")
    except (OSError, ValueError):
        return []


def _line(lines: Sequence[bytes], mark: Mark) -> bytes:
    """A line; of what concerns the whole file, which stands at its beginning, nothing."""
    if (mark.line, mark.column) == (1, 1) or mark.line > len(lines):
        return b""
    return lines[mark.line - 1]
