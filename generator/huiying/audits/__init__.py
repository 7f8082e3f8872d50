"""Audits: rules over the finished outputs, as `rules` are over the records.

In: the facts of every output, the paths of the tree, the library and the projection. Out: problems,
placed where the editor wrote the record, else at the output. One file is one audit; its name is the
audit's name, its docstring the page of the guide.
"""

from collections.abc import Container, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from huiying.audits import internal_link, internal_string, personal_output
from huiying.audits.facts import Facts
from huiying.audits.private_text import strings
from huiying.library import Library
from huiying.problem import Mark, Problem
from huiying.public import Projection
from huiying.records import Record

AUDITS = (
    "feed",
    "foreign-host",
    "heading-order",
    "inline-code",
    "internal-link",
    "internal-string",
    "json-ld",
    "page-tags",
    "personal-output",
)
"""Every audit, by name; its module has the same name."""


def check(
    found: Mapping[str, Facts],
    paths: Container[str],
    library: Library,
    projection: Projection,
    sources: Mapping[str, str],
) -> Iterator[Problem]:
    """The problems of all outputs.

    `found`: facts by path, those of shells under a path of their depth; `paths`: every path of the
    tree that readers will see; `sources`: the files behind hand-written pages, by path.
    """
    records = {f"{address}/index.html": library.records[address] for address in projection.records}
    marks = {path: Mark(record.file) for path, record in records.items()}
    marks |= {path: Mark(file) for path, file in sources.items()}
    base_url = projection.settings.base_url
    for path, facts in found.items():
        mark = marks.get(path) or Mark(path)
        for key, value in facts.faults:
            if key != "foreign-host" or not value.startswith(base_url):
                rule, _, case = key.partition(".")
                yield Problem(rule, mark, case, {"value": value, "path": path})
    for path, case, value in _missing(found, paths, urlsplit(base_url).path):
        shown = value if value.startswith("#") else "/" + value.removesuffix("index.html")
        record = records.get(path)
        mark = _written(record, shown) if record else marks.get(path) or Mark(path)
        values = {"value": shown, "path": path}
        yield Problem("internal-link", mark, case, values)
    leaks = {path: facts.leaks for path, facts in found.items() if facts.leaks}
    # A shell shows the titles of hand-written pages.
    by_hand = sources.keys() | {path for path, facts in found.items() if facts.form == "shell"}
    for _, path, written in internal_string.judge(leaks, library, projection, by_hand):
        yield Problem("internal-string", written, "", {"path": path}, also=marks.get(path))
    traces = {path: facts.traces for path, facts in found.items() if facts.traces}
    for path, shown in personal_output.judge(traces, projection, sources):
        values = {"value": shown, "path": path}
        yield Problem("personal-output", marks.get(path) or Mark(path), "", values)


def _written(record: Record[Any], link: str) -> Mark:
    """The place of the value of a record in which a link stands."""
    wanted = link.strip("/")
    for path, text in strings(record.fields):
        if wanted and wanted in text:
            return record.mark(path)
    return record.mark()


def _missing(
    found: Mapping[str, Facts], paths: Container[str], base_path: str
) -> Iterator[tuple[str, str, str]]:
    """Paths of outputs with the case and the target of each link that leads nowhere."""
    of_shells = frozenset(
        id for facts in found.values() if facts.form == "shell" for id in facts.ids
    )
    of_fillings = frozenset(
        id for facts in found.values() if facts.form == "filling" for id in facts.ids
    )

    def has(facts: Facts | None, fragment: str) -> bool:
        if facts is None or facts.form not in ("filling", "page", "shell"):
            return True  # a picture, or what was not looked at: `#t=10` of a video is no id
        others = {"filling": of_shells, "shell": of_fillings}.get(facts.form, ())
        return fragment in facts.ids or fragment in others

    for path, facts in found.items():
        for link in facts.links:
            target = internal_link.rooted(link, base_path) if link.startswith("/") else link
            way, _, fragment = target.partition("#")
            if way and way not in paths:
                yield path, "", target
            elif fragment and not has(found.get(way) if way else facts, fragment):
                yield path, "fragment", target
