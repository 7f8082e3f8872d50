"""公开的记录不能引到不公开的记录。

“公开方式”是依申请公开、不予公开的记录，页面、列表、搜索、订阅源、数据文件里都没有。公开的记录在正文或网址里写了
它的地址，读者点开是断链，地址里的编号还会说出这件事：这是错误。写在“关联”里的，页面上不显示，只提示。
还没到发布时间的不算：到时候就能打开。

依据：政府信息公开条例第十四条至第十六条、第十九条；柳政办〔2017〕120号一（二）2“严把……保密关”。

下面例子里的记录，“公开方式”是不予公开：

对：

    事实: 管网抢修的情况见[通报](/responses/20260312-guanwang/)。

错：

    事实: 管网抢修的情况见[通报](/responses/20260312-shuiguan/)。

In English: what is for the public does not lead to a record that is not: its link would be broken,
and its address would tell of it. Relations to such a record are left out of the page.
"""

# Reference: DOMAIN PUB-1.

import re
from collections.abc import Iterator
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from huiying.library import Library, references
from huiying.problem import Level, Problem
from huiying.records import KIND_BY_WORD, Record
from huiying.records.common import Common
from huiying.rules._standing import weigh
from huiying.rules._texts import is_read, public_texts
from huiying.rules.link_form import targets
from huiying.settings import Settings

NAME = "disclosure"
_ADDRESS = re.compile(rf"/((?:{'|'.join(KIND_BY_WORD)})/[^/]+)(?:/index\.html)?")


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each link from what is public to what is not, a note for each relation."""
    closed = {
        place for place, record in library.records.items() if record.fields.disclosure != "active"
    }
    for place, record in library.records.items() if closed else ():
        if place not in closed:
            yield from _linked(record, closed, settings)
            yield from _related(record, closed)


def _linked(record: Record[Common], closed: set[str], settings: Settings) -> Iterator[Problem]:
    for path, item, text in public_texts(record.fields):
        if item.type not in ("prose", "address") or not is_read(path, record.fields, settings.now):
            continue
        written = targets(text) if item.type == "prose" else [(text, False)]
        for target, _ in written:
            if (place := _place(target, settings)) in closed:
                values = {"target": place}
                level = weigh(record.fields, settings)
                yield Problem(NAME, record.mark(path), "", values, level)


def _place(target: str, settings: Settings) -> str:
    """The record's address that a link of this site names, or nothing.

    A browser finds the same page by any scheme and port, a host in capitals, or with escapes.
    """
    own = urlsplit(settings.base_url)
    try:
        aim = urlsplit(target)
        host = aim.hostname
    except ValueError:
        return ""
    if host not in (None, own.hostname) or aim.scheme not in ("", "http", "https"):
        return ""
    way = re.sub("/+", "/", normpath(unquote(aim.path)))
    found = _ADDRESS.fullmatch(
        f"/{way.removeprefix(own.path)}" if way.startswith(own.path) else way
    )
    return found[1] if found else ""


def _related(record: Record[Common], closed: set[str]) -> Iterator[Problem]:
    for each in references(record.fields):
        target = f"topics/{each.target}" if each.kind == "topic" else each.target
        if each.kind in ("topic", "record") and target in closed:
            values = {"target": target}
            yield Problem(NAME, record.mark(each.path), "relation", values, Level.NOTE)
