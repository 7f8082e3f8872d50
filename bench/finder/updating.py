"""What one record more, corrected or withdrawn rewrites: `python -m bench.finder.run updating`.

A site of the benchmark's corpus is built for real, then again after each change of one record; the
files of both trees are compared by their bytes, and `huiying find` is asked at once.
"""

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bench import corpus
from bench.corpus import Record
from bench.measure import timed
from bench.ours import Ours

NEW = "听说示例大桥的桥墩开裂了，过桥的人赶紧绕行"
MENDED = "检修期间由消防车送水"
HISTORY = """\
变更记录:
  - 时间: {published:%Y-%m-%d %H:%M}
    类型: 首发
    说明: 首次发布。
  - 时间: 2026-11-23 10:00
    类型: {kind}
    说明: {note}
"""


def lines(count: int) -> Iterator[str]:
    """The table."""
    with tempfile.TemporaryDirectory(prefix="huiying-bench-") as name:
        site = Ours(Path(name))
        site.write(corpus.records(count))
        build(site)
        yield f"{count:,} records; {len(digests(site))} files in all."
        yield ""
        yield "| change | files of the finder | files in all | `huiying find` at once |"
        yield "| --- | ---: | ---: | --- |"
        for label, change in (("added", add), ("corrected", correct), ("withdrawn", withdraw)):
            before = digests(site)
            told = change(site, count)
            build(site)
            after = digests(site)
            changed = [path for path in before | after if before.get(path) != after.get(path)]
            own = sum(path.startswith("finder/") for path in changed)
            yield f"| one record {label} | {own} | {len(changed)} | {asked(site, *told)} |"


def build(site: Ours) -> None:
    timed(site.command(), site.folder, site.environment(), site.folder / "build.log")


def digests(site: Ours) -> dict[str, bytes]:
    """Every file of the released tree."""
    return {
        path.relative_to(site.output).as_posix(): hashlib.sha256(path.read_bytes()).digest()
        for path in site.output.rglob("*")
        if path.is_file()
    }


def add(site: Ours, count: int) -> tuple[str, str, bool]:
    """(question, address, whether it has to be found)."""
    record = _clarification(count + 1)
    id = f"20261123-n{count + 1:06d}"
    at = datetime(2026, 11, 23, 11)  # noqa: DTZ001 (the site's zone, which the files leave out)
    record = replace(record, id=id, title="示例大桥桥墩没有裂缝，通行正常", claim=NEW,
                     published_at=at, first_seen=at.replace(hour=8), timeline=())  # fmt: skip
    site.change_record(record)
    return NEW, f"rumours/{id}", True


def correct(site: Ours, count: int) -> tuple[str, str, bool]:
    """An old record gets another sentence."""
    record = _clarification(count // 2)
    path = _write(site, replace(record, facts=f"{record.facts}\n\n{MENDED}"), "更正", "数字有误")
    with path.open("a", encoding="utf-8") as file:
        file.write("    原文: 水费调整。\n    新文: 水费不变。\n    字段: [事实]\n")
    return MENDED, f"rumours/{record.id}", True


def withdraw(site: Ours, count: int) -> tuple[str, str, bool]:
    """The same record is taken back: its page stays and says so, its text goes."""
    record = _clarification(count // 2)
    _write(site, replace(record, facts=f"{record.facts}\n\n{MENDED}"), "撤回", "要再核对。")
    return MENDED, f"rumours/{record.id}", False


def _clarification(number: int) -> Record:
    return corpus.record(number if number % 2 == 0 else number + 1)


def _write(site: Ours, record: Record, kind: str, note: str) -> Path:
    site.change_record(record)
    folder = site.folder / "content" / "clarifications" / record.id[:4]
    path = folder / f"{record.id}.yml"
    with path.open("a", encoding="utf-8") as file:
        file.write(HISTORY.format(published=record.published_at, kind=kind, note=note))
    return path


def asked(site: Ours, question: str, address: str, is_there: bool) -> str:
    """What the terminal answers, in a word; another answer than expected stops the benchmark."""
    command = [sys.executable, "-m", "huiying", "find", question, "-f", "mkdocs.yml"]
    done = subprocess.run(
        command, cwd=site.folder, env=site.environment(), capture_output=True, text=True
    )
    found = [line.split("\t")[1] for line in done.stdout.splitlines()]
    if (found[:1] == [address]) != is_there:
        raise SystemExit(f"bench: {question!r} finds {found}, not {address}\n{done.stderr}")
    return "found first" if is_there else "not found by its words any more"
