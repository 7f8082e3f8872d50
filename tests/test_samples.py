"""The samples of every kind and register: complete, minimal, and clean as one site."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from huiying import content, rules
from huiying.cache import Cache
from huiying.content import Content
from huiying.formatting import put_in_order
from huiying.problem import Level, Problem
from huiying.public import Projection, project
from huiying.records import KINDS, REGISTERS
from huiying.records.field import Model, Shape, fields_of
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from tests import samples
from tests.helper import settings

OLD = "历史资料来源"


def read(folder: Path) -> Content:
    return content.read(folder, folder / "content", "test", Cache(None))


def judge(found: Content, folder: Path) -> list[Problem]:
    """All problems, of reading and of the rules."""
    return [*found.problems, *rules.check(found.library, settings(found), folder, "content")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.lay(tmp_path_factory.mktemp("samples")).parent


@pytest.fixture(scope="module")
def found(folder: Path) -> Content:
    return read(folder)


@pytest.fixture(scope="module")
def public(found: Content) -> Projection:
    return project(found.library, settings(found))


def declared(shape: Shape, path: str, above: tuple[type[Model], ...] = ()) -> Iterator[str]:
    """The paths of all fields below a shape, without the numbers of items."""
    while shape.inner is not None:
        shape = shape.inner
    if shape.model is None or shape.model in above:
        return
    for item in fields_of(shape.model):
        below = f"{path}.{item.name}" if path else item.name
        yield below
        yield from declared(item.shape, below, (*above, shape.model))


def filled(value: Any, path: str = "") -> Iterator[str]:
    """The paths of all fields that were written, without the numbers of items."""
    if isinstance(value, tuple):
        for item in value:
            yield from filled(item, path)
    elif isinstance(value, Model):
        for name in value.model_fields_set:
            below = f"{path}.{name}" if path else name
            yield below
            yield from filled(getattr(value, name), below)


def lacking(model: type[Model], values: list[Model]) -> list[str]:
    """The declared fields that none of the values fills."""
    written = {path for value in values for path in filled(value)}
    return [path for path in declared(Shape("group", model=model), "") if path not in written]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_complete_sample_fills_every_declared_field(found: Content, kind: Any) -> None:
    record = found.library.records[samples.address_of(kind.name, "complete")]
    assert lacking(kind.model, [record.fields]) == []


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_the_entries_of_a_register_fill_every_declared_field(found: Content, register: Any) -> None:
    entries = [entry.fields for entry in found.library.registers[register.name].values()]
    assert lacking(register.model, entries) == []


def test_the_site_and_the_sidecars_fill_every_declared_field(found: Content) -> None:
    sidecars = [record.fields for record in found.library.sidecars.values()]
    assert lacking(Site, [found.site]) + lacking(Sidecar, [*sidecars]) == []


def test_a_field_that_lacks_is_found() -> None:
    assert "name" in lacking(Site, [])


def test_the_samples_have_no_problem_but_notes(found: Content, folder: Path) -> None:
    problems = judge(found, folder / "content")
    assert [each for each in problems if each.level is not Level.NOTE] == []


def test_the_samples_are_as_fmt_writes_them(folder: Path) -> None:
    sources, _ = content.sources(folder, folder / "content")
    odd = [
        source.file
        for source in sources.values()
        if put_in_order(source.data, source.file, source.model, "zh", source.by_id).data
        != source.data
    ]
    assert sources
    assert odd == []


def test_the_samples_are_as_clean_when_none_of_them_is_old_material(tmp_path: Path) -> None:
    """So that what is asked of old material alone hides no fault of a sample."""
    folder = samples.lay(tmp_path).parent
    for kind in KINDS:
        path = folder / "content" / samples.place_of(kind.name, "complete")
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        rest = [line for line in lines if not line.startswith(OLD)]
        assert len(rest) == len(lines) - 1
        path.write_text("".join(rest), encoding="utf-8")
    problems = judge(read(folder), folder / "content")
    assert [each for each in problems if each.level is not Level.NOTE] == []


@pytest.mark.parametrize("size", samples.ENDS)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_sample_is_public_and_stands_as_it_is(
    public: Projection, kind: Any, size: samples.Size
) -> None:
    record = public.records[samples.address_of(kind.name, size)]
    assert (record.listed, record.state) == (True, "public")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_minimal_sample_can_spare_none_of_its_keys(kind: Any, tmp_path: Path) -> None:
    """Without any one of its top keys something is asked for, or it is no longer public."""
    folder = samples.lay(tmp_path).parent
    path = folder / "content" / samples.place_of(kind.name, "minimal")
    text = path.read_text(encoding="utf-8")
    before = len(judge(read(folder), folder / "content"))
    spare = []
    for key in [line.partition(":")[0] for line in text.splitlines() if not line.startswith(" ")]:
        path.write_text(_without(text, key), encoding="utf-8")
        found = read(folder)
        shown = project(found.library, settings(found)).records
        is_public = samples.address_of(kind.name, "minimal") in shown
        if is_public and len(judge(found, folder / "content")) <= before:
            spare.append(key)
    assert spare == []


def _without(text: str, key: str) -> str:
    """A record without one key and what stands below it."""
    kept, out = [], False
    for line in text.splitlines(keepends=True):
        if not line.startswith((" ", "\n")):
            out = line.startswith(f"{key}:")
        if not out:
            kept.append(line)
    return "".join(kept)
