"""Titles, short titles and summaries are short."""

import pytest

from huiying.rules import length
from huiying.rules.length import width_of
from tests.rules.helper import CLARIFICATION, ENGLISH, levels, merge, places, problems


@pytest.mark.parametrize(
    ("text", "width"),
    [("水", 1), ("a1", 1), ("“水”", 3), ("，", 1), (",", 0.5), ("\uff21", 1), ("", 0)],
)
def test_latin_letters_count_half(text: str, width: float) -> None:
    assert width_of(text) == width


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        (f"标题: {'水' * 60}", []),
        (f"标题: {'水' * 61}", [("note", "length")]),
        (f"短标题: {'水' * 20}", []),
        (f"短标题: {'水' * 21}", [("warning", "length")]),
        (f"短标题: {'a' * 40}", []),
        (f"短标题: {'a' * 41}", [("warning", "length")]),
        (f"一句话回应: {'水' * 120}", []),
        (f"一句话回应: {'水' * 121}", [("warning", "length")]),
        (
            f"短标题: {'水' * 21}\n发布时间: 2019-01-01 08:00\n历史资料来源: 旧网站",
            [("note", "length")],
        ),
    ],
)
def test_what_is_wider_than_allowed_is_a_warning(
    fragment: str, expected: list[tuple[str, str]]
) -> None:
    assert levels(length, merge(CLARIFICATION, fragment)) == expected


def test_the_width_is_told_at_the_text() -> None:
    text = merge(ENGLISH, f"short_title: {'水' * 20}a")
    assert places(length, text) == [(13, 14, "length")]
    [found] = problems(length, text)
    assert found.values == {"key": "short_title", "width": "20.5", "limit": "20"}
