"""Tables for spreadsheet programs: CSV that Excel reads, and in which nothing is a formula.

In: headings and rows of text. Out: bytes.
"""

import csv
from collections.abc import Sequence
from io import StringIO

ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
"""What makes spreadsheet programs take a cell for a formula, half and full width (OWASP, "CSV
Injection"): such a cell gets a quotation mark before it, which they do not show."""
BETWEEN = "；"
"""Stands between several values in one cell."""


def minute(moment: str) -> str:
    """A moment (ISO 8601) as spreadsheet programs read it."""
    return moment[:16].replace("T", " ")


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A CSV file; with its mark Excel takes it for UTF-8."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_cell(text) for text in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(ACTIVE) else text
