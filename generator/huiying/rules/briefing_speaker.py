"""发布会要有负责人或新闻发言人出面。

“发布人”里至少有一位的“身份”是主要负责人、部门负责人或新闻发言人；事件等级是重大、特别重大的，要有
主要负责人。书面发布和已经取消的不算。确实不能出席的，请批准单位在豁免登记册里写明理由和期限。

依据：柳政办〔2017〕120号一（一）1“相关部门负责人或新闻发言人应当出席”“主要负责人要带头接受媒体采访”。

对：

    发布人:
      - 姓名: 林局长
        身份: 主要负责人

错：

    发布人:
      - 姓名: 王工程师
        身份: 专家

In English: a leader or the spokesperson speaks at a briefing; after a grave event the head does.
"""

# Reference: DOMAIN BRF-1、M6.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.briefing import Briefing
from huiying.rules._standing import weigh
from huiying.rules.assessment import GRAVE
from huiying.settings import Settings

NAME = "briefing-speaker"
SPEAKS = frozenset({"principal", "leader", "spokesperson"})


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each briefing at which nobody speaks for the body."""
    for record in library.of_kind("briefing"):
        fields = record.fields
        assert isinstance(fields, Briefing)
        if fields.form == "written" or fields.state == "cancelled":
            continue
        roles = {speaker.role for speaker in fields.speakers}
        is_grave = fields.event is not None and fields.event.severity in GRAVE
        if roles & SPEAKS and (not is_grave or "principal" in roles):
            continue
        case = "principal" if is_grave else ""
        level = weigh(fields, settings, Level.WARNING)
        yield Problem(NAME, record.mark("speakers"), case, {}, level)
