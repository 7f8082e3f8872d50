"""`huiying chart FILE.vl.json`: a Vega-Lite chart as a drawing in content/media/.

In: a file in which the data stand. Out: an SVG and, beside it, a file for its words. It writes over
nothing: words that somebody has written are not lost, nor is a drawing made by hand.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import click

from huiying import charting, console
from huiying.charting import Refusal
from huiying.commands import options
from huiying.commands.reading import read_site
from huiying.importing.writing import Notes, write
from huiying.messages import sentence
from huiying.records.field import fields_of
from huiying.records.registers import Sidecar
from huiying.records.values import IDENTIFIER
from huiying.source import misencoded

ENDING = ".vl.json"
WORDS = ("title", "alt", "long_description", "licence", "source")
"""What its words are, in the order of the file."""


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "folder", default="", metavar="文件夹", help="放进 media 下的哪个文件夹。")
@options.config_file
@options.language
def command(file: Path, folder: str, config_file: Path, lang: str) -> None:
    """把一个 Vega-Lite 文件画成图，放进 content/media；替代文字和文字版随后补写。"""
    name = file.name.removesuffix(ENDING)
    if name == file.name or not IDENTIFIER.match(name):
        raise options.WrongUse(sentence("chart-name", {"file": file.name}, lang))
    if folder and not all(map(IDENTIFIER.match, folder.split("/"))):
        raise options.WrongUse(sentence("chart-folder", {"folder": folder}, lang))
    site = read_site(config_file.resolve(), None)
    path = site.folder / "media" / folder / f"{name}.svg"
    shown = console.way(site.folder, path.relative_to(site.folder).as_posix())
    if path.exists():
        _refuse("chart-there", {"file": shown}, lang)
    data = file.read_bytes()
    for problem in misencoded(data, file.name):
        _refuse(problem.key, problem.values, lang)
    chart = charting.draw(data.decode("utf-8-sig"))
    if isinstance(chart, Refusal):
        _refuse(f"chart-{chart.case}", chart.values, lang)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(chart.data)
    beside = path.with_name(f"{path.name}.yml")
    if not beside.exists():
        key_language = site.settings.site.key_language
        beside.write_bytes(_words(chart.title, key_language).encode())
    click.echo(sentence("chart-done", {"file": shown}, lang))


def _refuse(name: str, values: Mapping[str, str], lang: str) -> NoReturn:
    """Say why there is no chart, and stop."""
    click.echo(sentence(name, values, lang), err=True)
    sys.exit(1)


def _words(title: str, language: str) -> str:
    """The file beside the drawing, each key with what it is for."""
    notes: dict[tuple[str | int, ...], Notes] = {
        (item.name,): Notes(above=(f"# {item.help(language)}",))
        for item in fields_of(Sidecar)
        if item.name in WORDS
    }
    return write({**dict.fromkeys(WORDS), "title": title or None}, Sidecar, language, notes)
