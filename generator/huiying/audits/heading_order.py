"""`heading-order`: a page has one h1, and no heading skips a level on the way down.

Whoever listens to a page jumps from heading to heading; a second h1 or a gap between h2 and h4
makes them believe that they missed something.

Passes: `<h1>…</h1><h2>…</h2><h3>…</h3>`. Fails: `<h1>…</h1><h3>…</h3>`.
"""

from collections.abc import Iterator
from itertools import pairwise

from huiying.audits.markup import Markup, headings


def look(markup: Markup, is_shell: bool) -> Iterator[tuple[str, str]]:
    """Faults of one page; a shell may have no h1, because each body brings its own."""
    found = headings(markup)
    count = found.count(1)
    if is_shell and count:
        yield "heading-order.shell", str(count)
    elif not is_shell and count != 1:
        yield "heading-order.h1", str(count)
    for above, level in pairwise(found):
        if level > above + 1:
            yield "heading-order", f"h{above} → h{level}"
