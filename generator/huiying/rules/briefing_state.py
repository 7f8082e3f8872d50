"""延期、取消要说明；别的状态不用写，写了要合时间。

“发布会状态”写延期或取消的，要在“变动说明”里写明原因。预告、进行中、已结束由时间自动得出：写在文件里，
时间一过就不对了，只提示。

依据：柳政办〔2017〕120号一（二）2“主动、及时、全面、准确地发布”。

对：

    发布会状态: 延期
    变动说明: 因防汛需要，改到3月25日15:00举行。

错：

    发布会状态: 延期

In English: a briefing that is postponed or cancelled says why; other states follow from its times.
"""

# Reference: DOMAIN §(d) briefing.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.briefing import Briefing
from huiying.records.vocabulary import BRIEFING_STATE
from huiying.rules._standing import is_closed, weigh
from huiying.settings import Settings

NAME = "briefing-state"
WANTS_REASON = frozenset({"postponed", "cancelled"})


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each change without a reason, a note for each state that time has undone."""
    for record in library.of_kind("briefing"):
        fields = record.fields
        assert isinstance(fields, Briefing)
        if fields.state is None:
            continue
        mark = record.mark("state")
        names = {
            term.en: term.zh if record.language == "zh" else term.en for term in BRIEFING_STATE
        }
        values = {"state": names[fields.state]}
        if fields.state in WANTS_REASON:
            if fields.state_reason is None:
                yield Problem(NAME, mark, "", values, weigh(fields, settings))
        elif not is_closed(fields, settings.now):
            told = fields.model_copy(update={"state": None}).state_at(settings.now)
            if told and told != fields.state:
                values["told"] = names[told]
                yield Problem(NAME, mark, "clock", values, Level.NOTE)
