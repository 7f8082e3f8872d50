"""One file of the public site as a value: `Output` (path, bytes), and the `digest` of bytes.

In: a path inside the site and its bytes. Out: a value that `audits` judge and `release` writes.
It never touches a disk; a path that could leave the site's folder is refused at once.
"""

import hashlib
import re
from dataclasses import dataclass

# The first segment may not be hidden: hidden files of a site's folder belong to its operator.
# Surrogates cannot be written as UTF-8; a backslash is a separator on Windows.
_SEGMENT = r"(?!\.{1,2}(?:/|\Z))[^/\\\x00-\x1f\x7f-\x9f\ud800-\udfff]+"
_PATH = re.compile(rf"(?!\.){_SEGMENT}(?:/{_SEGMENT})*")


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: `path` relative to the site's root with `/`, and its bytes."""

    path: str
    data: bytes

    def __post_init__(self) -> None:
        """Raise ValueError for a path that is empty, absolute, hidden or leads elsewhere."""
        if _PATH.fullmatch(self.path) is None:
            raise ValueError(f"not a path inside the site: {self.path!r}")


def digest(data: bytes) -> str:
    """Return the SHA-256 of the bytes in hex: what `sha256sum` prints, so anyone can check it."""
    return hashlib.sha256(data).hexdigest()
