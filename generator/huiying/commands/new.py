"""`huiying new KIND`: a new record in its place, asked for in two or three questions.

In: a kind or register, answers or options. Out: one new file, or one more entry of a register, or
an empty spreadsheet. Nothing is ever written over, and Ctrl+C leaves nothing behind.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import click

from huiying import console
from huiying.build import Site
from huiying.commands import options
from huiying.commands.answers import TITLES, Form, choices_of, choose, names_of, near_choice
from huiying.commands.asking import Asker
from huiying.commands.naming import Naming, path_of, subject_of
from huiying.commands.reading import read_site
from huiying.drafting import draft, draft_entry
from huiying.importing.files import NewFile
from huiying.importing.filing import file_records
from huiying.importing.writing import write
from huiying.library import address
from huiying.messages import sentence
from huiying.problem import Mark
from huiying.records import Kind, Register
from huiying.records.field import Field, fields_of
from huiying.rules.already_answered import answers_like
from huiying.sheets import workbook

ASKED = ("title", "claims", "verdict")
"""What is asked of a record, as far as its kind has it; then who is responsible."""
MOST_SHOWN = 3
BASIS = {"zh": "谁主管谁负责", "en": "competent"}
"""The usual ground; its terms stand beside it in the file."""
PREVIEW = "http://127.0.0.1:8000"


@click.command()
@click.argument("kind")
@options.config_file
@click.option("--title", help="标题；登记册的条目是名称。")
@click.option("--body", help="第一责任单位的编号或名称。")
@click.option("--set", "pairs", multiple=True, metavar="键=值", help="填好一项，可以写多次。")
@click.option("--id", "id", help="编号；不写就按日期和标题的拼音取一个。")
@click.option("--keys", type=click.Choice(["zh", "en"]), help="键用哪种语言；不写就按 site.yml。")
@click.option("--fast", is_flag=True, help="急件：只写最少的几项；不用审核关的，发布时间是现在。")
@click.option("--xlsx", is_flag=True, help="不写记录，做一张填写用的表格。")
@options.now
@options.language
def command(kind: str, config_file: Path, keys: str | None, lang: str, **given: Any) -> None:
    """新写一条记录，如 huiying new 辟谣；或在登记册里加一条，如 huiying new 专家。"""
    subject = subject_of(kind, lang)
    site = read_site(config_file.resolve(), given["now"])
    order = _Order(subject, site, keys or _key_language(subject, site), lang)
    try:
        order.make_sheet() if given["xlsx"] else order.make(given)
    except click.Abort:
        click.echo(f"\n{order.say('new-stopped')}", err=True)
        sys.exit(1)


def _key_language(subject: Kind | Register, site: Site) -> str:
    """That of the site; in a register that of the entries that are there."""
    if isinstance(subject, Register):
        for entry in site.content.library.registers.get(subject.name, {}).values():
            return entry.language
    return site.settings.site.key_language


@dataclass(frozen=True, slots=True)
class _Order:
    """One thing to be made."""

    subject: Kind | Register
    site: Site
    language: str
    lang: str

    def say(self, name: str, /, **values: str) -> str:
        return sentence(name, values, self.lang)

    def refuse(self, name: str, /, **values: str) -> NoReturn:
        """Wrong use: it was called in a way that cannot be."""
        kind = self.subject.zh if self.lang == "zh" else self.subject.name
        raise click.UsageError(self.say(name, kind=kind, **values))

    @property
    def form(self) -> Form:
        zone, library = self.site.settings.zone, self.site.content.library
        return Form(self.subject.model, self.language, zone, library)

    @property
    def is_gated(self) -> bool:
        """Whether a record is public only once its gates are signed."""
        return self.site.settings.site.gates == "enabled"

    @property
    def asker(self) -> Asker:
        return Asker(self.form, self.lang)

    def make(self, given: Mapping[str, Any]) -> None:
        """Ask, look for what is alike, write, say what is next."""
        if given["fast"] and isinstance(self.subject, Register):
            self.refuse("new-fast")
        values = dict(self.given_values(given))
        for item in self.wanted():
            if item.name not in values and (answer := self.asker.value(item)) is not None:
                values[item.name] = answer
        if isinstance(self.subject, Kind):
            values.update(self.usual_values(values, given))
            if self.subject.name == "clarification" and not self.goes_on(values):
                click.echo(self.say("new-like.none"))
                return
        title = self.form.title
        if isinstance(self.subject, Register) and title and not self.is_new(values[title.name]):
            click.echo(self.say("new-stopped"))
            return
        id = self.id(str(values[title.name]) if title else "", given["id"])
        self.file(id, self.text(id, values, given["fast"]), given["fast"])

    # -- values ------------------------------------------------------------------------------------

    def given_values(self, given: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """The values of `--title` and `--set`."""
        if given["title"] is not None:
            title = self.form.title
            yield self.value(title.name if title else "", given["title"])
        for text in given["pairs"]:
            name, sign, words = text.replace("＝", "=", 1).partition("=")
            if not sign:
                self.refuse("new-set", text=text[:40])
            yield self.value(name.strip(), words)

    def value(self, name: str, words: str) -> tuple[str, Any]:
        """A field's name and its value as the reader wants it."""
        item = self.form.field(name)
        value = self.form.value(item, words) if item else None
        if item is None or value is None:
            able = [each for each in fields_of(self.subject.model) if self.form.value(each, "1")]
            known = "、".join(each.label(self.language) for each in able)
            self.refuse("new-key", key=name[:40], known=known)
        fault = self.form.fault(item, value, self.lang)
        if fault:
            raise click.UsageError(fault)
        return item.name, value

    def wanted(self) -> list[Field]:
        """What is asked: of an entry all that it needs, as it cannot be a draft."""
        items = fields_of(self.subject.model)
        if isinstance(self.subject, Kind):
            return [item for item in items if item.name in ASKED]
        needed = [item for item in items if item.need]
        return [item for item in needed if self.form.value(item, "1") is not None]

    def usual_values(
        self, values: Mapping[str, Any], given: Mapping[str, Any]
    ) -> Iterator[tuple[str, Any]]:
        """Who is responsible, and what goes without saying."""
        responsible = self.asker.body() if given["body"] is None else self.body(given["body"])
        yield "agencies", {"first_responsible": responsible, "basis": BASIS[self.language]}
        yield "status", values.get("status", "draft")
        # Gates have to be signed before that time, so nobody can say it now.
        if given["fast"] and not self.is_gated:
            yield "publish_at", values.get("publish_at", self.moment(0))
        verdict = values.get("verdict", "unverified" if given["fast"] else None)
        if verdict and self.form.field("verdict"):
            yield "verdict", verdict
            if verdict in ("unverified", "正在核实") and "next_update_due" not in values:
                yield "next_update_due", self.moment(self.site.settings.site.grace_hours)

    def body(self, words: str) -> str:
        """The id of the body that the option names."""
        choices = list(choices_of(self.site.content.library, "organisation"))
        # A number would mean another body each time one is added.
        chosen = None if words.strip().isdigit() else choose(choices, words)
        if chosen is None:
            near = near_choice(choices, words)
            known = "、".join(str(choice) for choice in choices[:20])
            case = "new-body.near" if near else "new-body"
            self.refuse(case, value=words[:40], known=known, near=near)
        return chosen

    def moment(self, hours: int) -> str:
        at = self.site.settings.now + timedelta(hours=hours)
        return at.astimezone(self.site.settings.zone).strftime("%Y-%m-%d %H:%M")

    # -- what is alike, and the id -----------------------------------------------------------------

    def goes_on(self, values: Mapping[str, Any]) -> bool:
        """Show what is very like it and answered already; whether it is to be written."""
        texts = [str(values["title"]), *(each["text"] for each in values.get("claims", ()))]
        records = answers_like(texts, self.site.content.library, self.site.settings)[:MOST_SHOWN]
        if not records:
            return True
        click.echo(self.say("new-like"), err=True)
        for record in records:
            at = record.fields.publish_at
            day = f"{at.astimezone(self.site.settings.zone):%Y-%m-%d}" if at else ""
            file = console.way(self.site.root, record.file)
            values = {"title": record.fields.title, "at": day, "file": file}
            click.echo(self.say("new-like.one", **values), err=True)
        return self.asker.goes_on()

    def is_new(self, name: str) -> bool:
        """Tell of an entry that has the name already; whether another is to be written."""
        for id, entry in self.site.content.library.registers.get(self.subject.name, {}).items():
            titles = [getattr(entry.fields, each, None) for each in (*TITLES, "short_name")]
            if name in titles:
                said = self.say("new-same", value=name, id=id, place=str(entry.mark(id)))
                click.echo(said, err=True)
                return self.asker.goes_on()
        return True

    def id(self, title: str, given: str | None) -> str:
        """The id: as given, else as proposed and confirmed; never one that is taken."""
        naming = Naming(self.subject, self.site, self.lang)
        proposed = naming.propose(title)
        if given is None:
            return self.asker.id(proposed, lambda id: naming.fault(id, proposed))
        fault = naming.fault(given, proposed)
        if fault:
            click.echo(fault, err=True)
            sys.exit(1)
        return given

    # -- writing -----------------------------------------------------------------------------------

    def text(self, id: str, values: Mapping[str, Any], is_fast: bool) -> str:
        """The file's text, or that of the entry."""
        model, now = self.subject.model, self.site.settings.now.astimezone(self.site.settings.zone)
        if isinstance(self.subject, Register):
            return draft_entry(model, id, values, self.language, now)
        if not is_fast:
            return draft(model, values, self.language, now)
        needed = [item for item in fields_of(model) if item.need]
        open_ones = {item.name: None for item in needed if item.shape.form == "scalar"}
        return write({**open_ones, **values}, model, self.language)

    def file(self, id: str, text: str, is_fast: bool) -> None:
        """Write it where it belongs, and say what is next."""
        path, folder = path_of(self.subject, id), self.site.folder
        shown = console.way(folder, path)
        new = NewFile(path, text.encode(), Mark(shown), id)
        filed = file_records([new], folder)
        for problem in filed.problems:
            click.echo(console.line(console.from_here(problem, Path()), self.lang), err=True)
        if filed.problems:
            sys.exit(1)
        click.echo(self.say("new-done", file=shown))
        if isinstance(self.subject, Register):
            click.echo(self.say("new-next.entry"))
            return
        page = f"{urlsplit(self.site.settings.base_url).path}{address(self.subject, id)}/"
        click.echo(self.say("new-next", address=f"{PREVIEW}{page}"))
        if is_fast:
            hours = self.site.settings.site.grace_hours
            values = {"due": self.moment(hours), "hours": str(hours)}
            click.echo(self.say(f"new-next.fast{'-gates' if self.is_gated else ''}", **values))

    def make_sheet(self) -> None:
        """An empty spreadsheet in the current folder."""
        name = f"{self.subject.name}.xlsx"
        data = workbook(self.subject, self.language, names_of(self.site.content.library))
        try:
            with Path(name).open("xb") as file:
                file.write(data)
        except FileExistsError:
            click.echo(self.say("new-exists", file=name), err=True)
            sys.exit(1)
        click.echo(self.say("new-done", file=name))
        click.echo(self.say("new-next.sheet", file=name))
