"""`huiying check [PATH…]`: every problem of the content, sorted by place."""

import sys
from datetime import datetime
from pathlib import Path

import click

from huiying import build, console, doors
from huiying.commands import options
from huiying.commands.build import config_facts
from huiying.messages import sentence
from huiying.problem import arrange


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@options.config_file
@options.now
@options.strict
@options.language
def command(
    paths: tuple[Path, ...], config_file: Path, now: datetime | None, strict: bool, lang: str
) -> None:
    """检查内容，列出每一处问题。写明 PATH 时只列这些文件里的。"""
    config_file = config_file.resolve()
    desk = doors.open_desk(config_file.parent)
    try:
        facts = config_facts(config_file, desk)
        root = config_file.parent
        place = doors.Place(root, root / facts.content, facts.base_url, root / facts.site_dir)
        site = doors.read(place, desk, now or doors.clock())
    finally:
        desk.close()
    chosen = [path.resolve() for path in paths]
    for path in chosen:
        if not path.is_relative_to(place.content):
            values = {"file": str(path), "folder": console.way(root, facts.content)}
            raise click.UsageError(sentence("other-site", values, lang))
    problems = [
        problem
        for problem in arrange(site.problems)
        if not chosen or any((root / problem.mark.file).is_relative_to(path) for path in chosen)
    ]
    for problem in problems:
        click.echo(console.line(console.from_here(problem, root), lang))
    click.echo(console.summary(problems, lang))
    sys.exit(1 if build.stops(problems, strict) else 0)
