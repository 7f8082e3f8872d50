"""历史资料必须真的是历史。

写了“历史资料来源”的记录，很多要求只提示、不拦。所以只有发布时间早于 site.yml 的“启用日期”，才能
算历史资料；否则新写的记录就能借此绕过审核和依据。

依据：本站的约定：不够完整的旧资料可以放进来，新写的不能借这个口子。

对：

    发布时间: 2019-06-01 09:00
    网传说法:
      - 原话: 紧急通知！全市停水三天，抓紧接水
    历史资料来源: 原门户网站辟谣专栏

错：

    发布时间: 2026-03-12 09:40
    历史资料来源: 原门户网站辟谣专栏

In English: only what was published before the site was adopted counts as old material.
"""

# Reference: DOMAIN §(d) imported_from; DESIGN §3.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Problem
from huiying.rules._standing import is_history
from huiying.rules.time_order import written
from huiying.settings import UNREADABLE, Settings

NAME = "imported-late"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each record that is called old and is not."""
    if settings.site is UNREADABLE:
        return
    adopted = settings.site.adopted_on
    for record in library.records.values():
        fields = record.fields
        if fields.imported_from is None or is_history(fields, settings):
            continue
        mark = record.mark("imported_from")
        if adopted is None:
            yield Problem(NAME, mark, "not-adopted")
        elif fields.publish_at is not None:
            values = {"at": written(fields.publish_at, settings), "adopted": str(adopted)}
            yield Problem(NAME, mark, "", values, also=record.mark("publish_at"))
