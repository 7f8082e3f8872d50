"""文件的效力要和实际相符。

已修改、已废止的文件，写明“替代文件”，群众才知道现在看哪一份；没有替代文件的可以不理这条提示。“有效期至”
已过、效力还写“现行有效”的，请改过来。都是时间带来的，只提示。

依据：国办发〔2017〕47号（修改、废止的文件要在原页面注明）。

对：

    dianti:
      标题: 示例市既有住宅加装电梯办法
      效力: 已废止
      替代文件: dianti-xin

错：

    dianti:
      标题: 示例市既有住宅加装电梯办法
      效力: 已废止

In English: a policy that was changed or repealed names what replaces it; one whose term is over is
not in force.
"""

# Reference: DOMAIN §(c)2.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.vocabulary import POLICY_STANDING
from huiying.rules._standing import today
from huiying.settings import Settings

NAME = "policy-standing"
REPLACED = frozenset({"amended", "repealed"})


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each policy whose standing leaves a reader without the one that holds now."""
    for id, entry in library.policies.items():
        policy = entry.fields
        mark = entry.mark(f"{id}.standing")
        if policy.standing in REPLACED and policy.replaced_by is None:
            term = POLICY_STANDING.by_en[policy.standing]
            values = {"standing": term.zh if entry.language == "zh" else term.en}
            yield Problem(NAME, mark, "", values, Level.NOTE)
        ends = policy.effective_to
        if policy.standing == "in_force" and ends is not None and ends < today(settings):
            mark = entry.mark(f"{id}.effective_to")
            yield Problem(NAME, mark, "lapsed", {"at": str(ends)}, Level.NOTE)
