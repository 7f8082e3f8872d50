"""Nothing leaves a build that the audits have not looked into, whatever its name or form."""

from pathlib import Path

import pytest

from huiying import build, doors, sharing
from huiying.build import Bench, Drawing
from huiying.cache import Cache
from huiying.finder import tiers
from huiying.problem import Problem
from huiying.release import open_twin, write_file
from huiying.render.output import Output
from huiying.sharing import Shared
from tests.helper import BASE, CLARIFICATION, NOW, RUMOUR, lay

NOTE = "值班员三号已电话核实水厂运行"
PERSON = "13987654321"


def found(folder: Path, files: dict[str, bytes]) -> list[Problem]:
    """What is said of those files, which the theme is made to have drawn, and of nothing else."""
    content = lay(folder, {**BASE, RUMOUR: f"{CLARIFICATION}内部: {{备注: {NOTE}}}\n"})
    bench = Bench(doors.theme_folder(), Cache(None), None, "test")
    site = build.check(folder, content, "https://hy.example/", NOW, bench)
    with open_twin(folder / "site") as twin:
        drawing = Drawing({}, files, {})
        return build.produce(site, drawing, twin, write_file, bench, preview=False)


def leaks(problems: list[Problem]) -> set[tuple[str, str]]:
    """Rule and path of what must not be there."""
    rules = ("internal-string", "personal-output")
    return {(each.rule, each.values["path"]) for each in problems if each.rule in rules}


@pytest.fixture(autouse=True)
def _no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "cards", lambda *_: Shared((), (), ()))


@pytest.mark.parametrize(
    "path",
    [
        "calendar.ics",
        "data/a.js",
        "a.css",
        "a.txt",
        "a.webmanifest",
        "feeds/a.atom",
        "a.md",
        "none",
    ],
)
def test_every_text_is_searched_for_what_is_private(tmp_path: Path, path: str) -> None:
    data = f"SUMMARY:{NOTE}\r\nTEL:{PERSON}\r\n".encode()
    assert leaks(found(tmp_path, {path: data})) == {
        ("internal-string", path),
        ("personal-output", path),
    }


def test_what_is_no_text_is_searched_too(tmp_path: Path) -> None:
    data = b"\xff\xd8\xff\xe1" + NOTE.encode() + b"\xff\xd9"
    assert leaks(found(tmp_path, {"cards/a.jpg": data})) == {("internal-string", "cards/a.jpg")}


def test_the_files_of_the_finder_are_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Output("finder/recent-1.json", f'[{{"text":"{NOTE} {PERSON}"}}]'.encode())
    shard = Output("finder/0/s/0.bin", b"\x00\xfe" + NOTE.encode())
    monkeypatch.setattr(tiers, "outputs", lambda projection, tree: iter((said, shard)))
    assert leaks(found(tmp_path, {})) == {
        ("internal-string", said.path),
        ("personal-output", said.path),
        ("internal-string", shard.path),
    }


def test_a_site_in_which_nothing_is_told_is_clean(tmp_path: Path) -> None:
    assert leaks(found(tmp_path, {"calendar.ics": "SUMMARY:全市正常供水\r\n".encode()})) == set()
