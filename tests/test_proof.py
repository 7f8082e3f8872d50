"""The page of figures."""

from datetime import date

from tests.proof import page


def test_figures_stand_by_name_each_once_with_versions_and_day() -> None:
    figures = [("b: files", 3), ("a: seconds", 1.5), ("b: files", 4)]
    expected = """# Proof

Written by `make proof` on 2026-11-23. Do not edit by hand.

| figure | value |
| --- | --- |
| a: seconds | 1.5 |
| b: files | 4 |

Measured with Python 3.11.7, mkdocs 1.6.1.
"""
    assert expected == page(figures, {"Python": "3.11.7", "mkdocs": "1.6.1"}, date(2026, 11, 23))
