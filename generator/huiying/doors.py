"""What both doors do alike: find the theme, open the cache and the pool, read, release.

In: where a site lies and at which instant. Out: a released tree, or problems printed and the site
left byte for byte. Whether MkDocs was started for the drawing is the doors' own affair.
"""

import json
import multiprocessing
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from huiying import against, build, console, manifest, origin, tally, verification
from huiying.build import Bench, Drawing, Site
from huiying.cache import Cache
from huiying.messages import sentence
from huiying.messages.mkdocs_zh import in_chinese
from huiying.origin import Unreadable
from huiying.problem import Level, Mark, Problem, arrange
from huiying.release import ReleaseRefused, open_twin, write_file
from huiying.release.log import HEAD
from huiying.settings import USUAL_CODE, USUAL_URL

HERE = Path()


@dataclass(frozen=True, slots=True)
class Place:
    """One site: its root, its content, its public address, and the folder that readers see."""

    root: Path
    content: Path
    base_url: str
    target: Path
    preview: bool = False
    against: str = ""
    """Where what was published before can be read, if it is to be compared with."""


@dataclass(frozen=True, slots=True)
class ConfigFacts:
    """What mkdocs.yml says, as far as we need it.

    `plain`: nothing else can change a page. `form`: the Git server of the web form.
    """

    content: str
    base_url: str
    site_dir: str
    docs_dir: str
    custom_dir: str
    strict: bool
    plain: bool
    form: Mapping[str, Any] | None = None

    def pack(self) -> bytes:
        return json.dumps(asdict(self)).encode()

    @classmethod
    def unpack(cls, data: bytes) -> "ConfigFacts":
        return cls(**json.loads(data))


@dataclass(frozen=True, slots=True)
class Desk:
    """The tools of one build, to be closed after it."""

    bench: Bench

    def close(self) -> None:
        self.bench.cache.close()
        if isinstance(self.bench.executor, ProcessPoolExecutor):
            self.bench.executor.shutdown(cancel_futures=True)


class ConfigRefused(Exception):
    """mkdocs.yml cannot be used; `problems` say where and why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


def theme_folder() -> Path:
    """The theme: inside the package in a wheel, beside `generator/` in a checkout."""
    package = Path(__file__).parent
    inside = package / "theme"
    return inside if inside.is_dir() else package.parent.parent / "theme"


def form_folder(theme: Path) -> Path:
    """The bundle of the web form, if `make forms` was run or the wheel carries it."""
    return theme / "admin" / "dist"


def base_url(site_url: str | None) -> str:
    """The site's address with a `/` at its end."""
    return (site_url or "/").rstrip("/") + "/"


def clock() -> datetime:
    """The instant of this run where none was given: SOURCE_DATE_EPOCH, else now. In UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(sentence("epoch", {"value": epoch[:40]})) from None


def open_desk(root: Path, workers: int | None = None) -> Desk:
    """The cache in the site's root and a pool of processes, which start only when asked to work."""
    theme = theme_folder()
    count = workers or os.cpu_count() or 1
    # Forking a process that has threads can hang it; there the workers start afresh.
    fork = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if fork else "spawn")
    executor = ProcessPoolExecutor(count, mp_context=context) if count > 1 else None
    cache = Cache(root / ".huiying" / "cache.sqlite")
    return Desk(Bench(theme, cache, executor, build.engine_digest(theme)))


def read(place: Place, desk: Desk, now: datetime) -> Site:
    """The content, read and judged, also against what was published before, if that is asked for.

    Unreadable where that cannot be read. Without it the tree that readers see now says which
    records were public; a tree that is damaged says nothing, as it is about to be replaced.
    """
    if place.against:
        before = verification.previous(place.against)
        released = frozenset(before.entries)
    else:
        released = _released(place.target)
    site = build.check(place.root, place.content, place.base_url, now, desk.bench, released)
    if not place.against:
        return site
    library, settings = site.content.library, site.settings
    found = against.check(library, settings, before, place.root, place.content)
    return replace(site, problems=(*site.problems, *found))


def _released(target: Path) -> frozenset[str]:
    try:
        return manifest.published(origin.reader(str(target)))
    except (manifest.Damaged, Unreadable):
        return frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """How a release is told: whether warnings stop it, who hears what it brought, the language."""

    strict: bool
    say: Callable[[str], None]
    language: str = "zh"


def release(site: Site, drawing: Drawing, place: Place, desk: Desk, telling: Telling) -> bool:
    """Render into the site's twin and switch; if it is not good, False and nothing has changed."""
    if build.stops(site.blocking, telling.strict) and not place.preview:
        report(site.problems, telling.language, place.root)
        return False
    try:
        if not place.preview and (place.target / HEAD).exists():
            raise ReleaseRefused("release.published", target=str(place.target))
        return _render(site, drawing, place, desk, telling)
    except ReleaseRefused as refused:
        sys.stderr.write(sentence(refused.rule, refused.values, telling.language) + "\n")
        return False


def _render(site: Site, drawing: Drawing, place: Place, desk: Desk, telling: Telling) -> bool:
    """Render into the twin; switch if nothing speaks against it."""
    strict, language = telling.strict, telling.language
    with open_twin(place.target, place.preview) as twin:
        found = build.produce(site, drawing, twin, write_file, desk.bench, place.preview)
        usual = [] if place.preview else _placeholders(site, place)
        problems = arrange([*site.problems, *found, *usual])
        if not place.preview or len(problems) == len(arrange(site.problems)):
            report(problems, language, place.root)
            for line in drawing.warnings:
                told = in_chinese(line) if language == "zh" else line
                sys.stderr.write(f"MkDocs: {told}\n")
            if not place.preview and build.stops([*site.blocking, *found], strict):
                return False
            if strict and drawing.warnings:
                count = {"count": str(len(drawing.warnings))}
                sys.stderr.write(sentence("engine-warnings", count, language) + "\n")
                return False
            if not place.preview and (kept := twin.kept()):
                twin.put(manifest.kept_output(kept))
            line = tally.line(site, twin, console.way(place.root, str(place.target)), language)
            twin.switch()
            telling.say(line)
            return True
    # What the pages themselves have wrong is known only now; the panel of a preview shows it too.
    return _render(replace(site, problems=tuple(problems)), drawing, place, desk, telling)


def _placeholders(site: Site, place: Place) -> list[Problem]:
    """Notes on what a new site was given and nobody has replaced: told when it is published."""
    found = []
    if place.base_url == USUAL_URL:
        values = {"value": USUAL_URL}
        found.append(Problem("placeholder", Mark("mkdocs.yml"), "", values, Level.NOTE))
    if site.settings.site.site_id_code == USUAL_CODE:
        mark = Mark(Path(os.path.relpath(place.content / "site.yml", place.root)).as_posix())
        found.append(Problem("placeholder", mark, "code", {"value": USUAL_CODE}, Level.NOTE))
    return found


def report(problems: Iterable[Problem], language: str = "zh", root: Path = HERE) -> None:
    """Print every problem, sorted by place, to standard error. `root`: whence their marks go."""
    found = arrange(problems)
    for problem in found:
        sys.stderr.write(console.line(console.from_here(problem, root), language) + "\n")
    if found:
        sys.stderr.write(console.summary(found, language) + "\n")


def forget(target: Path) -> None:
    """Remove what a release of a temporary folder kept beside it."""
    shutil.rmtree(target.parent / f".{target.name}.huiying", ignore_errors=True)
