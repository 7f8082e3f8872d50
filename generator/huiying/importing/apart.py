"""Values of a workbook, read in a process of its own.

In: the bytes of a file that was looked into. Out: its sheets with their rows of values, or None.
The library ends the whole process over some damaged files: then it is this one that ends, and the
editor is told that the file is damaged. Run as a script it reads standard input and writes a
pickle; it imports nothing of ours, so that it starts at once.
"""

import io
import pickle
import subprocess
import sys
from typing import Any

SECONDS = 300
"""Longer than any table within the limits takes."""


def read_apart(data: bytes) -> list[tuple[str, bool, list[list[Any]]]] | None:
    """Name, whether it is hidden, and rows from the first cell on, of each sheet."""
    script = [sys.executable, "-P", __file__]
    try:
        done = subprocess.run(script, input=data, capture_output=True, check=True, timeout=SECONDS)
    except subprocess.SubprocessError:
        return None
    sheets: list[tuple[str, bool, list[list[Any]]]] = pickle.loads(done.stdout)
    return sheets


def _main() -> None:
    from python_calamine import SheetVisibleEnum, load_workbook

    with load_workbook(io.BytesIO(sys.stdin.buffer.read())) as book:
        sheets = [
            (
                about.name,
                about.visible is not SheetVisibleEnum.Visible,
                book.get_sheet_by_name(about.name).to_python(skip_empty_area=False),
            )
            for about in book.sheets_metadata
        ]
    sys.stdout.buffer.write(pickle.dumps(sheets))


if __name__ == "__main__":
    _main()
