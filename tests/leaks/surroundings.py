"""What surrounds the records of a site: its pages, comments, leftovers, the shell, the versions.

In: the folder of a site and tokens. Out: words wherever an editor, a program or a machine may
leave some, and the environment in which the site is to be built.
"""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.leaks.tokens import Tokens, named, words_in
from tests.sites import CONFIG

ZONES = ("UTC", "America/St_Johns", "Pacific/Kiritimati", "Asia/Shanghai")
LOCALES = ("C", "C.UTF-8", "POSIX", "zh_CN.GB18030", "tr_TR.UTF-8")
LEFTOVERS = (".swp", "~", ".docx", ".txt")
"""Ends of the names of files that nobody meant to be there."""
AS = ("USER", "LOGNAME", "HOSTNAME", "EMAIL", "EDITOR", "CI_COMMIT_MESSAGE", "GITHUB_ACTOR")
"""Variables of the environment that hold nothing a build needs."""


def lay(folder: Path, tokens: Tokens) -> Mapping[str, str]:
    """Words around the records; the environment."""
    _pages(folder, tokens)
    _comments(folder / "content", tokens)
    _leftovers(folder / "content", tokens)
    environment = _environment(folder, tokens)
    _versions(folder, environment, tokens)
    _times(folder / "content", tokens)
    return environment


def _pages(folder: Path, tokens: Tokens) -> None:
    """A page that MkDocs leaves out, and its configuration with a comment."""
    drafts = folder / "content" / "pages" / "drafts"
    name = tokens.word("a draft of a page, file name")
    (drafts / f"{name}.md").write_text(f"# {tokens.text('a draft of a page')}\n", encoding="utf-8")
    config = CONFIG.format(url="https://hy.example/") + "draft_docs: drafts/\n"
    config += f"# {tokens.text('mkdocs.yml, comment')}\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    page = folder / "content" / "pages" / "about.md"
    note = tokens.text("a page, what stands before it")
    page.write_text(f"---\n责任编辑: {note}\n---\n\n# 关于本站\n\n正文。\n", encoding="utf-8")


def _comments(content: Path, tokens: Tokens) -> None:
    """A comment at the beginning and at the end of every file that YAML can read as UTF-8."""
    for file in sorted(content.rglob("*.yml")):
        data = file.read_bytes()
        place = f"comment in {file.relative_to(content).parts[0]}"
        first, last = (f"# {tokens.text(place)}\n".encode() for _ in range(2))
        names = named(words_in(file.stem), tokens.places).values()
        if not any("unreadable" in name for name in names):
            file.write_bytes(first + data + last)


def _leftovers(content: Path, tokens: Tokens) -> None:
    for end in LEFTOVERS:
        name = tokens.word("a file left behind, name") + end
        if end == ".swp":
            name = f".{name}"
        text = tokens.text("a file left behind")
        (content / "registers" / name).write_text(text, encoding="utf-8")
        (content / "pages" / f".{name}").write_text(text, encoding="utf-8")
    (content.parent / ".env").write_text(f"TOKEN={tokens.text('.env')}\n", encoding="utf-8")


def _environment(folder: Path, tokens: Tokens) -> dict[str, str]:
    random = tokens.random
    home = folder.parent / tokens.word("the home directory")
    home.mkdir()
    made = {name: tokens.word(f"environment, {name}") for name in AS}
    locale = random.choice(LOCALES)
    return made | {
        "HOME": str(home),
        "TZ": random.choice(ZONES),
        "LANG": locale,
        "LC_ALL": locale,
        "PYTHONHASHSEED": str(random.randint(1, 4_000_000_000)),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _versions(folder: Path, environment: Mapping[str, str], tokens: Tokens) -> None:
    """One commit by somebody, on a branch of some name."""
    names = {
        f"GIT_{who}_{what}": tokens.word(f"git, {what.lower()} of the {who.lower()}")
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    env = {**os.environ, **environment, **names, "GIT_CONFIG_GLOBAL": os.devnull}
    steps = (
        ("init", "-q", "-b", tokens.word("git, branch")),
        ("remote", "add", "origin", f"https://{tokens.word('git, remote')}.example/a.git"),
        ("add", "."),
        ("commit", "-q", "-m", tokens.text("git, message")),
    )
    for step in steps:
        subprocess.run(["git", *step], cwd=folder, env=env, check=True, capture_output=True)


def _times(content: Path, tokens: Tokens) -> None:
    for file in sorted(content.rglob("*")):
        at = tokens.random.randint(1_000_000_000, 1_700_000_000)
        os.utime(file, (at, at))
