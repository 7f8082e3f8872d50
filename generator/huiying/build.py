"""The story of one build: read, check, project, render in parallel, hand over the outputs.

In: where the content is, the instant, what the theme drew, and a sink that takes outputs. Out: the
problems found. Nothing here knows MkDocs, and nothing reaches readers: the door that owns the sink
decides, from the problems, whether the tree is switched.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain, repeat
from pathlib import Path, PurePosixPath
from typing import Any, Protocol, TypeAlias
from zoneinfo import ZoneInfo

from pydantic_core import to_json

from huiying import against, cleanroom, content, forms, manifest, panel, public, rules, sharing
from huiying.audits import check as audit
from huiying.audits.facts import Facts, facts, facts_of_bytes, look_again, pack, unpack
from huiying.audits.internal_string import Needles, needles
from huiying.cache import Cache, key
from huiying.content import Content
from huiying.finder import tiers
from huiying.problem import Level, Mark, Problem
from huiying.public import Projection
from huiying.render import api, calendar, feeds, plan, redirect, rumour_index, sitemap
from huiying.render.body import body, environment
from huiying.render.embed import files as embeds
from huiying.render.feeds import podcast
from huiying.render.head import head
from huiying.render.output import Output
from huiying.render.plan import Page
from huiying.settings import Settings
from huiying.shell import Shell, fill, split

CHUNK = 250
"""Pages drawn in one task of the executor."""
LIBRARIES = (
    "comrak",
    "jinja2",
    "nh3",
    "pikepdf",
    "pillow",
    "pydantic",
    "pypinyin",
    "pyyaml",
    "segno",
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the theme drew: shells by name, other files by path, and MkDocs' warnings.

    `sources`: of hand-written pages, by path, the file that a person wrote.
    """

    shells: Mapping[str, str]
    files: Mapping[str, bytes]
    sources: Mapping[str, str]
    warnings: Sequence[str] = ()


class Written(Protocol):
    """What a worker says of a file that it wrote; picklable."""

    @property
    def digest(self) -> str: ...


class Sink(Protocol):
    """Takes outputs into a tree that nobody reads yet; `root` is where workers write."""

    root: Path

    def holds(self, path: str, digest: str) -> bool: ...
    def keep(self, path: str) -> None: ...
    def put(self, output: Output) -> None: ...
    def record(self, path: str, entry: Any) -> None: ...
    def read(self, path: str) -> bytes | None: ...
    def below(self, folder: str) -> list[str]: ...
    def digests(self) -> Mapping[str, str]: ...


Write: TypeAlias = Callable[[Path, Output], Written]


@dataclass(frozen=True, slots=True)
class Site:
    """The content as read and judged, ready to be rendered."""

    root: Path
    folder: Path
    content: Content
    settings: Settings
    problems: tuple[Problem, ...]

    @property
    def blocking(self) -> list[Problem]:
        """The problems that a build heeds: no department's draft holds up another's answer.

        Drafts are not rendered, and `check` fails on them all the same.
        """
        return [
            each
            for each in self.problems
            # What was public and is a draft now has gone from the site, which holds it up.
            if each.mark.file not in self.content.drafts or each.rule in against.COMPARISONS
        ]


@dataclass(frozen=True, slots=True)
class Bench:
    """What a build works with: the theme's folder, the cache, an executor, the engine's digest."""

    theme: Path
    cache: Cache
    executor: Executor | None
    engine: str


def engine_digest(theme: Path) -> str:
    """A digest of our code, the theme and the libraries that can change a byte."""
    total = blake2b(digest_size=20)
    package = Path(__file__).parent
    for base in dict.fromkeys((package, theme)):
        for path in sorted(base.rglob("*")):
            if path.is_file() and path.suffix not in (".pyc", ".md"):
                total.update(path.relative_to(base).as_posix().encode() + b"\0")
                total.update(path.read_bytes())
    for name in LIBRARIES:
        total.update(f"{name} {version(name)}\n".encode())
    return total.hexdigest()


def check(
    root: Path,
    folder: Path,
    base_url: str,
    now: datetime,
    bench: Bench,
    released: frozenset[str] = frozenset(),
) -> Site:
    """The content of `folder`, read whole and judged by every rule; problems stop nothing here.

    `released`: addresses of the records that were public before.
    """
    if bench.executor:
        environment(bench.theme)  # compiled once here, not once in each process forked from here
    found = content.read(root, folder, bench.engine, bench.cache, bench.executor)
    if now.tzinfo is None:
        now = now.replace(tzinfo=ZoneInfo(found.site.time_zone))
    settings = Settings(found.site, base_url, now, released=released)
    base = Path(os.path.relpath(folder, root)).as_posix()
    problems = [*found.problems, *rules.check(found.library, settings, folder, base)]
    if not settings.host:
        problems.append(Problem("site-url", Mark("mkdocs.yml")))
    return Site(root, folder, found, settings, tuple(problems))


