"""The site changes at the instants that `next` lists, and never between them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from pydantic_core import to_json

from huiying import public
from huiying.content import Content
from huiying.render import calendar, feeds, plan, redirect, rumour_index, sitemap
from huiying.settings import Settings
from huiying.upcoming import upcoming
from tests.helper import ORGANISATIONS, SITE, ZONE, read, settings
from tests.rules.helper import (
    ANSWER,
    BRIEFING,
    CLARIFICATION,
    EXPERTS,
    INTERPRETATION,
    MATTER,
    MEETING,
    OF_EXPERTS,
    OF_POLICIES,
    POLICIES,
    POLL,
    READING,
    RESPONSE,
    RUMOUR,
    SURVEY,
    TOPIC,
    merge,
)

START = datetime(2026, 3, 20, 12, tzinfo=ZONE)
END = datetime(2026, 5, 10, tzinfo=ZONE)
FIRST = "变更记录:\n  - {类型: 首发, 时间: 2026-03-12 09:40, 说明: 首次发布}\n"
HISTORY = f"""\
{FIRST}  - {{类型: 更正, 时间: 2026-03-24 08:00, 说明: 数字更正, 原文: 5座, 新文: 6座}}
  - {{类型: 更新, 时间: 2026-04-01 10:15, 说明: 补充进度}}
  - {{类型: 撤回, 时间: 2026-04-20 17:30, 说明: 引用的数据有误, 单位: shuiwuju}}
  - {{类型: 恢复, 时间: 2026-04-22 09:00, 说明: 数据已核对, 单位: shuiwuju}}
