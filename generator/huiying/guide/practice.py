"""The chapter of exercises: each wrong record, what `check` says of it, and how it reads mended.

In: the practice folder that `huiying init` lays out, and its answers beside this file. Out:
Markdown. The messages are those of a real check at a fixed instant.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from difflib import ndiff
from pathlib import Path

from huiying import console, content, rules
from huiying.cache import Cache
from huiying.problem import Problem, arrange
from huiying.settings import Settings

WRONG = Path(__file__).parent.parent / "practice"
ANSWERS = Path(__file__).parent / "answers"
NOW = "2026-03-20T12:00:00+08:00"
"""The instant at which the exercises are set."""
TITLE = re.compile(r"# (练习 (\d+)：.+)")
"""The first line of every exercise."""


def problems_in(root: Path) -> list[Problem]:
    """What `check` finds in a site below `root`, sorted by place."""
    folder = root / "content"
    found = content.read(root, folder, "", Cache(None))
    settings = Settings(found.site, "https://huiying.example/", datetime.fromisoformat(NOW))
    judged = rules.check(found.library, settings, folder, "content")
    return arrange([*found.problems, *judged])


def exercises() -> list[Path]:
    """The files of the exercises, in their order."""
    titles = {path: _title(path) for path in WRONG.rglob("*.yml")}
    found = {path: title for path, title in titles.items() if title}
    return sorted(found, key=lambda path: int(found[path][2]))


def _title(path: Path) -> re.Match[str] | None:
    return TITLE.match(path.read_text(encoding="utf-8-sig"))


def chapter() -> str:
    """The chapter."""
    found: dict[str, list[Problem]] = {}
    for problem in problems_in(WRONG):
        found.setdefault(problem.mark.file, []).append(problem)
    parts = ["# 练习：改错", _HOW]
    for path in exercises():
        place = path.relative_to(WRONG).as_posix()
        parts += _exercise(path, _answer(path), found.get(place, []))
    return "\n\n".join(parts) + "\n"


def _answer(wrong: Path) -> Path:
    """The mended file, which may lie in another folder."""
    (found,) = ANSWERS.rglob(wrong.name)
    return found


_HOW = """\
`huiying init` 建的网站里有一个“练习”文件夹，是另一个小网站，里面的记录都故意写错了。
打开它里面的文件，照下面的提示改。每改一处，运行一次：

    huiying check -f 练习/mkdocs.yml

直到显示“错误 0，警告 0”。“练习”里的内容不会发布。下面是每一题的原文、检查时说的话和改好的样子。"""


def _exercise(wrong: Path, right: Path, problems: list[Problem]) -> Iterator[str]:
    """One exercise: what stands there, what is said of it, what changes."""
    text = wrong.read_text(encoding="utf-8-sig")
    title = TITLE.match(text)
    assert title is not None
    yield f"## {title[1]}"
    yield _code(text.partition("\n")[2].strip("\n"))
    if problems:
        yield "检查时说："
        yield "\n".join(f"- {_said(problem)}" for problem in problems)
    else:
        yield "检查时什么也不说：意思是确定的，照样能读。`huiying fmt` 会改成统一的写法。"
    changed = "\n".join(_changed(text, right.read_text(encoding="utf-8")))
    if changed:
        yield "改动（“-”是去掉的，“+”是换上的）："
        yield _code(changed)
    place = right.relative_to(ANSWERS).as_posix()
    if place != wrong.relative_to(WRONG).as_posix():
        yield f"文件移到 `{place}`。"


def _code(text: str) -> str:
    """A block of code, for any text."""
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def _said(problem: Problem) -> str:
    """A problem as printed, without the folder that all exercises share."""
    return plain(console.line(problem).partition("\n")[0])


def plain(line: str) -> str:
    """A line of text as Markdown that shows it as it stands."""
    return line.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")


def _changed(before: str, after: str) -> Iterator[str]:
    """The lines that differ: `-` goes, `+` comes."""
    for line in ndiff(before.splitlines(), after.splitlines()):
        if line[0] in "+-":
            yield line.rstrip()
