"""Notices of the police that are cited."""

import pytest

from huiying.rules import police_notice
from tests.rules.helper import CLARIFICATION, levels, merge, places

KEY = "police-notice"


def cited(source: str, more: str = "") -> str:
    """A record with that ground."""
    return merge(CLARIFICATION, f"依据:\n  - {{{source}}}\n{more}")


PUBLISHED = "类型: 警情通报, 标题: 通报, 单位: 示例市公安局, 网址: 'https://ga.example/1'"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (PUBLISHED, []),
        ("类型: 警情通报, 标题: 通报, 单位: 示例市公安局", [("error", f"{KEY}.url")]),
        (
            "类型: 警情通报, 标题: 通报, 单位: 示例市公安局, 网址: /rumours/a/",
            [("error", f"{KEY}.url")],
        ),
        ("类型: 警情通报, 标题: 通报, 网址: 'https://ga.example/1'", [("error", f"{KEY}.issuer")]),
        ("类型: 媒体, 标题: 一则警情通报, 网址: 'https://m.example/'", [("error", f"{KEY}.type")]),
        ("类型: 文件, 标题: 通告", []),
    ],
)
def test_only_a_published_notice_of_a_named_body_is_cited(
    source: str, expected: list[tuple[str, str]]
) -> None:
    assert levels(police_notice, cited(source)) == expected


def test_evidence_is_a_ground_too_and_drafts_are_reminded() -> None:
    text = merge(CLARIFICATION, "证据:\n  - {正文: 已经通报, 类型: 警情通报, 来源: 示例市公安局}")
    assert places(police_notice, text) == [(9, 5, f"{KEY}.url")]
    draft = cited("类型: 警情通报, 标题: 通报, 单位: 示例市公安局", "状态: 草稿\n")
    assert levels(police_notice, draft) == [("note", f"{KEY}.url")]


def test_its_name_is_the_name_of_the_file() -> None:
    assert police_notice.NAME == "police-notice"
