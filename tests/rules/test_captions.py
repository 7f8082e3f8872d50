"""The rule on captions: text in, places out."""

from pathlib import Path

import pytest

from huiying.media import captions as reader
from huiying.problem import Level, arrange
from huiying.rules import captions
from tests.rules.helper import CLARIFICATION, RUMOUR, library, settings

FILM = (
    CLARIFICATION + "内容块:\n  - {类型: 视频, 文件: qushui.mp4, 字幕: qushui.vtt, 文字稿: 同上}\n"
)
GOOD = """\
WEBVTT - 取水点

NOTE 这是说明
两行

STYLE
::cue { color: white }

00:00.000 --> 00:03.400
东环、滨江、柳塘3个街道临时停水。

2
00:00:03.400 --> 00:00:06.800 line:0 align:start
<v 旁白>每个街道设两处临时取水点，
共6处。
"""


def check(folder: Path, text: str | bytes, lengths: dict[str, float] | None = None) -> list[str]:
    (folder / "media").mkdir(parents=True)
    data = text.encode() if isinstance(text, str) else text
    (folder / "media" / "qushui.vtt").write_bytes(data)
    media = frozenset({"qushui.vtt", "qushui.mp4"})
    found = library({RUMOUR: FILM}, media=media, lengths=lengths or {})
    problems = arrange(captions.check(found, settings(), folder, "content"))
    return [f"{each.mark}: {each.key}" for each in problems]


def at(line: int, case: str) -> str:
    return f"content/media/qushui.vtt:{line}:1: captions.{case}"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_captions_with_notes_styles_names_and_settings_are_fine(tmp_path: Path, end: str) -> None:
    assert check(tmp_path, GOOD.replace("\n", end), {"qushui.mp4": 6.8}) == []


def test_the_cues_of_a_good_file_are_read_with_their_times_and_words() -> None:
    cues = reader.read(GOOD.encode()).cues
    assert [(cue.line, cue.start_s, cue.end_s) for cue in cues] == [(9, 0, 3.4), (13, 3.4, 6.8)]
    assert cues[1].text == "每个街道设两处临时取水点，\n共6处。"


FIRST = "00:00:00.000 --> 00:00:02.000\n甲\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("00:00:00,000 --> 00:00:02,000\n甲\n", [(3, "time")]),
        ("1\n00：00：01.000 --> 00：00：02.000\n甲\n", [(4, "time")]),
        ("00:00:00.000 → 00:00:02.000\n甲\n", [(3, "time")]),
        ("00:00:00.000 -> 00:00:02.000\n甲\n", [(3, "time")]),
        ("0:0:0.0 --> 0:0:2.0\n甲\n", [(3, "time")]),
        ("00:00:00.000 --> 00:99:02.000\n甲\n", [(3, "time")]),
        ("00:00:00.000 -->\n甲\n", [(3, "time")]),
        ("00:00:00.000 --> 00:00:02.000 align:centre\n甲\n", [(3, "time")]),
        ("只有字，没有时间\n", [(3, "no-time")]),
        (f"{FIRST}\n第一段\n说的话\n", [(6, "no-time")]),
        ("00:00:02.000 --> 00:00:02.000\n甲\n", [(3, "backwards")]),
        ("00:00:02.000 --> 00:00:01.000\n甲\n", [(3, "backwards")]),
        ("00:00:00.000 --> 00:00:02.000\n", [(3, "empty")]),
        (f"{FIRST}\n00:00:01.500 --> 00:00:03.000\n乙\n", [(6, "overlap")]),
        (  # not only of the neighbours
            "00:01.000 --> 00:20.000\n甲\n\n00:02.000 --> 00:03.000\n乙\n\n"
            "00:04.000 --> 00:05.000\n丙\n",
            [(6, "overlap"), (9, "overlap")],
        ),
        ("00:05.000 --> 00:09.000\n甲\n\n00:01.000 --> 00:02.000\n乙\n", [(6, "order")]),
        (f"{FIRST}00:00:02.000 --> 00:00:03.000\n乙\n", []),
        ("", [(1, "none")]),
        ("NOTE 还没有字幕\n", [(1, "none")]),
        ("a --> b\n\nc --> d\n\n只有字\n", [(3, "time"), (5, "time"), (7, "no-time")]),
    ],
)
def test_each_cue_that_cannot_be_shown_is_named_by_its_line(
    tmp_path: Path, text: str, places: list[tuple[int, str]]
) -> None:
    assert check(tmp_path, f"WEBVTT\n\n{text}") == [at(*place) for place in places]


def test_captions_that_outlast_the_film_are_named_once_at_the_first_cue(tmp_path: Path) -> None:
    longer = (
        f"WEBVTT\n\n{FIRST}\n00:00:05.000 --> 00:00:09.000\n乙\n\n01:00.000 --> 01:02.000\n丙\n"
    )
    assert check(tmp_path, longer, {"qushui.mp4": 6.0}) == [at(6, "beyond")]
    assert check(tmp_path / "b", longer, {}) == []


def test_a_file_that_is_no_webvtt_at_all_is_left_to_the_rule_on_media(tmp_path: Path) -> None:
    for number, data in enumerate((b"1\n00:00", b"WEBVTT\n\n\xff\xfe", b"", b"WEBVTT\n\n\0")):
        assert check(tmp_path / str(number), data) == []


def test_what_spoils_a_moment_is_a_warning_and_what_drops_words_an_error(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    text = f"WEBVTT\n\n{FIRST}\n00:00:01.000 --> 00:00:03.000\n乙\n\n1 --> 2\n丙\n"
    (tmp_path / "media" / "qushui.vtt").write_text(text, encoding="utf-8")
    found = library({RUMOUR: FILM}, media=frozenset({"qushui.vtt", "qushui.mp4"}))
    problems = arrange(captions.check(found, settings(), tmp_path, "content"))
    assert [each.level for each in problems] == [Level.WARNING, Level.ERROR]
    assert {each.rule for each in problems} == {"captions"}


def test_hostile_text_is_read_in_no_time_and_raises_nothing() -> None:
    for text in (
        "-->\n" * 20_000,
        "0" * 500_000,
        "\n\n".join(["00:00 --> "] * 20_000),
        "<" * 900_000,
    ):
        reader.read(f"WEBVTT\n\n{text}".encode())
