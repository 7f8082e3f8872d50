"""`huiying forms`: the web form as a folder of files, to be served by any web server."""

import os
import sys
from pathlib import Path

import click

from huiying import doors, forms
from huiying.commands import options
from huiying.commands.build import config_facts
from huiying.messages import sentence


@click.command()
@options.config_file
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(forms.FOLDER),
    show_default=True,
    help="写到哪个文件夹。",
)
@options.language
def command(config_file: Path, into: Path, lang: str) -> None:
    """写出编辑表单的配置和网页。huiying serve 自带表单，不用先运行它。"""
    config_file = config_file.resolve()
    desk = doors.open_desk(config_file.parent, 1)
    try:
        facts = config_facts(config_file, desk)
        root = config_file.parent
        place = doors.Place(root, root / facts.content, facts.base_url, root / facts.site_dir)
        site = doors.read(place, desk, doors.clock()).settings.site
    finally:
        desk.close()
    bundle = doors.form_folder(desk.bench.theme)
    planned = {
        into / path: data for path, data in forms.files(site, facts.content, bundle, facts.form)
    }
    taken = [path for path in planned if os.path.lexists(path)]
    if taken and not _is_ours(into / forms.CONFIG):
        click.echo(sentence("form-clash", {"path": taken[0].as_posix()}, lang), err=True)
        sys.exit(1)
    for path, data in planned.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    click.echo(sentence("form-done", {"folder": into.as_posix()}, lang))
    if not bundle.is_dir():
        click.echo(sentence("form-bundle", {}, lang), err=True)
        sys.exit(1)


def _is_ours(config: Path) -> bool:
    """Whether an earlier `forms` wrote the folder that this configuration lies in."""
    return config.is_file() and config.read_bytes().startswith(forms.MARK.encode())
