"""Alternative text says what the picture shows."""

import pytest

from huiying.rules import generic_alt
from huiying.rules.generic_alt import says_nothing
from tests.rules.helper import CLARIFICATION, RUMOUR, levels, merge, places


@pytest.mark.parametrize(
    "alt",
    "图片 图示 截图 海报 这是一张图片 一张图 示意图 图片1 图二 配图。 【海报】 新闻图片 IMG image "
    "fahuang.svg … 如图 宣传海报 封面".split(),
)
def test_a_word_for_any_picture_says_nothing(alt: str) -> None:
    assert says_nothing(alt)


@pytest.mark.parametrize(
    "alt",
    [
        "全市6座水厂和主要供水管线的位置",
        "截图显示该通知没有落款和日期",
        "图书馆",
        "海报上写着“停水三天”，没有发布单位",
        "市图书馆新馆照片",
        "地图：停水范围",
    ],
)
def test_a_description_says_something(alt: str) -> None:
    assert not says_nothing(alt)


def test_records_and_sidecars_are_noted_at_the_words() -> None:
    record = merge(CLARIFICATION, "内容块:\n  - 类型: 图片\n    文件: a.svg\n    替代文字: 图片")
    files = {RUMOUR: record, "media/a.svg.yml": "许可: 市水务局\n替代文字: 截图\n"}
    assert places(generic_alt, files) == [(17, 11, "generic-alt"), (2, 7, "generic-alt")]
    assert levels(generic_alt, files) == [("note", "generic-alt")] * 2
