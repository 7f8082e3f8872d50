"""Times stand in an order that is possible."""

import pytest

from huiying.rules import time_order
from tests.rules.helper import (
    BRIEFING,
    CLARIFICATION,
    ENGLISH,
    LETTER,
    MATTER,
    MEETING,
    OF_EXEMPTIONS,
    OF_EXPERTS,
    OF_HANDOVERS,
    OF_HOLIDAYS,
    OF_INTAKE,
    OF_POLICIES,
    OF_SIGNERS,
    POLL,
    QUESTION,
    SURVEY,
    TOPIC,
    merge,
    places,
    problems,
)

FIRST = "  - 时间: 2026-03-12 09:40\n    类型: 首发\n    说明: 首次发布\n"


def changed(*entries: tuple[str, str]) -> str:
    """A record with a history."""
    lines = "".join(
        f"  - 时间: {at}\n    类型: {type}\n    说明: 补充说明\n" for at, type in entries
    )
    return merge(CLARIFICATION, f"变更记录:\n{lines}")


def test_times_in_order_pass() -> None:
    text = merge(
        changed(("2026-03-12 09:40", "首发"), ("2026-03-13 09:00", "更新")),
        """\
        最新进展:
          - 时间: 2026-03-12 09:40
            正文: 全市供水正常
        失效时间: 2026-04-01 00:00
        时限:
          起算时间: 2026-03-11 21:00
          起算依据: 发现
        节点:
          首次发布事实: 2026-03-11 21:00
          作出回应: 2026-03-12 09:40
        """,
    )
    assert places(time_order, text) == []


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        pytest.param("发布时间: 2026-03-11 20:14", (3, 7, "time-order"), id="seen after"),
        pytest.param(
            "失效时间: 2026-03-12 09:40", (14, 7, "time-order.after"), id="expires at once"
        ),
        pytest.param(
            "最新进展:\n  - 正文: 水\n    时间: 2026-03-12 09:39",
            (16, 9, "time-order"),
            id="update before publication",
        ),
        pytest.param(
            "时限:\n  起算时间: 2026-03-11 21:00\n  起算依据: 接报\n"
            "节点:\n  办结: 2026-03-11 20:00",
            (18, 7, "time-order"),
            id="closed before it began",
        ),
        pytest.param(
            # The same wall clock in another zone is another instant.
            "失效时间: 2026-03-12 09:40+09:00",
            (14, 7, "time-order.after"),
            id="zone",
        ),
    ],
)
def test_an_impossible_order_is_named(fragment: str, expected: tuple[int, int, str]) -> None:
    assert places(time_order, merge(CLARIFICATION, fragment)) == [expected]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([("2026-03-12 09:40", "更新")], [(16, 9, "time-order.first")], id="no first"),
        pytest.param([("2026-03-12 09:41", "首发")], [(15, 9, "time-order.first-at")], id="at"),
        pytest.param(
            [("2026-03-12 09:40", "首发"), ("2026-03-12 09:39", "更新")],
            [(18, 9, "time-order")],
            id="falls",
        ),
        pytest.param(
            [("2026-03-12 09:40", "首发"), ("2026-03-13 09:40", "首发")],
            [(19, 9, "time-order.again")],
            id="twice first",
        ),
    ],
)
def test_a_history_begins_with_the_publication_and_rises(
    entries: list[tuple[str, str]], expected: list[tuple[int, int, str]]
) -> None:
    assert places(time_order, changed(*entries)) == expected


def test_a_period_does_not_end_before_it_starts() -> None:
    text = merge(TOPIC, "时段:\n  开始: 2026-03-12\n  结束: 2026-03-11")
    assert places(time_order, {MATTER: text}) == [(10, 7, "time-order")]


def test_both_keys_and_times_are_named_in_the_language_of_the_file() -> None:
    [found] = problems(time_order, merge(ENGLISH, "expires_at: 2026-03-01 00:00"))
    assert found.values == {
        "key": "expires_at",
        "at": "2026-03-01 00:00",
        "other": "publish_at",
        "other_at": "2026-03-12 09:40",
    }
    assert (found.also and found.also.line) == 3


INTAKE = "lj-1:\n  来源: 热线\n  发现时间: 2026-03-12 09:00\n  摘要: 停水\n"


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (MEETING, merge(BRIEFING, "结束时间: 2026-03-19 15:00"), (12, 7, "time-order.after")),
        (LETTER, merge(QUESTION, "答复时间: 2026-03-10 09:00"), (6, 7, "time-order")),
        (LETTER, merge(QUESTION, "受理时间: 2026-03-10 09:00"), (12, 7, "time-order")),
        (LETTER, merge(QUESTION, "受理时间: 2026-03-17 09:00"), (6, 7, "time-order")),
        (
            POLL,
            merge(SURVEY, "调查时间: {开始: 2026-03-02, 结束: 2026-03-01}"),
            (5, 28, "time-order"),
        ),
        (
            OF_EXPERTS,
            "a:\n  姓名: 甲\n  聘期开始: 2026-02-01\n  聘期结束: 2026-01-01\n",
            (4, 9, "time-order"),
        ),
        (
            OF_POLICIES,
            "a:\n  标题: 办法\n  成文日期: 2026-02-01\n  公布日期: 2026-01-01\n",
            (4, 9, "time-order"),
        ),
        (
            OF_POLICIES,
            "a:\n  标题: 办法\n  施行日期: 2026-02-01\n  有效期至: 2026-01-01\n",
            (4, 9, "time-order"),
        ),
        (
            OF_SIGNERS,
            "a:\n  姓名: 甲\n  单位: b\n  开始: 2026-02-01\n  结束: 2026-01-01\n",
            (5, 7, "time-order.inside"),
        ),
        (
            OF_EXEMPTIONS,
            "a:\n  规则: length\n  记录: b\n  理由: 长\n  批准单位: c\n"
            "  批准日期: 2026-02-01\n  截止: 2026-01-01\n",
            (7, 7, "time-order.inside"),
        ),
        (
            OF_HOLIDAYS,
            "'2026':\n  放假:\n    - {节日: 节, 开始: 2026-02-01, 结束: 2026-01-01}\n",
            (3, 35, "time-order.inside"),
        ),
        (OF_INTAKE, f"{INTAKE}  转办时间: 2026-03-12 08:00\n", (5, 9, "time-order.inside")),
        (
            OF_INTAKE,
            f"{INTAKE}  不回应: {{理由: 无, 审核人: a, 时间: 2026-03-12 08:00}}\n",
            (5, 28, "time-order.inside"),
        ),
    ],
)
def test_the_times_of_other_kinds_and_of_registers_are_asked_too(
    file: str, text: str, expected: tuple[int, int, str]
) -> None:
    assert places(time_order, {file: text}) == [expected]


def test_a_handover_is_not_before_its_intake_and_no_time_of_the_office_is_repeated() -> None:
    handover = "yj-1:\n  移交对象: 公安机关\n  移交时间: {}\n  移交单位: b\n  来件: lj-1\n"
    files = {OF_INTAKE: INTAKE, OF_HANDOVERS: handover.format("2026-03-12 08:59")}
    [found] = problems(time_order, files)
    assert (found.mark.file, found.mark.line) == (f"content/{OF_HANDOVERS}", 3)
    assert (found.also and found.also.file) == f"content/{OF_INTAKE}"
    assert found.values == {"key": "移交时间", "other": "发现时间"}
    files[OF_HANDOVERS] = handover.format("2026-03-12 09:00")
    assert places(time_order, files) == []
