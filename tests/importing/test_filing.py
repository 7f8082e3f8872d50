"""New files beside those that are there: whole or not at all."""

import errno
import io
import os
from pathlib import Path
from typing import Any

import pytest

from huiying.importing import filing
from huiying.importing.files import NewFile
from huiying.importing.filing import file_records
from huiying.problem import Mark
from huiying.records import parse

NEW = NewFile("topics/gongshui.yml", b"x: 1\n", Mark("t.csv", 2))


@pytest.mark.parametrize("reason", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_what_is_cut_off_leaves_no_half_of_a_record(
    reason: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.FileIO):
        def write(self, data: Any) -> int:
            super().write(data[:2])
            raise reason

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", lambda path, mode: Full(path, mode))
        with pytest.raises(type(reason)):
            file_records([NEW], tmp_path)
    assert file_records([NEW], tmp_path).written == [NEW]
    assert (tmp_path / NEW.path).read_bytes() == NEW.data


ENTRY = NewFile(
    "registers/organisations.yml", "jia:\n  名称: 甲\n".encode(), Mark("t.csv", 3), "jia"
)


@pytest.mark.parametrize("before", ["yi:\n  名称: 乙\n".encode(), None])
def test_what_another_writes_into_a_register_meanwhile_stays(
    before: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / ENTRY.path
    path.parent.mkdir()
    if before is not None:
        path.write_bytes(before)

    def parsed(*arguments: Any, **more: Any) -> Any:
        path.write_bytes(b"bing:\n  x: 1\n")
        return parse(*arguments, **more)

    monkeypatch.setattr(filing, "parse", parsed)
    [problem] = file_records([ENTRY], tmp_path).problems
    assert (problem.key, problem.mark) == ("unwritable.changed", ENTRY.mark)
    assert path.read_bytes() == b"bing:\n  x: 1\n"
    assert os.listdir(path.parent) == [path.name]
