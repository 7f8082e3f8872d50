"""`huiying find TEXT`: the finder in the terminal, with the index that readers have."""

import sys
from functools import partial
from pathlib import Path

import click

from huiying import console, doors
from huiying.commands import options
from huiying.commands.build import config_facts
from huiying.finder.confidence import Tier
from huiying.finder.finder import find
from huiying.finder.index import Index
from huiying.finder.tiers import FOLDER, MANIFEST
from huiying.messages import sentence


@click.command()
@click.argument("text", default="-")
@options.config_file
@options.language
def command(text: str, config_file: Path, lang: str) -> None:
    """查一查：在生成好的网站里找官方回应。TEXT 是几个字，或者收到的整段话；不写就从键盘或管道读。

    一行一条：把握（已有回应、可能相关）、编号、标题、网址，用制表符隔开。
    """
    config_file = config_file.resolve()
    desk = doors.open_desk(config_file.parent, 1)
    try:
        facts = config_facts(config_file, desk)
    finally:
        desk.close()
    index = config_file.parent / facts.site_dir / FOLDER
    if not (index / MANIFEST).is_file():
        folder = console.way(config_file.parent, facts.site_dir)
        click.echo(sentence("find-site", {"folder": folder}, lang), err=True)
        sys.exit(1)
    asked = sys.stdin.read() if text == "-" else text
    found = find(asked, Index(partial(_read, index)))
    hits = found.hits if found.tier is not Tier.NONE else ()
    for hit in hits:
        place = hit.document["address"]
        # Only the first is what the answer is sure of; the others may be related.
        tier = found.tier.value if hit is hits[0] else "possible"
        row = (sentence(f"find.{tier}", {}, lang), place, hit.document["title"])
        click.echo("\t".join((*row, f"{facts.base_url}{place}/")))
    if not hits:
        click.echo(sentence("find.none", {}, lang), err=True)
        sys.exit(1)


def _read(folder: Path, path: str) -> bytes:
    return (folder / path).read_bytes()
