"""Every kind and every register, filled into our workbook, comes back as it was."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from huiying.commands.import_ import command
from huiying.records import Kind, construct, parse
from tests.helper import ZONE
from tests.sheets.filling import (
    SUBJECTS,
    Subject,
    as_ods,
    as_xlsx,
    rows_of,
    sample_of,
    source_of,
)
from tests.sites import write_empty_site


def fields_in(subject: Subject, data: bytes, id: str) -> Any:
    """The typed fields of a record, or of an entry of a register."""
    is_kind = isinstance(subject, Kind)
    parsed = parse(data, "f", subject.model, "zh", by_id=not is_kind)
    record, problems = construct(
        parsed, subject.model, subject.name, id, "f", ZONE, "" if is_kind else id
    )
    assert problems == []
    assert record is not None
    return record.fields


def place_of(subject: Subject, id: str) -> str:
    if not isinstance(subject, Kind):
        return subject.file
    year = f"{id[:4]}/" if subject.model.dated else ""
    return f"{subject.folder}/{year}{id}.yml"


def check_import(subject: Subject, file: Path, folder: Path) -> None:
    """Import a file into an empty site and compare what was written with the samples."""
    config = str(write_empty_site(folder) / "mkdocs.yml")
    result = CliRunner().invoke(command, [str(file), "-f", config], catch_exceptions=False)
    assert (result.stderr, result.exit_code) == ("", 0)
    for id in sample_of(subject):
        after = (folder / "content" / place_of(subject, id)).read_bytes()
        before = source_of(subject).read_bytes()
        assert fields_in(subject, before, id) == fields_in(subject, after, id)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
def test_a_filled_workbook_comes_back_as_it_was(
    subject: Subject, language: str, tmp_path: Path
) -> None:
    file = tmp_path / "表 一.xlsx"
    file.write_bytes(as_xlsx(subject, rows_of(subject, sample_of(subject), language), language))
    check_import(subject, file, tmp_path)


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
def test_the_same_rows_in_an_ods_file_come_back_as_they_were(
    subject: Subject, tmp_path: Path
) -> None:
    file = tmp_path / "a.ods"
    file.write_bytes(as_ods(rows_of(subject, sample_of(subject), "zh")))
    check_import(subject, file, tmp_path)


@pytest.mark.proof
def test_workbooks_come_back_after_libreoffice_has_saved_them(
    tool: Callable[[str], str], figure: Callable[[str, object], None], tmp_path: Path
) -> None:
    soffice = tool("soffice")
    for subject in SUBJECTS:
        file = tmp_path / "filled" / f"{subject.name}.xlsx"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(as_xlsx(subject, rows_of(subject, sample_of(subject), "zh"), "zh"))
    files = sorted(map(str, (tmp_path / "filled").iterdir()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for suffix in ("xlsx", "ods", "xls"):
        done = subprocess.run(
            [soffice, profile, "--headless", "--convert-to", suffix, "--outdir", suffix, *files],
            cwd=tmp_path,
            env={**os.environ, "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        assert done.returncode == 0, done.stderr
        for subject in SUBJECTS:
            file = tmp_path / suffix / f"{subject.name}.{suffix}"
            check_import(subject, file, tmp_path / suffix / subject.name)
    figure("Workbooks brought in again after LibreOffice saved them", 3 * len(SUBJECTS))
