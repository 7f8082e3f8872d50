"""解读要说清解读什么、由谁解读。

解读要么写“政策文件”，要么在“关联”里写“解读”哪条记录，读的人才知道讲的是什么。由专家解读的写“专家”，
由媒体解读的写“媒体名称”。写了“同步发布: 是”，发布日期就要和文件的公布日期是同一天。

依据：柳政办〔2017〕120号一（二）3“组织专家通过多种方式做好科学解读”。

对：

    解读人: 媒体
    媒体名称: 示例日报

错：

    解读人: 媒体

In English: an interpretation says what it interprets, names its experts or its medium, and is
released on the day of the policy where it says so.
"""

# Reference: DOMAIN §(d) interpretation、§(c)4.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.interpretation import Interpretation
from huiying.records.vocabulary import AUTHOR_KIND
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "interpretation"
NEEDED = {"expert": "experts", "media": "media_name"}
"""What is to be given, by who explains."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each interpretation of nothing, by nobody, or on another day than it says."""
    for record in library.of_kind("interpretation"):
        fields = record.fields
        assert isinstance(fields, Interpretation)
        level = weigh(fields, settings)
        if fields.policy is None and not fields.relations.interprets:
            yield Problem(NAME, record.mark(), level=level)
        wanted = NEEDED.get(fields.author_kind or "")
        if wanted and not getattr(fields, wanted):
            term = AUTHOR_KIND.by_en[fields.author_kind or ""]
            values = {"author": term.zh if record.language == "zh" else term.en}
            case = "expert" if wanted == "experts" else "media"
            yield Problem(NAME, record.mark("author_kind"), case, values, level)
        yield from _same_day(record, fields, library, settings)


def _same_day(
    record: Record[Common], fields: Interpretation, library: Library, settings: Settings
) -> Iterator[Problem]:
    """A warning where it says “together” and the days differ."""
    policy = library.policies.get(fields.policy or "")
    if policy is None or not fields.released_with_policy or fields.publish_at is None:
        return
    own = fields.publish_at.astimezone(settings.zone).date()
    name = "published_on" if policy.fields.published_on else "issued_on"
    theirs = getattr(policy.fields, name)
    if theirs is not None and own != theirs:
        level = weigh(fields, settings, Level.WARNING)
        values = {"at": str(own), "other_at": str(theirs)}
        also = policy.mark(f"{policy.id}.{name}")
        mark = record.mark("released_with_policy")
        yield Problem(NAME, mark, "same-day", values, level, also)
