"""每页只有一个一级标题，标题逐级往下，不跳级。

听页面的人靠标题跳转；多出一个一级标题，或从二级直接跳到四级，会让人以为漏听了内容。

依据：GB/T 37668-2019 信息无障碍；WCAG 2.2 1.3.1、2.4.6。

对：

    <h1>全市正常供水</h1> <h2>事实</h2> <h3>水厂</h3>

错：

    <h1>全市正常供水</h1> <h3>水厂</h3>

In English: a page has one h1, and no heading skips a level on the way down. A shell has no h1,
because each body brings its own.
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
