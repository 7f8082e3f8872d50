"""The two typefaces of share cards: Noto Serif SC and Noto Sans SC, and whether they are here.

In: nothing. Out: their files, or nothing. They come as data of a package of the Python registry
(SIL Open Font License 1.1) and are known by their digests: another edition would draw other bytes
from the same records, so it counts as none.
"""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "pylopdf_fonts_zh_cn"
SERIF = (
    "NotoSerifSC-Regular.otf",
    "e8f396decc1f0963a016a989c3d8852e863d1350996f573860a80767c83a1cd3",
)
SANS = (
    "NotoSansSC-Regular.otf",
    "faa6c9df652116dde789d351359f3d7e5d2285a2b2a1f04a2d7244df706d5ea9",
)
"""File and SHA-256, as the project of the typefaces published them (Serif 2.003, Sans 2.004)."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Where the typefaces lie."""

    serif: Path
    sans: Path


@lru_cache(maxsize=1)
def installed() -> Fonts | None:
    """The typefaces of this machine, or None where they are missing or are not those we know."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0])
    known = all(_digest(folder / name) == digest for name, digest in (SERIF, SANS))
    return Fonts(folder / SERIF[0], folder / SANS[0]) if known else None


def _digest(file: Path) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
