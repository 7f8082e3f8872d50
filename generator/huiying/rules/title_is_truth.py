"""辟谣的标题说事实，不重复谣言。

标题会出现在列表、搜索、分享和短信里，很多人只看标题。标题若是网上的说法，或是一个问句，看的人
记住的就是谣言。标点、全角半角、大小写不同也算重复。结论是“属实”的，说法就是事实，不受此限。

依据：柳政办〔2017〕120号一（二）1“讲清事实真相，消除谣言”；CISA“先说事实”的版式。

对：

    标题: 3月12日起全市正常供水，没有停水三天的安排
    网传说法:
      - 原话: 紧急通知！3月12日开始全市停水三天

错：

    标题: 网传“3月12日开始全市停水三天”
    网传说法:
      - 原话: 3月12日开始，全市停水三天！

In English: the title of a clarification states the fact; it neither repeats the claim nor asks.
"""

# Reference: DOMAIN CLM-1.

import re
import unicodedata
from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Problem
from huiying.records.clarification import Clarification
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "title-is-truth"
SHORTEST = 8
"""Characters from which on a claim inside a title is a repetition: “没有停水” holds “停水” too."""
SHORTEST_TITLE = 4
_QUESTION = re.compile(r"(?:[？?]|吗[^\w]*)\Z")
_NOT_WORDS = re.compile(r"[\W_]+")


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each title that is the rumour or a question."""
    for record in library.of_kind("clarification"):
        fields = record.fields
        assert isinstance(fields, Clarification)
        if _QUESTION.search(fields.title):
            level = weigh(fields, settings)
            yield Problem(NAME, record.mark("title"), "question", level=level)
        elif fields.verdict != "accurate":
            for number, claim in enumerate(fields.claims):
                if repeats(fields.title, claim.text):
                    also = record.mark(f"claims.{number}.text")
                    level = weigh(fields, settings)
                    yield Problem(NAME, record.mark("title"), level=level, also=also)
                    break


def repeats(title: str, claim: str) -> bool:
    """Whether a title is a claim, holds one, or is a piece of one."""
    mine, theirs = _fold(title), _fold(claim)
    if mine == theirs:
        return True
    return (len(theirs) >= SHORTEST and theirs in mine) or (
        len(mine) >= SHORTEST_TITLE and mine in theirs
    )


def _fold(text: str) -> str:
    """Letters, digits and characters only, of one width and one case."""
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text).casefold())
