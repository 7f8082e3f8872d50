"""Every wrong workbook is refused, or told of, in one pinned sentence, and nothing else happens.

`bad_workbooks.txt` holds what `huiying import` prints for each: after the file's name its lines,
indented, without the file in front.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from huiying.commands.import_ import command
from huiying.importing.containers import MOST_COLUMNS, MOST_ROWS
from tests.importing.bad_workbooks import BAD, filled, ods, xls
from tests.sites import write_empty_site

PINNED = Path(__file__).with_suffix("").parent / "bad_workbooks.txt"


def pinned() -> dict[str, list[str]]:
    """Lines by the name of the file."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in PINNED.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[name].append(line.strip())
        else:
            name = line
            found[name] = []
    return found


def test_every_wrong_workbook_is_pinned() -> None:
    assert list(BAD) == list(pinned())
    assert len(BAD) >= 40


@pytest.mark.parametrize("name", BAD)
def test_a_wrong_workbook_says_what_is_wrong_and_where(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_empty_site(tmp_path))
    Path(name).write_bytes(BAD[name]())
    result = CliRunner().invoke(command, [name], catch_exceptions=False)
    *lines, _ = result.stderr.splitlines()
    assert [line.removeprefix(f"{name}:") for line in lines] == pinned()[name]
    assert result.exit_code == int(any("错误：" in line for line in lines))
    if result.exit_code == 0:
        assert len(list(Path("content").rglob("*.yml"))) == 2  # with site.yml


def run(file: Path) -> Result:
    """Import a file into the site beside it."""
    config = write_empty_site(file.parent) / "mkdocs.yml"
    return CliRunner().invoke(command, [str(file), "-f", str(config)])


def test_the_good_one_has_nothing_to_say(tmp_path: Path) -> None:
    file = tmp_path / "good.xlsx"
    file.write_bytes(filled())
    result = run(file)
    assert (result.stderr, result.exit_code) == ("", 0)


@pytest.mark.parametrize(("make", "name"), [(filled, "a.xlsx"), (xls, "a.xls"), (ods, "a.ods")])
@pytest.mark.parametrize("at", range(0, 100, 10))
def test_a_damaged_byte_never_ends_in_a_traceback(
    make: Callable[[], bytes], name: str, at: int, tmp_path: Path
) -> None:
    data = bytearray(make())
    data[len(data) * at // 100 + 44] ^= 0x41
    file = tmp_path / name
    file.write_bytes(data)
    result = run(file)
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_the_limits_are_those_that_are_told() -> None:
    text = PINNED.read_text(encoding="utf-8")
    assert f"最多 {MOST_ROWS} 行、{MOST_COLUMNS} 列" in text
