"""The samples of every kind and register, and how they make one small site.

In: `tests/samples/`. Out: a folder content/, or the place of one sample in it.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeAlias

from huiying.records import KIND_BY_NAME, KINDS

SAMPLES = Path(__file__).resolve().parent
Size: TypeAlias = Literal["complete", "minimal"]
ENDS: Mapping[Size, str] = {"complete": "", "minimal": "-min"}
EARLIER = "clarifications/2026/20260105-clarification-earlier.yml"
"""The clarification that the complete samples supersede."""


def id_of(kind: str, size: Size) -> str:
    """The id of a sample: `20260312-qa`, `20260312-qa-min`; topics carry no date."""
    day = "20260312-" if KIND_BY_NAME[kind].model.dated else ""
    return f"{day}{kind}{ENDS[size]}"


def address_of(kind: str, size: Size) -> str:
    """The address of a sample: `qa/20260312-qa`."""
    return f"{KIND_BY_NAME[kind].url_word}/{id_of(kind, size)}"


def place_of(kind: str, size: Size) -> str:
    """The file of a sample below content/."""
    year = "2026/" if KIND_BY_NAME[kind].model.dated else ""
    return f"{KIND_BY_NAME[kind].folder}/{year}{id_of(kind, size)}.yml"


def lay(folder: Path) -> Path:
    """Copy all samples into `folder`/content; that folder."""
    content = folder / "content"
    pairs = {EARLIER: SAMPLES / "clarification" / "earlier.yml", "site.yml": SAMPLES / "site.yml"}
    for kind in KINDS:
        for size in ENDS:
            pairs[place_of(kind.name, size)] = SAMPLES / kind.name / f"{size}.yml"
    for place, source in pairs.items():
        (content / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, content / place)
    for name in ("registers", "media"):
        shutil.copytree(SAMPLES / name, content / name)
    return content
