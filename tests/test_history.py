"""How a record stands by its history: withdrawn, archived, restored; and what was erased."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from huiying.records.history import ERASED as ERASED_NOTE
from huiying.records.history import HistoryEntry, closed_as
from huiying.standing import state_of
from tests.render.sites import clarification
from tests.rules.helper import CLARIFICATION as RULED
from tests.rules.helper import GATED, library, settings
from tests.rules.helper import RUMOUR as ANSWERED

ZONE = ZoneInfo("Asia/Shanghai")


def entry(day: int, type: str) -> HistoryEntry:
    """An entry of March 2026."""
    return HistoryEntry.model_construct(
        at=datetime(2026, 3, day, tzinfo=ZONE), type=type, note="说明"
    )


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ([], set()),
        (["withdrawn"], {"withdrawn"}),
        (["archived"], {"archived"}),
        (["withdrawn", "restored"], set()),
        (["archived", "restored"], set()),
        (["archived", "withdrawn"], {"archived", "withdrawn"}),
        (["withdrawn", "archived"], {"archived", "withdrawn"}),
        (["archived", "withdrawn", "restored"], set()),
        (["withdrawn", "restored", "withdrawn"], {"withdrawn"}),
        (["restored"], set()),
        (["withdrawn", "corrected"], {"withdrawn"}),
    ],
)
def test_one_restoration_lifts_both(types: list[str], expected: set[str]) -> None:
    history = tuple(entry(number + 1, type) for number, type in enumerate(types))
    assert closed_as(history, datetime(2026, 3, 30, tzinfo=ZONE)) == expected


def test_what_is_still_to_come_closes_nothing() -> None:
    now = datetime(2026, 3, 10, tzinfo=ZONE)
    assert closed_as([entry(11, "withdrawn")], now) == set()
    assert closed_as([entry(10, "withdrawn"), entry(11, "restored")], now) == {"withdrawn"}


ERASED = """\
变更记录:
  - {时间: 2026-03-12 09:40, 类型: 首发, 说明: 首次发布}
  - {时间: 2026-03-13 10:00, 类型: 更正, 说明: 门牌, 原文: 甲街1号, 新文: 甲街2号, 参见: 来信}
  - {时间: 2026-03-14 10:00, 类型: 撤回, 说明: 内容含个人信息, 清除: 是}
  - {时间: 2026-03-15 10:00, 类型: 恢复, 说明: 个人信息已经删去}
  - {时间: 2026-03-16 10:00, 类型: 更正, 说明: 单位写错, 参见: 18号, 原文: 万升, 新文: 万立方米}
"""


def test_what_was_erased_stays_away_and_what_came_after_is_shown(tmp_path: Path) -> None:
    (record,) = clarification(tmp_path, ERASED).by_kind["clarification"]
    history = record.values["history"]
    shown = [(each.get("before"), each.get("after")) for each in history]
    assert shown == [(None, None)] * 4 + [("万升", "万立方米")]
    assert [each["note"] for each in history] == [
        *(ERASED_NOTE, ERASED_NOTE),
        *("内容含个人信息", "个人信息已经删去", "单位写错"),
    ]
    assert [each.get("ref") for each in history] == [None, None, None, None, "18号"]
    assert record.listed


def test_what_is_withdrawn_keeps_its_page_without_gates_and_needs_them_to_be_restored() -> None:
    def state(history: str) -> str:
        found = library({ANSWERED: RULED + history})
        (record,) = found.records.values()
        return state_of(record, found, settings(GATED))

    lines = ERASED.splitlines(keepends=True)
    assert state("") == "unsigned"
    assert state("".join(lines[:3])) == "unsigned"
    assert state("".join(lines[:4])) == "public"
    assert state("".join(lines[:5])) == "unsigned"


def test_a_slip_of_the_pen_is_no_update(tmp_path: Path) -> None:
    text = ERASED.replace("万升, 新文: 万立方米", "帐号, 新文: 账号, 细微: 是")
    (record,) = clarification(tmp_path, text).by_kind["clarification"]
    assert record.updated_at == datetime(2026, 3, 15, 10, tzinfo=ZONE)
    assert record.values["history"][-1]["after"] == "账号"
