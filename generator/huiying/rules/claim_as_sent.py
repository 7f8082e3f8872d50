"""“原话”要有一条是群众收到的样子。

群众把收到的消息整段粘贴来查，靠的是消息里的字句。“原话”若只是“网传停水”这样的概括，页面上的
字和消息里的对不上，就查不到，写好的回应等于没有。几条“原话”里有一条照抄的就够了，可以节选，
错别字、感叹号都照留。少于 6 个字的、转述的（“网传……”“……的说法”）、和标题或一句话回应一样的，
都不算照抄。还在核实的，先发要紧，只提示。

依据：柳政办〔2017〕120号一（二）1“讲清事实真相，消除谣言”。每条至少有一个流传的
说法，查得到的从六成多升到近九成。

对：

    网传说法:
      - 原话: 网传停水
      - 原话: 紧急通知！3月12日开始全市停水三天，抓紧接水

错：

    网传说法:
      - 原话: 关于全市停水三天的说法

In English: a clarification carries at least one claim as people were sent it. A mere label, words
that report the rumour and the title once more find nothing when somebody pastes the message.
"""

# Reference: DOMAIN §(d) claims.

import re
import unicodedata
from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.clarification import Clarification
from huiying.records.common import Common
from huiying.records.field import fields_of
from huiying.rules._standing import is_closed, weigh
from huiying.settings import Settings

NAME = "claim-as-sent"
SHORTEST = 6
"""Characters of a message by which it can be found; with fewer every second answer is like it."""
OWN_WORDS = ("title", "short_title", "summary")
"""Fields in which editors say it in their own words."""
_TOLD = re.compile(
    r"\A(?:(?:近[日期来]|日前|最近)\W*)?"
    r"(?:网传|网[上络](?:流传|盛传|传言|传称)|有?网[友民](?:称|传|反映|爆料))"
    r"|的?(?:说法|传言|谣言|传闻|(?:不实|虚假)(?:信息|消息|言论))(?=\W*\Z)"
)
_NOT_WORDS = re.compile(r"[\W_]+")


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each clarification none of whose claims is a message as it was sent."""
    for record in library.of_kind("clarification"):
        fields = record.fields
        assert isinstance(fields, Clarification)
        if is_closed(fields, settings.now) or not fields.claims:
            continue
        faults = [_fault(claim.text, record) for claim in fields.claims]
        if all(faults):
            case, values = faults[0] or ("", {})
            is_urgent = fields.verdict == "unverified"
            level = Level.NOTE if is_urgent else weigh(fields, settings, Level.WARNING)
            yield Problem(NAME, record.mark("claims.0.text"), case, values, level)


def _fault(text: str, record: Record[Common]) -> tuple[str, dict[str, str]] | None:
    """Why a text is nothing that anybody was sent: the case and what it names."""
    told, words = _TOLD.search(text), _fold(text)
    if told:
        return "told", {"words": told[0].strip()}
    for name in OWN_WORDS:
        own = getattr(record.fields, name)
        if own is not None and _fold(own) == words:
            item = next(item for item in fields_of(Common) if item.name == name)
            return "same", {"key": item.label(record.language)}
    return ("", {"limit": str(SHORTEST)}) if len(words) < SHORTEST else None


def _fold(text: str) -> str:
    """Letters, digits and characters only, of one width and one case."""
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text).casefold())
