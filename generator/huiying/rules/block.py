"""每种内容块要有它该有的东西。

图片、音频、视频要有文件，图解要有“图”或文件，链接要有标题和网址，时间线要有条目……少了这些，这一块就显示不出来，
是错误。给看不到、听不到的人的替代文字、文字版、文字稿和字幕可以后补，见规则 debt。

依据：柳政办〔2017〕120号一（一）2“以文字、图解、音频、视频、网站链接相结合的形式予以展现”。

对：

    内容块:
      - 类型: 链接
        标题: 市水务局公告
        网址: https://shuiwu.shili.example/gonggao/

错：

    内容块:
      - 类型: 链接
        标题: 市水务局公告

In English: each type of block has the fields it cannot do without; what only some readers miss is
the matter of the rule debt.
"""

from collections.abc import Iterable, Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.block import Block
from huiying.records.common import Common
from huiying.records.field import keys_of
from huiying.records.vocabulary import BLOCK_TYPE
from huiying.rules._blocks import blocks_of, sidecar_of
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "block"
NEEDS = {
    "text": ("text",),
    "image": ("file",),
    "infographic": ("drawing",),
    "audio": ("file",),
    "video": ("file",),
    "link": ("title", "url"),
    "table": ("text",),
    "quote": ("text",),
    "timeline": ("entries",),
    "download": ("file",),
    "embed": ("record",),
}
"""Without these there is nothing to show."""
SHOULD = {"quote": ("source",)}
BETTER = {"video": ("poster",)}
"""Before it plays, a film without one is a black box."""
IMAGES = ("svg", "png", "jpg", "jpeg", "webp")
SUFFIXES = {
    "image": IMAGES,
    "infographic": IMAGES,
    "audio": ("mp3", "m4a"),
    "video": ("mp4", "webm"),
}


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each thing that a block lacks, and for each file of the wrong sort."""
    for record in library.records.values():
        for path, block in blocks_of(record.fields):
            debts = weigh(record.fields, settings)
            # A film on a platform has no file; the rule player looks at the rest.
            needs = () if block.player or block.player_id else NEEDS[block.type]
            yield from _lacking(record, path, block, needs, debts)
            warning = weigh(record.fields, settings, Level.WARNING)
            yield from _lacking(record, path, block, SHOULD.get(block.type, ()), warning)
            beside = sidecar_of(library, block)
            better = [name for name in BETTER.get(block.type, ()) if not getattr(beside, name, "")]
            yield from _lacking(record, path, block, better, Level.NOTE)
            yield from _files(record, path, block)


def _lacking(
    record: Record[Common], path: str, block: Block, names: Iterable[str], level: Level
) -> Iterator[Problem]:
    for name in names:
        if not getattr(block, name) and not (name == "drawing" and block.file):
            yield _problem(record, path, block, name, "", level)


def _files(record: Record[Common], path: str, block: Block) -> Iterator[Problem]:
    wanted = (
        ("file", block.file, SUFFIXES.get(block.type, ())),
        ("captions", block.captions, ("vtt",)),
        ("poster", block.poster, IMAGES),
    )
    for name, value, allowed in wanted:
        if value and allowed and value.rpartition(".")[2].lower() not in allowed:
            values = {
                "key": _key(name, record.language),
                "value": value,
                "allowed": ("、" if record.language == "zh" else ", ").join(allowed),
            }
            yield Problem(NAME, record.mark(f"{path}.{name}"), "suffix", values)


def _problem(
    record: Record[Common], path: str, block: Block, name: str, case: str, level: Level
) -> Problem:
    term = BLOCK_TYPE.by_en[block.type]
    values = {
        "type": term.zh if record.language == "zh" else term.en,
        "key": _key(name, record.language),
    }
    return Problem(NAME, record.mark(f"{path}.{name}"), case, values, level)


def _key(name: str, language: str) -> str:
    """A block's key as the editor writes it."""
    return next(key for key, item in keys_of(Block, language).items() if item.name == name)
