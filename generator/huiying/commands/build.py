"""`huiying build`: the tree of `mkdocs build`, without MkDocs when it has nothing new to draw.

What MkDocs reads (mkdocs.yml, the hand-written pages, the theme, site.yml, its own version) is
digested; what it drew from the same digest is taken from the cache. Where mkdocs.yml names other
plugins, hooks or environment values, anything could change a page, so MkDocs always starts.
"""

import gc
import io
import json
import os
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import click

from huiying import doors
from huiying.build import Drawing, Site
from huiying.cache import key
from huiying.commands import options
from huiying.doors import ConfigFacts, ConfigRefused, Desk, Place, Telling
from huiying.messages.mkdocs_zh import in_chinese
from huiying.problem import Problem

ENGINES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2")
OPEN_ENDED = (b"!ENV", b"INHERIT", b"!!python", b"!relative")
"""In mkdocs.yml these bring in what its own bytes do not show."""


@click.command()
@options.config_file
@options.now
@options.against
@options.strict
@options.workers
@options.language
@click.option("--preview", is_flag=True, help="草稿和未到时间的也看，写到 preview/，不能发布。")
def command(
    config_file: Path,
    now: datetime | None,
    against: str,
    strict: bool,
    workers: int,
    lang: str,
    preview: bool,
) -> None:
    """生成网站。有错误时网站保持原样。"""
    # A build makes millions of small lasting values and hardly a cycle: looking for cycles costs a
    # quarter of the reading, in the workers too, which are forked from here.
    gc.disable()
    telling = Telling(strict, click.echo, lang)
    config_file = config_file.resolve()
    done = build(config_file, now or doors.clock(), workers, preview, telling, against)
    sys.exit(0 if done else 1)


def build(
    config_file: Path,
    now: datetime,
    workers: int,
    preview: bool,
    telling: Telling,
    against: str = "",
) -> bool:
    """Build the site of a mkdocs.yml; whether it was released."""
    root = config_file.parent
    desk = doors.open_desk(root, workers)
    try:
        facts = config_facts(config_file, desk)
        target = root / ("preview" if preview else facts.site_dir)
        place = Place(root, root / facts.content, facts.base_url, target, preview, against)
        site = doors.read(place, desk, now)
        drawing = _drawing(config_file, facts, place, site, desk)
        telling = replace(telling, strict=telling.strict or facts.strict)
        return doors.release(site, drawing, place, desk, telling)
    finally:
        desk.close()


def config_facts(config_file: Path, desk: Desk) -> ConfigFacts:
    """What mkdocs.yml says, from the cache where its bytes say everything."""
    data = config_file.read_bytes()
    name = key("config", desk.bench.engine, *map(version, ENGINES), data)
    known = desk.bench.cache.get([name]).get(name)
    if known and not any(word in data for word in OPEN_ENDED):
        facts = ConfigFacts.unpack(known)
        # MkDocs refuses a folder that is not there; its bytes alone cannot tell.
        if all((config_file.parent / way).is_dir() for way in (facts.docs_dir, facts.custom_dir)):
            return facts
    from huiying import mkdocs_plugin

    try:
        facts = mkdocs_plugin.facts(config_file)
    except ConfigRefused as refused:
        lang = click.get_current_context().meta.get(options.LANG, "zh")
        found = refused.problems if lang == "en" else [_in_chinese(it) for it in refused.problems]
        doors.report(found, lang, config_file.parent)
        sys.exit(1)
    desk.bench.cache.put({name: facts.pack()})
    return facts


def _in_chinese(problem: Problem) -> Problem:
    """A fault of mkdocs.yml with what MkDocs says of it, as far as there are words of ours."""
    said = problem.values.get("why", "").split("; ")
    why = "；".join(map(in_chinese, said))
    return replace(problem, values={**problem.values, "why": why})


def _drawing(
    config_file: Path, facts: ConfigFacts, place: Place, site: Site, desk: Desk
) -> Drawing:
    """What the theme draws, from the cache where nothing that MkDocs reads has changed."""
    data = config_file.read_bytes()
    name = ""
    if facts.plain and not any(word in data for word in OPEN_ENDED):
        name = _drawing_key(facts, place, site, desk, data)
        known = desk.bench.cache.get([name]).get(name)
        if known:
            return _unpack(known)
    from huiying import mkdocs_plugin

    drawing = mkdocs_plugin.draw(config_file, place, desk, site)
    if name and not drawing.warnings:
        desk.bench.cache.put({name: _pack(drawing)})
    return drawing


def _drawing_key(facts: ConfigFacts, place: Place, site: Site, desk: Desk, config: bytes) -> str:
    parts: list[bytes | str] = [desk.bench.engine, *map(version, ENGINES), config]
    parts.append(str(place.preview))
    parts.append(site.settings.site.model_dump_json())
    for folder in filter(None, (facts.docs_dir, facts.custom_dir)):
        base = place.root / folder
        for path in sorted(base.rglob("*")):
            if path.is_file():
                parts += [os.fsencode(os.path.relpath(path, base)), path.read_bytes()]
    return key("drawing", *parts)


def _pack(drawing: Drawing) -> bytes:
    """Shells and files as one archive, without a clock in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, html in sorted(drawing.shells.items()):
            archive.writestr(zipfile.ZipInfo(f"shells/{name}"), html)
        for path, data in sorted(drawing.files.items()):
            archive.writestr(zipfile.ZipInfo(f"files/{path}"), data)
        archive.writestr(zipfile.ZipInfo("sources"), json.dumps(dict(drawing.sources)))
    return buffer.getvalue()


def _unpack(data: bytes) -> Drawing:
    shells: dict[str, str] = {}
    files: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part, _, path = name.partition("/")
            if part == "shells":
                shells[path] = archive.read(name).decode()
            elif part == "files":
                files[path] = archive.read(name)
        sources = json.loads(archive.read("sources"))
    return Drawing(shells, files, sources)