def produce(
    site: Site, drawing: Drawing, sink: Sink, write: Write, bench: Bench, preview: bool
) -> list[Problem]:
    """Render everything into the sink; the problems that the outputs themselves have.

    In a preview pages show the problems of `site`, each its own and the home page all of them.
    """
    projection = public.project(site.content.library, site.settings, preview)
    shells = {name: split(html) for name, html in drawing.shells.items()}
    shared = sharing.cards(
        list(plan.pages(projection)), projection, bench.theme, bench.cache, bench.executor
    )
    pages = list(shared.pages)
    if preview:
        pages += panel.broken(site.problems, site.content.library)
    media = cleanroom.jobs(projection, site.content.library, site.folder)
    taken = {page.path for page in pages} | set(cleanroom.paths(media))
    others = chain(shared.outputs, _others(projection, pages, drawing, bench.theme))
    outputs, problems = _without_clashes(taken, others)
    problems += shared.problems
    base = Path(os.path.relpath(site.folder, site.root)).as_posix()
    shown = panel.panels(site.problems, site.content.library, base, pages) if preview else {}
    secrets = needles(site.content.library, projection)
    found = {
        shell_path(name): facts(shell_path(name), html, secrets)
        for name, html in drawing.shells.items()
    }
    settings = replace(site.settings, preview=preview)
    common = _Common(shells, settings, bench.theme, shown, secrets, sink.root, write)
    found |= _draw_all(pages, common, sink, bench)
    for output in outputs:
        sink.put(output)
    found |= _facts_kept(outputs, secrets, bench)
    # What the finder keeps as it is tells of records that have not changed since: nothing private.
    for output in tiers.outputs(projection, sink):
        sink.put(output)
        found |= _facts_of(output, secrets)
    cleanroom.put(
        media,
        sink,
        bench.cache,
        bench.executor,
        look=lambda output: found.update(_facts_of(output, secrets)),
    )
    made = set(cleanroom.paths(media))  # the sink may still hold what is published no more
    heard = podcast.output(
        projection, lambda path: len(sink.read(path) or b"") if path in made else 0
    )
    cover = Output(podcast.COVER, (bench.theme / podcast.COVER).read_bytes())
    sink.put(heard)
    sink.put(cover)
    found |= _facts_of(heard, secrets)
    if not preview:  # what is not published needs no proof
        problems += _put_manifest(projection, site, sink)
    paths = taken | {output.path for output in (*outputs, heard, cover)}
    problems += audit(found, paths, site.content.library, projection, drawing.sources)
    return problems


def _put_manifest(projection: Projection, site: Site, sink: Sink) -> list[Problem]:
    """Put the manifest of all that the sink was given; problems where its place is taken."""
    files = sink.digests()
    found = list(manifest.clashes(files))
    if not found:
        for output in manifest.outputs(projection, site.content.library, files):
            sink.put(output)
    return found


def _shell_of(page: Page) -> str:
    return plan.shell_name(page.page_class, page.column, page.depth)


def shell_path(name: str) -> str:
    """The path under which a shell's links are judged: as deep as its pages lie."""
    return "x/" * int(name.rpartition("-")[2]) + f"{name}.html"


def _others(
    projection: Projection, pages: Sequence[Page], drawing: Drawing, theme: Path
) -> Iterator[Output]:
    """Everything that is not drawn from a page plan, by path."""
    for path, data in sorted(drawing.files.items()):
        yield Output(path, data)
    taken = {page.path for page in pages} | drawing.files.keys()
    folders = {parent.as_posix() for path in taken for parent in PurePosixPath(path).parents}
    for path, record in redirect.redirects(projection):
        above = {parent.as_posix() for parent in PurePosixPath(path).parents}
        if path not in taken | folders and not above & taken:
            yield redirect.output(path, record, projection.settings)
    yield from feeds.outputs(projection, pages)
    yield calendar.output(projection)
    yield from rumour_index.outputs(projection)
    yield from embeds.outputs(projection, pages, environment(theme), sorted(drawing.files))
    yield from api.outputs(projection)
    hand_written = [path for path in sorted(drawing.files) if _is_page(path)]
    yield from sitemap.outputs(projection, [page.path for page in pages] + hand_written)


def _is_page(path: str) -> bool:
    """Whether a file that the theme drew is a page for the public."""
    return path.endswith("/index.html") and not path.startswith(f"{forms.FOLDER}/")


def _without_clashes(
    taken: Set[str], outputs: Iterable[Output]
) -> tuple[list[Output], list[Problem]]:
    """Outputs whose addresses are free, and a problem for each whose address is taken."""
    seen = set(taken)
    free: list[Output] = []
    problems = []
    for output in outputs:
        if output.path in seen:
            problems.append(Problem("path-clash", Mark(output.path), "", {"path": output.path}))
        else:
            free.append(output)
        seen.add(output.path)
    return free, problems


