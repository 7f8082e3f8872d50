"""一句话不要太长。

一句话（到句号、问号、叹号、分号或换行为止）超过 100 个字宽，手机上要占五六行，听读也记不住。请拆成
几句，或者改成列表。字母和数字算半个字宽。

依据：柳政办〔2017〕120号一（二）2“严把……文字关”。原文没有写字数：100 取自写作检查工具 textlint 的
规则 sentence-length，是它不作设置时的上限。

对：

    事实: 水厂运行正常。停水只涉及3个街道。

错：

    事实: >-
      市水务局会同市应急局组织技术人员对全市六座水厂的取水口、沉淀池、滤池、清水池和出厂水泵房
      逐一进行现场检查并调阅近七日的生产调度记录，
      确认各水厂设备运行正常，出厂水质符合标准，也没有任何停止供水的计划安排

In English: a sentence is at most 100 full widths long (Latin letters and figures count half).
"""

# Reference: DOMAIN TXT-1; textlint-rule-sentence-length 5.2.0, option max.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.rules._standing import weigh
from huiying.rules._wording import own_texts, sentences
from huiying.rules.length import width_of
from huiying.settings import Settings

NAME = "sentence-length"
LIMIT = 100
"""In full widths."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each text with a sentence that is too long; its longest is told."""
    for record in library.records.values():
        level = weigh(record.fields, settings, Level.WARNING)
        for path, item, text in own_texts(record.fields):
            if len(text) <= LIMIT:
                continue
            # No sign is wider than a full width.
            long = (each for each in sentences(text) if len(each) > LIMIT)
            longest = max(long, key=width_of, default="")
            if (width := width_of(longest)) > LIMIT:
                values = {
                    "key": item.label(record.language),
                    "words": longest[:12],
                    "width": f"{width:g}",
                    "limit": str(LIMIT),
                }
                yield Problem(NAME, record.mark(path), "", values, level)
