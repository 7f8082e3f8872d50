"""说得绝对，就要拿得出依据。

“绝对安全”“零风险”“百分之百有效”“绝不会”“全国最好”这类话，事后只要有一个例外就失信。记录里没有
“证据”也没有“依据”时不要用；有依据的，或者说的是“不能保证绝对安全”的不管。

依据：柳政办〔2017〕120号一（二）1“言之有据”。

对：

    证据:
      - 正文: 11月18日抽查48个点，全部合格
    事实: 自来水绝对安全。

错：

    证据: []
    事实: 自来水绝对安全。

In English: absolute words need evidence or sources in the same record.
"""

# Reference: DOMAIN TXT-1.

import re
from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.clarification import Clarification
from huiying.records.common import Common
from huiying.rules._standing import weigh
from huiying.rules._wording import own_texts, plain
from huiying.settings import Settings

NAME = "absolute-claim"
_ABSOLUTE = re.compile(
    r"绝对(?:安全|没有|不会|不可能|可靠|保证|真实|无害)|(?:零|毫无|没有任何|不存在任何)(?:风险|隐患|危险)"
    r"|百分之?百(?:安全|有效|可靠|保证|没有)|绝无(?:可能|此事|问题|风险)|绝不(?:会|可能|存在)"
    r"|万无一失|永远不会|根本不可能"
    r"|(?:全国|全省|全区|世界|国内|国际)(?:最[\u4e00-\u9fff]|第一|唯一|领先)"
    r"|最(?:安全|可靠|先进|权威|严格|优质|完美)的?"
)
_DENIED = re.compile(r"(?:不|没有|无法|并非|难以)[\u4e00-\u9fff]{0,3}$")


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each text with such words in a record that rests on nothing."""
    for record in library.records.values():
        if _rests_on_something(record.fields):
            continue
        level = weigh(record.fields, settings, Level.WARNING)
        for path, item, text in own_texts(record.fields):
            if words := absolute(text):
                values = {"key": item.label(record.language), "words": words}
                yield Problem(NAME, record.mark(path), "", values, level)


def absolute(text: str) -> str:
    """The first absolute words of a text that are not denied in the same breath, or ""."""
    text = plain(text)
    for found in _ABSOLUTE.finditer(text):
        if not _DENIED.search(text, max(0, found.start() - 5), found.start()):
            return found[0]
    return ""


def _rests_on_something(fields: Common) -> bool:
    return bool(fields.sources) or (isinstance(fields, Clarification) and bool(fields.evidence))
