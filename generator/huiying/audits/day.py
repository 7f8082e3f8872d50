"""Whether readers see a day, however it is written: the one answer for our pages and for others'.

In: a day, and a text or the HTML of a body. Out: yes or no. The year has to be said: 11月21日 is no
1月21日, nor is it that of another year.
"""

import re
import unicodedata
from datetime import date
from html import unescape

_TAG = re.compile("<[^>]*>")
_ZEROS = str.maketrans("\u25cb零", "\u3007\u3007")
_NUMERALS = "〇一二三四五六七八九"


def says(day: date, text: str) -> bool:
    """Whether a text says a day: 2026年3月12日, 2026-03-12, 2026.3.12, 二〇二六年三月十二日."""
    between = r"\s*[-/.年月]\s*0?"
    figures = rf"(?<!\d){day.year}{between}{day.month}{between}{day.day}(?!\d)"
    if re.search(figures, unicodedata.normalize("NFKC", text)):
        return True
    year = "".join(_NUMERALS[int(figure)] for figure in str(day.year))
    words = f"{year}年{_in_words(day.month)}月{_in_words(day.day)}日"
    return words in "".join(text.split()).translate(_ZEROS)


def _in_words(number: int) -> str:
    """A number below a hundred in Chinese: 十二, 三十."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return head + (_NUMERALS[ones] if ones or not tens else "")


def shows(day: date, html: str) -> bool:
    """Whether the HTML of a body shows a day; the year may stand in the `datetime` of a `time`."""
    said = rf"(?:{day.year}年)?{day.month}月{day.day}日"
    if re.search(rf'<time datetime="{day.isoformat()}[^"]*">{said}', html):
        return True
    return says(day, unescape(_TAG.sub(" ", html)))
