"""放在别的平台上的视频，要能找到，也只连到认识的平台。

视频最好放在本站。放在平台上的，写“播放平台”和“视频编号”，编号照平台的样子写，不写网址，也不贴嵌入代
码；读者点一下，页面才连过去，不点就什么都不传。“分段”和实录的“位置”要从前到后，不能超过录音、视频的
全长，全长从文件里读出。

依据：柳政办〔2017〕120号一（一）2“视频、网站链接相结合”；个人信息保护法（不点不传）。

对：

    内容块:
      - 类型: 视频
        标题: 换管怎么换
        播放平台: 哔哩哔哩
        视频编号: BV1111111111

错：

    内容块:
      - 类型: 视频
        标题: 换管怎么换
        播放平台: 哔哩哔哩
        视频编号: https://shipin.example/BV1111111111

In English: films on other platforms are named by an allow-listed platform and an id of its form;
chapters and places in a transcript run forward within the length of the recording.
"""

# Reference: DOMAIN A11Y.

from collections.abc import Iterator, Sequence

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.block import Block
from huiying.records.briefing import Briefing
from huiying.records.common import Common
from huiying.records.players import PLAYERS
from huiying.records.values import clock_of, seconds_of
from huiying.records.vocabulary import PLAYER
from huiying.rules._blocks import blocks_of
from huiying.settings import Settings

NAME = "player"
RECORDINGS = ("audio", "video")
MERELY_ODD = ("order", "beyond", "silent", "no-recording")
"""The page shows all of it; a reader who clicks does not get where he wants."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each film that cannot be found, and for each place that is in no recording."""
    for record in library.records.values():
        for path, block in blocks_of(record.fields):
            yield from _platform(record, path, block)
            yield from _chapters(library, record, path, block)
        if isinstance(record.fields, Briefing):
            yield from _transcript(library, record, record.fields)


def _platform(record: Record[Common], path: str, block: Block) -> Iterator[Problem]:
    found = (block.player, block.player_id)
    if found == (None, None):
        return
    if block.type != "video":
        yield _problem(record, f"{path}.player", "elsewhere")
    elif block.player is None:
        yield _problem(record, f"{path}.player_id", "unnamed")
    elif block.player_id is None:
        yield _problem(record, f"{path}.player", "alone")
    elif block.file is not None:
        yield _problem(record, f"{path}.player", "both")
    elif not (player := PLAYERS[block.player]).form.match(block.player_id):
        term = PLAYER.by_en[block.player]
        values = {
            "name": term.zh if record.language == "zh" else term.en,
            "value": block.player_id[:80],
            "example": player.example,
        }
        yield _problem(record, f"{path}.player_id", "", **values)


def _chapters(
    library: Library, record: Record[Common], path: str, block: Block
) -> Iterator[Problem]:
    if not block.chapters:
        return
    if block.type not in RECORDINGS:
        yield _problem(record, f"{path}.chapters", "silent")
        return
    places = [
        (f"{path}.chapters.{number}.offset", chapter.offset)
        for number, chapter in enumerate(block.chapters)
    ]
    yield from _order(record, places, library.lengths.get(block.file or ""))


def _transcript(library: Library, record: Record[Common], fields: Briefing) -> Iterator[Problem]:
    places = [
        (f"transcript.{number}.offset", said.offset)
        for number, said in enumerate(fields.transcript)
        if said.offset is not None
    ]
    if places and fields.recording is None:
        yield _problem(record, places[0][0], "no-recording")
    yield from _order(record, places, library.lengths.get(fields.recording or ""))


def _order(
    record: Record[Common], places: Sequence[tuple[str, str]], length_s: float | None
) -> Iterator[Problem]:
    """A problem for each place before the one above it, and for each behind the end."""
    latest = -1
    for path, offset in places:
        seconds = seconds_of(offset)
        if seconds <= latest:
            yield _problem(record, path, "order", value=offset, before=clock_of(latest))
        if length_s is not None and seconds > length_s:
            yield _problem(record, path, "beyond", value=offset, length=clock_of(length_s))
        latest = max(latest, seconds)


def _problem(record: Record[Common], path: str, case: str, **values: str) -> Problem:
    level = Level.WARNING if case in MERELY_ODD else Level.ERROR
    return Problem(NAME, record.mark(path), case, values, level)
