"""A picture that its words call a map has its approval number."""

import pytest

from huiying.rules import map_approval
from huiying.rules.map_approval import is_number
from tests.rules.helper import CLARIFICATION, RUMOUR, levels, merge, places

BLOCK = "内容块:\n  - 类型: 图片\n    文件: a.svg\n    替代文字: {}"


def with_alt(alt: str, more: str = "") -> str:
    return merge(CLARIFICATION, BLOCK.format(alt) + more)


@pytest.mark.parametrize(
    "alt",
    [
        "地图：东环路停水范围",
        "示例市行政区划图",
        "六座水厂分布示意图",
        "老城区供水管网图",
        "11月18日的卫星影像",
    ],
)
def test_what_is_called_a_map_has_to_have_its_number(alt: str) -> None:
    assert places(map_approval, {RUMOUR: with_alt(alt)}) == [(17, 11, "map-approval")]
    numbered = with_alt(alt, "\n    审图号: 桂S(2026)1号")
    assert places(map_approval, {RUMOUR: numbered}) == []


@pytest.mark.parametrize(
    "alt",
    [
        "改造路线图",
        "知识地图",
        "公交线路图",
        "全市6座水厂和主要供水管线的位置",
        "地图出版社的公告",
        "图书馆",
    ],
)
def test_what_is_no_map_or_needs_none_is_left_alone(alt: str) -> None:
    assert places(map_approval, {RUMOUR: with_alt(alt)}) == []


def test_only_pictures_are_maps() -> None:
    link = "内容块:\n  - 类型: 链接\n    标题: 行政区划图\n    网址: https://www.shili.example/"
    assert places(map_approval, {RUMOUR: merge(CLARIFICATION, link)}) == []


def test_the_number_may_stand_with_the_file_or_the_block() -> None:
    sidecar = "替代文字: 管网图\n许可: 市水务局\n"
    given = sidecar + "审图号: 桂S(2026)1号\n"
    plain, numbered = with_alt("停水的地方"), with_alt("停水的地方", "\n    审图号: 桂S(2026)1号")
    assert places(map_approval, {RUMOUR: plain, "media/a.svg.yml": sidecar}) == [
        (1, 7, "map-approval")
    ]
    assert places(map_approval, {RUMOUR: numbered, "media/a.svg.yml": sidecar}) == []
    assert places(map_approval, {RUMOUR: with_alt("地图"), "media/a.svg.yml": given}) == []


@pytest.mark.parametrize(
    "number",
    [
        "桂S(2026)1号",
        "GS（2024）1234号",
        "GS京(2023)0005号",
        "粤AS（2025）12号",
        "无需审核（公共交通线路图）",
    ],
)
def test_numbers_in_the_forms_in_which_they_are_given_pass(number: str) -> None:
    assert is_number(number)


@pytest.mark.parametrize(
    "number", ["有", "2026年1号", "桂S2026-1", "审图号", "无需审核", "GS(26)1号"]
)
def test_what_is_no_number_is_told_at_its_place(number: str) -> None:
    files = {RUMOUR: with_alt("地图", f"\n    审图号: {number}")}
    assert places(map_approval, files) == [(18, 10, "map-approval.form")]


def test_it_is_a_warning_and_for_a_draft_a_note() -> None:
    assert levels(map_approval, {RUMOUR: with_alt("地图")}) == [("warning", "map-approval")]
    draft = with_alt("地图").replace("状态: 已审定", "状态: 草稿")
    assert levels(map_approval, {RUMOUR: draft}) == [("note", "map-approval")]
