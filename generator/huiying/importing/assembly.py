"""From rows to the values of records: what one row says, and what several rows of one record say.

In: rows and a mapping. Out: values under canonical paths, each with the place it comes from, and
problems with row and column for what could not be placed. It never touches a file.

Several rows of one record are its revisions, oldest first: the first gives the time of publication,
the last everything else, and each leaves an entry in the history.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any

from huiying.importing.conversion import (
    Converted,
    Fault,
    Zones,
    convert,
    name_to_id,
    pieces,
    read_tree,
)
from huiying.importing.mapping import EACH, Target
from huiying.importing.mapping import Mapping as Rules
from huiying.importing.rows import Cell, Row
from huiying.importing.surroundings import Names
from huiying.messages import sentence
from huiying.problem import Level, Mark, Problem
from huiying.records.field import fields_of
from huiying.records.vocabulary import HISTORY_TYPE
from huiying.sheets.plan import Path

PUBLISHED: Path = ("publish_at",)
VERDICT: Path = ("verdict",)
_INNER_LINK = re.compile(r"(?P<words>(?<!\\)\[[^\]\n]*\]\(<?)(?P<page>/(?!/)[^\s)>]*)")


@dataclass(frozen=True, slots=True)
class Leaf:
    """The text of one field and where it comes from; `column` is empty for constants."""

    text: str
    mark: Mark
    column: str = ""
    sheet: str = ""
    tree: Any = None
    """What the text says below a field of free keys."""

    @property
    def value(self) -> Any:
        """What is written."""
        return self.text if self.tree is None else self.tree


@dataclass(slots=True)
class Draft:
    """What one row, or one record, says so far."""

    mark: Mark
    leaves: dict[Path, Leaf] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    sheet: str = ""
    faulty: list[Path] = field(default_factory=list)
    """What was to be filled from cells that could not be taken."""

    @property
    def is_sound(self) -> bool:
        return all(problem.level is Level.NOTE for problem in self.problems)


def read_row(row: Row, rules: Rules, zones: Zones, names: Names) -> Draft:
    """The values of one row."""
    draft = Draft(row.mark, problems=list(row.faults), sheet=row.sheet)
    for target in rules.targets:
        for path, cell, column in _cells(row, target):
            _place(draft, target, path, cell, column, zones, names)
    for target in rules.targets:
        _complete(draft, row, target, zones, names)
    return draft


def _cells(row: Row, target: Target) -> Iterator[tuple[Path, Cell, str]]:
    """The cells that a rule takes, each with the path it fills; default and constant included."""
    column = target.rule.column or ""
    if EACH in column:
        form = re.compile(re.escape(column).replace(r"\*", r"(\d+)") + r"\Z")
        for name, cell in row.cells.items():
            match = form.match(name)
            if match:
                yield _at(target.path, int(match[1]) - 1), cell, name
    elif EACH not in target.path or target.rule.separator:
        fixed = target.rule.value or target.rule.default
        if column in row.cells:
            yield target.path, row.cells[column], column
        elif fixed is not None:
            yield target.path, Cell(fixed, target.mark), ""


def _at(path: Path, number: int) -> Path:
    return tuple(number if part == EACH else part for part in path)


def _place(
    draft: Draft,
    target: Target,
    path: Path,
    cell: Cell,
    column: str,
    zones: Zones,
    names: Names,
) -> None:
    """Put what stands in a cell where it belongs, or say why not."""
    if not column:
        draft.leaves[_at(path, 0)] = Leaf(cell.text, cell.mark)
        return
    heading = {"column": cell.heading or column, "sheet": cell.sheet}
    for number, piece in enumerate(pieces(cell.text, target.rule)):
        result = convert(piece, cell.typed, target, zones)
        if isinstance(result, Converted) and target.refers:
            result = name_to_id(result, target.refers, names)
        if isinstance(result, Fault):
            values = {**heading, **result.values}
            draft.problems.append(Problem("import-cell", cell.mark, result.case, values))
            draft.faulty.append(path)
            continue
        if _at(path, number) in draft.leaves:
            draft.problems.append(Problem("import-cell", cell.mark, "taken", heading))
            continue
        tree = read_tree(result.text) if target.type == "tree" else None
        leaf = Leaf(result.text, cell.mark, heading["column"], cell.sheet, tree)
        draft.leaves[_at(path, number)] = leaf
        if result.left_out:
            values = {**heading, "names": "、".join(result.left_out)}
            note = Problem("import-cell", cell.mark, "left-out", values, Level.NOTE)
            draft.problems.append(note)


def _complete(draft: Draft, row: Row, target: Target, zones: Zones, names: Names) -> None:
    """Fill what is the same in every item of a list, in the items that other rules have made."""
    if EACH not in target.path or target.rule.separator:
        return
    stem = target.path[: target.path.index(EACH)]
    numbers = {
        path[len(stem)]
        for path in draft.leaves
        if path[: len(stem)] == stem and len(path) > len(stem)
    }
    column = target.rule.column or ""
    fixed = target.rule.value or target.rule.default
    for number in sorted(int(number) for number in numbers):
        path = _at(target.path, number)
        if path in draft.leaves:
            continue
        if EACH not in column and column in row.cells:
            _place(draft, target, path, row.cells[column], column, zones, names)
        elif fixed is not None:
            draft.leaves[path] = Leaf(fixed, target.mark)


def merge(revisions: Sequence[Draft], rules: Rules) -> Draft:
    """One record from its rows, oldest first, with an entry of history for each."""
    first, last = revisions[0], revisions[-1]
    merged = Draft(first.mark, dict(last.leaves), sheet=first.sheet)
    merged.problems = [problem for draft in revisions for problem in draft.problems]
    merged.faulty = [path for draft in revisions for path in draft.faulty]
    if PUBLISHED in first.leaves:
        merged.leaves[PUBLISHED] = first.leaves[PUBLISHED]
    for number, draft in enumerate(revisions):
        before = revisions[number - 1] if number else None
        for key, leaf in _entry(before, draft, rules).items():
            merged.leaves[("history", number, key)] = leaf
    return merged


def _entry(before: Draft | None, now: Draft, rules: Rules) -> dict[str, Leaf]:
    """The entry of history that one revision leaves: a changed verdict is a correction."""
    case, texts = "first_published", {}
    values: dict[str, str] = {}
    if before is not None:
        changed = _changed(before, now, rules)
        case, values = "updated", {"fields": "、".join(changed)}
        if not changed:
            case = "clarified"
        if VERDICT in before.leaves and VERDICT in now.leaves and _differ(before, now, VERDICT):
            case = "corrected"
            texts = {"before": before.leaves[VERDICT].text, "after": now.leaves[VERDICT].text}
    term = HISTORY_TYPE.by_en[case]
    texts["type"] = term.zh if rules.language == "zh" else term.en
    texts["note"] = sentence(f"import-history.{case}", {**values, **texts}, rules.language)
    leaves = {key: Leaf(text, now.mark) for key, text in texts.items()}
    if PUBLISHED in now.leaves:
        leaves["at"] = now.leaves[PUBLISHED]
    return leaves


def _changed(before: Draft, now: Draft, rules: Rules) -> list[str]:
    """The labels of the fields that differ, in the order of declaration."""
    paths = before.leaves.keys() | now.leaves.keys()
    names = {path[0] for path in paths if path != PUBLISHED and _differ(before, now, path)}
    model = rules.kind.model
    return [item.label(rules.language) for item in fields_of(model) if item.name in names]


def _differ(before: Draft, now: Draft, path: Path) -> bool:
    one, other = before.leaves.get(path), now.leaves.get(path)
    return (one and one.text) != (other and other.text)


def lead_out(draft: Draft, old_site: str, here: Set[str]) -> None:
    """Make links to pages of the old site whole, save those to addresses that lead here now."""

    def whole(match: re.Match[str]) -> str:
        page = match["page"].partition("#")[0].rstrip("/")
        return match[0] if page in here else f"{match['words']}{old_site}{match['page']}"

    for path, leaf in draft.leaves.items():
        text = _INNER_LINK.sub(whole, leaf.text)
        if text != leaf.text:
            draft.leaves[path] = replace(leaf, text=text)


def nest(leaves: Mapping[Path, Leaf]) -> dict[str, Any]:
    """Values as groups and lists; a list without gaps, in the order of its numbers."""
    tree: dict[Any, Any] = {}
    for path, leaf in leaves.items():
        place = tree
        for part in path[:-1]:
            place = place.setdefault(part, {})
        place[path[-1]] = leaf
    nested = _close(tree)
    assert isinstance(nested, dict)
    return nested


def _close(tree: Any) -> Any:
    if isinstance(tree, Leaf):
        return tree
    if all(isinstance(key, int) for key in tree):
        return [_close(tree[number]) for number in sorted(tree)]
    return {key: _close(value) for key, value in tree.items()}
