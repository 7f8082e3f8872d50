"""A page's address as a QR code: for whoever reads it on paper, or on a screen without WeChat.

In: an address. Out: its dark squares as an SVG path, and how many squares wide it is. The library
would try eight masks and take the one that looks best, which costs six times as much and which no
reader of codes needs (tests read them with one).
"""

import re

import segno

from huiying.render.views.frame import View

MASK = 3
QUIET = 4
"""Empty squares around, as ISO/IEC 18004 wants them."""
_DARK = re.compile(rb"\x01+")


def qr(address: str) -> View:
    """The code of an address: `path` for a stroke one square wide, `size` in squares."""
    # 15 % of it may be unreadable: a crease in paper, a thumb.
    code = segno.make(address, micro=False, error="m", boost_error=False, mask=MASK)
    steps = []
    x, y = 0.0, 0.0
    for row, squares in enumerate(code.matrix):
        for run in _DARK.finditer(bytes(squares)):
            start, top = run.start() + QUIET, row + QUIET + 0.5
            steps.append(f"m{start - x:g} {top - y:g}h{len(run[0])}")
            x, y = start + len(run[0]), top
    return {"path": "".join(steps), "size": len(code.matrix) + 2 * QUIET}
