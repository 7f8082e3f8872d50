"""Drawings have what their type needs, and can be read in half a minute."""

import pytest

from huiying.rules import drawing
from tests.rules.helper import CLARIFICATION, ENGLISH, RUMOUR, merge, problems


def with_drawing(text: str, title: str = "标题: 供水量") -> str:
    """A record with one infographic, drawn from a flow mapping."""
    return merge(CLARIFICATION, f"内容块:\n  - 类型: 图解\n    {title}\n    图: {{{text}}}\n")


def items(*values: object) -> str:
    named = (f"{{名称: 第{n}, 数值: {value}}}" for n, value in enumerate(values))
    return f"条目: [{', '.join(named)}]"


RIGHT = {
    "fact-check": "图型: 说法与事实, 事实: 供水正常, 说法: 停水, 结论: 不实, 条目: [{名称: 一}]",
    "timeline": "图型: 时间线, 条目: [{名称: '9:40', 正文: 恢复供水}]",
    "steps": "图型: 步骤, 条目: [{名称: 放水}, {名称: 打电话, 正文: 0000-96500}]",
    "figures": "图型: 关键数字, 单位: 人, 条目: [{名称: 伤亡, 数值: 0}, {名称: 雨, 单位: 毫米}]",
    "bar": f"图型: 条形图, 单位: 人, {items(3, -4)}",
    "one unknown": "图型: 折线图, 条目: [{名称: 一, 数值: 3}, {名称: 二}]",
    "share": f"图型: 占比图, 单位: 亿元, {items(4.1, 0, 5.36)}",
    "rounded": f"图型: 占比图, 单位: '%', {items(33.3, 33.3, 33.3)}",
    "comparison": "图型: 对比表, 列: [实测, 标准], 条目: [{名称: 铁, 各列: ['0.2', '0.3']}]",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_a_drawing_with_all_it_needs_passes(text: str) -> None:
    assert problems(drawing, with_drawing(text)) == []


WRONG = {
    "no items": ("图型: 步骤", ["drawing"]),
    "no value": ("图型: 占比图, 条目: [{名称: 一}]", ["drawing.blank", "drawing"]),
    "no number": ("图型: 条形图, 条目: [{名称: 一}]", ["drawing.blank"]),
    "no fact": ("图型: 说法与事实, 说法: 停水, 结论: 不实", ["drawing"]),
    "a unit of steps": ("图型: 步骤, 单位: 人, 条目: [{名称: 放水}]", ["drawing.unused"]),
    "a number of steps": ("图型: 步骤, 条目: [{名称: 放水, 数值: 1}]", ["drawing.unused"]),
    "twice": ("图型: 条形图, 条目: [{名称: 一, 数值: 1}, {名称: 一}]", ["drawing.twice"]),
    "below zero": (f"图型: 占比图, {items(1, -1)}", ["drawing.negative"]),
    "nothing": (f"图型: 占比图, {items(0, 0)}", ["drawing.nothing"]),
    "over": (f"图型: 占比图, 单位: '%', {items(70, 50)}", ["drawing.sum"]),
    "under": (f"图型: 占比图, 单位: '%', {items(33.3, 33.3)}", ["drawing.sum"]),
    "cells": ("图型: 对比表, 列: [甲, 乙], 条目: [{名称: 铁, 各列: [一]}]", ["drawing.cells"]),
    "many": (f"图型: 占比图, {items(*range(1, 8))}", ["drawing.many"]),
    "columns": (
        "图型: 对比表, 列: [甲, 乙, 丙, 丁], 条目: [{名称: 铁, 各列: [一, 二, 三, 四]}]",
        ["drawing.many"],
    ),
    "long": (f"图型: 步骤, 条目: [{{名称: {'水' * 17}}}]", ["drawing.long"]),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_what_keeps_it_from_being_drawn_or_read_is_named(text: str, expected: list[str]) -> None:
    assert [each.key for each in problems(drawing, with_drawing(text))] == expected


def test_limits_are_warnings_and_what_cannot_be_drawn_is_an_error() -> None:
    levels = {
        found.key: found.level.value
        for text, _ in WRONG.values()
        for found in problems(drawing, with_drawing(text))
    }
    warnings = {key for key, level in levels.items() if level == "warning"}
    assert warnings == {"drawing.many", "drawing.long"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("来源: 市水务局", "drawing.title"),
        (f"标题: {'水' * 31}", "drawing.long"),
        ("标题: 供水量\n    文件: a.svg", "drawing.both"),
    ],
)
def test_its_title_is_its_message_and_its_only_picture_is_drawn(title: str, expected: str) -> None:
    text = with_drawing(RIGHT["bar"], title)
    [found] = problems(drawing, {RUMOUR: text}, media=frozenset(["a.svg"]))
    assert found.key == expected


def test_only_an_infographic_is_drawn() -> None:
    text = with_drawing(RIGHT["bar"]).replace("类型: 图解", "类型: 文字")
    assert [found.key for found in problems(drawing, text)] == ["drawing.elsewhere"]


def test_type_and_key_are_named_in_the_language_of_the_file() -> None:
    block = "blocks:\n  - {type: infographic, title: a, drawing: {type: timeline}}"
    [found] = problems(drawing, merge(ENGLISH, block))
    assert found.values == {"type": "timeline", "key": "items"}
