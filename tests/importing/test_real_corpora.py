"""Two real archives come in whole, by the shipped mappings, and build.

A sample takes the first records of each; a proof takes them all. The texts are not part of the
project: without the folder of real inputs these tests are skipped.
"""

import csv
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from huiying import content, rules
from huiying.cache import Cache
from huiying.library import Library
from huiying.problem import Level, Problem
from tests.helper import NOW, settings
from tests.sites import build, run, write_empty_site

DXY = "data/text/dxy/dxy_rumors_dev.csv"
USGOV = "data/text/usgov_faq/content"
SAMPLE = 12


def bring_in(source: Path, mapping: str, folder: Path) -> str:
    """Import into a site that has nothing else; what the command printed."""
    write_empty_site(folder)
    done = run(folder, "huiying", "import", str(source), "--mapping", mapping)
    assert done.returncode == 0, done.stderr
    return done.stdout


def judged(folder: Path) -> tuple[Library, Counter[str], list[Problem]]:
    """The library, how many history entries of each type, and what is more than a reminder."""
    found = content.read(folder, folder / "content", "test", Cache(None))
    given = settings(found, NOW)
    problems = [*found.problems, *rules.check(found.library, given, folder / "content", "content")]
    types = Counter(
        entry.type for record in found.library.records.values() for entry in record.fields.history
    )
    return found.library, types, [each for each in problems if each.level.value != "note"]


def first_rows(source: Path, target: Path, count: int) -> Path:
    """The rows of the first ids of a table, quotes and line breaks as they were."""
    with source.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    ids = list(dict.fromkeys(row[0] for row in rows))[:count]
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *(row for row in rows if row[0] in ids)])
    return target


def first_files(source: Path, target: Path, count: int) -> Path:
    """The first files of a folder."""
    target.mkdir()
    for path in sorted(source.glob("*.md"))[:count]:
        shutil.copy(path, target)
    return target


def test_all_rumours_come_in_with_their_revisions(shared: Path, tmp_path: Path) -> None:
    printed = bring_in(shared / DXY, "dxy", tmp_path)
    assert printed.startswith("读了 229 行，写了 142 条记录：\n")
    library, types, problems = judged(tmp_path)
    # Some doctors are named as those who say so, which somebody has to look at.
    assert {(each.rule, each.level) for each in problems} == {("personal-data", Level.WARNING)}
    assert len(problems) < 10
    assert len(library.records) == 142
    assert types == {"first_published": 142, "corrected": 6, "updated": 81}
    assert {record.fields.imported_from is None for record in library.records.values()} == {False}
    pets = library.records["rumours/20200129-dxy-5"]
    assert pets.fields.publish_at is not None
    assert pets.fields.publish_at.astimezone(ZoneInfo("UTC")).isoformat() == (
        "2020-01-28T16:47:32+00:00"
    )


def test_all_answers_come_in_with_agencies_sources_and_old_addresses(
    shared: Path, tmp_path: Path
) -> None:
    printed = bring_in(shared / USGOV, "usgov_faq", tmp_path)
    assert printed.startswith("读了 248 行，写了 248 条记录：\n")
    library, _, problems = judged(tmp_path)
    # Mailboxes of public bodies: `check` asks a person to look at each.
    assert {problem.rule for problem in problems} <= {"personal-data"}
    fields = [record.fields for record in library.records.values()]
    assert len(fields) == 248
    assert sum(len(each.former_urls) for each in fields) == 330
    assert sum(len(each.sources) for each in fields) == 255
    names = {path.stem for path in (shared / USGOV).parent.glob("agencies/*.md")}
    assert library.organisations.keys() == names
    assert [each.title for each in fields if "<a" in (each.facts or "")] == []


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("source", "mapping", "word", "count"),
    [(DXY, "dxy", "rumours", 142), (USGOV, "usgov_faq", "responses", 248)],
)
def test_an_archive_builds_and_its_old_addresses_lead_to_it(
    source: str, mapping: str, word: str, count: int, shared: Path, tmp_path: Path, full_size: bool
) -> None:
    path = shared / source
    if not full_size:
        cut: Callable[[Path, Path, int], Path] = first_files if path.is_dir() else first_rows
        path, count = cut(path, tmp_path / f"few{path.suffix}", SAMPLE), SAMPLE
    bring_in(path, mapping, tmp_path)
    library, types, _ = judged(tmp_path)
    site = build(tmp_path, "--strict")
    assert len(library.records) == count
    assert types["first_published"] == (count if mapping == "dxy" else 0)
    for address, record in library.records.items():
        assert (site / address / "index.html").is_file()
        for old in record.fields.former_urls:
            page = (site / old.strip("/") / "index.html").read_text(encoding="utf-8")
            assert f"/sub/{address}/" in page or f"../{address}/" in page
    assert (
        len([page for page in (site / word).glob("*/index.html") if page.parent.name[8:9] == "-"])
        == count
    )
