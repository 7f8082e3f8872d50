"""The right files that are broken: the complete samples in both key languages.

In: `tests/samples/`. Out: for each sort of file its declared fields, where each is filled, and a
text with that field in it which has no problem.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from huiying import records
from huiying.importing.writing import write, write_entries
from huiying.records import KIND_BY_NAME, KINDS, REGISTERS
from huiying.records.field import Field, Model, fields_of
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from tests import samples

LEFT_OUT = frozenset(
    "imported_from blocks review internal updates sections timeline sources transcript agenda"
    " appearances channels media_pickups clock milestones event questions".split()
)
"""What the text for another field does without: to read it each time would take minutes."""
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of file: a kind, a register, the site's record, or what lies beside a medium."""

    name: str
    model: type[Model]
    by_id: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """One declared field of a sort of file, and where the sample fills it."""

    sort: Sort
    path: str
    item: Field
    within: Field | None
    place: Place

    @property
    def declared(self) -> tuple[Any, ...]:
        """The same for a field that several sorts share."""
        return (self.item.key, self.item.name, self.item.type, self.within and self.within.key)


SORTS = (
    *(Sort(kind.name, kind.model) for kind in KINDS),
    *(Sort(register.name, register.model, by_id=True) for register in REGISTERS),
    Sort("site", Site),
    Sort("media", Sidecar),
)


@cache
def values_of(sort: Sort) -> Any:
    """The canonical values of a sort's complete sample."""
    if sort.name in KIND_BY_NAME:
        file = samples.SAMPLES / sort.name / "complete.yml"
    elif sort.by_id:
        file = samples.SAMPLES / records.REGISTER_BY_NAME[sort.name].file
    elif sort.model is Site:
        file = samples.SAMPLES / "site.yml"
    else:
        return _fullest([*(samples.SAMPLES / "media").rglob("*.yml")])
    return _values(file, sort)


def _values(file: Path, sort: Sort) -> Any:
    parsed = records.parse(file.read_bytes(), file.name, sort.model, "zh", sort.by_id)
    assert not parsed.problems, parsed.problems
    return parsed.values


def _fullest(files: list[Path]) -> Any:
    """All that the sidecars of the sample say, in one."""
    found: dict[str, Any] = {}
    for file in sorted(files):
        found = {**_values(file, Sort("media", Sidecar)), **found}
    return found


def spots(sort: Sort) -> Iterator[Spot]:
    """Every declared field of a sort of file that its sample fills."""
    values = values_of(sort)
    for path, item, within in _declared(sort.model, "", None):
        place = next(_filled(values, (["*"] if sort.by_id else []) + path.split(".")), None)
        if place is not None:
            yield Spot(sort, path, item, within, place)


def declared_paths(sort: Sort) -> list[str]:
    """The path of every declared field of a sort of file."""
    return [path for path, _, _ in _declared(sort.model, "", None)]


def _declared(
    model: type[Model], above: str, within: Field | None
) -> Iterator[tuple[str, Field, Field | None]]:
    for item in fields_of(model):
        path = f"{above}.{item.name}" if above else item.name
        yield path, item, within
        shape = item.shape
        while shape.inner is not None:
            shape = shape.inner
        if shape.model is not None:
            yield from _declared(shape.model, path, item)


def _filled(value: Any, path: list[str]) -> Iterator[Place]:
    """The places in values at which a path leads to something."""
    if not path:
        yield ()
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from ((number, *rest) for rest in _filled(item, path))
    elif isinstance(value, dict):
        for key in value if path[0] == "*" else [path[0]] if path[0] in value else []:
            yield from ((key, *rest) for rest in _filled(value[key], path[1:]))


def text_of(spot: Spot, language: str) -> tuple[str, Place]:
    """A right text with the field in it, in a key language, and the field's place there."""
    place = spot.place
    if spot.sort.by_id:
        return _text(spot.sort, language, "", 0), place
    top, number = str(place[0]), 0
    if top in ("blocks", "updates") and len(place) > 1:
        number = int(place[1])
        place = (top, 0, *place[2:])
    return _text(spot.sort, language, top, number), place


@cache
def _text(sort: Sort, language: str, top: str, number: int) -> str:
    """The sample with the field `top` in it; of blocks and updates only the one that is meant."""
    values = values_of(sort)
    if sort.by_id:
        return write_entries(values, sort.model, language)
    kept = {name: value for name, value in values.items() if name not in LEFT_OUT or name == top}
    if top in ("blocks", "updates"):
        kept[top] = [kept[top][number]]
    return write(kept, sort.model, language)
