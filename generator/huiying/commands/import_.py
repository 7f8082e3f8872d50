"""`huiying import FILE --mapping M.yml`: a table in, records as files; what is there stays."""

import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from huiying import console
from huiying.commands import options
from huiying.importing import bring_in
from huiying.importing.filing import file_organisations, file_records
from huiying.importing.mapping import read_mapping
from huiying.importing.tables import read_table
from huiying.messages import sentence
from huiying.problem import Level, arrange
from huiying.records import construct, parse
from huiying.records.site import Site

SHIPPED = Path(__file__).parent.parent / "importing" / "mappings"
"""Mappings that come with the package; their names stand for them."""


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--mapping", required=True, metavar="M.yml", help="映射文件，或自带映射的名字。")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("content"),
    show_default=True,
    help="写到哪个内容文件夹。",
)
@options.language
def command(file: Path, mapping: str, into: Path, lang: str) -> None:
    """把 CSV、JSONL 或 Markdown 里的旧资料写成记录。已有的文件不会改动。"""
    path = _mapping_path(mapping)
    rules, problems = read_mapping(path.read_bytes(), path.as_posix())
    if rules is not None:
        table = read_table(file, rules.hidden)
        files, more = bring_in(table, rules, _zone(into), lang)
        refused = list(file_records(files, into))
        problems += [*more, *refused]
        if table.rows:  # of a table that could not be read nobody needs the bodies
            problems += file_organisations(rules, into)
        values = {"count": str(len(files) - len(refused)), "rows": str(len(table.rows))}
        click.echo(sentence("import-done", {**values, "folder": into.as_posix()}, lang))
    found = arrange(problems)
    for problem in found:
        click.echo(console.line(problem, lang), err=True)
    if found:
        click.echo(console.summary(found, lang), err=True)
    sys.exit(1 if any(problem.level is Level.ERROR for problem in problems) else 0)


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
