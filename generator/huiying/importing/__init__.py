"""Bringing tables in: rows become records in files, and nothing that stands there is touched.

In: a table, a mapping, the site's zone. Out: files of YAML ready to be written, and problems with
row and column for what could not be placed. Each file is read back before it counts: what is
written means what the row says, or it is not written.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo

from huiying import messages
from huiying.importing.assembly import PUBLISHED, Draft, Leaf, lead_out, merge, nest, read_row
from huiying.importing.conversion import Zones
from huiying.importing.mapping import EACH
from huiying.importing.mapping import Mapping as Rules
from huiying.importing.tables import Row, Table
from huiying.importing.writing import write
from huiying.problem import Level, Mark, Problem
from huiying.records import Parsed, construct, is_dated_id, parse
from huiying.records.field import Marks

LONGEST_STEM = 120
"""Characters of an id that come from the table: file names have an end."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """One record to be: its path below content/, its bytes, and the row it comes from."""

    path: str
    data: bytes
    mark: Mark


def bring_in(
    table: Table, rules: Rules, zone: ZoneInfo, language: str = "zh"
) -> tuple[list[NewFile], list[Problem]]:
    """The files of a table's records. A record with an error makes none; the others go on."""
    problems = [*table.problems, *_missing_columns(table, rules)]
    if len(problems) > len(table.problems):
        return [], problems
    problems += _spare_columns(table, rules)
    drafts = _drafts(table, rules, Zones(rules.zone or zone, zone), problems)
    files: dict[str, NewFile] = {}
    for row, draft in drafts:
        id = _id(row, draft, rules)
        file = _file(draft, id, rules, zone, language) if draft.is_sound else None
        if file and file.path in files:
            values = {"id": id}
            twice = Problem("import-twice", file.mark, "", values, also=files[file.path].mark)
            draft.problems.append(twice)
        elif file:
            files[file.path] = file
        problems += draft.problems
    return list(files.values()), problems


def _drafts(
    table: Table, rules: Rules, zones: Zones, problems: list[Problem]
) -> list[tuple[Row, Draft]]:
    """What each record says, with the last of its rows."""
    drafts: list[tuple[Row, Draft]] = []
    for rows in _grouped(table, rules, problems):
        revisions = [read_row(row, rules, zones) for row in rows]
        draft = merge(revisions, rules) if rules.rules.group_by else revisions[0]
        drafts.append((rows[-1], draft))
    if rules.rules.old_site:
        old_site = rules.rules.old_site.rstrip("/")
        leaves = [item for _, draft in drafts for item in draft.leaves.items()]
        here = {leaf.text.rstrip("/") for path, leaf in leaves if path[0] == "former_urls"}
        for _, draft in drafts:
            lead_out(draft, old_site, here)
    return drafts


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


def _id(row: Row, draft: Draft, rules: Rules) -> str:
    """`<yyyymmdd>-<prefix><what the column says>`, or "" with the reason among the problems."""
    column, prefix = rules.rules.id.column, rules.rules.id.prefix or ""
    text = row.cells[column].text if column in row.cells else ""
    words = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", f"{prefix}{words}")[:LONGEST_STEM].strip("-")
    values = {"column": column, "value": text[:40]}
    if not re.search("[a-z0-9]", words):
        draft.problems.append(Problem("import-cell", row.mark, "id", values))
        return ""
    if not rules.kind.model.dated or is_dated_id(stem):
        return stem
    published = draft.leaves.get(PUBLISHED)
    day = re.match(r"(\d{4})-(\d\d?)-(\d\d?)", published.text) if published else None
    if day is None:
        if draft.is_sound:  # else the fault that left it out is told already
            draft.problems.append(Problem("import-cell", row.mark, "day", values))
        return ""
    return f"{day[1]}{int(day[2]):02}{int(day[3]):02}-{stem}"


def _file(draft: Draft, id: str, rules: Rules, zone: ZoneInfo, language: str) -> NewFile | None:
    """The file of a record, read back; its faults are told at the row that they come from."""
    kind = rules.kind
    path = f"{kind.folder}/{id[:4]}/{id}.yml" if kind.model.dated else f"{kind.folder}/{id}.yml"
    tree = nest(draft.leaves)
    data = write(_texts(tree), kind.model, rules.language).encode()
    parsed = parse(data, path, kind.model, rules.language)
    _, faults = construct(parsed, kind.model, kind.name, id, path, zone)
    for fault in faults:
        words = messages.sentence(fault.key, fault.values, language)
        leaf = None if fault.rule == "required" else _leaf_at(tree, parsed, fault.mark.line)
        case = "record" if leaf is None else "fault" if leaf.column else "constant"
        values = {"column": leaf.column if leaf else "", "fault": words}
        mark = leaf.mark if leaf else draft.mark
        draft.problems.append(Problem("import-cell", mark, case, values, fault.level))
    return None if faults else NewFile(path, data, draft.mark)


def _leaf_at(tree: Any, parsed: Parsed, line: int) -> Leaf | None:
    """The leaf that stands at a line of the record's file, which is the last that begins there."""
    found: tuple[int, Leaf] | None = None
    marks = Marks(parsed.marks)
    for path, leaf in _leaves(tree):
        start, _ = marks.place(path)
        if start <= line and (found is None or start > found[0]):
            found = (start, leaf)
    return found[1] if found else None


def _leaves(tree: Any, path: str = "") -> Iterator[tuple[str, Leaf]]:
    if isinstance(tree, Leaf):
        yield path, tree
        return
    pairs = enumerate(tree) if isinstance(tree, list) else tree.items()
    for key, below in pairs:
        yield from _leaves(below, f"{path}.{key}" if path else str(key))


def _texts(tree: Any) -> Any:
    """The same tree with texts for leaves."""
    if isinstance(tree, Leaf):
        return tree.text
    if isinstance(tree, list):
        return [_texts(item) for item in tree]
    return {key: _texts(value) for key, value in tree.items()}
