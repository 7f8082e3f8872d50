"""An editor's file written anew, as a whole or not at all; a file of results over nothing else.

In: its place, the bytes that were read, the bytes to be. Out: what kept it from being written, if
anything did. Whoever reads the file meanwhile sees the old bytes or the new ones.
"""

import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

from huiying.commands.options import WrongUse
from huiying.messages import sentence
from huiying.problem import Mark, Problem


def put_out(file: Path, data: bytes, is_own: Callable[[bytes], bool], lang: str) -> None:
    """Results written where somebody asked for them: a new file, an empty one, or one of that kind.

    `is_own`: whether bytes are of that kind. Wrong use otherwise: a slip in a name must not cost
    an editor a record.
    """
    values = {"file": str(file)}
    if file.is_file() and (before := file.read_bytes()) and not is_own(before):
        raise WrongUse(sentence("output.taken", values, lang))
    if not file.parent.is_dir():
        raise WrongUse(sentence("output.nowhere", values, lang))
    file.write_bytes(data)


def replace_file(path: Path, file: str, before: bytes, after: bytes) -> Problem | None:
    """A problem, named by `file`, if it is in use, or was changed since it was read."""
    try:
        if path.read_bytes() != before:
            return Problem("unwritable", Mark(file), "changed")
        _replace(path, after)
    except OSError:
        return Problem("unwritable", Mark(file))
    return None


def _replace(path: Path, data: bytes) -> None:
    mode = stat.S_IMODE(path.stat().st_mode)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
        os.chmod(name, mode)
        os.replace(name, path)
    except OSError:
        os.unlink(name)
        raise
