"""The finder for browsers: one source, as the site's own script and as a module for others.

In: the theme's folder. Out: bytes. The files of `theme/finder/` are steps of one program and see
each other's names; each mirrors the file of this package with its name.
"""

from pathlib import Path

PARTS = "folding grams prior segment index guard confidence matching words marks finder".split()
"""In the order in which they use each other."""
MODULE = "finder/matcher.js"
"""Where the module lies in a site: for ever, as other sites name it."""
EXPORTED = ("open", "Spelling")


def page_script(theme: Path) -> bytes:
    """What the page of the finder runs: the parts and the page's own, all names to themselves."""
    return b'(function () {\n"use strict";\n%s%s})();\n' % (_parts(theme), _read(theme, "page"))


def module(theme: Path) -> bytes:
    """The parts as a module."""
    return _parts(theme) + f"export {{ {', '.join(EXPORTED)} }};\n".encode()


def _parts(theme: Path) -> bytes:
    return b"".join(_read(theme, name) for name in PARTS)


def _read(theme: Path, name: str) -> bytes:
    return (theme / "finder" / f"{name}.js").read_bytes().replace(b"\r\n", b"\n").strip() + b"\n\n"
