"""请群众打开的直播和问卷，网址要以 https:// 开头。

“直播网址”和调查的“填写网址”是请群众当场点开的：不加密的网址会被手机拦下，填的内容也可能被人看见。
网址要以 https:// 开头；不在本站的直播和问卷，不能只写路径。

依据：本站的约定：加密的网址才不会在路上被改。

对：

    直播网址: https://live.example/gongshui

错：

    直播网址: http://live.example/gongshui

In English: where people are asked to watch or to take part, the address begins with https://.
"""

# Reference: DOMAIN §(d) briefing、survey.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Problem
from huiying.records.field import fields_of
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "secure-address"
ASKED = frozenset({"live_url", "host_url"})
"""The fields that ask people to go elsewhere at once."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each such address that is not encrypted."""
    for record in library.records.values():
        if record.kind not in ("briefing", "survey"):
            continue
        for item in fields_of(type(record.fields)):
            address = getattr(record.fields, item.name) if item.name in ASKED else None
            if address is not None and not address.startswith("https://"):
                values = {"key": item.label(record.language), "value": address[:80]}
                level = weigh(record.fields, settings)
                yield Problem(NAME, record.mark(item.name), "", values, level)
