"""Door one: the MkDocs plugin. It gives MkDocs the shells to draw and takes its files as outputs.

In: MkDocs' configuration and events. Out: what the theme drew, and, at the end of a build, the
released tree. The only file that imports `mkdocs`: its end is announced, so nothing else may know
it. MkDocs empties its target first, so it writes into a scratch folder and we bring the result in.
"""

import functools
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal, TypeVar, cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import config_options, load_config
from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from huiying import __version__, console, doors, forms
from huiying.build import Drawing, Site
from huiying.content import is_leftover
from huiying.finder import script
from huiying.messages import sentence
from huiying.problem import Mark, Problem
from huiying.public import Sieve, public_values
from huiying.records import KINDS
from huiying.render.plan import shell_name
from huiying.render.tags import hand_written
from huiying.source import misencoded, read

log = logging.getLogger("mkdocs.plugins.huiying")
Hook = TypeVar("Hook", bound=Callable[..., Any])
PARTS = {"css": ("styles/*.css", "components/*/style.css"), "js": ("scripts/*.js",)}
"""Which files of the theme are joined into its one stylesheet and one script."""
PURE = frozenset(
    "abbr admonition attr_list def_list fenced_code footnotes md_in_html meta sane_lists smarty"
    " tables toc pymdownx.betterem pymdownx.caret pymdownx.details pymdownx.highlight"
    " pymdownx.inlinehilite pymdownx.keys pymdownx.mark pymdownx.smartsymbols pymdownx.superfences"
    " pymdownx.tabbed pymdownx.tasklist pymdownx.tilde".split()
)
"""Markdown extensions that make a page of its own text alone and read no other file."""


@dataclass(frozen=True, slots=True)
class ShellPlan:
    """One shell for MkDocs to draw: the class of page, its menu column, its depth."""

    page_class: str
    column: str
    depth: int

    @property
    def name(self) -> str:
        return shell_name(self.page_class, self.column, self.depth)

    @property
    def source(self) -> str:
        """Where MkDocs believes the shell lies, so that its links have the right depth."""
        if not self.depth:
            return "index.md"
        return "huiying-shell/" * (self.depth - 1) + f"huiying-{self.name}.md"


def shells() -> Iterator[ShellPlan]:
    """Every shell that the pages of a site are filled into."""
    yield ShellPlan("home", "", 0)
    for kind in KINDS:
        yield ShellPlan(kind.name, kind.url_word, 2)
        index = "rumours" if kind.name == "clarification" else "index"
        yield ShellPlan(index, kind.url_word, 1)
        yield ShellPlan("month", kind.url_word, 3)
        yield ShellPlan("broken", kind.url_word, 2)
    yield ShellPlan("index", "rumours", 3)
    yield ShellPlan("month", "rumours", 5)
    yield ShellPlan("organisation", "organisations", 2)
    yield ShellPlan("month", "organisations", 4)
    for word in ("experts", "policies"):
        yield ShellPlan("month", word, 4)
    yield ShellPlan("expert", "experts", 2)
    yield ShellPlan("policy", "policies", 2)
    yield ShellPlan("index", "policies", 1)
    yield ShellPlan("month", "policies", 3)
    for word in ("organisations", "channels", "experts", "corrections", "find", "api", "feeds"):
        yield ShellPlan(word, word, 1)
    yield ShellPlan("corrections", "corrections", 3)


@dataclass(frozen=True, slots=True)
class Ask:
    """What the command asks of the plugin; `mkdocs build` asks nothing."""

    drawing_only: bool = False
    preview: bool = False
    desk: doors.Desk | None = None
    site: Site | None = None


@dataclass(slots=True)
class Run:
    """One build: where, with what, what was read, and what the theme has drawn so far."""

    place: doors.Place
    desk: doors.Desk
    site: Site
    assets: Mapping[str, tuple[str, bytes]]
    warnings: "WarningList"
    scratch: Path
    form: Mapping[str, bytes] = field(default_factory=dict)
    shells: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    drawing: Drawing | None = None


class GitServer(BaseConfigOption[dict[str, Any]]):
    """Where the web form of a built site saves to: the `backend` of Sveltia CMS."""

    def run_validation(self, value: object) -> dict[str, Any]:
        server = value if isinstance(value, dict) else {}
        if server.get("name") not in forms.SERVERS:
            raise ValidationError(_wrong_server("name", "、".join(forms.SERVERS)))
        if str(server.get("repo", "")).count("/") < 1:
            raise ValidationError(_wrong_server("repo", "hygq/content"))
        return server


