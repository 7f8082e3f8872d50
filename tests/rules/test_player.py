"""Films on platforms and places in recordings: text in, places out."""

import pytest

from huiying.problem import Level
from huiying.records.players import ORIGINS, PLAYERS
from huiying.records.vocabulary import PLAYER
from huiying.rules import block, debt, player
from tests.rules.helper import (
    BRIEFING,
    CLARIFICATION,
    MEETING,
    RUMOUR,
    library,
    merge,
    problems,
    settings,
)

SOUND = "- {类型: 音频, 文件: a.mp3, 文字稿: 水, 分段: [%s]}"


def check(blocks: str, lengths: dict[str, float] | None = None) -> list[str]:
    text = merge(CLARIFICATION, f"内容块:\n  {blocks}\n")
    found = library({RUMOUR: text}, media=frozenset({"a.mp3"}), lengths=lengths)
    return [each.key for each in player.check(found, settings())]


def film(fields: str) -> list[str]:
    return check(f"- {{类型: 视频, 标题: 换管, {fields}}}")


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("哔哩哔哩", ["BV1111111111", "BV1xZ4y1q7mD"]),
        ("腾讯视频", ["a0000000000", "z3549bqcqsw"]),
        ("优酷", ["XNTg1MTE1MTIzMg==", "XMzk5NTQ4NDg0"]),
    ],
)
def test_an_id_of_its_platform_is_fine(name: str, ids: list[str]) -> None:
    for id in ids:
        assert film(f"播放平台: {name}, 视频编号: '{id}'") == []


@pytest.mark.parametrize(
    "id",
    [
        "https://www.bilibili.com/video/BV1111111111",
        "BV1111111111?t=3",
        "BV1111111111&autoplay=1",
        "av170001",
        "BV1l11111111",
        "BV11111111110",
        "../../BV1111111111",
        'BV1111111111"',
        "a0000000000",
        "\uff22V1111111111",
    ],
)
def test_whatever_is_no_id_of_the_platform_is_refused(id: str) -> None:
    assert film(f"播放平台: 哔哩哔哩, 视频编号: '{id}'") == ["player"]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ("播放平台: 哔哩哔哩", "player.alone"),
        ("视频编号: BV1111111111", "player.unnamed"),
        ("播放平台: 哔哩哔哩, 视频编号: BV1111111111, 文件: a.mp3", "player.both"),
    ],
)
def test_half_a_film_and_two_films_are_named(fields: str, key: str) -> None:
    assert film(fields) == [key]


def test_only_films_lie_on_platforms_and_only_recordings_have_chapters() -> None:
    here = "播放平台: 哔哩哔哩, 视频编号: BV1111111111"
    assert check(f"- {{类型: 文字, 正文: 水, {here}}}") == ["player.elsewhere"]
    chapter = "分段: [{位置: '00:01', 标题: 水}]"
    assert check(f"- {{类型: 文字, 正文: 水, {chapter}}}") == ["player.silent"]


def test_a_film_on_a_platform_needs_no_file() -> None:
    text = merge(
        CLARIFICATION, "内容块:\n  - {类型: 视频, 播放平台: 优酷, 视频编号: XMzk5NTQ4NDg0}\n"
    )
    assert [each.level for each in problems(block, {RUMOUR: text})] == [Level.NOTE]


def test_chapters_run_forward_and_end_with_the_recording() -> None:
    places = "{位置: '00:00', 标题: 甲}, {位置: '0:20', 标题: 乙}, {位置: '00:20', 标题: 丙}"
    assert check(SOUND % places) == ["player.order"]
    late = "{位置: '00:00', 标题: 甲}, {位置: '00:39', 标题: 乙}"
    assert check(SOUND % late, {"a.mp3": 38.4}) == ["player.beyond"]
    assert check(SOUND % late, {"a.mp3": 40}) == []
    assert check(SOUND % late) == []


def test_places_of_a_transcript_need_a_recording_and_run_forward_too() -> None:
    said = "{类型: 发布, 发言人: 甲, 正文: 水, 位置: '%s'}"
    text = merge(BRIEFING, f"实录: [{said % '00:10'}, {said % '00:05'}, {said % '01:00'}]\n")
    text = merge(text, "录像:\n")
    keys = [each.key for each in problems(player, {MEETING: text})]
    assert sorted(keys) == ["player.no-recording", "player.order"]
    found = library(
        {MEETING: merge(text, "录像: a.mp4\n")}, media=frozenset({"a.mp4"}), lengths={"a.mp4": 30}
    )
    assert [each.key for each in player.check(found, settings())] == [
        "player.order",
        "player.beyond",
    ]


def test_what_only_misleads_a_click_stops_nothing() -> None:
    place = "{位置: '01:00', 标题: 甲}"
    text = merge(CLARIFICATION, f"内容块:\n  {SOUND % place}\n")
    found = library({RUMOUR: text}, media=frozenset({"a.mp3"}), lengths={"a.mp3": 30})
    [problem] = player.check(found, settings())
    assert (problem.rule, problem.level) == ("player", Level.WARNING)


def test_every_platform_of_the_vocabulary_has_its_player() -> None:
    assert set(PLAYERS) == set(PLAYER.by_en)
    assert {found.origin for found in PLAYERS.values()} == set(ORIGINS)
    for found in PLAYERS.values():
        assert found.form.match(found.example)
        assert found.frame_of(found.example).startswith("https://")
        assert found.page_of(found.example).startswith("https://")


def test_a_platform_captions_its_films_itself_and_a_film_should_have_a_poster() -> None:
    here = "类型: 视频, 播放平台: 优酷, 视频编号: XMzk5NTQ4NDg0"
    text = merge(CLARIFICATION, f"内容块:\n  - {{{here}, 文字稿: 水}}\n")
    assert problems(debt, {RUMOUR: text}) == []
    [problem] = problems(block, {RUMOUR: text})
    assert (problem.values["key"], problem.level) == ("封面", Level.NOTE)


def test_the_recording_of_a_briefing_owes_captions_and_its_transcript_stands_on_the_page() -> None:
    said = "实录: [{类型: 发布, 发言人: 甲, 正文: 水}]"
    text = merge(BRIEFING, f"录像: a.mp4\n{said}\n")
    [problem] = problems(debt, {MEETING: text}, media=frozenset({"a.mp4"}))
    assert problem.values["key"] == "字幕"
    nothing_said = merge(text, "实录:\n")
    keys = problems(debt, {MEETING: nothing_said}, media=frozenset({"a.mp4"}))
    assert sorted(each.values["key"] for each in keys) == ["字幕", "文字稿"]
    sound = merge(nothing_said, "录像: a.mp3\n")
    [problem] = problems(debt, {MEETING: sound}, media=frozenset({"a.mp3"}))
    assert problem.values["key"] == "文字稿"
