"""The fields that a kind needs."""

import pytest

from huiying.rules import required
from tests.rules.helper import (
    ANSWER,
    CLARIFICATION,
    ENGLISH,
    OF_EXPERTS,
    OF_HOLIDAYS,
    OF_POLICIES,
    OF_SIGNERS,
    RESPONSE,
    SITE,
    levels,
    merge,
    places,
    problems,
)


def test_a_complete_record_lacks_nothing() -> None:
    assert places(required, CLARIFICATION) == []
    assert places(required, ENGLISH) == []


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("结论:", (7, 1, "required")),
        ("证据: []", (8, 5, "required")),
        ("事实:", (10, 1, "required")),
        ("发布时间:", (3, 1, "required.approved")),
        ("责任单位:\n  第一责任单位: shuiwuju", (12, 3, "required.inner")),
    ],
)
def test_a_missing_field_is_named_where_it_belongs(
    fragment: str, expected: tuple[int, int, str]
) -> None:
    assert places(required, merge(CLARIFICATION, fragment)) == [expected]


def test_a_record_without_agencies_lacks_both_of_their_fields() -> None:
    text = merge(CLARIFICATION, "责任单位:")
    assert [each.values["key"] for each in problems(required, text)] == ["第一责任单位", "责任依据"]


def test_a_draft_needs_no_time_of_publication() -> None:
    assert places(required, merge(CLARIFICATION, "状态: 草稿\n发布时间:")) == []


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("证据: []", (8, 5, "required.draft")),
        ("责任单位:\n  第一责任单位: shuiwuju", (12, 3, "required.draft-inner")),
    ],
)
def test_what_a_draft_lacks_is_told_as_a_note(
    fragment: str, expected: tuple[int, int, str]
) -> None:
    draft = merge(merge(CLARIFICATION, "状态: 草稿"), fragment)
    assert places(required, draft) == [expected]
    assert levels(required, draft) == [("note", expected[2])]


def test_a_response_needs_no_verdict() -> None:
    assert places(required, {ANSWER: RESPONSE}) == []


def test_the_key_is_named_in_the_language_of_the_file() -> None:
    [found] = problems(required, merge(ENGLISH, "verdict:"))
    assert found.values["key"] == "verdict"


def test_old_material_is_only_reminded() -> None:
    old = merge(CLARIFICATION, "发布时间: 2019-01-01 08:00\n历史资料来源: 旧网站\n证据:")
    assert levels(required, old) == [("note", "required")]
    assert levels(required, old, SITE.replace("启用日期: 2026-01-01\n", "")) == [
        ("error", "required")
    ]


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (OF_EXPERTS, "a:\n  姓名: 甲\n", [(1, 1, "required")]),
        (OF_POLICIES, "a:\n  标题: 办法\n  成文日期: 2026-01-01\n", [(1, 1, "required")]),
        (OF_SIGNERS, "a:\n  姓名: 甲\n  单位: b\n  审核关: []\n", [(4, 8, "required")]),
        (OF_HOLIDAYS, "'2026':\n  依据: 通知\n", [(1, 1, "required")]),
    ],
)
def test_an_entry_of_a_register_lacks_nothing_either(
    file: str, text: str, expected: list[tuple[int, int, str]]
) -> None:
    assert places(required, {file: text}) == expected