def _wrong_server(key: str, wanted: str) -> str:
    return sentence("form-backend", {"key": key, "wanted": wanted})


class Options(Config):
    """The plugin's own settings in mkdocs.yml."""

    content = config_options.Type(str, default="content")
    forms = config_options.Optional(GitServer())


class WarningList(logging.Handler):
    """Keeps MkDocs' warnings, also those that `-q` keeps from being shown."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def quiet_under_serve(hook: Hook) -> Hook:
    """Under `serve` no hook ever raises, as the MkDocs server would hang: the fault is logged.

    After a fault the other hooks of that build do nothing, so that the last good pages stay.
    """

    @functools.wraps(hook)
    def wrapped(self: "HuiyingPlugin", *args: Any, **kwargs: Any) -> Any:
        unchanged = args[0] if args else None
        if self.run is None and hook.__name__ != "on_config":
            return unchanged
        try:
            return hook(self, *args, **kwargs)
        except Exception:
            if self.command != "serve":
                raise
            log.exception("Huiying: %s failed; the last good pages stay", hook.__name__)
            self.run = None
            config: Any = kwargs.get("config", unchanged)
            config.site_dir = tempfile.mkdtemp(prefix="huiying-")
            return unchanged

    return cast(Hook, wrapped)


class ShellNoise(logging.Filter):
    """Drops MkDocs' line about each shell that it need not write."""

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage()
        return not line.startswith(("Page skipped: 'huiying-", "Page skipped: 'index."))


class HuiyingPlugin(BasePlugin[Options]):
    """Hooks, each a call to plain functions; `run` holds what one build needs."""

    supports_multiple_instances = False
    command: Literal["build", "gh-deploy", "serve"] = "build"
    ask: Ask = Ask()
    run: Run | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.command = command
        if command == "serve":
            self.ask = replace(self.ask, preview=True)

    @event_priority(-100)  # Last, so that what other plugins did to the configuration is seen.
    @quiet_under_serve
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.run = _start(config, self.config.content, self.ask)
        if self.config.forms or self.command == "serve":
            self.run.form = _form(self.run, self.config.content, self.config.forms)
        return config

    @event_priority(-100)  # Last, so that nothing another plugin adds escapes the sorting out.
    @quiet_under_serve
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        assert self.run is not None
        return _sort_files(files, config, self.run)

    @event_priority(-100)  # Last, so that a shell is taken as it would have been written.
    @quiet_under_serve
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        assert self.run is not None
        name = page.meta.get("huiying_name")
        if name is None:
            return output
        self.run.shells[name] = output
        return ""

    @event_priority(-100)  # Last, as other plugins write into the scratch folder at this event.
    @quiet_under_serve
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        run = self.run
        assert run is not None
        files = _files_in(Path(config.site_dir))
        run.drawing = Drawing(run.shells, files, run.sources, tuple(run.warnings.lines))
        _leave_scratch(config, run)
        if self.ask.drawing_only:
            return
        strict = bool(config.strict) and self.command != "serve"
        try:
            say = log.debug if self.command == "serve" else log.info
            telling = doors.Telling(strict, say)
            done = doors.release(run.site, run.drawing, run.place, run.desk, telling)
        finally:
            run.desk.close()
        if not done and self.command != "serve":
            raise Abort("Huiying: the site was left as it was.")

    def on_build_error(self, *, error: Exception) -> None:
        if self.run is not None:
            self.run.desk.close()
            shutil.rmtree(self.run.scratch, ignore_errors=True)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        server.watch(str(root / self.config.content))
        server.watch(str(doors.theme_folder()))
        return server

    def on_shutdown(self) -> None:
        if self.command == "serve" and self.run is not None:
            doors.forget(self.run.place.target)


def _start(config: MkDocsConfig, content: str, ask: Ask) -> Run:
    """Read the content and turn MkDocs to our theme and a scratch folder."""
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    place = doors.Place(
        root=root,
        content=root / content,
        base_url=doors.base_url(config.site_url),
        target=Path(config.site_dir),
        preview=ask.preview,
    )
    desk = ask.desk or doors.open_desk(root)
    run = Run(
        place=place,
        desk=desk,
        site=ask.site or doors.read(place, desk, doors.clock()),
        assets=bundle(desk.bench.theme),
        warnings=_collect_warnings(config),
        scratch=Path(tempfile.mkdtemp(prefix="huiying-")),
    )
    config.site_dir = str(run.scratch)
    config.use_directory_urls = True
    config.extra["huiying"] = _shown_to_theme(run)
    material = next(
        (number for number, folder in enumerate(config.theme.dirs) if "material" in folder), 0
    )
    config.theme.dirs.insert(material, str(desk.bench.theme))
    config.theme.static_templates.discard("sitemap.xml")
    return run