@dataclass(frozen=True, slots=True)
class _Common:
    """What drawing any page needs besides the page."""

    shells: Mapping[str, Shell]
    settings: Settings
    theme: Path
    problems: Mapping[str, Sequence[panel.Shown]]
    """What a preview shows above each page, by its path."""
    needles: Needles
    root: Path
    write: Write


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One page as a worker made it."""

    path: str
    entry: Written
    facts: Facts


def _draw_all(pages: Sequence[Page], common: _Common, sink: Sink, bench: Bench) -> dict[str, Facts]:
    """Draw what changed, keep what did not; the facts of every page by path."""
    roots = _root_keys(common, bench)
    keys = {
        page.path: key(
            "page",
            roots[_shell_of(page)],
            to_json(page.values),
            to_json(common.problems.get(page.path, ())),
        )
        for page in pages
    }
    kept = bench.cache.get(keys.values())
    found: dict[str, Facts] = {}
    changed: list[Page] = []
    made_now: dict[str, bytes] = {}
    for page in pages:
        known = kept.get(keys[page.path])
        made, seen = unpack(known) if known else ("", None)
        if seen is None or not sink.holds(page.path, made):
            changed.append(page)
            continue
        sink.keep(page.path)
        if seen.secrets != common.needles.digest:
            # New secrets: the page stays as it is, but what it holds is looked at again.
            seen = look_again(seen, (sink.root / page.path).read_bytes(), common.needles)
            made_now[keys[page.path]] = pack(made, seen)
        found[page.path] = seen
    for drawn in _draw_in_chunks(changed, common, bench.executor):
        sink.record(drawn.path, drawn.entry)
        found[drawn.path] = drawn.facts
        made_now[keys[drawn.path]] = pack(drawn.entry.digest, drawn.facts)
    bench.cache.put(made_now)
    return found


def _draw_in_chunks(
    pages: Sequence[Page], common: _Common, executor: Executor | None
) -> Iterator[_Drawn]:
    chunks = [pages[start : start + CHUNK] for start in range(0, len(pages), CHUNK)]
    run = executor.map if executor and len(chunks) > 1 else map
    for drawn in run(_draw, chunks, repeat(common)):
        yield from drawn


def _root_keys(common: _Common, bench: Bench) -> dict[str, str]:
    """What every page of a shell depends on besides its own values. The instant is not in it."""
    settings = common.settings
    shared = [bench.engine, settings.base_url, settings.site.model_dump_json()]
    shared.append(str(settings.preview))
    return {
        name: key(*shared, shell.before, shell.between, shell.after)
        for name, shell in common.shells.items()
    }


def _draw(pages: Sequence[Page], common: _Common) -> list[_Drawn]:
    env = environment(common.theme)
    drawn = []
    for page in pages:
        top = head(page, common.settings)
        middle = body(page, common.settings, env, common.problems.get(page.path, ()))
        html = fill(common.shells[_shell_of(page)], top, middle)
        entry = common.write(common.root, Output(page.path, html.encode()))
        # The page of a record that could not be read is ours, not the editor's: nothing to judge.
        is_broken = page.page_class == "broken"
        seen = Facts("data") if is_broken else facts(page.path, top + middle, common.needles)
        drawn.append(_Drawn(page.path, entry, seen))
    return drawn


def _facts_kept(outputs: Sequence[Output], secrets: Needles, bench: Bench) -> dict[str, Facts]:
    """The facts of outputs by path; those of the same bytes are not looked for twice."""
    keys = {output.path: key("facts", bench.engine, output.path, output.data) for output in outputs}
    kept = bench.cache.get(keys.values())
    found: dict[str, Facts] = {}
    made: dict[str, bytes] = {}
    for output in outputs:
        known = kept.get(keys[output.path])
        seen = unpack(known)[1] if known else None
        if seen is not None and seen.secrets != secrets.digest:
            seen = look_again(seen, output.data, secrets)
        fresh = _facts_of(output, secrets) if seen is None else {output.path: seen}
        found |= fresh
        made |= {keys[path]: pack("", facts) for path, facts in fresh.items()}
    bench.cache.put({name: data for name, data in made.items() if kept.get(name) != data})
    return found


def _facts_of(output: Output, secrets: Needles) -> dict[str, Facts]:
    """The facts of an output that was not drawn into a shell."""
    if output.path.startswith(f"{forms.FOLDER}/"):
        return {}  # the form is the editors' tool, no page of the site
    try:
        text = output.data.decode()
    except UnicodeDecodeError:
        return {output.path: facts_of_bytes(output.data, secrets)}
    return {output.path: facts(output.path, text, secrets)}


def stops(problems: Iterable[Problem], strict: bool) -> bool:
    """Whether these problems stop a build: errors do, warnings only under `--strict`."""
    levels = {problem.level for problem in problems}
    return Level.ERROR in levels or (strict and Level.WARNING in levels)
