"""`huiying import FILE`: a table in, records as files; what is there stays.

Our own workbooks come in as they are; any other table needs `--mapping M.yml`.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import click

from huiying import doors
from huiying.build import Site
from huiying.commands import options
from huiying.commands.answers import choices_of, names_of
from huiying.commands.reading import read_site
from huiying.importing import bring_in, wanted_columns
from huiying.importing.files import NewFile
from huiying.importing.filing import file_organisations, file_records
from huiying.importing.mapping import Mapping, read_mapping
from huiying.importing.rows import Table
from huiying.importing.surroundings import Names, Surroundings
from huiying.importing.tables import read_sheets, read_table
from huiying.importing.templates import is_ours, recognise
from huiying.messages import sentence
from huiying.problem import Level, Mark, Problem
from huiying.records import REGISTERS, Record
from huiying.rules import required

SHIPPED = Path(__file__).parent.parent / "importing" / "mappings"
"""Mappings that come with the package; their names stand for them."""
MOST_NAMED = 20
"""Files that are named one by one."""


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@options.config_file
@click.option(
    "--mapping", metavar="M.yml", help="映射文件，或自带映射的名字。huiying new 做的表格不用写。"
)
@options.language
def command(file: Path, config_file: Path, mapping: str | None, lang: str) -> None:
    """把表格（.xlsx、.xls、.ods、.csv）、JSONL 或 Markdown 写成记录。已有的文件不会改动。"""
    rules_file = _mapping_path(mapping) if mapping is not None else None
    desk = _Import(read_site(config_file.resolve()), lang)
    if rules_file is None:
        desk.from_template(file)
    else:
        desk.by_mapping(file, rules_file)
    desk.tell(file)
    sys.exit(1 if any(problem.level is Level.ERROR for problem in desk.problems) else 0)


@dataclass(slots=True)
class _Import:
    """One file on its way into a site, and what became of it."""

    site: Site
    lang: str
    rows: int = 0
    written: list[NewFile] = field(default_factory=list)
    same: list[NewFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """The content folder as people see it from where they stand."""
        content, here = self.site.folder, Path.cwd()
        return content.relative_to(here) if content.is_relative_to(here) else content

    def from_template(self, file: Path) -> None:
        """Bring in a workbook that was made by `huiying new`."""
        tables, problems = read_sheets(file, is_ours)
        self.problems += problems
        if not problems:
            found, problems = recognise(tables, file.as_posix())
            self.problems += problems
            for table, rules in found:
                self._bring_in(table, rules)

    def by_mapping(self, file: Path, path: Path) -> None:
        """Bring in a table of any kind, as a mapping says."""
        rules, problems = read_mapping(path.read_bytes(), path.as_posix())
        self.problems += problems
        if rules is not None:
            table = read_table(file, rules.hidden, rules.rules.sheet, wanted_columns(rules))
            self._bring_in(table, rules)
            if table.rows:  # of a table that could not be read nobody needs the bodies
                self.problems += file_organisations(rules, self.folder)

    def _bring_in(self, table: Table, rules: Mapping) -> None:
        around = Surroundings(self.site.settings.zone, _ids_by_name(self.site), _judge(self.site))
        files, problems = bring_in(table, rules, around, self.lang)
        filed = file_records(files, self.folder)
        self.rows += len(table.rows) + table.unread
        self.written += filed.written
        self.same += filed.same
        self.problems += [*problems, *filed.problems]

    def tell(self, file: Path) -> None:
        """Print what was written, what was there, what was left out and why."""
        if not self.rows and all(each.level is not Level.ERROR for each in self.problems):
            self.problems.append(Problem("import-no-rows", Mark(file.as_posix())))
        for line in self._summary() if self.rows else ():
            click.echo(line)
        doors.report(self.problems, self.lang)

    def _summary(self) -> Iterator[str]:
        left = self.rows - sum(each.rows for each in (*self.written, *self.same))
        values = {"rows": self.rows, "count": len(self.written), "same": len(self.same)}
        texts = {name: str(value) for name, value in {**values, "left": left}.items()}
        yield sentence("import-done" if self.written else "import-done.none", texts, self.lang)
        places = list(self._places())
        yield from (f"  {place}" for place in places[:MOST_NAMED])
        if len(places) > MOST_NAMED:
            more = {"count": str(len(places) - MOST_NAMED)}
            yield f"  {sentence('import-more', more, self.lang)}"
        if self.same:
            yield sentence("import-same", texts, self.lang)
        if left:
            yield sentence("import-left", texts, self.lang)

    def _places(self) -> Iterator[str]:
        """Each new file; a register once, with its new entries."""
        entries = defaultdict[str, list[str]](list)
        for each in self.written:
            entries[each.path] += [each.id] * bool(each.id)
        for path, ids in entries.items():
            yield " ".join([(self.folder / path).as_posix(), *ids])


def _judge(site: Site) -> Callable[[Record[Any]], Iterator[Problem]]:
    """What `check` would say a new record lacks, as far as that stops it."""

    def judge(record: Record[Any]) -> Iterator[Problem]:
        is_entry = any(register.name == record.kind for register in REGISTERS)
        alone = replace(
            site.content.library,
            records={} if is_entry else {record.id: record},
            registers={record.kind: {record.id: record}} if is_entry else {},
        )
        problems = required.check(alone, site.settings)
        return (problem for problem in problems if problem.level is Level.ERROR)

    return judge


def _ids_by_name(site: Site) -> Names:
    """Who or what has which name; one that is an id itself is that id."""
    library = site.content.library
    named = {
        register: {choice.value: choice.names for choice in choices_of(library, register)}
        for register in library.registers
    }
    named["topic"] = {id: (title,) for id, title in names_of(library)["topic"].items()}
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for refers, names_by_id in named.items():
        for id, names in names_by_id.items():
            for name in dict.fromkeys(names):
                if name not in names_by_id:
                    found[refers][name].append(id)
    return {
        refers: {name: tuple(ids) for name, ids in names.items()} for refers, names in found.items()
    }


def _mapping_path(name: str) -> Path:
    """The mapping's file: as named, else the shipped one of that name."""
    shipped = SHIPPED / f"{name}.yml"
    path = Path(name)
    if path.is_file():
        return path
    if shipped.is_file() and shipped.parent == SHIPPED:
        return shipped
    known = "、".join(sorted(each.stem for each in SHIPPED.glob("*.yml")))
    raise click.BadParameter(
        f"没有“{name}”这个文件。自带的映射有：{known}。", param_hint="--mapping"
    )
