"""The cache makes the same bytes faster, and any doubt is a miss."""

import sqlite3
from pathlib import Path

import pytest

from huiying.cache import KEPT_RUNS, Cache, key


def test_what_was_put_is_found_by_the_next_run(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "cache.sqlite"
    first = Cache(file)
    first.put({"a": b"1", "b": b""})
    first.close()
    again = Cache(file)
    assert again.get(["a", "b", "c"]) == {"a": b"1", "b": b""}


def test_keys_of_differently_cut_parts_differ() -> None:
    assert key("ab", "c") != key("a", "bc") != key("abc")


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 99, None])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    file = tmp_path / "cache.sqlite"
    first = Cache(file)
    first.put({str(number): bytes(2000) for number in range(50)})
    first.close()
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 3] if damage is None else damage)
    again = Cache(file)
    found = again.get(str(number) for number in range(50))
    assert all(value == bytes(2000) for value in found.values())
    again.put({"new": b"x"})
    again.close()


def test_a_value_that_was_changed_on_disk_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    first = Cache(file)
    first.put({"a": b"right"})
    first.close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE cache SET value = ?", (b"wrong",))
    assert Cache(file).get(["a"]) == {}


def test_what_nobody_asks_for_is_dropped_after_some_runs(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    first = Cache(file)
    first.put({"old": b"1", "used": b"2"})
    first.close()
    for _ in range(KEPT_RUNS + 1):
        run = Cache(file)
        run.get(["used"])
        run.close()
    assert Cache(file).get(["old", "used"]) == {"used": b"2"}


def test_a_folder_that_cannot_be_written_gives_an_empty_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache.sqlite")
    cache.put({"a": b"1"})
    assert cache.get(["a"]) == {}
    cache.close()
