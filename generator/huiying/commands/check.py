"""`huiying check [PATH…]`: every problem of the content, sorted by place."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from huiying import baseline, build, console, tally
from huiying.baseline import Entry
from huiying.build import Site
from huiying.commands import options
from huiying.commands.reading import read_site
from huiying.commands.replacing import put_out
from huiying.commands.telling import pages, tell
from huiying.console.report import Report, Told
from huiying.fingerprint import fingerprints
from huiying.links import asking, external_link
from huiying.messages import sentence
from huiying.problem import Mark, Problem, arrange


@dataclass(frozen=True, slots=True)
class Found:
    """A problem as it is told, and as a baseline knows it: by its file from the site's root."""

    told: Told
    entry: Entry


def _baselines(command: Callable[..., Any]) -> Callable[..., Any]:
    words = "这份基线里已知的问题只报个数，不算错。"
    known = click.Path(exists=True, dir_okay=False, path_type=Path)
    command = click.option("--write-baseline", **_NEW)(command)
    return click.option("--baseline", "known", type=known, metavar="FILE", help=words)(command)


_NEW: dict[str, Any] = {
    "type": click.Path(dir_okay=False, path_type=Path),
    "metavar": "FILE",
    "help": "把现有的问题记进这份基线；同时写 --baseline 时只减不加。",
}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@options.config_file
@options.now
@options.against
@options.strict
@options.language
@options.form
@_baselines
@click.option("--links", is_flag=True, help="另外访问外部网址，看打不打得开；要联网。")
def command(
    paths: tuple[Path, ...],
    config_file: Path,
    now: datetime | None,
    against: str,
    strict: bool,
    lang: str,
    form: str,
    known: Path | None,
    write_baseline: Path | None,
    links: bool,
) -> None:
    """检查内容，列出每一处问题。写明 PATH 时只列这些文件里的。"""
    if paths and write_baseline:
        raise click.UsageError(sentence("baseline.part", {}, lang))
    site = read_site(config_file.resolve(), now, against)
    is_asked = _asked(paths, site, lang)
    problems = [*site.problems, *(_failing(site) if links else ())]
    found = [each for each in _found(site, problems) if is_asked(each.entry.file)]
    entries = _read(known, lang) if known else None
    if write_baseline:
        entries = _write(write_baseline, found, entries, lang)
    report = _report(found, entries or frozenset(), is_asked, lang, strict)
    tell(report, form)
    if form == "text" and not paths:
        for line in tally.standing(site, now is not None, lang):
            click.echo(line)
    sys.exit(1 if build.stops(report.problems, strict) else 0)


def _asked(paths: tuple[Path, ...], site: Site, lang: str) -> Callable[[str], bool]:
    """Whether a file, from the site's root, is one that was asked about."""
    chosen = [path.resolve() for path in paths]
    for path in chosen:
        if not path.is_relative_to(site.folder):
            values = {"file": str(path), "folder": console.way(site.folder, ".")}
            raise click.UsageError(sentence("other-site", values, lang))
    return lambda file: not chosen or any((site.root / file).is_relative_to(it) for it in chosen)


def _failing(site: Site) -> Iterator[Problem]:
    """What is wrong with addresses outside the site. They are asked now, whatever `--now` says."""
    file = site.root / ".huiying" / "links.json"
    mark = Mark(f"{site.folder.relative_to(site.root).as_posix()}/site.yml")
    library, now = site.content.library, datetime.now(UTC)
    return external_link.check(library, site.settings, site.folder, file, mark, now, asking.ask)


def _found(site: Site, problems: Iterable[Problem]) -> list[Found]:
    """Those problems with their fingerprints, by place."""
    problems = arrange(problems)
    return [
        Found(
            Told(console.from_here(problem, site.root), fingerprint),
            Entry(problem.mark.file, problem.rule, fingerprint),
        )
        for problem, fingerprint in zip(problems, fingerprints(problems, site.root), strict=True)
    ]


def _read(file: Path, lang: str) -> frozenset[Entry]:
    try:
        return baseline.read(file.read_bytes())
    except baseline.Unusable:
        raise click.UsageError(sentence("baseline", {"file": str(file)}, lang)) from None


def _write(
    file: Path, found: list[Found], known: frozenset[Entry] | None, lang: str
) -> frozenset[Entry]:
    """Write what can be put off, of what was known if that is given; what the file holds then."""
    takes = [each.entry for each in found if baseline.takes(each.entry.rule)]
    kept = frozenset(each for each in takes if known is None or each in known)
    put_out(file, baseline.written(kept), baseline.is_baseline, lang)
    values = {"file": str(file), "count": str(len(kept))}
    click.echo(sentence("baseline.written", values, lang), err=True)
    refused = len(found) - len(takes)
    if refused:
        click.echo(sentence("baseline.refused", {"count": str(refused)}, lang), err=True)
    return kept


def _report(
    found: list[Found],
    known: frozenset[Entry],
    is_asked: Callable[[str], bool],
    lang: str,
    strict: bool,
) -> Report:
    """What is new, how much is known, and which entries of the baseline nobody finds any more."""
    told = [it.told for it in found if it.entry not in known or not baseline.takes(it.entry.rule)]
    gone = known - {each.entry for each in found if baseline.takes(each.entry.rule)}
    return Report(
        told,
        lang,
        strict,
        known=len(found) - len(told),
        gone=sorted(each for each in gone if is_asked(each.file)),
        pages=pages(told, lang),
    )
