"""不说空话：一句话里要有做了什么。

“高度重视”“第一时间”“积极稳妥推进”这类套话，如果所在的那句话没有数字、日期或文件名，群众读了等于
没读。有实情的句子里用了不管。请写清谁、什么时候、做了什么、结果怎样，或者删去套话。

依据：柳政办〔2017〕120号一（二）1“言之有据……不空洞说教”。

对：

    事实: 接报后7时20分关闭阀门，9时开出6个临时取水点。

错：

    事实: 市水务局高度重视，第一时间采取有力措施。

In English: a sentence of set phrases without a figure, a day or the name of a document says
nothing: say what was done, or leave it out.
"""

# Reference: DOMAIN TXT-1、M16.

import re
from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.rules._standing import weigh
from huiying.rules._wording import own_texts, sentences
from huiying.settings import Settings

NAME = "empty-phrase"
PHRASES = (
    "高度重视",
    "第一时间",
    "有力措施",
    "有效措施",
    "扎实推进",
    "积极稳妥",
    "稳妥推进",
    "狠抓落实",
    "抓好落实",
    "压紧压实",
    "举一反三",
    "引以为戒",
    "高位推动",
    "周密部署",
    "精心组织",
    "强化领导",
    "提高政治站位",
    "全力以赴",
    "不遗余力",
    "取得实效",
    "取得积极成效",
    "取得阶段性成效",
    "切实保障",
    "切实维护",
    "切实加强",
    "进一步加强",
    "进一步提升",
    "进一步完善",
    "再上新台阶",
    "总体可控",
    "情绪稳定",
    "正在积极处理",
    "积极协调处理",
    "予以高度关注",
    "不信谣不传谣",
)
"""Set phrases of official answers, collected by hand; none of them says what was done. An apology
is none of them: it may stand alone."""
_SET = re.compile("|".join(PHRASES).replace("不信谣", "不信谣、?"))
_PLAIN_FACT = re.compile(r"[\d〔《“]|[一二三四五六七八九十两]+[个名家次天条项处]")


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each text with such a sentence; the first in it is named."""
    for record in library.records.values():
        level = weigh(record.fields, settings, Level.WARNING)
        for path, item, text in own_texts(record.fields):
            if phrase := next(empty(text), None):
                values = {"key": item.label(record.language), "words": phrase}
                yield Problem(NAME, record.mark(path), "", values, level)


def empty(text: str) -> Iterator[str]:
    """The set phrase of each sentence that has one and nothing to hold on to."""
    if not _SET.search(text):
        return
    for part in sentences(text):
        phrase = _SET.search(part)
        if phrase and not _PLAIN_FACT.search(part):
            yield phrase[0]
