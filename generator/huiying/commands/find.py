"""`huiying find TEXT`: the finder in the terminal, with the index that readers have."""

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from huiying import console, doors
from huiying.commands import options
from huiying.commands.build import config_facts
from huiying.finder.confidence import Tier
from huiying.finder.finder import find
from huiying.finder.index import Index
from huiying.finder.tiers import FOLDER, MANIFEST
from huiying.messages import sentence
from huiying.records.vocabulary import VERDICT


@click.command()
@click.argument("text", nargs=-1)
@options.config_file
@options.language
def command(text: tuple[str, ...], config_file: Path, lang: str) -> None:
    """查一查：在生成好的网站里找官方回应。TEXT 是几个字，或者收到的整段话；不写就从键盘或管道读。

    一行一条：把握（已有官方回应、可能相关、有这些字）、结论或状态、编号、标题、网址，用制表符隔开。
    查的是 huiying build 上次生成的内容。
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
    found = find(_asked(text, lang), Index(partial(_read, index)))
    hits = found.likely if found.tier is not Tier.NONE else []
    for hit in hits:
        # Only the first is what the answer is sure of; the others may be related.
        tier = found.tier.value if hit is hits[0] else "possible"
        how = sentence(
            "find.words" if found.words and tier == "possible" else f"find.{tier}", {}, lang
        )
        place = hit.document["address"]
        row = (how, _standing(hit.document, lang), place, hit.document["title"])
        click.echo("\t".join((*row, f"{facts.base_url}{place}/")))
    if found.words and found.total > len(hits):
        counts = {"total": str(found.total), "count": str(len(hits))}
        click.echo(sentence("find.more", counts, lang), err=True)
    if not hits:
        click.echo(sentence("find.none", {}, lang), err=True)
        sys.exit(1)


def _asked(text: tuple[str, ...], language: str) -> str:
    """The words of the command line, or what is typed or piped in."""
    asked = " ".join(text)
    if not text:
        if sys.stdin.isatty():
            click.echo(sentence("find.ask", {}, language), err=True)
        try:
            asked = sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise options.WrongUse(sentence("find.encoding", {}, language)) from None
    if not asked.strip():
        raise options.WrongUse(sentence("find.empty", {}, language))
    return asked


def _standing(document: Mapping[str, Any], language: str) -> str:
    """What became of a record, else its verdict; "—" where it has neither."""
    if state := document.get("state"):
        return sentence(f"find.{state}", {}, language)
    verdict = document.get("verdict", "")
    return VERDICT.label(verdict) if verdict and language == "zh" else verdict or "—"


def _read(folder: Path, path: str) -> bytes:
    return (folder / path).read_bytes()