def _form(run: Run, content: str, server: Mapping[str, Any] | None) -> dict[str, bytes]:
    """The files of the web form by path; none where it was neither bundled nor asked for."""
    bundle = doors.form_folder(run.desk.bench.theme)
    if not bundle.is_dir():
        if server:
            raise Abort(sentence("form-bundle", {}))
        return {}
    made = forms.files(run.site.settings.site, content, bundle, server)
    return {f"{forms.FOLDER}/{name}": data for name, data in made}


def _shown_to_theme(run: Run) -> dict[str, Any]:
    """What the theme's templates see of us: the site's public record and our assets."""
    settings = run.site.settings
    return {
        "site": public_values(settings.site, Sieve(frozenset())),
        "css": run.assets["css"][0],
        "js": run.assets["js"][0],
        "first": run.assets["first"][0],
        "find": run.assets["find"][0],
        "host": settings.host,
        "version": __version__,
        "preview": run.place.preview,
        "tags": functools.partial(hand_written, replace(settings, preview=run.place.preview)),
    }


def _collect_warnings(config: MkDocsConfig) -> WarningList:
    """Collect warnings from now on, whichever engine runs and however quiet it was told to be."""
    counter = WarningList()
    logger = logging.getLogger(type(config).__module__.partition(".")[0])
    if logger.level > logging.WARNING:
        # With -q the logger itself is deaf: let it hear, and keep only its old handlers quiet.
        for handler in logger.handlers:
            handler.setLevel(max(handler.level, logger.level))
        logger.setLevel(logging.WARNING)
    logging.getLogger(f"{logger.name}.commands.build").addFilter(ShellNoise())
    for handler in list(logger.handlers):
        if isinstance(handler, WarningList):
            logger.removeHandler(handler)
    logger.addHandler(counter)
    return counter


def bundle(theme: Path) -> dict[str, tuple[str, bytes]]:
    """The theme's stylesheet and scripts, each joined into one file named by its digest, the script
    that runs before the first paint; and the finder as a module for other sites, whose name stays.
    """
    found = {"module": (script.MODULE, script.module(theme))}
    for suffix, patterns in PARTS.items():
        paths = [path for pattern in patterns for path in sorted(theme.glob(pattern))]
        data = b"\n".join(path.read_bytes().strip() for path in paths) + b"\n"
        found[suffix] = (_named(data, "huiying", suffix), data)
    for name, data in (
        ("first", (theme / "first.js").read_bytes()),
        ("find", script.page_script(theme)),
    ):
        found[name] = (_named(data, name, "js"), data)
    return found


def _named(data: bytes, stem: str, suffix: str) -> str:
    return f"assets/{stem}.{blake2b(data, digest_size=5).hexdigest()}.{suffix}"


