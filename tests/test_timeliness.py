"""Whether an answer came in time is public where the site says so, and only from public records."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from huiying.public import Values, project
from tests.helper import BASE, CLARIFICATION, NOW, RUMOUR, SITE, read, settings
from tests.rules.helper import BRIEFING, MEETING, merge

ADDRESS = "rumours/20260312-tingshui"
CLOCK = "时限:\n  起算时间: 2026-03-11 20:15\n  起算依据: 发现\n"
GRAVE = f"{CLOCK}事件:\n  编号: 20260312-guan\n  等级: 重大\n  重大伤亡或影响: 是\n"
PUBLIC = {"site.yml": f"{SITE}时效公开: 启用\n"}


def stood(tmp_path: Path, files: dict[str, str], now: datetime = NOW) -> tuple[Values, ...]:
    found = read(tmp_path, {**BASE, **files})
    assert [each.key for each in found.problems if each.level.value == "error"] == []
    return project(found.library, settings(found, now)).records[ADDRESS].timeliness


def said(tmp_path: Path, files: dict[str, str], now: datetime = NOW) -> list[tuple[str, str]]:
    found = stood(tmp_path, {**PUBLIC, **files}, now)
    return [(entry["milestone"], entry["timeliness"]) for entry in found]


def test_it_is_kept_back_unless_the_site_says_otherwise(tmp_path: Path) -> None:
    assert stood(tmp_path, {RUMOUR: merge(CLARIFICATION, CLOCK)}) == ()


def test_each_milestone_says_its_norm_and_its_verdict(tmp_path: Path) -> None:
    found = stood(tmp_path, {**PUBLIC, RUMOUR: merge(CLARIFICATION, CLOCK)})
    values = {"milestone": "response", "timeliness": "on_time", "hours": 48, "profile": "lz-2017"}
    assert found == (values,)
    grave = said(tmp_path, {RUMOUR: merge(CLARIFICATION, GRAVE)})
    assert grave == [("first_facts", "late"), ("briefing", "late")]


@pytest.mark.parametrize("ending", ["", "历史资料来源: 旧网站\n发布时间: 2019-01-01 08:00\n"])
def test_without_a_clock_and_for_old_imports_nothing_is_said(tmp_path: Path, ending: str) -> None:
    text = merge(CLARIFICATION, f"{CLOCK}{ending}") if ending else CLARIFICATION
    assert said(tmp_path, {RUMOUR: text}) == []


def test_a_briefing_that_nobody_may_know_of_yet_counts_for_nothing(tmp_path: Path) -> None:
    meeting = merge(
        BRIEFING,
        "开始时间: 2026-03-12 15:00\n结束时间: 2026-03-12 16:00\n"
        "关联:\n  答复: [rumours/20260312-tingshui]\n发布时间: 2026-03-19 10:00",
    )
    files = {RUMOUR: merge(CLARIFICATION, GRAVE), MEETING: meeting}
    assert ("briefing", "on_time") in said(tmp_path / "later", files)
    early = NOW - timedelta(days=3)
    assert ("briefing", "late") in said(tmp_path / "now", files, early)


def test_what_was_withdrawn_says_nothing(tmp_path: Path) -> None:
    gone = (
        f"{CLOCK}变更记录:\n  - {{类型: 首发, 时间: 2026-03-12 09:40, 说明: 首发}}\n"
        "  - {类型: 撤回, 时间: 2026-03-13 09:40, 说明: 撤回, 单位: shuiwuju}\n"
    )
    assert said(tmp_path, {RUMOUR: merge(CLARIFICATION, gone)}) == []
