"""Bringing tables in: rows become records in files, and nothing that stands there is touched.

In: a table, a mapping, what is known of the site. Out: files of YAML ready to be written, and
problems with row and column for what could not be placed. Each file is read back before it counts:
what is written means what the row says, or it is not written.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from openpyxl.utils import get_column_letter

from huiying import messages
from huiying.importing.assembly import Draft, lead_out, merge, read_row
from huiying.importing.conversion import Zones
from huiying.importing.files import (
    NEEDS_DAY,
    NEEDS_TITLE_AND_DAY,
    STAND_IN,
    NewFile,
    make_file,
    make_id,
)
from huiying.importing.mapping import EACH
from huiying.importing.mapping import Mapping as Rules
from huiying.importing.rows import Row, Table
from huiying.importing.surroundings import Surroundings
from huiying.problem import Level, Mark, Problem


def bring_in(
    table: Table, rules: Rules, around: Surroundings, language: str = "zh"
) -> tuple[list[NewFile], list[Problem]]:
    """The files of a table's records. A record with an error makes none; the others go on."""
    problems = [*table.problems, *_missing_columns(table, rules)]
    if len(problems) > len(table.problems):
        return [], problems
    problems += _spare_columns(table, rules)
    drafts = _drafts(table, rules, around, problems)
    files: dict[tuple[str, str], NewFile] = {}
    for rows, draft in drafts:
        id, fault = make_id(rows[-1], draft, rules)
        whole = not any(row.faults for row in rows)
        file = make_file(draft, id or STAND_IN, rules, around, language) if whole else None
        file = file if draft.is_sound else None
        if fault and (draft.is_sound or fault.case not in (NEEDS_DAY, NEEDS_TITLE_AND_DAY)):
            draft.problems.append(fault)
        place = (file.path, id) if file and id else None
        if file and place in files:
            values = {"id": id}
            twice = Problem("import-twice", file.mark, "", values, also=files[place].mark)
            draft.problems.append(twice)
        elif file and place:
            files[place] = replace(file, rows=len(rows))
        problems += draft.problems
    return list(files.values()), [_placed(problem, language) for problem in problems]


def _placed(problem: Problem, language: str) -> Problem:
    """A problem of a cell with words for where that is, as editors find it in their program."""
    values = problem.values
    if problem.rule != "import-cell":
        return problem
    column, sheet = values.get("column", ""), values.get("sheet", "")
    case = ("sheet" if column else "sheet-row") if sheet else "" if column else "row"
    place = {"column": column, "sheet": sheet, "row": str(problem.mark.line)}
    place["letter"] = get_column_letter(problem.mark.column)
    words = messages.sentence(f"import-place.{case}".rstrip("."), place, language)
    return replace(problem, values={**values, "place": words})


def _drafts(
    table: Table, rules: Rules, around: Surroundings, problems: list[Problem]
) -> list[tuple[list[Row], Draft]]:
    """What each record says, with its rows."""
    zones = Zones(rules.zone or around.zone, around.zone)
    drafts: list[tuple[list[Row], Draft]] = []
    for rows in _grouped(table, rules, problems):
        revisions = [read_row(row, rules, zones, around.names) for row in rows]
        draft = merge(revisions, rules) if rules.rules.group_by else revisions[0]
        drafts.append((rows, draft))
    if rules.rules.old_site:
        old_site = rules.rules.old_site.rstrip("/")
        leaves = [item for _, draft in drafts for item in draft.leaves.items()]
        here = {leaf.text.rstrip("/") for path, leaf in leaves if path[0] == "former_urls"}
        for _, draft in drafts:
            lead_out(draft, old_site, here)
    return drafts


def wanted_columns(rules: Rules) -> frozenset[str]:
    """The columns that the mapping names, but for those that stand for many."""
    return frozenset(name for name in _wanted(rules) if EACH not in name)


def _wanted(rules: Rules) -> set[str]:
    """The columns that the mapping names."""
    columns = [target.rule.column for target in rules.targets]
    named = [rules.rules.id.column, rules.rules.group_by, rules.rules.order_by, *columns]
    return {name for name in named if name}


def _missing_columns(table: Table, rules: Rules) -> Iterator[Problem]:
    """Columns that the mapping names and the header lacks."""
    if table.header is not None:
        for name in sorted(_wanted(rules) - set(table.header)):
            near = get_close_matches(name, table.header, n=1, cutoff=0.5)
            values = {"column": name, "near": "".join(near)}
            yield Problem("import-column", rules.named[name], "near" if near else "", values)


def _spare_columns(table: Table, rules: Rules) -> Iterator[Problem]:
    """Columns that hold something and that nobody takes, each once."""
    known = _wanted(rules) | set(rules.rules.unused)
    counts: dict[str, int] = {}
    for row in table.rows:
        for name in row.cells:
            general = re.sub(r"\.\d+(?=\.|\Z)", f".{EACH}", name)
            if not known & {name, general, name.partition(".")[0]}:
                counts[general] = counts.get(general, 0) + 1
    for name, count in sorted(counts.items()):
        values = {"column": name, "count": str(count)}
        yield Problem("import-unused", Mark(table.file), "", values, Level.NOTE)


def _grouped(table: Table, rules: Rules, problems: list[Problem]) -> Iterator[list[Row]]:
    """The rows of each record, in the order in which records first appear."""
    column = rules.rules.group_by
    if column is None:
        yield from ([row] for row in table.rows)
        return
    groups: dict[str, list[Row]] = {}
    for row in table.rows:
        if column in row.cells:
            groups.setdefault(row.cells[column].text.strip(), []).append(row)
        else:
            problems.append(Problem("import-cell", row.mark, "missing", {"column": column}))
    for rows in groups.values():
        if _ordered(rows, rules.rules.order_by, problems):
            yield rows


def _ordered(rows: list[Row], column: str | None, problems: list[Problem]) -> bool:
    """Sort the rows of one record by a column of numbers; False where one is no number."""
    if column is None:
        return True
    numbers: dict[Mark, int] = {}
    for row in rows:
        text = row.cells[column].text.strip() if column in row.cells else ""
        if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
            values = {"column": column, "value": text[:40]}
            problems.append(Problem("import-cell", row.mark, "number", values))
            return False
        numbers[row.mark] = int(text)
    rows.sort(key=lambda row: numbers[row.mark])
    return True
