"""What is said of a recording beside its words, and which sections of a topic share a row."""

from zoneinfo import ZoneInfo

import pytest

from huiying.render.views.frame import Frame
from huiying.render.views.player import length, place, recording
from huiying.render.views.topic import _rows

FRAME = Frame("../../", ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, ""),
        (38, "38秒"),
        (60, "1分钟"),
        (210, "3分30秒"),
        (3599, "59分59秒"),
        (3600, "1小时"),
        (3725, "1小时2分"),
    ],
)
def test_a_length_is_said_as_people_say_it(seconds: int, said: str) -> None:
    assert length(seconds) == said


def test_a_place_opens_the_file_there_and_is_only_a_time_where_there_is_no_file() -> None:
    at = place("01:12", "a/水.mp3", FRAME)
    assert at == {"clock": "01:12", "seconds": 72, "href": "../../media/a/%E6%B0%B4.mp3#t=72"}
    assert place("1:00:00", "", FRAME) == {"clock": "1:00:00", "seconds": 3600, "href": ""}


def test_the_poster_of_the_block_goes_before_that_beside_the_film() -> None:
    def poster(name: str) -> dict[str, object]:
        size = {"width": 16, "height": 9, "sources": []}
        return {"picture": {"src": f"{name}.svg", "large": f"{name}.svg", **size}}

    media = {
        "a.mp4": {"poster": "b.svg", "length_s": 9},
        "b.svg": poster("b"),
        "c.svg": poster("c"),
    }
    assert recording({"file": "a.mp4"}, media, FRAME)["poster"] == "../../media/b.svg"
    own = recording({"file": "a.mp4", "poster": "c.svg"}, media, FRAME)
    assert (own["poster"], own["length"]) == ("../../media/c.svg", "9秒")


def test_an_address_is_made_from_an_id_of_its_form_only() -> None:
    film = {"player": "bilibili", "player_id": "BV1111111111"}
    shown = recording(film, {}, FRAME)["platform"]
    assert shown["frame"].startswith("https://player.bilibili.com/player.html?bvid=BV1111111111&")
    assert "autoplay=0" in shown["frame"]
    assert recording({**film, "player_id": "BV1&autoplay=1"}, {}, FRAME)["platform"] == {}
    assert recording({"player": "bilibili"}, {}, FRAME)["platform"] == {}


def test_two_short_sections_share_a_row_and_the_order_stays() -> None:
    sections = [
        {"id": id, "blocks": ["b"] * blocks, "cards": ["c"] * cards}
        for id, blocks, cards in [
            ("a", 0, 2),
            ("b", 0, 1),
            ("c", 0, 2),
            ("d", 1, 0),
            ("e", 0, 3),
            ("f", 0, 0),
            ("g", 0, 2),
        ]
    ]
    rows = [[section["id"] for section in row] for row in _rows(sections)]
    assert rows == [["a", "b"], ["c"], ["d"], ["e"], ["f", "g"]]
