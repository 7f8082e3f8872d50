"""五关都签过才公开。

网站启用了“审核关”的，已审定的记录要政治关、政策关、法律关、文字关、保密关都签过，到了发布时间才会公开。每一关
的结果是通过，或不适用并写明理由；审核人在登记册里，当天在任，有权签这一关，而且不是起草人；签的时间不晚于
发布时间，发布后改过的不晚于现在。没有写起草人的会提醒，不然看不出是不是他自己签的。
签用 huiying sign，它把当时的内容算成“摘要值”一起写下。
没有公开过的先不公开，只提示；已经公开过的是错误，网站保持原样，签好再发。历史资料不查。

依据：柳政办〔2017〕120号一（二）2“严把政治关、政策关、法律关、文字关、保密关”。

下面的摘要值只写了开头：

对：

    审核:
      起草人: 李明
      审核关:
        政治关: {审核人: zhiban, 时间: 2026-03-12 09:00, 结果: 通过, 摘要值: "sha256:6c…"}
        政策关: {审核人: zhiban, 时间: 2026-03-12 09:05, 结果: 通过, 摘要值: "sha256:6c…"}
        法律关: {审核人: fagui, 时间: 2026-03-12 09:10, 结果: 不适用, 理由: 略, 摘要值: sha256:6c…}
        文字关: {审核人: zhiban, 时间: 2026-03-12 09:20, 结果: 通过, 摘要值: "sha256:6c…"}
        保密关: {审核人: zhiban, 时间: 2026-03-12 09:25, 结果: 通过, 摘要值: "sha256:6c…"}

错：

    审核:
      起草人: 李明
      审核关:
        政治关: {审核人: zhiban, 时间: 2026-03-12 09:00, 结果: 通过, 摘要值: "sha256:6c…"}
        文字关: {审核人: zhiban, 时间: 2026-03-12 10:20, 结果: 通过, 摘要值: "sha256:6c…"}
        保密关: {审核人: zhiban, 时间: 2026-03-12 09:25, 结果: 修改, 摘要值: "sha256:6c…"}

In English: where the site uses gates, an approved record is public once all five are signed: passed
(or not applicable, with a reason), by somebody who may, in time, and not by whoever drafted it.
"""

# Reference: DOMAIN GATE-1, M17; who may sign what: standing.py.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.rules._signing import asked, named
from huiying.rules.time_order import written
from huiying.settings import Settings
from huiying.standing import Open, gate_of, open_gates

NAME = "gate"
_AT = {"refused": "result", "no-reason": "result", "too-late": "at", "to-come": "at"}
_AT |= dict.fromkeys(("not-allowed", "not-valid", "drafter"), "signer")
"""The key at which a fault stands, where it is not the gate as a whole."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for the gates that are missing, and one for each other that does not hold.

    Content that changed since is for gate-reopened, and signers not in the register for reference.
    """
    for record, level in asked(library, settings):
        found = list(open_gates(record, library, settings))
        missing = [each.name for each in found if each.fault == "missing"]
        if missing:
            mark = record.mark("review.gates" if record.fields.review else "status")
            values = {"gates": named(missing, record.language)}
            yield Problem(NAME, mark, "", values, level)
        review = record.fields.review
        if review and review.gates and not review.drafted_by:
            yield Problem(NAME, record.mark("review.drafted_by"), "no-drafter", level=Level.WARNING)
        for each in found:
            if each.fault not in ("missing", "changed", "unknown"):
                yield _problem(record, each, level, settings)


def _problem(record: Record[Common], found: Open, level: Level, settings: Settings) -> Problem:
    fields = record.fields
    gate = gate_of(record, found.name)
    assert gate is not None
    values = {"gate": named([found.name], record.language)}
    if gate.at is not None and found.fault in ("too-late", "to-come"):
        values["at"] = written(gate.at, settings)
    if fields.publish_at is not None and found.fault == "too-late":
        values["other_at"] = written(fields.publish_at, settings)
    mark = record.mark(f"{found.path}.{_AT.get(found.fault, '')}".rstrip("."))
    return Problem(NAME, mark, found.fault, values, level)
