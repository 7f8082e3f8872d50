"""How a title is set in lines: nothing lost, words whole, no mark where it may not stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.render.views.headline import units
from huiying.sharing.lines import CLOSING, OPENING, Setting, line


def advance(character: str) -> float:
    """Chinese characters are square, others half as wide."""
    return 1.0 if ord(character) > 0x2000 else 0.5


def lines(title: str, width: float, most: int = 9) -> list[str]:
    found = Setting(units(title), advance).best(width, most)
    assert found is not None
    return [each.text for each in found[1]]


@pytest.mark.parametrize(
    ("title", "width", "expected"),
    [
        pytest.param("没有停水", 8, ["没有停水"], id="one-line-where-it-fits"),
        pytest.param("老年公交卡不需要年审", 6.5, ["老年公交卡", "不需要年审"], id="even-lines"),
        pytest.param(
            "全市正常供水，没有停水安排", 8, ["全市正常供水，", "没有停水安排"], id="after-a-comma"
        ),
        pytest.param(
            "收到的《告知书》是真的",
            5,
            ["收到的", "《告知书》", "是真的"],
            id="marks-stay-with-their-words",
        ),
        pytest.param("接种HPV疫苗", 3, ["接种", "HPV", "疫苗"], id="latin-letters-stay-whole"),
        pytest.param("水压0.35兆帕", 3, ["水压", "0.35", "兆帕"], id="figures-stay-whole"),
    ],
)
def test_lines_end_where_a_reader_would_pause(
    title: str, width: float, expected: list[str]
) -> None:
    assert expected == lines(title, width)


def test_a_line_that_ends_in_a_comma_is_as_wide_as_its_words() -> None:
    assert line("供水，", advance).width == 2.5
    assert line("“供水", advance).width == 2.5


def test_figures_stand_a_little_apart_from_chinese_characters() -> None:
    assert line("6座", advance).places == (0.0, 0.625)


def test_marks_that_meet_share_their_room() -> None:
    assert line("水”，", advance).places == (0.0, 1.0, 1.5)


def test_what_cannot_fit_is_told_and_nothing_is_dropped() -> None:
    assert Setting(units("没有停水安排"), advance).best(2, 2) is None


TITLES = st.text("全市正常供水没有停电的，。、《》“”（）7a .", min_size=1, max_size=60).filter(
    lambda title: bool(title.strip()) and title == title.strip()
)


@given(TITLES, st.floats(6, 20))
def test_whatever_the_title_all_of_it_is_set_and_no_line_is_too_wide(
    title: str, width: float
) -> None:
    found = Setting(units(title), advance).best(width, 99)
    if found is None:
        return  # a run of letters, figures or marks is longer than the line
    assert title == "".join(each.text for each in found[1])
    assert max(each.width for each in found[1]) <= width
    for each in found[1][1:]:
        assert each.text[0] not in CLOSING
    for each in found[1][:-1]:
        assert each.text[-1] not in OPENING
