"""标题、短标题和一句话回应要短。

短标题用在列表和短信里，20 个字宽以内；一句话回应单独出现，120 个字宽以内。标题超过 60 个字宽的只
提示，手机首页一屏放不下几条。一个汉字算一个字宽，英文字母和数字算半个。

依据：柳政办〔2017〕120号一（一）2“使回应的信息更加可视、可读、可感”。

对：

    短标题: 全市正常供水

错：

    短标题: 关于近期网络流传我市将于3月12日起停水三天有关情况的说明

In English: a short title is at most 20 full widths, a summary at most 120; Latin letters are half.
A title of more than 60 is only a note.
"""

# Reference: DOMAIN §(d).

import unicodedata
from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.common import Common
from huiying.records.field import fields_of
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "length"
LIMITS = {
    "title": (60, Level.NOTE),
    "short_title": (20, Level.WARNING),
    "summary": (120, Level.WARNING),
}
"""In full widths, and how much more than that weighs."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each text that is too wide."""
    for record in library.records.values():
        for name, (limit, most) in LIMITS.items():
            text = getattr(record.fields, name)
            if text is not None and len(text) > limit and (width := width_of(text)) > limit:
                item = next(item for item in fields_of(Common) if item.name == name)
                values = {
                    "key": item.label(record.language),
                    "width": f"{width:g}",
                    "limit": str(limit),
                }
                level = weigh(record.fields, settings, most)
                yield Problem(NAME, record.mark(name), "", values, level)


def width_of(text: str) -> float:
    """How wide a text is in full widths; quotes and dashes count as they are set in Chinese."""
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.5 for letter in text)
