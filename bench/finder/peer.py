"""Pagefind on the same records: the same words as plain pages, and its own program over them.

In: entries and a folder. Out: `<folder>/rumours/<id>/index.html` and `<folder>/pagefind/`. The
pages hold nothing but the words, so it has less to read than on a real site. `npm ci` in
`bench/finder/node` brings the program.
"""

import os
import platform
import shutil
from collections.abc import Sequence
from html import escape
from pathlib import Path

from bench.finder.files import Cost, measured
from bench.measure import timed
from huiying.finder.entry import Entry

VERSION = "1.6.0"
ARCHITECTURES = {"x86_64": "x64", "aarch64": "arm64"}
PAGE = """\
<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head>
<body data-pagefind-body><h1>{title}</h1>{rest}</body></html>
"""


def program() -> Path:
    """Its path."""
    name = f"linux-{ARCHITECTURES.get(platform.machine(), platform.machine())}"
    folder = Path(__file__).parent / "node" / "node_modules" / "@pagefind" / name
    path = folder / "bin" / "pagefind_extended"
    if not path.is_file():
        raise SystemExit("bench: run `npm ci` in bench/finder/node")
    return path


def write_pages(entries: Sequence[Entry], folder: Path) -> None:
    """One page a record."""
    for entry in entries:
        texts = [*entry.shown.get("forms", ()), *entry.shown["text"].split("\n")]
        rest = "".join(f"<p>{escape(text)}</p>" for text in texts)
        path = folder / entry.address / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(PAGE.format(title=escape(entry.shown["title"]), rest=rest), "utf-8")


def index(folder: Path) -> Cost:
    """Its index of the pages in `folder`."""
    shutil.rmtree(folder / "pagefind", ignore_errors=True)
    command = [str(program()), "--site", str(folder), "--output-subdir", "pagefind"]
    timing = timed(command, folder, os.environ, folder.parent / "pagefind.log")
    for path in (folder / "pagefind").glob("pagefind-*"):  # its ready-made search boxes
        if path.name not in ("pagefind-worker.js", "pagefind-entry.json"):
            path.unlink()
    return Cost(timing.wall_s, timing.user_s, *measured(folder / "pagefind"))
