"""关系群众切身利益的文件，出台前要评估舆情风险。

“涉及切身利益”写“是”的文件，要有“风险评估日期”，不晚于公布日期（没写就比成文日期）。

依据：柳政办〔2017〕120号一（二）1“在涉及群众切身利益的重大政策出台前，各部门要进行舆情风险评估”。

对：

    dianti:
      标题: 示例市既有住宅加装电梯办法
      涉及切身利益: 是
      风险评估日期: 2026-02-20

错：

    dianti:
      标题: 示例市既有住宅加装电梯办法
      涉及切身利益: 是

In English: the risk of a policy that touches what people live by is assessed before it is issued.
"""

# Reference: DOMAIN RISK-1、M13.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.settings import Settings

NAME = "policy-risk"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each such policy that was not assessed, or only afterwards."""
    for id, entry in library.policies.items():
        policy = entry.fields
        if not policy.vital_interest:
            continue
        assessed = policy.risk_assessed_on
        public = policy.published_on or policy.issued_on
        if assessed is None:
            yield Problem(NAME, entry.mark(f"{id}.vital_interest"), level=Level.WARNING)
        elif public is not None and assessed > public:
            name = "published_on" if policy.published_on else "issued_on"
            mark, also = entry.mark(f"{id}.risk_assessed_on"), entry.mark(f"{id}.{name}")
            yield Problem(NAME, mark, "after", {}, Level.WARNING, also)
