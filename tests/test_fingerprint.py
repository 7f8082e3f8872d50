"""What a problem is known by: it stays when lines move and changes when the line does."""

import re
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from huiying.fingerprint import fingerprints
from huiying.problem import Level, Mark, Problem

FILE = "content/topics/gongshui.yml"
LINES = ["标题: 供水", "导语: 停水", "  电话: 13800000000", "导语: 停水"]


def lay(folder: Path, lines: list[str], end: str = "\n") -> Path:
    """A site's root with the file in it."""
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(end.join([*lines, ""]).encode())
    return folder


def problem(line: int, column: int = 3, **changes: Any) -> Problem:
    """A problem of the file."""
    base = Problem("length", Mark(FILE, line, column), "", {"key": "导语"}, Level.WARNING)
    return replace(base, **changes)


def test_a_fingerprint_stays_when_lines_move_or_are_indented_anew(tmp_path: Path) -> None:
    before = fingerprints([problem(3)], lay(tmp_path / "a", LINES))
    moved = [*LINES[:2], "# 新的一行", "", "    电话: 13800000000  ", *LINES[3:]]
    assert fingerprints([problem(5, 7)], lay(tmp_path / "b", moved)) == before
    windows = lay(tmp_path / "c", LINES, "\r\n")
    assert fingerprints([problem(3)], windows) == before


def test_a_fingerprint_changes_with_the_line_the_file_the_rule_the_level_and_the_key(
    tmp_path: Path,
) -> None:
    root = lay(tmp_path, LINES)
    others = [
        problem(3),
        problem(2),
        problem(3, rule="doc-no"),
        problem(3, case="near"),
        problem(3, level=Level.ERROR),
        problem(3, values={"key": "标题"}),
        problem(3, mark=Mark("content/topics/jiaotong.yml", 3, 3)),
    ]
    alone = [fingerprints([each], root)[0] for each in others]
    assert len(set(alone)) == len(others)
    [new] = fingerprints([problem(3)], lay(tmp_path, [*LINES[:2], "  电话: 13800000001"]))
    assert new != alone[0]


def test_equal_lines_are_told_apart_and_the_last_is_the_one_that_goes(tmp_path: Path) -> None:
    root = lay(tmp_path, LINES)
    both = fingerprints([problem(2), problem(4)], root)
    assert len(set(both)) == 2
    assert fingerprints([problem(4)], root) == both[:1]


def test_what_concerns_the_whole_file_does_not_change_with_its_first_line(tmp_path: Path) -> None:
    before = fingerprints([problem(1, 1)], lay(tmp_path, LINES))
    assert fingerprints([problem(1, 1)], lay(tmp_path, ["# 新", *LINES])) == before
    assert fingerprints([problem(1, 4)], lay(tmp_path, LINES)) != before


def test_a_file_that_is_gone_or_no_text_has_a_fingerprint_too(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "tu.png").write_bytes(b"\x89PNG\n")
    files = ["content/tu.png", "content/meiyou.yml", "a\0b.yml", "content"]
    found = fingerprints([problem(1, mark=Mark(file, 9, 9)) for file in files], tmp_path)
    assert len(set(found)) == 4


PLACES = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 3), st.sampled_from(["a", "b"])))


@given(PLACES)
def test_no_two_problems_of_one_check_are_alike(places: list[tuple[int, int, str]]) -> None:
    root = Path("/nonexistent-site")
    problems = [problem(line, column, values={"key": key}) for line, column, key in places]
    found = fingerprints(problems, root)
    assert len(set(found)) == len(problems)
    assert [each for each in found if not re.fullmatch("[0-9a-f]{32}", each)] == []


def test_too_little_of_a_line_is_held_to_guess_a_number_in_it(tmp_path: Path) -> None:
    def start(number: int) -> str:
        return sha256(f"电话: 138{number:08}".encode()).hexdigest()[:4]

    other = next(number for number in count(1) if start(number) == start(0))
    [real] = fingerprints([problem(1)], lay(tmp_path, ["电话: 13800000000"]))
    [guess] = fingerprints([problem(1)], lay(tmp_path, [f"电话: 138{other:08}"]))
    assert guess == real
