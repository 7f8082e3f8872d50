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
    """The chapter: all exercises first, so that nobody reads an answer before its exercise."""
    found: dict[str, list[Problem]] = {}
    for problem in problems_in(WRONG):
        found.setdefault(problem.mark.file, []).append(problem)
    parts, answers = ["# 练习：改错", _HOW], ["## 答案", _ANSWERS]
    for path in exercises():
        place = path.relative_to(WRONG).as_posix()
        parts += _exercise(path, found.get(place, []))
        answers += _mended(path, _answer(path))
    return "\n\n".join([*parts, *answers]) + "\n"


def _answer(wrong: Path) -> Path:
    """The mended file, which may lie in another folder."""
    (found,) = ANSWERS.rglob(wrong.name)
    return found


_HOW = """\
`huiying init` 建的网站里有一个“练习”文件夹，是另一个小网站，里面的记录都故意写错了，不会发布。

## 怎样做

1. 在网站文件夹里打开命令窗口，走进“练习”文件夹（做完用 `cd ..` 回来）：

        cd 练习

2. 只查一题，在 `huiying check` 后面写那一题的文件。第 1 题是：

        huiying check content/clarifications/2026/20260312-ci.yml

3. 用记事本打开同一个文件，照它说的改，保存。在 Windows 上可以这样打开：

        notepad content\\clarifications\\2026\\20260312-ci.yml

4. 再查一次，直到不再说这个文件有错。都做完了，不写文件，查全部：

        huiying check

    显示“错误 0，警告 0”就是全对。

下面每一题写着文件、原文和检查时说的话。先自己改，答案在这一页的最后。"""

_ANSWERS = "“-”是去掉的，“+”是换上的。"


def _exercise(wrong: Path, problems: list[Problem]) -> Iterator[str]:
    """One exercise: where it lies, what stands there, what is said of it."""
    text = wrong.read_text(encoding="utf-8-sig")
    title = TITLE.match(text)
    assert title is not None
    yield f"## {title[1]}"
    yield f"文件：`{wrong.relative_to(WRONG).as_posix()}`"
    yield _code(text.partition("\n")[2].strip("\n"))
    if problems:
        yield "检查时说："
        yield "\n".join(f"- {_said(problem)}" for problem in problems)
    else:
        yield "检查时什么也不说：意思是确定的，照样能读。`huiying fmt` 会改成统一的写法。"


def _mended(wrong: Path, right: Path) -> Iterator[str]:
    """The answer to one exercise: what changes."""
    title = _title(wrong)
    assert title is not None
    yield f"### 练习 {title[2]} 的答案"
    before, after = wrong.read_text(encoding="utf-8-sig"), right.read_text(encoding="utf-8")
    changed = "\n".join(_changed(before, after))
    if changed:
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
