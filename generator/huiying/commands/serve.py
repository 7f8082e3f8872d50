"""`huiying serve`: `mkdocs serve` with the preview projection and the problem panel."""

from pathlib import Path

import click

from huiying import doors, forms
from huiying.commands import options


@click.command()
@options.config_file
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="地址和端口。")
def command(config_file: Path, address: str) -> None:
    """在本机预览，改了文件马上看到。草稿也能看，问题列在页面上。"""
    from huiying import mkdocs_plugin

    click.echo(f"预览：http://{address}/  按 Ctrl+C 结束。")
    if doors.form_folder(doors.theme_folder()).is_dir():
        click.echo(f"编辑表单：http://{address}/{forms.FOLDER}/  请用 Edge 或 Chrome 打开。")
    try:
        mkdocs_plugin.serve(config_file, address)
    except (OSError, OverflowError) as error:
        raise click.UsageError(
            f"{address} 用不了（{error}）。请换一个，如 -a 127.0.0.1:8001。"
        ) from None
