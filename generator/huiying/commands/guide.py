"""`huiying guide [DIR]`: the editor's guide as pages of the site, made anew from this version."""

import sys
from pathlib import Path

import click

from huiying import doors
from huiying.commands import options
from huiying.guide import NOTICE, chapters
from huiying.problem import Mark, Problem


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@options.config_file
@options.language
def command(folder: Path | None, config_file: Path, lang: str) -> None:
    """写出编辑指南的各页，放进网站的 pages 文件夹。自己写的同名文件不会改动。"""
    folder = folder or config_file.parent / "content/pages/guide"
    planned = {folder / name: text for name, text in chapters().items()}
    foreign = [path for path in planned if path.is_file() and not _is_ours(path)]
    if foreign:
        doors.report((Problem("guide-taken", Mark(path.as_posix())) for path in foreign), lang)
        sys.exit(1)
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in planned.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"编辑指南写好了，共 {len(planned)} 页，在 {folder.as_posix()} 里。")


def _is_ours(path: Path) -> bool:
    """Whether an earlier `guide` wrote the file."""
    return path.read_bytes().startswith(NOTICE.strip().encode())
