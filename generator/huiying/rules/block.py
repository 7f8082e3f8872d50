"""每种内容块要有它该有的东西。

图片要有文件和替代文字，图解还要有文字版，音频要有文字稿，视频最好有字幕和文字稿，链接要有标题和
网址，时间线要有条目……少了文件或正文，这一块就显示不出来，是错误；少了替代文字、文字版、文字稿或
字幕，看不到、听不到的人就得不到信息，先提示，请尽快补上。媒体文件旁边的说明文件里已经写了的，
不必再写。

依据：柳政办〔2017〕120号一（一）2“以文字、图解、音频、视频、网站链接相结合的形式予以展现”；
GB/T 37668-2019；国办公开办函〔2021〕28号；WCAG 2.2 1.1.1、1.2.1、1.2.2；DOMAIN A11Y。

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
noted as a debt.
"""

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.block import Block
from huiying.records.common import Common
from huiying.records.field import keys_of
from huiying.records.registers import Sidecar
from huiying.records.vocabulary import BLOCK_TYPE
from huiying.rules._blocks import blocks_of, sidecar_of
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "block"
NEEDS = {
    "text": ("text",),
    "image": ("file",),
    "infographic": ("file",),
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
ACCESS = {
    "image": ("alt",),
    "infographic": ("alt", "long_description"),
    "audio": ("transcript",),
    "video": ("captions", "transcript"),
}
"""Without these somebody is left out."""
IMAGES = ("svg", "png", "jpg", "jpeg", "webp", "avif")
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
            yield from _lacking(record, path, block, NEEDS[block.type], debts)
            warning = weigh(record.fields, settings, Level.WARNING)
            yield from _lacking(record, path, block, SHOULD.get(block.type, ()), warning)
            # What a file that is not there cannot say is no debt yet.
            if block.file is None or block.file in library.media:
                yield from _left_out(record, path, block, sidecar_of(library, block))
            yield from _files(record, path, block)


def _lacking(
    record: Record[Common], path: str, block: Block, names: tuple[str, ...], level: Level
) -> Iterator[Problem]:
    for name in names:
        if not getattr(block, name):
            yield _problem(record, path, block, name, "", level)


def _left_out(
    record: Record[Common], path: str, block: Block, sidecar: Sidecar | None
) -> Iterator[Problem]:
    for name in ACCESS.get(block.type, ()):
        if not getattr(block, name) and not getattr(sidecar, name, None):
            yield _problem(record, path, block, name, "access", Level.NOTE)


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
