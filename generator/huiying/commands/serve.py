"""`huiying serve`: `mkdocs serve` with the preview projection and the problem panel."""

import errno
import socket
import sys
from pathlib import Path

import click

from huiying import doors, forms
from huiying.commands import options
from huiying.commands.build import config_facts
from huiying.messages import sentence


@click.command()
@options.config_file
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="地址和端口。")
@options.language
def command(config_file: Path, address: str, lang: str) -> None:
    """在本机预览，改了文件马上看到。草稿也能看，问题列在页面上。"""
    from huiying import mkdocs_plugin

    _check_address(address, lang)
    desk = doors.open_desk(config_file.resolve().parent, 1)
    try:
        config_facts(config_file.resolve(), desk)  # a mkdocs.yml that cannot be read is told
    finally:
        desk.close()
    click.echo(f"预览：http://{address}/  按 Ctrl+C 结束。")
    if doors.form_folder(doors.theme_folder()).is_dir():
        click.echo(f"编辑表单：http://{address}/{forms.FOLDER}/  请用 Edge 或 Chrome 打开。")
    mkdocs_plugin.serve(config_file, address)


def _check_address(address: str, lang: str) -> None:
    """Wrong use where nobody can listen; asked before the pages are made, not after."""
    host, _, port = address.rpartition(":")
    number = int(port) if port.isascii() and port.isdigit() else 0
    values = {"address": address, "other": f"{host}:{number + 1}"}
    try:
        if not 0 < number < 65536:
            raise options.WrongUse(sentence("port.wrong", values, lang))
        family, *_, place = socket.getaddrinfo(host.strip("[]"), number)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            # Elsewhere it lets an address be taken that was left a moment ago; on Windows it would
            # also let two previews share one.
            if sys.platform != "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except OSError as error:
        case = "port" if error.errno == errno.EADDRINUSE else "port.wrong"
        raise options.WrongUse(sentence(case, values, lang)) from None
