"""公开的地图要写审图号。

地图画错国界、区划、名称，后果严重，公开前要送审，审图号写在图上，也写进记录，和图一起显示。这里只看得到
文字：标题、替代文字或文字版里说是地图、区划图、位置图、分布图、管网图、卫星影像的，就要有“审图号”。
街区图、景区图、公共交通线路图等内容简单的不用送审，写“无需审核”和理由即可。

依据：《地图管理条例》（国务院令第664号）第十五条、第十六条；《地图审核管理规定》第五条、第六条；
国办发〔2017〕47号要求使用标准地图。

对：

    内容块:
      - 类型: 图片
        文件: gongshui/tingshui.svg
        替代文字: 地图：东环路停水范围，北至北环路，南至柳江
        审图号: 桂S(2026)1号

错：

    内容块:
      - 类型: 图片
        文件: gongshui/tingshui.svg
        替代文字: 地图：东环路停水范围，北至北环路，南至柳江

In English: a picture that its own words call a map has its approval number, in the form in which
they are given; simple maps that need none say so and why.
"""

# Reference: DOMAIN MAP-1.

import re
from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Mark, Problem
from huiying.records.block import Block
from huiying.records.registers import Sidecar
from huiying.rules._blocks import blocks_of, sidecar_of
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "map-approval"
PICTURES = ("image", "infographic")
WORDS = ("title", "alt", "long_description")
# Not 路线图, which most often means a plan, nor 线路图 and 街区图, which need no approval.
_MAP = re.compile(
    r"(?<!思维)(?<!产业)(?<!知识)地图(?!书|出版|审核|管理条例)"
    r"|(?:区划|位置|分布|管网|管线|点位|方位|区位|范围|疏散|淹没|水系|地形)(?:示意)?图"
    r"|卫星(?:影像|图)|遥感(?:影像|图)|航拍图"
)
_NUMBER = re.compile(
    r"(?:GS[\u4e00-\u9fff]?|[\u4e00-\u9fff]{1,2}[A-Z]?S)\s?"
    r"[(（〔\[]\d{4}[)）〕\]]\s?\d+号"
)
_NONE_NEEDED = re.compile(r"(?:无需|不需|不用|免于?)(?:审核|审图|送审).{2,}")


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each picture that is called a map without a number, or with none of a form."""
    numbered: set[str] = set()
    for record in library.records.values():
        level = weigh(record.fields, settings, Level.WARNING)
        for path, block in blocks_of(record.fields):
            sidecar = sidecar_of(library, block)
            number = block.map_approval_no or (sidecar.map_approval_no if sidecar else None)
            if number:
                numbered.add(block.file or "")
            words = _words(block)
            if block.type in PICTURES and words and not number:
                yield _lacking(record.mark(f"{path}.{words}"), block, words, level)
            if block.map_approval_no and not is_number(block.map_approval_no):
                mark = record.mark(f"{path}.map_approval_no")
                values = {"value": block.map_approval_no[:30]}
                yield Problem(NAME, mark, "form", values, level)
    yield from _sidecars(library, numbered)


def _sidecars(library: Library, numbered: set[str]) -> Iterator[Problem]:
    """The same of what lies beside a file, where no block gives the number."""
    for path, record in library.sidecars.items():
        sidecar = record.fields
        words = _words(sidecar)
        number = sidecar.map_approval_no
        if words and not number and path not in numbered:
            yield _lacking(record.mark(words), sidecar, words, Level.WARNING)
        if number and not is_number(number):
            mark, values = record.mark("map_approval_no"), {"value": number[:30]}
            yield Problem(NAME, mark, "form", values, Level.WARNING)


def _words(thing: Block | Sidecar) -> str:
    """The field whose words say that it is a map, or nothing."""
    return next((name for name in WORDS if _MAP.search(getattr(thing, name) or "")), "")


def is_number(text: str) -> bool:
    """Whether it is an approval number, or says that none is needed and why."""
    return bool(_NUMBER.fullmatch(text.strip()) or _NONE_NEEDED.match(text.strip()))


def _lacking(mark: Mark, thing: Block | Sidecar, words: str, level: Level) -> Problem:
    found = _MAP.search(getattr(thing, words))
    assert found is not None
    return Problem(NAME, mark, "", {"words": found.group()}, level)
