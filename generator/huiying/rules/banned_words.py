"""不用本站的禁用词。

site.yml 的“禁用词”列出本站不用的词，如歧视性的称呼、不规范的简称、过时的机构名。记录里自己的话都
要查，全角半角、中间加空格也算；网传说法、来信、文字稿、引文、文件标题是别人的话，不查。

依据：柳政办〔2017〕120号一（二）2“严把……文字关”；国办秘函〔2019〕19号对严重表述错误的要求。

对：

    事实: 残疾人可以免费乘车。

错：

    事实: 残废人可以免费乘车。

In English: a record's own words hold none of the words that site.yml lists as banned.
"""

# Reference: DOMAIN TXT-1.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.rules._standing import weigh
from huiying.rules._wording import own_texts, plain
from huiying.rules.privacy_words import fold
from huiying.settings import Settings

NAME = "banned-words"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each text with each such word."""
    words = {fold(word): word for word in settings.site.banned_words}
    if not words:
        return
    for record in library.records.values():
        level = weigh(record.fields, settings, Level.WARNING)
        for path, item, text in own_texts(record.fields):
            folded = fold(plain(text))
            for word, written in words.items():
                if word in folded:
                    values = {"key": item.label(record.language), "word": written}
                    yield Problem(NAME, record.mark(path), "", values, level)