"""
WAYS: Mapping[str, tuple[Mapping[str, str], list[str]]] = {
    "a record, its update and its expiry": (
        {
            ANSWER: merge(
                RESPONSE,
                "发布时间: 2026-03-21 09:00\n失效时间: 2026-04-30 18:00\n"
                "最新进展: [{时间: 2026-03-25 07:45, 正文: 换完8段}]",
            )
        },
        ["03-21 09:00 published", "03-25 07:45 update", "04-30 18:00 expired"],
    ),
    "a history": (
        {RUMOUR: merge(CLARIFICATION, HISTORY)},
        [
            "03-24 08:00 corrected",
            "04-01 10:15 updated",
            "04-20 17:30 withdrawn",
            "04-22 09:00 restored",
            "04-23 08:00 correction",
        ],
    ),
    "a limit that is public": (
        {
            "site.yml": SITE + "时效公开: 启用\n",
            ANSWER: merge(
                RESPONSE,
                "时限: {起算时间: 2026-03-20 11:30, 起算依据: 发现}\n"
                "节点: {首次发布事实: 2026-03-20 11:40}\n"
                "事件: {编号: 20260320-guan, 等级: 重大, 重大伤亡或影响: 是}\n",
            ),
        },
        ["03-21 11:30 timeliness"],
    ),
    "a withdrawal for good": (
        {
            RUMOUR: merge(CLARIFICATION, HISTORY.rpartition("  - {")[0])
            + "失效时间: 2026-05-01 09:00\n最新进展: [{时间: 2026-04-25 07:45, 正文: 换完8段}]\n"
        },
        [
            "03-24 08:00 corrected",
            "04-01 10:15 updated",
            "04-20 17:30 withdrawn",
            "04-25 07:45 update",
            "05-01 09:00 expired",
        ],
    ),
    "a banner": (
        {
            MATTER: merge(
                TOPIC, "横幅: {级别: 紧急, 正文: 河西路抢修，6时通水, 截止: 2026-03-22 06:00}"
            )
        },
        ["03-22 06:00 banner"],
    ),
    "a briefing": (
        {MEETING: merge(BRIEFING, "开始时间: 2026-03-28 15:00\n结束时间: 2026-03-28 16:30")},
        ["03-28 15:00 starts", "03-28 16:30 ends"],
    ),
    "a briefing that was put off": (
        {
            MEETING: merge(
                BRIEFING, "开始时间: 2026-04-02 15:00\n发布会状态: 延期\n变动说明: 改到4月2日"
            )
        },
        ["04-02 15:00 starts"],
    ),
    "a survey": (
        {POLL: merge(SURVEY, "调查时间: {开始: 2026-03-23, 结束: 2026-04-05}")},
        ["03-23 00:00 opens", "04-06 00:00 closes"],
    ),
    "a policy": (
        {
            OF_POLICIES: f"{POLICIES}  公布日期: 2026-04-03\n".replace(
                "  公布日期: 2026-03-12\n", ""
            )
        },
        ["04-03 00:00 policy"],
    ),
    "a policy that lapses": (
        {
            OF_POLICIES: f"{POLICIES}  有效期至: 2026-04-10\n",
            READING: INTERPRETATION,
            OF_EXPERTS: EXPERTS,
        },
        ["04-11 00:00 lapses", "01-01 00:00 term"],
    ),
    "an expert whose term ends": (
        {
            OF_POLICIES: POLICIES,
            READING: INTERPRETATION,
            OF_EXPERTS: EXPERTS.replace("聘期结束: 2026-12-31", "聘期结束: 2026-04-15"),
        },
        ["04-16 00:00 term"],
    ),
}


def site(folder: Path, files: Mapping[str, str]) -> tuple[Content, Settings]:
    base = {"site.yml": SITE, "registers/organisations.yml": ORGANISATIONS}
    found = read(folder, {**base, **files})
    assert [each for each in found.problems if each.level.value == "error"] == []
    return found, settings(found, START)


def listed(found: Content, now: Settings) -> list[datetime]:
    return [each.at for each in upcoming(found.library, now) if each.needs_build]


def shown(found: Content, now: Settings, at: datetime) -> dict[str, bytes]:
    """All that readers could see at an instant, by path: of pages what they are drawn from."""
    projection = public.project(found.library, replace(now, now=at), preview=False)
    planned = list(plan.pages(projection))
    pages = {page.path: to_json(page.values) for page in planned}
    others = [*feeds.outputs(projection, planned), *rumour_index.outputs(projection)]
    others.append(calendar.output(projection))
    others += sitemap.outputs(projection, sorted(pages))
    others += [redirect.output(path, to, now) for path, to in redirect.redirects(projection)]
    return pages | {each.path: each.data for each in others}


@pytest.mark.parametrize("way", WAYS)
def test_each_change_is_listed_at_its_instant(way: str, tmp_path: Path) -> None:
    files, expected = WAYS[way]
    found, now = site(tmp_path, files)
    changes = upcoming(found.library, now)
    assert [f"{each.at.astimezone(ZONE):%m-%d %H:%M} {each.what}" for each in changes] == expected


def test_a_restoration_that_nobody_has_signed_is_held(tmp_path: Path) -> None:
    gated = {"site.yml": SITE.replace("不启用", "启用")}
    back = FIRST + "  - {类型: 撤回, 时间: 2026-03-14 17:30, 说明: 有误, 单位: shuiwuju}\n"
    back += "  - {类型: 恢复, 时间: 2026-04-22 09:00, 说明: 已核对, 单位: shuiwuju}\n"
    found, now = site(tmp_path, {**gated, RUMOUR: merge(CLARIFICATION, back)})
    assert [each.what for each in upcoming(found.library, now)] == ["held"]


@pytest.mark.parametrize("way", WAYS)
def test_the_site_changes_at_what_is_listed_and_nowhere_between(way: str, tmp_path: Path) -> None:
    found, now = site(tmp_path, WAYS[way][0])
    instants = listed(found, now)
    random = Random(way)
    days = [START.replace(hour=0) + timedelta(days=n) for n in range(1, 51)]
    samples = [START + random.random() * (END - START) for _ in range(20)]
    near = [at + timedelta(seconds=n) for at in instants for n in (-1, 0, 1)]
    before, last = shown(found, now, START), START
    for at in sorted({*days, *samples, *near}):
        after = shown(found, now, at)
        changed = sorted(path for path in before | after if before.get(path) != after.get(path))
        is_due = any(last < each <= at for each in instants)
        assert (bool(changed), at) == (is_due, at), changed
        before, last = after, at
