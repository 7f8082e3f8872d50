"""The finder for browsers: one source, as the site's own script and as a module for others.

In: the theme's folder. Out: bytes. The files of `theme/finder/` are steps of one program and see
each other's names; each mirrors the file of this package with its name.
"""

import re
from collections.abc import Iterable
from pathlib import Path

PARTS = tuple(
    "folding grams prior segment index guard confidence matching words marks finder".split()
)
"""In the order in which they use each other."""
MODULE = "finder/matcher.js"
"""Where the module lies in a site: for ever, as other sites name it."""
PAGE = ("results", "address", "showing", "page")
"""What the site's own page has besides."""
EXPORTED = ("open", "Spelling")
_COMMENT = re.compile(rb"^[ ]*/\*.*?\*/$", re.MULTILINE | re.DOTALL)
"""A comment with lines to itself; there are no others."""
_MARGIN = re.compile(rb"\n\s+")


def page_script(theme: Path) -> bytes:
    """What the page of the finder runs: the parts and the page's own, all names to themselves."""
    return b'(function () {\n"use strict";\n%s})();\n' % _parts(theme, PARTS + PAGE)


def module(theme: Path) -> bytes:
    """The parts as a module."""
    return _parts(theme, PARTS) + f"export {{ {', '.join(EXPORTED)} }};\n".encode()


def _parts(theme: Path, names: Iterable[str]) -> bytes:
    """Without comments and indentation, which are a fifth of what phones would load."""
    files = [theme / "finder" / f"{name}.js" for name in names]
    text = b"".join(file.read_bytes().replace(b"\r\n", b"\n").strip() + b"\n\n" for file in files)
    return _MARGIN.sub(b"\n", _COMMENT.sub(b"", text))
