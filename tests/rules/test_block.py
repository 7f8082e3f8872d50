"""Blocks have what they cannot do without."""

import pytest

from huiying.rules import block
from tests.rules.helper import (
    CLARIFICATION,
    ENGLISH,
    MATTER,
    RUMOUR,
    TOPIC,
    merge,
    places,
    problems,
)


def with_block(lines: str) -> str:
    """A record with one block."""
    first, *rest = lines.splitlines()
    body = "".join(f"    {line}\n" for line in rest)
    return merge(CLARIFICATION, f"内容块:\n  - {first}\n{body}")


@pytest.mark.parametrize(
    "lines",
    [
        "类型: 文字\n正文: 水",
        "类型: 图片\n文件: a.svg\n替代文字: 水厂位置",
        "类型: 图解\n文件: a.svg\n替代文字: 水厂位置\n文字版: 第一水厂在河西",
        "类型: 音频\n文件: a.mp3\n文字稿: 全市供水正常",
        "类型: 视频\n文件: a.mp4\n字幕: a.vtt\n文字稿: 全市供水正常\n封面: a.svg",
        "类型: 链接\n标题: 公告\n网址: /about/",
        "类型: 表格\n正文: '| a |'",
        "类型: 引文\n正文: 水\n来源: 市水务局",
        "类型: 时间线\n条目:\n  - 时间: 2026-03-12 09:40\n    正文: 供水正常",
        "类型: 下载\n文件: a.pdf",
        "类型: 引用\n记录: topics/gongshui",
    ],
)
def test_a_block_with_all_it_needs_passes(lines: str) -> None:
    assert places(block, with_block(lines)) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("类型: 文字", [("error", "block")]),
        ("类型: 图片\n替代文字: 水厂", [("error", "block")]),
        ("类型: 链接", [("error", "block")] * 2),
        ("类型: 链接\n标题: 公告", [("error", "block")]),
        ("类型: 表格", [("error", "block")]),
        ("类型: 引文\n正文: 水", [("warning", "block")]),
        ("类型: 时间线", [("error", "block")]),
        ("类型: 下载", [("error", "block")]),
        ("类型: 引用", [("error", "block")]),
        ("类型: 图片\n文件: a.mp3\n替代文字: 水厂", [("error", "block.suffix")]),
        (
            "类型: 视频\n文件: a.mp4\n文字稿: 水\n封面: a.svg\n字幕: a.srt",
            [("error", "block.suffix")],
        ),
    ],
)
def test_what_a_block_lacks_is_named(lines: str, expected: list[tuple[str, str]]) -> None:
    there = frozenset(["a.svg", "a.mp3", "a.mp4"])
    found = problems(block, {RUMOUR: with_block(lines)}, media=there)
    assert [(each.level.value, each.key) for each in found] == expected


def test_blocks_are_found_wherever_they_stand() -> None:
    deep = """\
        章节:
          - 标题: 一
            内容块:
              - 类型: 文字
        最新进展:
          - 时间: 2026-03-13 09:40
            正文: 水
            内容块:
              - 类型: 文字
        """
    found = places(block, {MATTER: merge(TOPIC, deep)})
    assert found == [(11, 9, "block"), (16, 9, "block")]


def test_type_and_key_are_named_in_the_language_of_the_file() -> None:
    [found] = problems(block, merge(ENGLISH, "blocks:\n  - type: image\n    alt: waterworks"))
    assert found.values == {"type": "image", "key": "file"}
