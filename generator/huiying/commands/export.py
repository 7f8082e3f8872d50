"""`huiying export WHAT FILE`: what others take over: an offline copy, or redirects for a server."""

import sys
from datetime import datetime
from pathlib import Path

import click

from huiying import manifest, offline, public
from huiying.commands import options
from huiying.commands.reading import read_site
from huiying.commands.replacing import put_out
from huiying.messages import sentence
from huiying.release import PREVIEW_MARKER
from huiying.render.redirect_map import SERVERS, moved

OFFLINE = "offline"


@click.command()
@click.argument("what", type=click.Choice([OFFLINE, *SERVERS]))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default="site",
    show_default=True,
    help="生成好的网站，离线版从这里来。",
)
@options.config_file
@options.now
@options.language
def command(
    what: str, file: Path, site: Path, config_file: Path, now: datetime | None, lang: str
) -> None:
    """写出交给别人用的文件 FILE。

    offline：整站的压缩包，解压后不用服务器就能看，没有“查一查”。nginx、apache、caddy：旧网址到
    新网址的对照，放在旧网址所在的服务器上。
    """
    if what == OFFLINE:
        if not (site / manifest.ROOT).exists() or (site / PREVIEW_MARKER).exists():
            click.echo(sentence("export.no-site", {"site": str(site)}, lang), err=True)
            sys.exit(1)
        put_out(file, offline.packed(site), is_zip, lang)
        click.echo(sentence("export.offline", {"file": str(file)}, lang), err=True)
        return
    found = read_site(config_file.resolve(), now)
    pairs = moved(public.project(found.content.library, found.settings))
    made = SERVERS[what](pairs).encode()
    opening = made.splitlines()[0]
    put_out(file, made, lambda before: before.startswith(opening), lang)
    values = {"file": str(file), "count": str(len(pairs))}
    click.echo(sentence("export.redirects", values, lang), err=True)


def is_zip(data: bytes) -> bool:
    """Whether bytes begin like a zip."""
    return data.startswith(b"PK\x03\x04")
