"""New files beside those that are there: whole or not at all."""

import errno
import io
from pathlib import Path
from typing import Any

import pytest

from huiying.importing.files import NewFile
from huiying.importing.filing import file_records
from huiying.problem import Mark

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
            list(file_records([NEW], tmp_path))
    assert list(file_records([NEW], tmp_path)) == []
    assert (tmp_path / NEW.path).read_bytes() == NEW.data
