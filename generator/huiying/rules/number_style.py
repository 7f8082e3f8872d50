r"""数字和日期的写法要规范、前后一致。

正文里的日期写成 2026年3月12日，不写 2026-03-12、2026/3/12、2026.3.12，月和日不补零，也不能是
不存在的日子；数字用半角；“万”“亿”可以跟在数字后面，“千”“百”不行（写 5000元，不写 5千元；写
3.5万，不写 3万5千）；百分数写 30%，不写 百分之30。网传说法、来信、文字稿、引文是别人的话，不查。

依据：GB/T 15835《出版物上数字用法》；GB/T 9704《党政机关公文格式》；柳政办〔2017〕120号一（二）2
“严把……文字关”。

对：

    事实: 2026年3月12日起，补助5000元，惠及3.5万户，完成30%。

错：

    事实: 2026/03/12起，补助5千元，惠及3万5千户，完成百分之30。

In English: dates read 2026年3月12日, figures are half-width, 万 and 亿 may follow a figure but 千
and 百 may not, and a share is written with %. Words of others are not judged.
"""

# Reference: DOMAIN DOC-1、M16.

import re
from calendar import monthrange
from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.dates import narrow
from huiying.rules._standing import weigh
from huiying.rules._wording import own_texts, plain
from huiying.settings import Settings

NAME = "number-style"
_ISO = re.compile(
    r"(?<![A-Za-z0-9_./-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sep)"
    r"(?P<day>0?[1-9]|[12]\d|3[01])(?![\d/-]|\.\d)"
)
_DATE = re.compile(r"(?:(?P<year>\d{4})年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
# Full-width digits, with the point between them and the percent sign after them.
_WIDE = re.compile("[\uff10-\uff19]+(?:\uff0e[\uff10-\uff19]+)?\uff05?|\\d\uff05")
_LARGE = re.compile(
    r"(?P<much>\d+(?:\.\d+)?)(?P<unit>万|亿(?=\d[千百]万))(?P<more>\d)(?P<least>[千百])万?"
)
_ROUND = re.compile(r"(?P<much>\d+)(?P<unit>[千百])(?=[多余]?(?:万|亿|元|人|户|名|次|件|吨|家))")
_DIGIT = re.compile(r"\d")
_SHARE = re.compile(r"百分之(?P<much>\d+(?:\.\d+)?)")
_TIMES = {"百": 100, "千": 1000}


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each figure or date in another form, with the right one."""
    for record in library.records.values():
        level = weigh(record.fields, settings, Level.WARNING)
        for path, item, text in own_texts(record.fields):
            for value, near in faults(plain(text)):
                values = {"key": item.label(record.language), "value": value, "near": near}
                yield Problem(NAME, record.mark(path), "" if near else "day", values, level)


def faults(text: str) -> Iterator[tuple[str, str]]:
    """What is written amiss, and how it is written; "" for a day that does not exist."""
    if not _DIGIT.search(text):
        return
    for found in _ISO.finditer(text) if "19" in text or "20" in text else ():
        yield found[0], _day(found["year"], found["month"], found["day"])
    for found in _DATE.finditer(text) if "月" in text else ():
        right = _day(found["year"], found["month"], found["day"])
        if right != found[0]:
            yield found[0], right
    for found in _WIDE.finditer(text):
        yield found[0], narrow(found[0])
    larger = list(_LARGE.finditer(text)) if "万" in text or "亿" in text else []
    for found in larger:
        # 千 is a tenth of 万, and 千万 of 亿.
        least = int(found["more"]) * _TIMES[found["least"]] / 10_000
        yield found[0], f"{float(found['much']) + least:.10g}{found['unit']}"
    inside = [found.span() for found in larger]
    for found in _ROUND.finditer(text) if "千" in text or "百" in text else ():
        if not any(start <= found.start() < end for start, end in inside):
            yield found[0], str(int(found["much"]) * _TIMES[found["unit"]])
    for found in _SHARE.finditer(text) if "百分之" in text else ():
        yield found[0], f"{found['much']}%"


def _day(year: str | None, month: str, day: str) -> str:
    """A day as documents write it, or "" where the calendar has none."""
    # Without its year the 29th of February may be right.
    days = monthrange(int(year or 2024), int(month))[1] if 1 <= int(month) <= 12 else 0
    if not 1 <= int(day) <= days:
        return ""
    return f"{f'{year}年' if year else ''}{int(month)}月{int(day)}日"
