"""The rule on media: places below media/, used or not."""

from pathlib import Path

from huiying.problem import arrange
from huiying.rules import medium
from tests.rules.helper import CLARIFICATION, RUMOUR, library, settings

GOOD = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
BAD = b'<svg xmlns="http://www.w3.org/2000/svg">\n  <script/>\n</svg>'


def test_every_file_is_looked_into_and_named_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    files = {"a/good.svg": GOOD, "a/bad.svg": BAD, "b.gif": b"GIF89a", "empty.png": b""}
    for name, data in files.items():
        path = folder / "media" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    found = library({RUMOUR: CLARIFICATION}, media=frozenset(files))
    problems = arrange(medium.check(found, settings(), folder, "data/content"))
    assert [(str(each.mark), each.key) for each in problems] == [
        ("data/content/media/a/bad.svg:2:3", "medium.svg-element"),
        ("data/content/media/b.gif:1:1", "medium.refused"),
        ("data/content/media/empty.png:1:1", "medium.empty"),
    ]


def test_a_file_that_went_away_meanwhile_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    found = library({}, media=frozenset(["gone.png"]))
    problems = list(medium.check(found, settings(), tmp_path / "content", "content"))
    assert [each.key for each in problems] == ["medium.broken"]
