"""正在核实的，要说什么时候再更新。

结论写“正在核实”，就是请公众等一等；等到什么时候，要在“下次更新”里说清。

依据：柳政办〔2017〕120号一（一）1“根据工作进展情况，持续发布权威信息”。

对：

    结论: 正在核实
    下次更新: 2026-03-12 18:00

错：

    结论: 正在核实

In English: a claim that is still being verified comes with the time of the next update.
"""

# Reference: DOMAIN §(d) verdict.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Problem
from huiying.records.clarification import Clarification
from huiying.rules._standing import is_closed, weigh
from huiying.settings import Settings

NAME = "unverified-update"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each open question without a promise."""
    for record in library.of_kind("clarification"):
        fields = record.fields
        assert isinstance(fields, Clarification)
        asks = fields.verdict == "unverified" and not is_closed(fields, settings.now)
        if asks and fields.next_update_due is None:
            yield Problem(NAME, record.mark("verdict"), level=weigh(fields, settings))