def _sort_files(files: Files, config: MkDocsConfig, run: Run) -> Files:
    """MkDocs' files without what we never publish, with the shells and our assets."""
    theme = run.desk.bench.theme
    own = {str(theme), config.theme.custom_dir}
    engine_folders = [Path(folder) for folder in config.theme.dirs if folder not in own]
    for file in list(files):
        if any("\ud800" <= sign <= "\udfff" for sign in file.src_uri):
            # The name is not UTF-8, and MkDocs would end in a traceback over it.
            shown = file.src_uri.encode("utf-8", "backslashreplace").decode()
            log.warning("%s: the name is not UTF-8; the file is left out", shown)
            files.remove(file)
        elif file.is_documentation_page() and (wrong := _misencoded(file)):
            log.warning(console.line(wrong[0], "zh"))
            files.remove(file)
        elif is_leftover(Path(file.src_uri).name) or _is_unwanted(file, theme, engine_folders):
            files.remove(file)
    for plan in shells():
        if plan.source == "index.md" and (clash := files.get_file_from_path("index.md")):
            log.warning("Huiying draws the home page; pages/index.md is left out")
            files.remove(clash)
        text = (
            f"---\nhuiying_name: {plan.name}\nhuiying_shell: {plan.page_class}\n"
            f"huiying_column: '{plan.column}'\ntitle: {plan.page_class}\n---\n"
        )
        files.append(
            File.generated(config, plan.source, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
        )
    if any(file.dest_uri.startswith(f"{forms.FOLDER}/") for file in files):
        log.warning("Huiying: the folder %s/ of the pages is taken; no form", forms.FOLDER)
        run.form = {}
    for path, data in (*run.assets.values(), *run.form.items()):
        files.append(File.generated(config, path, content=data))
    docs = _relative(config.docs_dir, run.place.root)
    for file in files.documentation_pages():
        if file.generated_by is None:
            run.sources[file.dest_uri] = Path(docs, file.src_uri).as_posix()
    return files


def _misencoded(file: File) -> list[Problem]:
    """Why MkDocs would end in a traceback over a page: it is not UTF-8."""
    is_ours = file.abs_src_path is None
    return [] if is_ours else misencoded(Path(file.abs_src_path or "").read_bytes(), file.src_uri)


def _is_unwanted(file: File, theme: Path, engine_folders: Sequence[Path]) -> bool:
    """Files of themes: the sources of our own, and all of Material's, as our pages load none."""
    path = Path(file.abs_src_path or "")
    if theme in path.parents:
        return theme / "assets" not in path.parents
    return any(folder in path.parents for folder in engine_folders)


def _files_in(folder: Path) -> dict[str, bytes]:
    """What MkDocs wrote, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _leave_scratch(config: MkDocsConfig, run: Run) -> None:
    shutil.rmtree(run.scratch, ignore_errors=True)
    config.site_dir = str(run.place.target)


_NO_PAGES = re.compile(r"'docs_dir': The path '(.+)' isn't an existing directory")


def _load(config_file: Path) -> MkDocsConfig:
    """The configuration. ConfigRefused where MkDocs cannot read it: it would say so in English."""
    heard = WarningList()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        config = load_config(str(config_file))
    except (ConfigurationError, Abort) as error:
        raise doors.ConfigRefused(_faults(config_file, heard.lines or [str(error)])) from None
    finally:
        logger.removeHandler(heard)
    for text in heard.lines:
        log.warning(text)
    return config


def _faults(config_file: Path, said: Sequence[str]) -> list[Problem]:
    """What is wrong with mkdocs.yml: in our words where it is no YAML, else in those of MkDocs.

    It may use more of YAML than a record does, so only faults of form count.
    """
    _, found = read(config_file.read_bytes(), config_file.name)
    told = [each for each in found if each.rule in ("syntax", "encoding", "control-character")]
    missing = [match[1] for text in said if (match := _NO_PAGES.search(text))]
    if missing and not told:
        values = {"folder": Path(_relative(missing[0], config_file.resolve().parent)).as_posix()}
        return [Problem("config", Mark(config_file.name), "pages", values)]
    why = {"why": "; ".join(" ".join(text.split()).rstrip(".") for text in said)}
    return told or [Problem("config", Mark(config_file.name), "", why)]


def draw(config_file: Path, place: doors.Place, desk: doors.Desk, site: Site) -> Drawing:
    """Start MkDocs once to draw the shells and the hand-written pages, and nothing else."""
    config = _load(config_file)
    plugin = _plugin_of(config)
    plugin.ask = Ask(drawing_only=True, preview=place.preview, desk=desk, site=site)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    assert plugin.run is not None
    assert plugin.run.drawing is not None
    return plugin.run.drawing


def _plugin_of(config: MkDocsConfig) -> HuiyingPlugin:
    found = next(
        (item for item in config.plugins.values() if isinstance(item, HuiyingPlugin)), None
    )
    if found is None:
        raise Abort("mkdocs.yml 里没有插件 huiying。请在 plugins 下面加一行“- huiying”。")
    return found


def facts(config_file: Path) -> doors.ConfigFacts:
    """What the command must know of mkdocs.yml to do without MkDocs next time."""
    config = _load(config_file)
    plugin = _plugin_of(config)
    others = [name for name, item in config.plugins.items() if item is not plugin]
    root = config_file.resolve().parent
    return doors.ConfigFacts(
        content=plugin.config.content,
        base_url=doors.base_url(config.site_url),
        site_dir=_relative(config.site_dir, root),
        docs_dir=_relative(config.docs_dir, root),
        custom_dir=_relative(config.theme.custom_dir, root) if config.theme.custom_dir else "",
        strict=bool(config.strict),
        plain=not others and not config.hooks and set(config.markdown_extensions) <= PURE,
        form=plugin.config.forms,
    )


def _relative(path: str, root: Path) -> str:
    """From the site's root where that is possible: Windows has no way between two drives."""
    try:
        return os.path.relpath(path, root)
    except ValueError:
        return path


def serve(config_file: Path, address: str) -> None:
    """`mkdocs serve` with the preview projection. OSError where the address cannot be had."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    mkdocs_serve(str(config_file), dev_addr=address)
