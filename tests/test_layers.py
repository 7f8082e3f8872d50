"""The one way through: a file imports only from rows above its own, and two doors stay shut."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "generator" / "huiying"
# From the top: what nobody of ours is above, down to the doors.
ROWS = (
    ("pinyin",),
    ("problem", "messages", "likeness", "proposal", "ics", "privacy"),
    ("source",),
    ("records",),
    ("schema",),
    ("settings",),
    ("media",),
    ("charting",),
    ("library",),
    ("digest",),
    ("standing",),
    ("workdays",),
    ("deadlines",),
    ("sheets",),
    ("importing",),
    ("formatting",),
    ("drafting",),
    ("forms",),
    ("rules",),
    ("duties",),
    ("amendment",),
    ("signing",),
    ("public",),
    ("upcoming",),
    ("desk",),
    ("cache",),
    ("sighting",),
    ("content",),
    ("prose",),
    ("shell",),
    ("render",),
    ("finder",),
    ("audits",),
    ("lint",),
    ("links",),
    ("manifest", "origin"),
    ("against",),
    ("panel",),
    ("cleanroom",),
    ("sharing",),
    ("build",),
    ("release",),
    ("verification",),
    ("publication", "hook", "offline"),
    ("fingerprint",),
    ("baseline",),
    ("console",),
    ("tally",),
    ("explanation",),
    ("guide",),
    ("doors",),
    ("mkdocs_plugin",),
    ("commands",),
    ("__main__",),
)
ROW_OF = {part: row for row, parts in enumerate(ROWS) for part in parts}
# Parts that may not use all that stands above them. A renderer sees a projection and the tables of
# kinds, never the library that holds what is private.
NOTHING_ELSE = {
    "cache": (),
    "shell": (),
    "release": ("problem", "render.output"),
    "render": ("pinyin", "ics", "records", "settings", "public", "prose", "media.plan", "shell"),
}
ONLY_IN = {"mkdocs": "mkdocs_plugin.py", "yaml": "source.py"}
POSIX_ONLY = {"fcntl", "pwd", "grp", "resource", "termios"}


def dotted(file: Path, package: Path) -> str:
    """`rules.deadline` for rules/deadline.py, `rules` for rules/__init__.py, `` for the package."""
    parts = file.relative_to(package).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def called_imports(node: ast.AST) -> Iterator[str]:
    """What `import_module("x")` and `__import__("x")` bring in."""
    if isinstance(node, ast.Call) and node.args:
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        first = node.args[0]
        if name in ("import_module", "__import__") and isinstance(first, ast.Constant):
            yield str(first.value)


def imports(tree: ast.AST, file: Path, package: Path) -> Iterator[str]:
    """Full names of all that a file imports, at any depth: modules and what is taken from them."""
    folder = (package.name, *file.relative_to(package).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = folder[: len(folder) - node.level + 1] if node.level else ()
            base = ".".join((*above, node.module) if node.module else above)
            yield from (f"{base}.{alias.name}" for alias in node.names)
        else:
            yield from called_imports(node)


def is_allowed(importer: str, imported: str) -> bool:
    """Whether a module may import a name; both without the package's own name."""
    own, other = importer.split(".")[0], imported.split(".")[0]
    if own == other or other not in ROW_OF:
        return own == other or other in ("__version__", "")
    if own in NOTHING_ELSE:
        return any(f"{imported}.".startswith(f"{name}.") for name in NOTHING_ELSE[own])
    return ROW_OF.get(own, -1) > ROW_OF[other]


def faults(package: Path) -> list[str]:
    """One line for each import against the table, each second door and each file without a row."""
    found = []
    for file in sorted(package.rglob("*.py")):
        importer = dotted(file, package)
        place = file.relative_to(package).as_posix()
        if importer and importer.split(".")[0] not in ROW_OF:
            found.append(f"{place} has no row in the table")
            continue
        for name in imports(ast.parse(file.read_bytes()), file, package):
            top, _, rest = name.partition(".")
            if top == package.name and not is_allowed(importer, rest):
                found.append(f"{place} imports {name}")
            if ONLY_IN.get(top, place) != place:
                found.append(f"{place} imports {top}")
    return found


def posix_imports(package: Path) -> list[str]:
    """Imports at the top of a module that fail on an editor's Windows."""
    found = []
    for file in sorted(package.rglob("*.py")):
        place = file.relative_to(package).as_posix()
        for node in ast.parse(file.read_bytes()).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = {name.split(".")[0] for name in imports(node, file, package)}
                found += [f"{place} imports {name}" for name in sorted(names & POSIX_ONLY)]
    return found


def test_every_import_points_to_a_row_above() -> None:
    assert faults(PACKAGE) == []


def test_no_module_needs_posix_to_be_imported() -> None:
    assert posix_imports(PACKAGE) == []


@pytest.mark.parametrize(
    ("file", "line", "fault"),
    [
        ("source.py", "from huiying.library import gather", "source.py imports huiying.library"),
        ("source.py", "from huiying import library", "source.py imports huiying.library"),
        ("source.py", "from . import library", "source.py imports huiying.library"),
        ("rules/links.py", "from ..public import view", "rules/links.py imports huiying.public"),
        ("rules/links.py", "def f():\n    import yaml", "rules/links.py imports yaml"),
        ("build.py", "from mkdocs.config import base", "build.py imports mkdocs"),
        ("build.py", "import_module('mkdocs')", "build.py imports mkdocs"),
        ("shell.py", "from huiying.problem import Problem", "shell.py imports huiying.problem"),
        ("release.py", "from huiying.render import page", "release.py imports huiying.render"),
        (
            "render/card.py",
            "from huiying.media import work",
            "render/card.py imports huiying.media",
        ),
        ("render/card.py", "from huiying import library", "render/card.py imports huiying.library"),
        ("problem.py", "from huiying import messages", "problem.py imports huiying.messages"),
        ("utils.py", "", "utils.py has no row in the table"),
        ("__init__.py", "from huiying.build import build", "__init__.py imports huiying.build"),
    ],
)
def test_a_wrong_import_is_named(tmp_path: Path, file: str, line: str, fault: str) -> None:
    place = tmp_path / "huiying" / file
    place.parent.mkdir(parents=True)
    place.write_text(line)
    [found] = faults(tmp_path / "huiying")
    assert found.startswith(fault)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("library.py", "from huiying.records import topic"),
        ("rules/links.py", "from huiying.rules.deadline import check"),
        ("release/tree.py", "from huiying.render.output import Output"),
        ("render/card.py", "from huiying.media.plan import name"),
        ("commands/build.py", "from huiying.mkdocs_plugin import draw"),
        ("commands/build.py", "from huiying import __version__"),
        ("source.py", "import yaml"),
        ("mkdocs_plugin.py", "import mkdocs.plugins"),
    ],
)
def test_a_right_import_passes(tmp_path: Path, file: str, line: str) -> None:
    place = tmp_path / "huiying" / file
    place.parent.mkdir(parents=True)
    place.write_text(line)
    assert faults(tmp_path / "huiying") == []


def test_a_posix_import_counts_only_where_windows_would_meet_it(tmp_path: Path) -> None:
    (tmp_path / "release.py").write_text("import fcntl\n\ndef lock():\n    import pwd\n")
    assert posix_imports(tmp_path) == ["release.py imports fcntl"]
