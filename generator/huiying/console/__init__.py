"""How problems look: as text for people, and in the formats that other programs read.

In: problems, or the report of one check. Out: text. What is found never depends on its format.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from huiying.console import ci, json, junit, sarif, text
from huiying.console.report import Report, from_here, way
from huiying.console.text import line, summary

FORMATS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {
        "text": text.write,
        "json": json.write,
        "sarif": sarif.write,
        "junit": junit.write,
        "ci": ci.write,
    }
)
"""The formats of `check` by name; each takes a report and gives the whole of its text."""

__all__ = ["FORMATS", "Report", "from_here", "line", "summary", "way"]
