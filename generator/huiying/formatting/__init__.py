"""The one canonical form of a file: what `fmt` writes, with every comment kept.

In: the bytes of a record, register, sidecar or site.yml, what it declares, and a key language.
Out: its canonical bytes, or the problems that leave its meaning uncertain; then it is left as it
is. What is merely missing does not: a draft can be put in order before it is complete.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from huiying.formatting.layout import read_layout
from huiying.formatting.outline import read_outline
from huiying.formatting.placing import place_comments
from huiying.importing.writing import spell, write, write_entries
from huiying.problem import Problem
from huiying.records import Parsed, construct, parse
from huiying.records.field import Model, Shape
from huiying.source import Map, read

MENDED = {"mixed-keys"}
"""Problems that the canonical form does not have: its keys are of one language."""
MERELY_MISSING = {"required"}
_ANY_ZONE = ZoneInfo("Asia/Shanghai")
"""Nothing that is written depends on the zone."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file in canonical form, or (`data` None) why it has none."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()


def put_in_order(
    data: bytes, file: str, model: type[Model], language: str, by_id: bool = False
) -> Formatted:
    """The canonical form of a file with keys of one language. `by_id`: a register.

    Raises AssertionError if the form would not say the same: that is our mistake, never the file's.
    """
    shape = Shape("ids", Shape("group", model=model)) if by_id else Shape("group", model=model)
    problems = tuple(_problems(data, file, model, by_id, language, shape))
    if problems:
        return Formatted(None, problems)
    if not _root(data, file).entries:  # empty braces: nothing to put in order
        return Formatted(data)
    formed = _form(data, file, model, language, by_id, shape)
    assert _meaning(formed, file, language, shape) == _meaning(data, file, language, shape), file
    assert _form(formed, file, model, language, by_id, shape) == formed, file
    return Formatted(formed)


def _problems(
    data: bytes, file: str, model: type[Model], by_id: bool, language: str, shape: Shape
) -> Iterator[Problem]:
    """What makes the meaning uncertain, said in the file's own language."""
    parsed = parse(data, file, model, language, by_id)
    found = [problem for problem in parsed.problems if problem.rule not in MENDED]
    if found or parsed.values is None:
        yield from found
        return
    values = spell(parsed.values, shape, parsed.language)
    sound = Parsed(parsed.language, values, parsed.marks, ())
    for id in values if by_id else ("",):
        _, faults = construct(sound, model, "", id, file, _ANY_ZONE, id)
        yield from (fault for fault in faults if fault.rule not in MERELY_MISSING)


def _form(
    data: bytes, file: str, model: type[Model], language: str, by_id: bool, shape: Shape
) -> bytes:
    root = _root(data, file)
    outline = read_outline(root, shape)
    notes = place_comments(outline, read_layout(data))
    written = (write_entries if by_id else write)(outline.values, model, language, notes)
    return written.encode()


def _meaning(data: bytes, file: str, language: str, shape: Shape) -> Any:
    """All that a file says: its values in one spelling, and its comments."""
    comments = Counter(each.text for each in read_layout(data).comments if each.text)
    return spell(read_outline(_root(data, file), shape).values, shape, language), comments


def _root(data: bytes, file: str) -> Map:
    root, problems = read(data, file)
    assert isinstance(root, Map), file
    assert not problems, file
    return root
