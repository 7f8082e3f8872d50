"""不能把普通人写成谣言的来源。

“说的人”写的是个人（姓名、“张某”、“李女士”）是错误；只写“网传”“部分网民”“短视频账号”这样的说法。公安机关
已经发布警情通报、并在“证据”或“依据”里引用了的，可以照通报写“张某”，仍不能写全名。

依据：个人信息保护法；柳政办〔2017〕120号二（二）造谣线索交由公安机关处理。

对：

    网传说法:
      - 原话: 紧急通知！3月12日开始全市停水三天，抓紧接水
        说的人: 业主群网友

错：

    网传说法:
      - 原话: 紧急通知！3月12日开始全市停水三天，抓紧接水
        说的人: 网民张小红

In English: no private person is named as the source of a rumour, unless a published notice of the
police is cited, and then only as the notice does it.
"""

# Reference: DOMAIN CLM-2.

from collections.abc import Iterator

from huiying.library import Library
from huiying.privacy import claimant
from huiying.problem import Level, Problem
from huiying.records.clarification import Clarification
from huiying.rules._police import cites_notice
from huiying.settings import Settings

NAME = "claimant"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each claim whose claimant is a private person; the name is masked."""
    for record in library.of_kind("clarification"):
        fields = record.fields
        assert isinstance(fields, Clarification)
        level = Level.ERROR if fields.status == "approved" else Level.NOTE
        for number, claim in enumerate(fields.claims):
            found = claimant(claim.claimant)
            if found is not None and not ("某" in found.value and cites_notice(fields)):
                mark = record.mark(f"claims.{number}.claimant")
                yield Problem(NAME, mark, "", {"value": found.shown}, level)
