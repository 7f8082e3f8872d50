"""The sample site, built once and served, for every test that looks at its pages.

In: content/ as it is. Out: session fixtures, given to all tests by conftest.py.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from huiying.render.plan import PAGE_CLASSES
from tests.browser import serve_folder

CLASSES = [*(name for name in PAGE_CLASSES if name != "broken"), "hand-written", "not-found"]
"""Every class that the public can meet; a class entered in the register is looked at by itself."""


def class_of(html: str) -> str:
    """The page class that the theme wrote into a page."""
    found = re.search(r'data-page="([a-z-]+)"', html)
    return found.group(1) if found else "hand-written"


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built."""
    # Not above: tests.sites imports conftest, which imports this file.
    from tests.sites import build, copy_sample

    return build(copy_sample(tmp_path_factory.mktemp("sample")), "--strict")


@pytest.fixture(scope="session")
def address(tree: Path) -> Iterator[str]:
    with serve_folder(tree) as url:
        yield url


@pytest.fixture(scope="session")
def pages(tree: Path) -> dict[str, list[str]]:
    """Pages of the sample by class, the fullest first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for path in tree.rglob("*.html"):
        html = path.read_text("utf-8")
        if path.relative_to(tree).parts[0] in ("embed", "fragments"):
            continue  # tests/embed looks at them
        if 'http-equiv="refresh"' not in html:
            name = "not-found" if path.name == "404.html" else class_of(html)
            place = path.relative_to(tree).as_posix().removesuffix("index.html")
            found.setdefault(name, []).append((-len(html), place))
    return {name: [place for _, place in sorted(places)] for name, places in found.items()}
