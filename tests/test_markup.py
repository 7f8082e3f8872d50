"""The Nu HTML checker on every page of the sample site."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.conftest import ROOT

JAR = ROOT / "tests/node/node_modules/vnu-jar/build/dist/vnu.jar"
PORTAL = '<!doctype html><html lang="zh-CN"><title>门户</title><main><h1>门户</h1>{}</main></html>'


def hosted(tree: Path, folder: Path) -> Iterator[Path]:
    """Each fragment inside a page of a portal."""
    for fragment in sorted((tree / "fragments").rglob("*.html")):
        page = folder / "-".join(fragment.relative_to(tree).parts)
        page.write_text(PORTAL.format(fragment.read_text("utf-8")), "utf-8")
        yield page


@pytest.mark.proof
def test_the_checker_of_html_finds_no_error_on_any_page(
    tree: Path,
    tmp_path: Path,
    tool: Callable[[str], str],
    figure: Callable[[str, object], None],
) -> None:
    # The form for editors is another program, under admin/; fragments are parts of others' pages.
    others = {"admin", "fragments"}
    files = [
        path
        for path in sorted(tree.rglob("*.html"))
        if path.relative_to(tree).parts[0] not in others
    ]
    files += list(hosted(tree, tmp_path))
    words = [tool("java"), "-jar", str(JAR), "--format", "json", "--exit-zero-always"]
    done = subprocess.run(
        [*words, *map(str, files)], capture_output=True, text=True, check=True, timeout=300
    )
    found = [
        (unquote(entry["url"]).removeprefix(f"file:{tree}"), entry["message"])
        for entry in json.loads(done.stderr)["messages"]
        if entry["type"] != "info"
    ]
    assert found == []
    figure("HTML checker: pages, errors", [len(files), 0])


@pytest.mark.proof
def test_the_checker_does_find_what_is_wrong(tmp_path: Path, tool: Callable[[str], str]) -> None:
    page = tmp_path / "wrong.html"
    page.write_text("<!doctype html><html lang=zh><title>错</title><ul><p>不在列表里</ul>", "utf-8")
    words = [tool("java"), "-jar", str(JAR), str(page)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "not allowed as child of element" in done.stderr
