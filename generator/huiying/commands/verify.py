"""`huiying verify PLACE`: whether a tree is what was published, and its log what it was before."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from huiying import manifest, verification
from huiying.commands import options
from huiying.messages import sentence
from huiying.origin import is_address, read_one, reader
from huiying.release import PREVIEW_MARKER, log
from huiying.release.log import HEAD, Head
from huiying.verification import Finding


@click.command()
@click.argument("place")
@click.option(
    "--against",
    "earlier",
    metavar="PLACE",
    help="先前保存的日志：log/head.json、其中一次、整个文件夹或网址。",
)
@options.language
def command(place: str, earlier: str | None, lang: str) -> None:
    """核对已发布的网站 PLACE 和它的清单、发布日志。

    PLACE 是文件夹时逐个核对文件；是 log/head.json 或网址时核对日志。只用公开的文件，谁都可以核对。
    """
    found, good = _judged(place, _head(earlier, lang) if earlier else None, lang)
    click.echo(listed(found, lang), nl=False)
    if found:
        click.echo(sentence("verify.bad", {"count": str(len(found))}, lang), err=True)
        sys.exit(1)
    click.echo(("" if lang == "zh" else " ").join(good))


def listed(found: Iterable[Finding], language: str) -> str:
    """One line for each finding."""
    return "".join(
        sentence(f"verify.{each.case}", {"path": each.path}, language) + "\n" for each in found
    )


def _judged(place: str, since: Head | None, lang: str) -> tuple[list[Finding], list[str]]:
    """What is wrong, each once, and what is said when nothing is."""
    folder, read = Path(place), reader(place)
    if (folder / PREVIEW_MARKER).exists():
        raise _wrong("preview", place, lang)
    has_manifest = read(manifest.ROOT) is not None
    if not has_manifest and read(HEAD) is None:
        raise _wrong("nothing", place, lang)
    found: list[Finding] = []
    good = []
    if folder.is_dir() and not is_address(place) and has_manifest:
        found += verification.tree(folder)
        good.append(sentence("verify.good", {"files": str(_count(folder))}, lang))
    elif has_manifest:
        found += verification.logged(read)
    if read(HEAD) is not None or since is not None:
        found += verification.chain(read, since)
    if not found and (link := verification.last_link(read)):
        good.append(sentence("verify.good-log", {"n": str(link.n), "at": link.at}, lang))
        if since:
            good.append(sentence("verify.good-since", {"n": str(since.n)}, lang))
    elif not found:
        good.append(sentence("verify.no-log", {}, lang))
    return list(dict.fromkeys(found)), good


def _count(folder: Path) -> int:
    return sum(1 for _ in verification.walk(folder))


def _head(place: str, lang: str) -> Head:
    """The head of a log that was saved before."""
    is_file = Path(place).is_file() or place.endswith(".json")
    data = read_one(place) if is_file else reader(place)(HEAD)
    try:
        return log.parse_head(data or b"")
    except ValueError:
        raise _wrong("no-head", place, lang) from None


def _wrong(case: str, place: str, lang: str) -> options.WrongUse:
    return options.WrongUse(sentence(f"verify.{case}", {"place": place}, lang))
