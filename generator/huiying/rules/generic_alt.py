"""替代文字要说出图上有什么。

听屏幕朗读的人只听到替代文字。“图片”“图示”“截图”“海报”或者文件名，什么也没有告诉他。

依据：GB/T 37668-2019；WCAG 2.2 1.1.1。

对：

    内容块:
      - 类型: 图片
        文件: gongshui/guanwang.svg
        替代文字: 全市6座水厂和主要供水管线的位置

错：

    内容块:
      - 类型: 图片
        文件: gongshui/guanwang.svg
        替代文字: 图片

In English: alternative text says what the picture shows.
"""

# Reference: DOMAIN A11Y.

import re
from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Mark, Problem
from huiying.rules._blocks import blocks_of
from huiying.settings import Settings

NAME = "generic-alt"
GENERIC = re.compile(
    r"(?:(?:这|此)是?|如|见)?一?[张幅个]?(?:示意|新闻|宣传|现场|相关|通告)?"
    r"(?:图|配图|插图|图片|图示|图像|图解|图表|截图|截屏|海报|照片|相片|长图|封面|封面图|附件|"
    r"image|img|picture|photo|poster|screenshot|figure|graphic|chart|alt)"
    r"[一二三四五六七八九十\d\s]*\Z",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|webp|avif|svg|gif)\Z", re.IGNORECASE)
_MARKS = " \t，。！？、；：“”‘’（）()[]【】《》.,!?;:'\"-_…"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each alternative text that says nothing, in records and in sidecars."""
    for record in library.records.values():
        for path, block in blocks_of(record.fields):
            if block.alt is not None and says_nothing(block.alt):
                yield _problem(record.mark(f"{path}.alt"), block.alt)
    for sidecar in library.sidecars.values():
        if sidecar.fields.alt is not None and says_nothing(sidecar.fields.alt):
            yield _problem(sidecar.mark("alt"), sidecar.fields.alt)


def says_nothing(alt: str) -> bool:
    """Whether an alternative text is only the word for a picture, or a file's name."""
    bare = alt.strip(_MARKS)
    return not bare or bool(GENERIC.match(bare) or _FILE_NAME.match(alt.strip()))


def _problem(mark: Mark, alt: str) -> Problem:
    return Problem(NAME, mark, "", {"value": alt[:20]}, Level.NOTE)
