"""`huiying init [DIR]`: a new site, ready to write in: its configuration, its record, one body.

In: a few answers, or options where there is no terminal. Out: files that `check`, `serve` and
`build` take as they are, and a folder to practise in. Nothing is ever written over.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from huiying import doors
from huiying.commands import options
from huiying.guide import chapters
from huiying.importing.writing import Notes, write, write_entries
from huiying.messages import sentence
from huiying.problem import Mark, Problem
from huiying.proposal import propose_word
from huiying.records import construct, parse
from huiying.records.field import Model
from huiying.records.registers import OrganisationEntry
from huiying.records.site import Site
from huiying.records.values import ADDRESS
from huiying.settings import USUAL_CODE, USUAL_URL

PRACTICE = "练习"
"""The folder of deliberately wrong records."""
SITE = "content/site.yml"
MOST_NAMED = 3
"""Files that are named one by one where they stand in the way."""
FIELDS: Mapping[str, tuple[type[Model], str]] = {
    "name": (Site, "name"),
    "sponsor": (Site, "sponsor"),
    "code": (Site, "site_id_code"),
    "body": (OrganisationEntry, "name"),
}
"""Where the answers are written, but for the address."""
_ANY_ZONE = ZoneInfo("Asia/Shanghai")
"""None of them turns on the zone."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What must be known of a site before anything can be written."""

    name: str
    sponsor: str
    code: str
    url: str
    body: str


USUAL = Answers("示例市回应", "示例市人民政府办公室", USUAL_CODE, USUAL_URL, "本单位")
CONFIG = """\
# MkDocs 读的设置。网站的其他信息都在 content/site.yml。
site_name: {name}
site_url: {url}
docs_dir: content/pages
theme: {{name: material, language: zh, font: false}}
plugins: [huiying]
nav:
  - 关于本站: about.md
  - 编辑指南: guide/index.md
not_in_nav: guide/
"""
ABOUT = """\
# 关于本站

“{name}”由{sponsor}主办，收集各部门对群众关心的问题作出的回应，以及对网上流传说法的核实结果。
"""


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("."))
@click.option("--name", help="网站名称。")
@click.option("--sponsor", help="主办单位的全称。")
@click.option("--code", help="网站标识码，10 位数字；还没有就先不写。")
@click.option("--url", help="网站的网址，以 https:// 开头。")
@click.option("--body", help="第一个责任单位的名称。")
@options.language
def command(folder: Path, lang: str, **given: str | None) -> None:
    """建一个新网站：设置、网站信息、机构登记册、编辑指南和练习。已有的文件不会改动。"""
    # Before anything is asked: nobody answers five questions for nothing.
    taken = [place for place in _plan(USUAL) if os.path.lexists(folder / place)]
    if taken:
        doors.report([_refused(taken)], lang)
        sys.exit(1)
    planned = _plan(_ask(given, lang))
    for place, data in planned.items():
        try:
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
        except FileNotFoundError:  # as below /proc, where nobody makes folders
            values = {"file": str(folder / place)}
            raise options.WrongUse(sentence("output.nowhere", values, lang)) from None
        with (folder / place).open("xb") as file:
            file.write(data)
    shown = "" if folder == Path(".") else f"cd {folder}\n  "
    click.echo(f"新网站建好了，共 {len(planned)} 个文件。接着：\n  {shown}huiying serve")


def _refused(taken: list[str]) -> Problem:
    """All files that are there, in one sentence."""
    case = "many" if len(taken) > MOST_NAMED else ""
    values = {"files": "、".join(taken[:MOST_NAMED]), "count": str(len(taken))}
    return Problem("init-taken", Mark(taken[0]), case, values)


def _plan(answers: Answers) -> dict[str, bytes]:
    """Every file by its place."""
    practice = _practice(files("huiying") / "practice", PRACTICE)
    return dict([*_texts(answers), *practice])


def _ask(given: Mapping[str, str | None], lang: str) -> Answers:
    """The answers: as given, else asked on a terminal until they can be used, else the usual."""
    questions = {
        "name": "网站名称",
        "sponsor": "主办单位的全称",
        "code": "网站标识码（还没有就按回车）",
        "url": "网站的网址",
        "body": "第一个责任单位的名称（就是主办单位的话按回车）",
    }
    answers: dict[str, str] = {}
    for key, question in questions.items():
        usual = answers["sponsor"] if key == "body" else getattr(USUAL, key)
        check = partial(_checked, key, lang)
        if given[key] is None and sys.stdin.isatty():
            answers[key] = click.prompt(question, default=usual, value_proc=check)
        else:
            answers[key] = check(given[key] or usual)
    return Answers(**answers)


def _checked(key: str, lang: str, text: str) -> str:
    """The answer, if the site's files can hold it; else wrong use: on a terminal, asked again."""
    text = text.strip()
    if key == "url":
        if not (text.startswith("http") and ADDRESS.match(text)):
            raise click.UsageError(sentence("address", {"key": "网址", "value": text[:80]}, lang))
        return text
    model, name = FIELDS[key]
    data = write({name: text}, model, "zh").encode(errors="surrogateescape")
    _, problems = construct(parse(data, "", model, "zh"), model, "", "", "", _ANY_ZONE)
    for problem in problems:
        if problem.rule != "required":
            raise click.UsageError(sentence(problem.key, problem.values, lang))
    return text


def _texts(answers: Answers) -> Iterator[tuple[str, bytes]]:
    """The files of the site itself."""
    site = {"name": answers.name, "site_id_code": answers.code, "sponsor": answers.sponsor}
    site |= {"gates": "disabled"}
    notes: dict[tuple[str | int, ...], Notes] = {
        (): Notes(above=("# 网站自己的信息。还可以写哪些：huiying explain site",)),
        ("gates",): Notes(above=("# 要五关都签过才公开，就改成“启用”：huiying explain gate",)),
    }
    register = {propose_word(answers.body, (), "organisation"): {"name": answers.body}}
    above = ("# 责任单位，每个单位一个编号，记录里写编号。",)
    # MkDocs wants a text where plain YAML would see a number or a date: 2026.
    quoted = {key: json.dumps(getattr(answers, key), ensure_ascii=False) for key in ("name", "url")}
    yield "mkdocs.yml", CONFIG.format(**quoted).encode()
    yield SITE, write(site, Site, "zh", notes).encode()
    organisations = write_entries(register, OrganisationEntry, "zh", {(): Notes(above=above)})
    yield "content/registers/organisations.yml", organisations.encode()
    about = ABOUT.format(name=answers.name, sponsor=answers.sponsor)
    yield "content/pages/about.md", about.encode()
    for name, text in chapters().items():
        yield f"content/pages/guide/{name}", text.encode()


def _practice(folder: Traversable, place: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the practice folder, wherever the package lies."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _practice(entry, f"{place}/{entry.name}")
        elif not entry.name.startswith((".", "__")):
            yield f"{place}/{entry.name}", entry.read_bytes()
