"""What is due: everything with a time limit, the most urgent first."""

from datetime import date, datetime

import pytest

from huiying.duties import Duty, duties
from tests.rules.helper import (
    ANSWER,
    BRIEFING,
    CLARIFICATION,
    LETTER,
    MEETING,
    OF_HOLIDAYS,
    OF_POLICIES,
    QUESTION,
    RESPONSE,
    RUMOUR,
    ZONE,
    library,
    merge,
    settings,
)

HOLIDAYS = {OF_HOLIDAYS: "'2026':\n  放假:\n    - {节日: 节, 开始: 2026-05-01, 结束: 2026-05-05}\n"}
CLOCK = "时限:\n  起算时间: {}\n  起算依据: 发现\n"
DRAFT = "状态: 草稿\n发布时间:\n"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def owed(files: dict[str, str]) -> list[Duty]:
    return duties(library(files), settings())


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (
            RUMOUR,
            merge(CLARIFICATION, DRAFT + CLOCK.format("2026-03-19 08:00")),
            [("response", at("2026-03-21 08:00"), True)],
        ),
        (RUMOUR, merge(CLARIFICATION, CLOCK.format("2026-03-09 08:00")), []),
        (RUMOUR, merge(CLARIFICATION, DRAFT), []),
        (
            RUMOUR,
            merge(
                CLARIFICATION,
                f"{DRAFT}{CLOCK.format('2026-03-19 08:00')}事件:\n  编号: 20260319-guan\n",
            ),
            [("response", None, True)],
        ),
        (
            RUMOUR,
            merge(
                CLARIFICATION,
                f"{DRAFT}{CLOCK.format('2026-03-19 08:00')}"
                "事件:\n  编号: 20260319-guan\n  等级: 重大\n",
            ),
            [("first_facts", at("2026-03-19 09:00"), True)],
        ),
        (
            RUMOUR,
            merge(
                CLARIFICATION,
                f"{DRAFT}{CLOCK.format('2026-03-19 08:00')}  时限规则: gb-2016-80\n"
                "事件:\n  编号: 20260319-guan\n",
            ),
            [("first_facts", None, True)],
        ),
        (
            RUMOUR,
            merge(CLARIFICATION, f"公开方式: 不予公开\n{CLOCK.format('2026-03-11 08:00')}"),
            [("response", at("2026-03-13 08:00"), True)],
        ),
        (
            LETTER,
            merge(QUESTION, "状态: 草稿\n答复时间:\n收到时间: 2026-03-18 10:00"),
            [("reply", date(2026, 3, 27), True)],
        ),
        (
            LETTER,
            merge(QUESTION, "状态: 草稿\n答复时间:\n收到时间: 2026-12-30 10:00"),
            [("reply", date(2027, 1, 8), False)],
        ),
        (
            OF_POLICIES,
            "dianti:\n  标题: 办法\n  成文日期: 2026-01-02\n  公布日期: 2026-03-18\n",
            [("interpretation", date(2026, 3, 23), True)],
        ),
        (
            ANSWER,
            merge(RESPONSE, "下次更新: 2026-03-21 18:00"),
            [("update", at("2026-03-21 18:00"), True)],
        ),
        (
            ANSWER,
            merge(RESPONSE, "复核期限: 2026-03-15 09:00"),
            [("review", at("2026-03-15 09:00"), True)],
        ),
        (
            MEETING,
            merge(BRIEFING, "结束时间: 2026-03-19 16:30"),
            [("record", at("2026-03-22 16:30"), True)],
        ),
        (
            RUMOUR,
            merge(CLARIFICATION, "结论: 正在核实\n证据: []\n下次更新: 2026-03-22 09:00"),
            [("debt", at("2026-03-13 09:40"), True), ("update", at("2026-03-22 09:00"), True)],
        ),
    ],
)
def test_each_time_limit_has_its_duty(
    file: str, text: str, expected: list[tuple[str, object, bool]]
) -> None:
    found = owed({**HOLIDAYS, file: text})
    assert expected == [(duty.what, duty.at, duty.is_sure) for duty in found]


def test_the_most_urgent_comes_first_and_what_nobody_can_judge_last() -> None:
    unknown = f"{DRAFT}{CLOCK.format('2026-03-19 08:00')}事件:\n  编号: 20260319-guan\n"
    files = {
        **HOLIDAYS,
        RUMOUR: merge(CLARIFICATION, unknown),
        ANSWER: merge(RESPONSE, "下次更新: 2026-03-27 18:00"),
        LETTER: merge(QUESTION, "状态: 草稿\n答复时间:\n收到时间: 2026-03-17 10:00"),
    }
    assert [duty.what for duty in owed(files)] == ["reply", "update", "response"]


def test_a_limit_in_days_is_over_when_its_last_day_is() -> None:
    (duty,) = owed({**HOLIDAYS, LETTER: merge(QUESTION, "状态: 草稿\n答复时间:")})
    assert isinstance(duty.at, date)
    assert duty.until(settings()) == at(f"{duty.at.replace(day=duty.at.day + 1)}")
