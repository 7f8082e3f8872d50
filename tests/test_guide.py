"""The editor's guide: as generated, about everything there is, and exercises that teach."""

from pathlib import Path

import pytest

from huiying.against import COMPARISONS
from huiying.audits import AUDITS
from huiying.explanation import page_of
from huiying.guide import NOTICE, WRITTEN, chapters, practice
from huiying.links import LINK_CHECKS
from huiying.problem import Problem
from huiying.records import KINDS, REGISTERS
from huiying.records.field import fields_of
from huiying.rules import RULE_BY_NAME
from tests.conftest import ROOT
from tests.sites import run, write_empty_site

FOLDER = ROOT / "content" / "pages" / "guide"
CERTAIN = {"20260312-quanjiao.yml"}
"""Exercises about what is read all the same."""


@pytest.fixture(scope="module")
def found() -> dict[str, list[Problem]]:
    problems: dict[str, list[Problem]] = {}
    for problem in practice.problems_in(practice.WRONG):
        problems.setdefault(Path(problem.mark.file).name, []).append(problem)
    return problems


def test_the_sample_site_carries_the_guide_of_this_version() -> None:
    assert chapters() == {
        path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")
    }


def test_the_guide_tells_every_key_every_kind_and_every_rule() -> None:
    text = "".join(chapters().values())
    for entry in (*KINDS, *REGISTERS):
        assert f"## {entry.zh}\n" in text
        assert all(f"| {item.key.zh} |" in text for item in fields_of(entry.model))
    for name in (*RULE_BY_NAME, *AUDITS, *COMPARISONS, *LINK_CHECKS):
        assert f"### {name}\n" in text


@pytest.mark.parametrize("name", sorted({*RULE_BY_NAME, *AUDITS, *COMPARISONS, *LINK_CHECKS}))
def test_every_rule_says_its_ground_what_is_right_and_what_is_wrong(name: str) -> None:
    page = page_of(name)
    assert page is not None
    for word in ("\n依据：", "\n对", "\n错", "\n\nIn English: "):
        assert word in page


def test_a_sentence_that_names_a_tag_does_not_become_one() -> None:
    sentences = [line for line in chapters()["rules.md"].split("\n") if line.startswith("- ")]
    assert any("&lt;script>" in line for line in sentences)
    assert not any("<" in line for line in sentences)


def test_a_sentence_is_shown_in_the_guide_as_it_stands() -> None:
    text = chapters()["rules.md"]
    assert "- SVG 里不能有 &lt;script>。" in text
    assert "（138\\*\\*\\*\\*8000）" in text


def test_there_are_thirty_exercises_numbered_from_one() -> None:
    chapter = practice.chapter()
    count = len(practice.exercises())
    assert count >= 30
    assert all(f"## 练习 {number}：" in chapter for number in range(1, count + 1))


def test_no_answer_stands_before_the_last_exercise_and_each_says_where_its_file_is() -> None:
    asked, _, answers = practice.chapter().partition("\n## 答案\n")
    for number, path in enumerate(practice.exercises(), 1):
        assert f"文件：`{path.relative_to(practice.WRONG).as_posix()}`" in asked
        assert f"### 练习 {number} 的答案" in answers
    assert "    + " not in asked


def test_what_the_chapter_tells_to_type_finds_the_first_exercise(tmp_path: Path) -> None:
    assert run(tmp_path, "huiying", "init", "站").returncode == 0
    first, *_ = practice.exercises()
    place = first.relative_to(practice.WRONG).as_posix()
    assert f"    huiying check {place}\n" in practice.chapter()
    done = run(tmp_path / "站" / "练习", "huiying", "check", place)
    assert done.stdout.startswith(f"{place}:")
    assert done.stdout.count(place) == 1


@pytest.mark.parametrize("path", practice.exercises(), ids=lambda path: path.stem)
def test_an_exercise_is_told_about_and_only_on_one_matter(
    path: Path, found: dict[str, list[Problem]]
) -> None:
    problems = found.get(path.name, [])
    assert bool(problems) == (path.name not in CERTAIN)
    assert len(problems) <= 2


def test_nothing_but_the_exercises_is_wrong(found: dict[str, list[Problem]]) -> None:
    assert found.keys() <= {path.name for path in practice.exercises()}


def test_mended_the_exercises_are_clean() -> None:
    assert practice.problems_in(practice.ANSWERS) == []


def test_the_guide_is_written_anew_but_never_over_a_page_of_ones_own(tmp_path: Path) -> None:
    write_empty_site(tmp_path)
    assert run(tmp_path, "huiying", "guide", "g").returncode == 0
    assert run(tmp_path, "huiying", "guide", "g").returncode == 0
    (tmp_path / "g" / WRITTEN[0]).write_text("# 自己的\n", encoding="utf-8")
    (tmp_path / "g" / "terms.md").write_text(f"{NOTICE}旧的\n", encoding="utf-8")
    done = run(tmp_path, "huiying", "guide", "g")
    assert done.returncode == 1
    assert "g/index.md:1:1: 错误：这个文件不是 huiying guide 写的" in done.stderr
    assert (tmp_path / "g" / "terms.md").read_text(encoding="utf-8") == f"{NOTICE}旧的\n"


def test_outside_a_site_no_guide_is_written(tmp_path: Path) -> None:
    assert run(tmp_path, "huiying", "guide").returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_the_guide_lies_in_the_site_that_is_named(tmp_path: Path) -> None:
    write_empty_site(tmp_path / "a")
    assert run(tmp_path, "huiying", "guide", "-f", "a/mkdocs.yml").returncode == 0
    assert (tmp_path / "a/content/pages/guide/index.md").is_file()
