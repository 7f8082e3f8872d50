"""签过之后改了内容，要重签。

每一关签的是当时的内容。签过之后，公开的内容、用到的图和音视频有一处变了，签过的就不再算数；改注释、键的顺序、
引号、空行，或换键语言，不算改。审核、变更记录、发布渠道、媒体转载、旧网址不在其中，写了不用重签。
提示指出改的是哪个键，哪几关是改前签的；请核对这一处，再用 huiying sign 重签。
没有公开过的先不公开，只提示；已经公开过的是错误，网站保持原样，签好再发。

依据：柳政办〔2017〕120号一（二）2“严把政治关、政策关、法律关、文字关、保密关”“确保发布的政府信息准确一致”。

下面的摘要值只写了开头，两处都是按原标题签的：

对：

    标题: 3月12日起全市正常供水，没有停水三天的安排
    审核:
      审核关:
        文字关: {审核人: zhiban, 时间: 2026-03-12 09:20, 结果: 通过, 摘要值: "sha256:6c1f…"}

错：

    标题: 3月13日起全市正常供水，没有停水三天的安排
    审核:
      审核关:
        文字关: {审核人: zhiban, 时间: 2026-03-12 09:20, 结果: 通过, 摘要值: "sha256:6c1f…"}

In English: what was signed is bound to the content; a value or a medium that changed since is named
with the gates that have to be signed anew. Comments, order, quotes and key language change nothing.
"""

# Reference: DOMAIN GATE-2; what the digest covers: digest.py.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.field import fields_of
from huiying.records.review import Gate
from huiying.rules._signing import asked, changes, named
from huiying.settings import Settings
from huiying.standing import gate_of, open_gates

NAME = "gate-reopened"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem at each value that changed since a gate, naming all gates it reopened."""
    for record, level in asked(library, settings):
        reopened = {
            each.name: (gate_of(record, each.name) or Gate()).field_digests
            for each in open_gates(record, library, settings)
            if each.fault == "changed"
        }
        for (key, case), gates in changes(record, reopened, library).items():
            yield _problem(record, key, case, gates, level)


def _problem(
    record: Record[Common], key: str, case: str, gates: list[str], level: Level
) -> Problem:
    labels = {item.name: item.label(record.language) for item in fields_of(type(record.fields))}
    values = {"gates": named(gates, record.language), "key": labels.get(key, key)}
    path = key if key and not case else f"review.gates.{gates[0]}.digest"
    return Problem(NAME, record.mark(path), case, values, level)
