"""警情通报只能引用公安机关已经公开的。

“依据”“证据”里类型是警情通报的，要写能打开的“网址”，并写明是哪个公安机关；标题写着“警情通报”的，类型也
要写成警情通报。还没有公开的案情、移交函，都不是警情通报。

依据：柳政办〔2017〕120号二（二）造谣线索移交公安机关、网络监管部门，移交情况不公开。

对：

    依据:
      - 类型: 警情通报
        标题: 关于一起虚构停水信息的警情通报
        单位: 示例市公安局
        网址: https://ga.example/tongbao/12

错：

    依据:
      - 类型: 警情通报
        标题: 关于一起虚构停水信息的警情通报
        单位: 示例市公安局

In English: a notice of the police that is cited is one that the police have published: it has an
address and names the police body.
"""

# Reference: DOMAIN CLM-3、M24.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.block import Source
from huiying.records.clarification import Evidence
from huiying.rules._police import TYPE, grounds_of
from huiying.settings import Settings

NAME = "police-notice"
_POLICE = ("公安", "警察", "交警", "网警", "派出所", "森林警")


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each notice of the police that is not a published one."""
    for record in library.records.values():
        level = Level.ERROR if record.fields.status == "approved" else Level.NOTE
        for path, ground in grounds_of(record.fields):
            case = _fault(ground)
            if case is not None:
                yield Problem(NAME, record.mark(path), case, {}, level)


def _fault(ground: Source | Evidence) -> str | None:
    """The case of what is wrong with a ground; None if nothing is."""
    if ground.type != TYPE:
        titled = ground.title if isinstance(ground, Source) else ""
        return "type" if "警情通报" in titled else None
    if not ground.url or ground.url.startswith("/"):
        return "url"
    told = _issuer(ground)
    return None if any(word in told for word in _POLICE) else "issuer"


def _issuer(ground: Source | Evidence) -> str:
    """The words that say whose it is."""
    if isinstance(ground, Source):
        return f"{ground.title} {ground.org or ''}"
    return f"{ground.text} {ground.source or ''}"
