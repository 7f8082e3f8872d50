"""Chinese text in pinyin.

In: text. Out: its syllables without tones. The dictionaries are read when first asked for: that
takes a fifth of a second, a third of what every command starts with, and few commands ask.
"""

from collections.abc import Callable


def spell(text: str, errors: str | Callable[[str], str] = "default") -> list[str]:
    """市水务局 → shi, shui, wu, ju.

    `errors` says what becomes of a run without a reading: it stays (`default`), goes (`ignore`), or
    is what the given function makes of it.
    """
    from pypinyin import lazy_pinyin

    return lazy_pinyin(text, errors=errors)
