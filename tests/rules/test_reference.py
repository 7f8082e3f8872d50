"""What records name exists, and their order is no circle."""

import pytest

from huiying.rules import reference
from tests.rules.helper import ANSWER, CLARIFICATION, RESPONSE, RUMOUR, merge, places, problems


def other(id: str, follows: str = "", relation: str = "后续") -> tuple[str, str]:
    """One more clarification, perhaps behind another."""
    relations = f"关联:\n  {relation}: [{follows}]" if follows else "关键词: [水]"
    return f"clarifications/2026/{id}.yml", merge(CLARIFICATION, relations)


def test_known_things_may_be_named() -> None:
    text = merge(CLARIFICATION, "关联:\n  同一事件: [responses/20260312-shuiguan]")
    assert places(reference, {RUMOUR: text, ANSWER: RESPONSE}) == []


def test_each_kind_of_dangling_reference_is_named() -> None:
    text = merge(
        CLARIFICATION,
        """\
        责任单位:
          第一责任单位: buzhidao
          责任依据: 属地
        关联:
          所属专题: [meiyou]
          同一事件: [rumours/20260101-meiyou]
        内容块:
          - 类型: 图片
            文件: meiyou.svg
        """,
    )
    assert places(reference, text) == [
        (12, 11, "reference.organisation"),
        (15, 10, "reference.topic"),
        (16, 10, "reference.record"),
        (19, 9, "reference.media"),
    ]


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("responses/20260312-shuigan", "responses/20260312-shuiguan（河西路水管已经修好）"),
        ("responses/20260321-shuiguan", "responses/20260312-shuiguan（河西路水管已经修好）"),
        ("rumours/20260312-shuiguan", "responses/20260312-shuiguan（河西路水管已经修好）"),
        ("20260312-shuiguan", "responses/20260312-shuiguan（河西路水管已经修好）"),
        ("rumours/20260312-tingshu", None),  # most like itself
        ("rumours/20250101-bie-de", None),
    ],
)
def test_the_nearest_records_are_proposed_with_their_titles(written: str, near: str | None) -> None:
    text = merge(CLARIFICATION, f"关联:\n  同一事件: [{written}]")
    answer = merge(RESPONSE, "标题: 河西路水管已经修好")
    [found] = problems(reference, {RUMOUR: text, ANSWER: answer})
    assert found.key == ("reference.record-near" if near else "reference.record")
    assert (found.values.get("near") or None) == near


def test_a_record_that_cannot_be_read_exists_all_the_same() -> None:
    text = merge(CLARIFICATION, "关联:\n  同一事件: [responses/20260312-huai]")
    broken = {"responses/20260312-huai": "content/responses/2026/20260312-huai.yml"}
    assert places(reference, text, unreadable=broken) == []


def test_a_circle_of_three_is_named_once_with_two_places() -> None:
    files = dict(
        [
            other("20260101-a", "rumours/20260102-b"),
            other("20260102-b", "rumours/20260103-c", "替代"),
            other("20260103-c", "rumours/20260101-a", "纠正"),
        ]
    )
    [found] = problems(reference, files)
    assert found.key == "reference.circle"
    assert found.mark.file == "content/clarifications/2026/20260103-c.yml"
    assert found.also is not None
    assert found.also.file == "content/clarifications/2026/20260101-a.yml"
    assert found.values["circle"].count("→") == 3


def test_a_record_that_follows_itself_is_a_circle() -> None:
    files = dict([other("20260101-a", "rumours/20260101-a")])
    assert [key for *_, key in places(reference, files)] == ["reference.circle"]


def test_two_ways_to_the_same_record_are_no_circle() -> None:
    files = dict(
        [
            other("20260101-a", "rumours/20260102-b, rumours/20260103-c"),
            other("20260102-b", "rumours/20260104-d"),
            other("20260103-c", "rumours/20260104-d"),
            other("20260104-d"),
        ]
    )
    assert places(reference, files) == []


def test_a_chain_of_thousands_is_walked_without_recursion() -> None:
    links = {f"a/{number}": [f"a/{number + 1}"] for number in range(5000)}
    assert list(reference._circles(links)) == []
    links["a/5000"] = ["a/0"]
    [circle] = reference._circles(links)
    assert len(circle) == 5001


def test_a_backslash_in_the_path_of_a_medium_is_named() -> None:
    text = merge(CLARIFICATION, "内容块:\n  - 类型: 图片\n    文件: a\\b.svg")
    [found] = problems(reference, text)
    assert (found.key, found.values["near"]) == ("reference.backslash", "a/b.svg")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "registers/organisations.yml",
            "shuiwuju: {名称: 甲, 承接单位: b}\nb: {名称: 乙, 承接单位: shuiwuju}\n",
        ),
        (
            "registers/policies.yml",
            "a: {标题: 甲, 发文单位: shuiwuju, 替代文件: b}\n"
            "b: {标题: 乙, 发文单位: shuiwuju, 替代文件: a}\n",
        ),
        (
            "registers/intake.yml",
            "a: {来源: 热线, 发现时间: 2026-03-12 09:00, 摘要: 甲, 并入: b}\n"
            "b: {来源: 热线, 发现时间: 2026-03-12 09:00, 摘要: 乙, 并入: a}\n",
        ),
    ],
)
def test_entries_of_a_register_form_no_circle(file: str, text: str) -> None:
    [(line, _, key)] = places(reference, {file: text})
    assert (line, key) == (2, "reference.circle")
