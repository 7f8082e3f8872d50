"""Whole sites for tests: copies of the sample, generated ones, and the commands that build them."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import ROOT
from tests.helper import BASE, CLARIFICATION, SITE, lay

NOW = "2026-11-23T12:00:00+08:00"
EPOCH = "1795406400"
"""The same instant in seconds, for the doors that have no `--now`."""
CONFIG = """\
site_name: 示例市回应
site_url: {url}
docs_dir: content/pages
theme: {{name: material, language: zh, font: false}}
plugins: [huiying]
"""


def copy_sample(folder: Path) -> Path:
    """The sample site, without what a build leaves."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def write_site(
    folder: Path, files: Mapping[str, str | bytes], url: str = "https://hy.example/"
) -> Path:
    """A site of the given content, with one hand-written page."""
    lay(folder, {**BASE, "pages/about.md": "# 关于本站\n\n正文。\n", **files})
    (folder / "mkdocs.yml").write_text(CONFIG.format(url=url), encoding="utf-8")
    return folder


def write_empty_site(folder: Path) -> Path:
    """A site without a record or a register, to import into."""
    lay(folder, {"site.yml": SITE, "pages/about.md": "# 关于本站\n\n正文。\n"})
    config = CONFIG.format(url="https://hy.example/sub/")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


def many(count: int) -> dict[str, str | bytes]:
    """So many clarifications, over five years."""
    files: dict[str, str | bytes] = {}
    for number in range(count):
        year, day = 2020 + number % 5, f"{1 + number % 28:02}"
        text = CLARIFICATION.replace("停水三天", f"停水{number}天")
        text = text.replace("2026-03-12 09:40", f"{year}-03-{day} 09:40")
        text = text.replace("2026-03-11 20:15", f"{year}-02-11 20:15")
        files[f"clarifications/{year}/{year}03{day}-n{number}.yml"] = text
    return files


def run(
    folder: Path, *words: str, env: Mapping[str, str] | None = None, encoding: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `python -m …` in a site's folder, at the tests' instant."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", **(env or {})},
        capture_output=True,
        text=True,
        encoding=encoding,
        errors="replace",
        timeout=300,
        check=False,
    )


def build(folder: Path, *options: str, env: Mapping[str, str] | None = None) -> Path:
    """`huiying build` in a site's folder; the tree."""
    done = run(folder, "huiying", "build", *options, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / ("preview" if "--preview" in options else "site")


def digests(tree: Path) -> dict[str, str]:
    """The digest of every file, by path."""
    return {
        path.relative_to(tree).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(tree.rglob("*"))
        if path.is_file()
    }
