"""`huiying schema NAME`: the JSON Schema of one sort of file; `--vscode`: all, for VS Code.

In: the name of a kind, a register, `site` or `media`. Out: a schema on standard output, or files in
`.vscode/` beside mkdocs.yml, never in place of what somebody else wrote.
"""

import json
import sys
from difflib import get_close_matches
from pathlib import Path

import click

from huiying import console, doors
from huiying.commands import options
from huiying.commands.build import config_facts
from huiying.schema import DOCUMENTS, Document, schema
from huiying.schema.vscode import schema_file, texts, wanted


@click.command()
@click.argument("name", required=False)
@click.option(
    "--keys",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="文件用中文键还是英文键。",
)
@click.option("--vscode", is_flag=True, help="写好 .vscode/，在 VS Code 里写记录就有提示和检查。")
@options.config_file
@options.language
def command(name: str | None, keys: str, vscode: bool, config_file: Path, lang: str) -> None:
    """输出一类文件的 JSON Schema，如 clarification、辟谣、site；或用 --vscode 一次配好编辑器。"""
    if vscode == (name is not None):
        raise click.UsageError("请写一个 NAME，如 clarification，或者用 --vscode。")
    if name is not None:
        print_schema(_document(name), keys)
    else:
        sys.exit(0 if write(config_file.resolve(), keys, lang) else 1)


def _document(name: str) -> Document:
    """The sort of file of that name, in either language; wrong use if there is none."""
    known = {word: it for it in DOCUMENTS for word in (it.name, it.zh)}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"您是否想写“{near[0]}”？" if near else f"可以写：{'、'.join(known)}。"
        raise click.UsageError(f"没有“{name[:40]}”这一类文件。{hint}")
    return known[name]


def print_schema(document: Document, language: str) -> None:
    """The schema, one key a line."""
    click.echo(json.dumps(schema(document, language), ensure_ascii=False, indent=2))


def write(config_file: Path, keys: str, language: str) -> bool:
    """Write `.vscode/` beside mkdocs.yml; False, and nothing is written, where that would clash."""
    root = config_file.parent
    desk = doors.open_desk(root)
    try:
        content = config_facts(config_file, desk).content
    finally:
        desk.close()
    places = [*wanted(content), *(schema_file(it.name) for it in DOCUMENTS)]
    present = {
        place: (root / place).read_text(encoding="utf-8-sig", errors="replace")
        for place in places
        if (root / place).is_file()
    }
    changed, problems = texts(content, keys, present)
    if problems:
        doors.report(problems, language, root)
        return False
    for place, text in changed.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).write_text(text, encoding="utf-8", newline="\n")
    click.echo("\n".join(console.way(root, place) for place in changed or [".vscode/"]))
    return True
