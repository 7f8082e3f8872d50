"""`huiying fmt [PATH…]`: records in their one canonical form, comments kept.

A file whose meaning is uncertain stays as it is, byte for byte, and its problems are printed; the
others go on. `--check` and `--diff` write nothing.
"""

import difflib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

from huiying import console, content, doors
from huiying.commands import options
from huiying.commands.build import config_facts
from huiying.commands.replacing import replace_file
from huiying.content import Source
from huiying.formatting import put_in_order
from huiying.messages import sentence
from huiying.problem import Level, Problem, arrange
from huiying.records import parse
from huiying.records.site import Site
from huiying.records.vocabulary import KEY_LANGUAGE


@dataclass(slots=True)
class Outcome:
    """What became of the files: canonical bytes of those not in order, and the faults of others."""

    changed: dict[str, bytes] = field(default_factory=dict)
    same: int = 0
    left: int = 0
    problems: list[Problem] = field(default_factory=list)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@options.config_file
@click.option("--check", is_flag=True, help="只检查，不改动；有文件需要整理时退出码是 1。")
@click.option("--diff", is_flag=True, help="只显示会改哪里，不改动。")
@click.option("--keys", type=click.Choice(["zh", "en"]), help="键用哪种语言；不写就按 site.yml。")
@options.language
def command(
    paths: tuple[Path, ...], config_file: Path, check: bool, diff: bool, keys: str | None, lang: str
) -> None:
    """把记录整理成统一的写法：键的顺序和语言、日期、引号、缩进；注释保留。"""
    root, folder = _place(config_file.resolve())
    found, problems = content.sources(root, folder)
    chosen = _Chosen(paths, root, folder)
    files = [source for source in found.values() if source.file in chosen]
    outcome = _put_in_order(files, keys or _key_language(found, f"{chosen.base}/site.yml"))
    outcome.problems += (
        each for each in problems if each.level is Level.ERROR and each.mark.file in chosen
    )
    chosen.refuse_others([*found, *(each.mark.file for each in problems)])
    if diff:
        _show(outcome, root, found)
    elif not check:
        _write(outcome, root, found)
    _tell(outcome, root, check or diff, diff, lang)
    sys.exit(1 if outcome.problems or (check and outcome.changed) else 0)


def _place(config_file: Path) -> tuple[Path, Path]:
    """The site's root and its content folder."""
    desk = doors.open_desk(config_file.parent)
    try:
        return config_file.parent, config_file.parent / config_facts(config_file, desk).content
    finally:
        desk.close()


class _Chosen:
    """The files that were asked for: all, or those of the paths."""

    def __init__(self, paths: Iterable[Path], root: Path, folder: Path) -> None:
        self.root = root
        self.base = Path(os.path.relpath(folder, root)).as_posix()
        self.paths = [path.resolve() for path in paths]
        for path in self.paths:
            if not path.is_relative_to(folder.resolve()):
                values = {"file": str(path), "folder": console.way(root, self.base)}
                raise click.UsageError(sentence("other-site", values))

    def __contains__(self, file: str) -> bool:
        path = (self.root / file).resolve()
        return not self.paths or any(path.is_relative_to(each) for each in self.paths)

    def refuse_others(self, known: Iterable[str]) -> None:
        """Wrong use: a file was named that is no record and has no problem either."""
        files = {(self.root / file).resolve() for file in known}
        for path in self.paths:
            if path.is_file() and path not in files:
                raise click.UsageError(f"{path} 不是记录、登记册、媒体说明或 site.yml。")


def _key_language(found: Mapping[str, Source], site: str) -> str:
    """The site's key language, also where the rest of its record is not complete yet."""
    if site not in found:
        return "zh"
    parsed = parse(found[site].data, site, Site, "zh")
    value = (parsed.values or {}).get("key_language")
    terms = {name: term.en for term in KEY_LANGUAGE for name in (term.en, term.zh)}
    return terms.get(value, "zh") if isinstance(value, str) else "zh"


def _put_in_order(files: Iterable[Source], language: str) -> Outcome:
    outcome = Outcome()
    for source in files:
        formed = put_in_order(source.data, source.file, source.model, language, source.by_id)
        if formed.data is None:
            outcome.left += 1
            outcome.problems += formed.problems
        elif formed.data == source.data:
            outcome.same += 1
        else:
            outcome.changed[source.file] = formed.data
    return outcome


def _write(outcome: Outcome, root: Path, found: Mapping[str, Source]) -> None:
    """Put the new bytes in place; a file in use, or changed since it was read, stays as it is."""
    for file, data in list(outcome.changed.items()):
        problem = replace_file(root / file, file, found[file].data, data)
        if problem is not None:
            del outcome.changed[file]
            outcome.left += 1
            outcome.problems.append(problem)


def _show(outcome: Outcome, root: Path, found: Mapping[str, Source]) -> None:
    for file, data in outcome.changed.items():
        for line in _difference(found[file].data, data, console.way(root, file)):
            click.echo(line)


def _difference(before: bytes, after: bytes, file: str) -> Iterator[str]:
    """Lines of a unified difference; a file with other line ends differs in each line."""
    old = before.removeprefix(b"\xef\xbb\xbf").decode().split("\n")
    new = after.decode().split("\n")
    yield from difflib.unified_diff(old, new, file, file, lineterm="")


def _tell(outcome: Outcome, root: Path, is_dry: bool, is_shown: bool, lang: str) -> None:
    """Say what was done, file by file, then what could not be done."""
    word = "fmt-wanted" if is_dry else "fmt-written"
    for file in () if is_shown else outcome.changed:
        click.echo(sentence(word, {"file": console.way(root, file)}, lang))
    for problem in arrange(outcome.problems):
        click.echo(console.line(console.from_here(problem, root), lang), err=True)
    counts = {"changed": len(outcome.changed), "same": outcome.same, "left": outcome.left}
    values = {name: str(count) for name, count in counts.items()}
    click.echo(sentence("fmt-checked" if is_dry else "fmt-done", values, lang), err=True)
