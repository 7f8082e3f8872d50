"""`huiying publish SITE --to FOLDER`: a built site to its readers, and one more link of the log."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from huiying import against, doors, hook, manifest
from huiying.commands import options
from huiying.commands.verify import listed
from huiying.messages import sentence
from huiying.origin import reader
from huiying.publication import Refused, publish
from huiying.release import ReleaseRefused
from huiying.release.log import Link


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="发布到这个文件夹，也就是公众看到的那个。",
)
@click.option(
    "--hook",
    "hooks",
    multiple=True,
    metavar="COMMAND",
    help="发布以后运行这个命令，从标准输入告诉它改了什么；可以写几次。",
)
@options.language
def command(site: Path, target: Path, hooks: tuple[str, ...], lang: str) -> None:
    """发布生成好的网站 SITE，并在发布日志里记一次。

    不重新生成。预览、被改动过的网站、悄悄改过的内容、消失的网址，都不发布；不发布时原来的网站一个
    字节也不变。--hook 的命令没有成功，会说出来，已经发布的不退回。
    """
    before = _files(target) if hooks else {}
    try:
        link, is_new = publish(site, target, doors.clock())
    except Refused as refused:
        problems = [against.named(each, lang) for each in refused.differences]
        doors.report(problems, lang)
        click.echo(listed(refused.findings, lang), nl=False, err=True)
        click.echo(sentence(refused.rule, refused.values, lang), err=True)
        sys.exit(1)
    except ReleaseRefused as refused:
        click.echo(sentence(refused.rule, refused.values, lang), err=True)
        sys.exit(1)
    click.echo(_told(link, is_new, target, lang))
    if is_new and hooks and not _heard(hooks, hook.news(link, before, _files(target)), lang):
        sys.exit(1)


def _files(target: Path) -> Mapping[str, str]:
    """The files of a published tree with their digests; none where there is no whole manifest."""
    if not target.is_dir():
        return {}
    read = reader(str(target))
    try:
        root = manifest.read_root(read)
        return manifest.read_files(root, read) if root else {}
    except manifest.Damaged:
        return {}


def _heard(hooks: Iterable[str], news: bytes, lang: str) -> bool:
    """Run every command, also after one that failed; whether all of them went well."""
    failures = [failure for each in hooks if (failure := hook.run(each, news))]
    for failure in failures:
        values = {"program": failure.program, "code": str(failure.code)}
        click.echo(sentence(f"publish.hook-{failure.case}", values, lang), err=True)
    return not failures


def _told(link: Link, is_new: bool, target: Path, language: str) -> str:
    values = {"target": str(target), "n": str(link.n), "at": link.at, "manifest": link.manifest}
    values |= {name: str(count) for name, count in link.records.items()}
    values |= {f"{name}_files": str(count) for name, count in link.files.items()}
    return sentence("publish.done" if is_new else "publish.unchanged", values, language)
