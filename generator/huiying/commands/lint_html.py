"""`huiying lint-html PATH…`: the government's page tags on any HTML, also what others wrote."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from huiying import build, lint
from huiying.commands import options
from huiying.commands.telling import pages, tell
from huiying.console.report import Report, Told
from huiying.fingerprint import fingerprints
from huiying.messages import sentence
from huiying.problem import Level, Problem, arrange

ENDINGS = (".html", ".htm", ".shtml", ".xhtml")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@options.strict
@options.language
@options.form
def command(paths: tuple[Path, ...], strict: bool, lang: str, form: str) -> None:
    """检查网页的政府网站标签，别的系统生成的网页也能查。PATH 是网页或文件夹。"""
    files = list(dict.fromkeys(_files(paths)))
    if not files:
        values = {"folder": str(paths[0]), "endings": " ".join(ENDINGS)}
        raise options.WrongUse(sentence("no-html", values, lang))
    problems = arrange(map(_weighed, lint.check(_read(files))))
    known = zip(problems, fingerprints(problems, Path()), strict=True)
    told = [Told(problem, fingerprint) for problem, fingerprint in known]
    tell(Report(told, lang, strict, pages=pages(told, lang)), form)
    sys.exit(1 if build.stops(problems, strict) else 0)


def _weighed(problem: Problem) -> Problem:
    """A file that was named and is no page by its name either: nothing was checked, so no pass."""
    is_none = problem.case == "no-page" and not problem.mark.file.lower().endswith(ENDINGS)
    return replace(problem, level=Level.ERROR) if is_none else problem


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that are named, and the pages below each folder, by path."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, below, names in os.walk(path):
            below.sort()
            if "manifest.json" in names and "fragments" in below:
                below.remove("fragments")  # of a built site: parts for pages of others, by design
            yield from (
                Path(folder, name) for name in sorted(names) if name.lower().endswith(ENDINGS)
            )


def _read(files: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Each file by the path to show; no more of it than is looked at, and one byte to know that."""
    for file in files:
        with file.open("rb") as opened:
            yield file.as_posix(), opened.read(lint.LARGEST + 1)
