"""What a disk refuses is told in a sentence, whichever subcommand met it."""

import errno
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from huiying.commands import DISK, main
from huiying.messages import CATALOGUE
from tests.sites import write_site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_site(tmp_path, {}))
    return tmp_path


def test_a_file_where_a_folder_belongs_is_told(site: Path) -> None:
    Path("content/topics").write_text("")
    done = CliRunner().invoke(main, ["new", "topic", "--title", "全市供水正常"])
    assert done.exit_code == 1
    assert "content/topics" in done.stderr
    assert "的位置上有同名的文件或文件夹，没有做完。请把它移开，再运行一次。" in done.stderr


def test_the_sentence_is_of_the_language_that_was_asked_for(site: Path) -> None:
    Path("guide/index.md").mkdir(parents=True)
    done = CliRunner().invoke(main, ["guide", "guide", "--lang", "en"])
    assert (done.exit_code, done.stderr) == (
        1,
        "Another file or folder stands in the way of guide/index.md; the work is not finished. "
        "Move it away and run it again.\n",
    )


def test_every_case_has_its_sentence() -> None:
    for language in ("zh", "en"):
        assert {f"disk.{case}" for case in DISK.values()} <= CATALOGUE[language].keys()


def test_a_bug_of_ours_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise OSError(errno.ENOENT, "gone")

    monkeypatch.setattr(click.Group, "invoke", missing)
    assert isinstance(CliRunner().invoke(main, ["guide"]).exception, OSError)
