"""`huiying import FILE`: a table in, records as files; what is there stays.

Our own workbooks come in as they are; any other table needs `--mapping M.yml`.
"""

import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from huiying import console
from huiying.commands import options
from huiying.importing import bring_in, wanted_columns
from huiying.importing.filing import file_organisations, file_records
from huiying.importing.mapping import read_mapping
from huiying.importing.tables import read_sheets, read_table
from huiying.importing.templates import is_ours, recognise
from huiying.messages import sentence
from huiying.problem import Level, Problem, arrange
from huiying.records import construct, parse
from huiying.records.site import Site

SHIPPED = Path(__file__).parent.parent / "importing" / "mappings"
"""Mappings that come with the package; their names stand for them."""


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--mapping", metavar="M.yml", help="映射文件，或自带映射的名字。huiying new 做的表格不用写。"
)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("content"),
    show_default=True,
    help="写到哪个内容文件夹。",
)
@options.language
def command(file: Path, mapping: str | None, into: Path, lang: str) -> None:
    """把表格（.xlsx、.xls、.ods、.csv）、JSONL 或 Markdown 写成记录。已有的文件不会改动。"""
    if mapping is None:
        problems = _from_template(file, into, lang)
    else:
        problems = _by_mapping(file, _mapping_path(mapping), into, lang)
    found = arrange(problems)
    for problem in found:
        click.echo(console.line(problem, lang), err=True)
    if found:
        click.echo(console.summary(found, lang), err=True)
    sys.exit(1 if any(problem.level is Level.ERROR for problem in problems) else 0)


def _from_template(file: Path, into: Path, lang: str) -> list[Problem]:
    """Bring in a workbook that was made by `huiying new`."""
    tables, problems = read_sheets(file, is_ours)
    if problems:
        return problems
    found, problems = recognise(tables, file.as_posix())
    counts = []
    for table, rules in found:
        files, faults = bring_in(table, rules, _zone(into), lang)
        refused = list(file_records(files, into))
        problems += [*faults, *refused]
        counts.append((len(files) - len(refused), len(table.rows)))
    if counts:
        _say(sum(count for count, _ in counts), sum(rows for _, rows in counts), into, lang)
    return problems


def _by_mapping(file: Path, path: Path, into: Path, lang: str) -> list[Problem]:
    """Bring in a table of any kind, as a mapping says."""
    rules, problems = read_mapping(path.read_bytes(), path.as_posix())
    if rules is not None:
        table = read_table(file, rules.hidden, rules.rules.sheet, wanted_columns(rules))
        files, more = bring_in(table, rules, _zone(into), lang)
        refused = list(file_records(files, into))
        problems += [*more, *refused]
        if table.rows:  # of a table that could not be read nobody needs the bodies
            problems += file_organisations(rules, into)
        _say(len(files) - len(refused), len(table.rows), into, lang)
    return problems


def _say(count: int, rows: int, into: Path, lang: str) -> None:
    values = {"count": str(count), "rows": str(rows), "folder": into.as_posix()}
    click.echo(sentence("import-done", values, lang))


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


def _zone(folder: Path) -> ZoneInfo:
    """The site's zone, in which records are written; that of Beijing where site.yml says none."""
    path = folder / "site.yml"
    usual = ZoneInfo("Asia/Shanghai")
    if not path.is_file():
        return usual
    parsed = parse(path.read_bytes(), path.as_posix(), Site, "zh")
    site, _ = construct(parsed, Site, "site", "site", path.as_posix(), usual)
    try:
        return ZoneInfo(site.fields.time_zone) if site else usual
    except (ValueError, OSError, KeyError):
        return usual
