"""文件里也不能有个人信息。

和 personal-data 一样的内容，在这些地方也要查：site.yml，手写的页面（pages/ 里的），SVG 图里的文字，
字幕（.vtt）、表格（.csv）里的字，媒体文件和页面的文件名，记录的编号。没有已审定的记录用到的媒体只提示。
图片里画出来的字、录音、视频和 PDF 电脑看不出，请审核人自己看。

依据：个人信息保护法；政府信息公开条例第十五条。

对：文件名 media/gongshui/shuiya.svg，图里只写街道名。

错：文件名 media/13812345678.jpg，字幕里有“我的电话是13812345678”。

In English: what personal-data looks for stands in no file either: site.yml, hand-written pages,
words in SVG, captions and tables, names of files and ids of records.
"""

# Reference: DOMAIN PII-1.

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from huiying.library import Library
from huiying.privacy import Finding, find, find_traces
from huiying.privacy.drawing import words
from huiying.problem import Level, Mark, Problem
from huiying.rules._texts import public_texts, site_record
from huiying.rules.personal_data import (
    LEVELS,
    findings_in,
    known_of_bodies,
    media_in_use,
)
from huiying.settings import Settings

NAME = "personal-file"
TAUGHT = frozenset({"13812345678", "13800138000"})
"""The numbers with which our own guide shows what is refused; only there they are none."""
GUIDE = "pages/guide/"
"""Written by `huiying guide`: its examples name people who are not."""
READ = frozenset({".md", ".html", ".htm", ".txt", ".csv", ".vtt", ".svg", ".json", ".xml"})
"""Files that hold text."""
LARGEST = 20 * 1024 * 1024
"""Bytes; what is larger is refused by `medium` and not read here."""


def check(library: Library, settings: Settings, folder: Path, base: str) -> Iterator[Problem]:
    """A problem for each piece of personal data in a file or in a name."""
    known = known_of_bodies(library, settings)
    yield from _of_site(folder, base, settings, known)
    for record in library.records.values():
        yield from _of_name(record.id, record.file)
    for name in _pages(folder):
        yield from _of_name(name, f"{base}/{name}")
        yield from _of_file(folder, base, name, known)
    used = media_in_use(library)
    for name in sorted(library.media):
        found = [*_of_name(name, f"{base}/media/{name}")]
        found += _of_file(folder, base, f"media/{name}", known)
        for problem in found:
            yield problem if name in used else replace(problem, level=Level.NOTE)


def _of_site(
    folder: Path, base: str, settings: Settings, known: frozenset[str]
) -> Iterator[Problem]:
    """What stands in site.yml, each at its place."""
    record = site_record(folder, base, settings)
    for path, item, text in public_texts(record.fields) if record else ():
        for found in findings_in(item, text):
            if found.value not in known and found.kind != "name" and record:
                yield _problem(found, record.mark(path))


def _pages(folder: Path) -> Iterator[str]:
    """The files of hand-written pages, below content/, sorted."""
    for path in sorted((folder / "pages").rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix()


def _of_name(name: str, file: str) -> Iterator[Problem]:
    for found in find(name):
        if found.kind != "name":
            yield _problem(found, Mark(file), "name")


def _of_file(folder: Path, base: str, name: str, known: frozenset[str]) -> Iterator[Problem]:
    """What the words of a file hold; of bytes that are no text, nothing."""
    path = folder / name
    if os.path.splitext(name)[1].lower() not in READ:
        return
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except OSError:  # `medium` says so
        return
    look = _taught if name.startswith(GUIDE) else find
    for line, text in words(data) if name.lower().endswith(".svg") else _lines(data):
        for found in look(text):
            if found.value not in known and found.kind != "name":
                yield _problem(found, Mark(f"{base}/{name}", line))


def _taught(text: str) -> Iterator[Finding]:
    """What is found in the guide, which names people who are not, to show what is refused."""
    yield from (found for found in find_traces(text) if found.value not in TAUGHT)


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    text = data.decode("utf-8-sig", "replace")
    yield from enumerate(text.splitlines(), start=1)


def _problem(found: Finding, mark: Mark, case: str = "") -> Problem:
    return Problem(NAME, mark, case, {"value": found.shown}, LEVELS[found.kind])
