"""What version control knows of a record's file, and what it cannot tell."""

import os
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from huiying.against.commits import first_commits
from tests.against.helper import NOW, PLACE, RELEASED, records
from tests.publishing import Records, clarification, compared, files_of, moment, previous

NEW = "rumours/20260320-shuizhi"
FILE = "clarifications/2026/20260320-shuizhi.yml"


@pytest.fixture
def git(tool: Callable[[str], str]) -> Callable[..., None]:
    """Runs git in a folder, at an instant, as somebody."""
    program = tool("git")

    def run(folder: Path, *words: str, at: datetime = RELEASED) -> None:
        who = {
            f"GIT_{role}_{part}": "a@hy.example"
            for role in ("AUTHOR", "COMMITTER")
            for part in ("NAME", "EMAIL")
        }
        when = {"GIT_AUTHOR_DATE": at.isoformat(), "GIT_COMMITTER_DATE": at.isoformat()}
        env = {**os.environ, **who, **when}
        subprocess.run([program, *words], cwd=folder, env=env, check=True, capture_output=True)

    return run


def put(folder: Path, name: str, text: str = "x") -> Path:
    file = folder / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def commit(git: Callable[..., None], folder: Path, at: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x", at=moment(at))


def test_a_file_is_as_old_as_its_first_commit_also_under_another_name(
    tmp_path: Path, git: Callable[..., None]
) -> None:
    git(tmp_path, "init", "-q")
    put(tmp_path, "一.yml", "第一行\n第二行\n")
    commit(git, tmp_path, "2026-03-01 10:00")
    (tmp_path / "content" / "一.yml").rename(tmp_path / "content" / "乙.yml")
    put(tmp_path, "new.yml", "other")
    commit(git, tmp_path, "2026-03-02 10:00")
    put(tmp_path, "new.yml", "changed")
    commit(git, tmp_path, "2026-03-03 10:00")
    put(tmp_path, "not-yet.yml")
    found = first_commits(tmp_path / "content")
    assert found is not None
    assert found["乙.yml"] == moment("2026-03-01 10:00")
    assert found["new.yml"] == moment("2026-03-02 10:00")
    assert "not-yet.yml" not in found


def test_without_a_repository_and_of_a_shallow_clone_nobody_can_tell(
    tmp_path: Path, git: Callable[..., None]
) -> None:
    whole = tmp_path / "whole"
    put(whole, "a.yml")
    assert first_commits(whole / "content") is None
    git(whole, "init", "-q")
    commit(git, whole, "2026-03-01 10:00")
    put(whole, "a.yml", "y")
    commit(git, whole, "2026-03-02 10:00")
    git(tmp_path, "clone", "-q", "--depth", "1", whole.as_uri(), "shallow")
    assert first_commits(whole / "content") is not None
    assert first_commits(tmp_path / "shallow" / "content") is None


@pytest.mark.parametrize(
    ("committed", "key"),
    [
        ("2026-03-20 12:20", []),
        ("2026-03-20 13:10", []),
        ("2026-03-20 13:11", [("back-dated.committed", "error")]),
        ("", [("back-dated.uncommitted", "note")]),
    ],
    ids=["before", "within the hour", "too late", "never"],
)
def test_a_publication_before_the_first_commit_is_back_dated(
    tmp_path: Path, git: Callable[..., None], committed: str, key: list[tuple[str, str]]
) -> None:
    before = previous(tmp_path / "before", records(), RELEASED)
    site = tmp_path / "site"
    new: Records = {NEW: clarification("水质合格", "2026-03-20 12:10")}
    for name, text in files_of({**records(), **new}).items():
        put(site, name, str(text))
    git(site, "init", "-q")
    git(site, "add", "-A")
    if not committed:
        git(site, "rm", "-q", "--cached", f"content/{FILE}")
    git(site, "commit", "-q", "-m", "x", at=moment(committed or "2026-03-20 12:20"))
    found = compared(site, {**records(), **new}, moment("2026-03-21 12:00"), before)
    assert [(each.key, each.level.value) for each in found] == key
    assert all(each.mark.line == 4 for each in found)


def test_without_a_whole_history_one_note_says_so(tmp_path: Path) -> None:
    before = previous(tmp_path / "before", records(), RELEASED)
    new = {**records(), NEW: clarification("水质合格", "2026-03-20 12:10")}
    found = compared(tmp_path / "site", new, NOW, before)
    assert [(each.key, each.level.value) for each in found] == [("back-dated.unknown", "note")]
    assert PLACE in new
