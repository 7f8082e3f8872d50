"""One record, or one entry of a register, as a file to be: its id, its path, its bytes.

In: what a row says, and its mapping. Out: a `NewFile` that was read back, or problems at the row
and column that they come from. It writes no file.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from huiying import messages
from huiying.importing.assembly import PUBLISHED, Draft, Leaf, nest
from huiying.importing.mapping import Mapping as Rules
from huiying.importing.rows import Cell, Row
from huiying.importing.surroundings import Surroundings
from huiying.importing.writing import write, write_entries
from huiying.problem import Mark, Problem
from huiying.proposal import propose_id
from huiying.records import ID, Kind, Parsed, Record, Register, construct, is_dated_id, parse
from huiying.records.dates import narrow
from huiying.records.field import fields_of
from huiying.records.reading import Marks
from huiying.records.values import canonical_text
from huiying.sheets.plan import Path

TITLE: Path = ("title",)
STAND_IN = "19000101-x"
"""For a record without an id, so that its other faults are told too."""
NEEDS_DAY, NEEDS_TITLE_AND_DAY = "day", "id-no-title"
"""Cases that say nothing new where the day or title has a fault of its own."""
LONGEST_STEM = 120
"""Characters of an id that come from the table: file names have an end."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """One record to be: its path below content/, its bytes, and the row it comes from.

    An entry of a register has the path of the register and its `id` there.
    """

    path: str
    data: bytes
    mark: Mark
    id: str = ""
    rows: int = 1
    """How many rows it comes from."""


def make_id(row: Row, draft: Draft, rules: Rules) -> tuple[str, Problem | None]:
    """The id that a row has or gets; or "" and why it has none."""
    cell = row.cells.get(rules.rules.id.column)
    text = cell.text.strip() if cell else ""
    heading = (cell.heading if cell else "") or rules.rules.id.column
    values = {"column": heading, "value": text[:40], "sheet": cell.sheet if cell else ""}
    mark = cell.mark if cell else row.mark
    if cell and cell.typed == "fault":
        return "", Problem("import-cell", mark, text, values)
    if rules.is_ours and not text:
        return _proposed(draft, rules, mark)
    stem = _stem(text, rules)
    if not stem and not rules.is_ours:
        return "", Problem("import-cell", mark, "id", values)
    if rules.is_ours and stem != text:
        near = narrow(text).lower()
        case = "id-form-near" if ID.match(near) else "id-form"
        return "", Problem("import-cell", mark, case, {**values, "near": near})
    if not _is_dated(rules) or is_dated_id(stem):
        return stem, None
    day = _day(draft)
    if day is None:
        return "", Problem("import-cell", mark, NEEDS_DAY, values)
    return f"{day}-{stem}", None


def _proposed(draft: Draft, rules: Rules, mark: Mark) -> tuple[str, Problem | None]:
    """An id for a row of our own workbook that has none, from its day and its title.

    The same row gets the same id each time: brought in again it is found to be there.
    """
    title, day = draft.leaves.get(TITLE), _day(draft)
    if isinstance(rules.kind, Kind) and title and (day or not _is_dated(rules)):
        on = date(int(day[:4]), int(day[4:6]), int(day[6:])) if day and _is_dated(rules) else None
        return propose_id(title.text, on, (), rules.kind.name), None
    case = "id-empty" if isinstance(rules.kind, Register) else NEEDS_TITLE_AND_DAY
    return "", Problem("import-cell", mark, case, {"sheet": draft.sheet})


def _stem(text: str, rules: Rules) -> str:
    """`<prefix><what the column says>` in the characters of ids; "" where it says nothing."""
    words = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    if not re.search("[a-z0-9]", words):
        return ""
    prefix = rules.rules.id.prefix or ""
    return re.sub(r"[^a-z0-9]+", "-", f"{prefix}{words}")[:LONGEST_STEM].strip("-")


def _is_dated(rules: Rules) -> bool:
    return isinstance(rules.kind, Kind) and rules.kind.model.dated


def _day(draft: Draft) -> str | None:
    """The day of publication as ids have it, `20260312`."""
    published = draft.leaves.get(PUBLISHED)
    text = canonical_text(published.text, "moment", "zh") if published else ""
    day = re.match(r"(\d{4})-(\d\d?)-(\d\d?)", text)
    id = f"{day[1]}{int(day[2]):02}{int(day[3]):02}" if day else ""
    return id if is_dated_id(f"{id}-x") else None


@dataclass(frozen=True, slots=True)
class _Built:
    """What leaves make: the file, and what is read back from it. `tree`: the leaves by place."""

    file: NewFile
    tree: Any
    parsed: Parsed
    record: Record[Any] | None
    faults: list[Problem]


def make_file(
    draft: Draft, id: str, rules: Rules, around: Surroundings, language: str
) -> NewFile | None:
    """The file of a record, read back and judged; its faults are told at the row that they come
    from, all in one run: also what the record lacks besides the values that are wrong."""
    if not draft.leaves:  # an id alone, or nothing that the mapping takes
        if draft.is_sound:
            values = {"sheet": draft.sheet}
            draft.problems.append(Problem("import-cell", draft.mark, "blank", values))
        return None
    built = _build(draft.leaves, draft.mark, id, rules, around)
    wrong = [leaf for fault in built.faults if (leaf := _leaf_at(fault, built))]
    kept = {
        path: leaf for path, leaf in draft.leaves.items() if not any(leaf is each for each in wrong)
    }
    sound = _build(kept, draft.mark, id, rules, around) if wrong and kept else built
    lacking = [(sound, fault) for fault in (around.judge(sound.record) if sound.record else ())]
    known = _labels([*draft.faulty, *(draft.leaves.keys() - kept.keys())], rules)
    faults = [(built, fault) for fault in built.faults] + lacking
    for of, fault in faults:
        if fault.rule != "required" or fault.values["key"] not in known:
            draft.problems.append(_at_cell(fault, of, draft, rules, language))
    return None if faults else built.file


def _build(
    leaves: Mapping[Path, Leaf], mark: Mark, id: str, rules: Rules, around: Surroundings
) -> _Built:
    """Write the leaves down and read them back."""
    kind, language, tree = rules.kind, rules.language, nest(leaves)
    record: Record[Any] | None
    if isinstance(kind, Kind):
        path = f"{kind.folder}/{id[:4]}/{id}.yml" if kind.model.dated else f"{kind.folder}/{id}.yml"
        file = NewFile(path, write(_plain(tree), kind.model, language).encode(), mark)
        parsed = parse(file.data, path, kind.model, language)
        record, faults = construct(parsed, kind.model, kind.name, id, path, around.zone)
        return _Built(file, tree, parsed, record, faults)
    data = write_entries({id: _plain(tree)}, kind.model, language).encode()
    file = NewFile(kind.file, data, mark, id)
    parsed = parse(data, kind.file, kind.model, language, by_id=True)
    record, faults = construct(parsed, kind.model, kind.name, id, kind.file, around.zone, id)
    return _Built(file, {id: tree}, parsed, record, [*parsed.problems, *faults])


def _labels(paths: Iterable[Path], rules: Rules) -> set[str]:
    """The labels of the fields on those paths: what stood there was told to be wrong."""
    found: set[str] = set()
    for path in paths:
        items = fields_of(rules.kind.model)
        for part in path:
            for item in items:
                if item.name == part:
                    found.add(item.label(rules.language))
                    items = fields_of(item.group) if item.group else ()
                    break
    return found


def _leaf_at(fault: Problem, built: _Built) -> Leaf | None:
    """The leaf in which a fault of the record stands; what is lacking stands in none."""
    if fault.rule == "required":
        return None
    at = (fault.mark.line, fault.mark.column)
    before = [each for each in _starts(built) if each[0] <= at]
    return max(before, key=lambda each: each[0])[1] if before else None


def _starts(built: _Built) -> list[tuple[tuple[int, int], Leaf]]:
    marks = Marks(built.parsed.marks)
    return [(marks.place(path), leaf) for path, leaf in _leaves(built.tree)]


def _at_cell(fault: Problem, built: _Built, draft: Draft, rules: Rules, language: str) -> Problem:
    """A fault of the record as a fault of the cell that it comes from."""
    words = messages.sentence(fault.key, fault.values, language)
    heading = _empty(fault.values, draft, rules) if fault.rule == "required" else None
    if heading is not None:
        mark = replace(draft.mark, column=heading.mark.column)
        values = {"column": heading.heading, "fault": words, "sheet": draft.sheet}
        return Problem("import-cell", mark, "lacking", values)
    if fault.rule == "required":
        # What an item lacks is told where the rest of it stands, which begins at its place.
        at = (fault.mark.line, fault.mark.column)
        rest = [each for each in _starts(built) if each[0] >= at and each[1].column]
        rest = rest if fault.case == "inner" else []
        near = min(rest, key=lambda each: each[0])[1] if rest else None
        values = {"fault": words, "sheet": (near.sheet if near else "") or draft.sheet}
        return Problem("import-cell", near.mark if near else draft.mark, "record", values)
    leaf = _leaf_at(fault, built)
    if leaf is None:
        values = {"fault": words, "sheet": draft.sheet}
        return Problem("import-cell", draft.mark, "record", values)
    values = {"column": leaf.column, "fault": words, "sheet": leaf.sheet}
    return Problem("import-cell", leaf.mark, "fault" if leaf.column else "constant", values)


def _empty(values: Mapping[str, str], draft: Draft, rules: Rules) -> Cell | None:
    """The heading of the column in which a field that a record lacks would be filled in."""
    words = f"{values.get('group', '')} {values['key']}".strip()
    return next(
        (
            each
            for each in rules.headings
            if each.sheet == draft.sheet and f"{each.heading} ".startswith(f"{words} ")
        ),
        None,
    )


def _leaves(tree: Any, path: str = "") -> Iterator[tuple[str, Leaf]]:
    if isinstance(tree, Leaf):
        yield path, tree
        return
    pairs = enumerate(tree) if isinstance(tree, list) else tree.items()
    for key, below in pairs:
        yield from _leaves(below, f"{path}.{key}" if path else str(key))


def _plain(tree: Any) -> Any:
    """The same tree with plain values for leaves."""
    if isinstance(tree, Leaf):
        return tree.value
    if isinstance(tree, list):
        return [_plain(item) for item in tree]
    return {key: _plain(value) for key, value in tree.items()}
