"""What `correct`, `withdraw` and `restore` share: the record of an address, its file, what is told.

In: an address and what an editor wants to note. Out: the file written anew, or a sentence that says
why not; then nothing was written.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

import click

from huiying import console
from huiying.amendment import Amendment, Desk, Faulty, Refused
from huiying.build import Site
from huiying.commands import options
from huiying.commands.reading import read_site
from huiying.commands.replacing import replace_file
from huiying.formatting.revising import Unrevisable
from huiying.messages import sentence
from huiying.problem import Problem, arrange

Command = TypeVar("Command", bound=Callable[..., Any])


def shared(command: Command) -> Command:
    """The address and the options of all three."""
    for each in (
        options.language,
        options.config_file,
        click.option("--at", callback=options.instant, help="什么时候改的；不写就是现在。"),
        click.option("--org", help="哪个单位改的，写编号，如 shuiwuju。"),
        click.option("--note", required=True, help="为什么，一句话，公开显示。"),
        click.argument("address"),
    ):
        command = each(command)
    return command


def amend(
    config_file: Path,
    address: str,
    lang: str,
    change: Callable[[Desk], Amendment],
    told: Callable[[Amendment], Mapping[str, str]],
) -> None:
    """Write what a change makes of a record's file, and say so; else say why not, and exit 1."""
    root = config_file.resolve().parent
    site = read_site(config_file.resolve())
    desk = _desk(site, root, address, lang)
    problems: tuple[Problem, ...] = ()
    try:
        amendment = change(desk)
    except Refused as refused:
        _fail(sentence(refused.rule, refused.values, lang))
    except Unrevisable as refused:
        problems = tuple(
            replace(p, mark=replace(p.mark, file=desk.record.file)) for p in refused.problems
        )
        if not problems:
            _fail(sentence(refused.rule, {}, lang))
    except Faulty as faulty:
        problems = faulty.problems
    else:
        fault = replace_file(root / desk.record.file, desk.record.file, desk.data, amendment.data)
        problems = (fault,) if fault else ()
    for problem in arrange(problems):
        click.echo(console.line(console.from_here(problem, root), lang), err=True)
    if problems:
        _fail(sentence("amend-nothing", {}, lang))
    file = console.way(root, desk.record.file)
    for key, values in told(amendment).items():
        click.echo(sentence(key, {"file": file, "keys": values}, lang))
    if amendment.is_to_be_signed:
        click.echo(sentence("amend-sign", {}, lang))


def _fail(text: str) -> None:
    click.echo(text, err=True)
    sys.exit(1)


def _desk(site: Site, root: Path, address: str, lang: str) -> Desk:
    """The record of an address; wrong use if there is none."""
    library = site.content.library
    known = library.records
    address = address.strip().strip("/")
    if address in known:
        record = known[address]
        data = (root / record.file).read_bytes()
        return Desk(record, data, library, site.settings)
    if address in library.unreadable:
        values = {"address": address, "file": library.unreadable[address]}
        _fail(sentence("amend-unreadable", values, lang))
    # Who writes the name of the folder, or of the file, means the record of that id.
    id = PurePosixPath(address.replace("\\", "/")).name.removesuffix(".yml")
    near = [each for each in known if each.rpartition("/")[2] == id] or get_close_matches(
        address, known, n=1
    )
    values = {"address": address[:80], "near": "".join(near[:1])}
    raise options.WrongUse(
        sentence("amend-address.near" if near else "amend-address", values, lang)
    )


def entry_of(note: str, org: str | None, at: datetime | None, **more: Any) -> dict[str, Any]:
    """What was given, under the keys of an entry."""
    return {"note": note, "org": org, "at": at, **more}
