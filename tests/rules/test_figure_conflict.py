"""Figures of one event that do not agree, and figures that only seem to."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest

from huiying.rules import figure_conflict
from huiying.rules._quantity import Quantity, quantities
from tests.rules.helper import (
    ANSWER,
    CLARIFICATION,
    RESPONSE,
    RUMOUR,
    levels,
    merge,
    places,
    problems,
)

EVENT = "事件: {编号: 20260312-tingshui}\n"
RUMOUR_AT = "content/clarifications/2026/20260312-tingshui.yml"


def pair(older: str, newer: str, more: str = EVENT) -> dict[str, str]:
    """A clarification and a later response of one event, by their facts."""
    return {
        RUMOUR: merge(CLARIFICATION, f"{EVENT}事实: {older}"),
        ANSWER: merge(RESPONSE, f"{more}发布时间: 2026-03-13 09:40\n事实: {newer}"),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("抢修期间停水36小时。", [("抢修期间停水□小时", 36)]),
        ("3人死亡、12人受伤", [("□人死亡", 3), ("□人受伤", 12)]),
        ("全市将停水 36 小时", [("停水□小时", 36)]),
        ("城东区3.2万户停气", [("城东区□户停气", 32_000)]),
        ("每户补助5,000元", [("每户补助□元", 5_000)]),
        ("抽检合格率98.5%", [("抽检合格率□%", "98.5")]),
    ],
)
def test_a_quantity_has_the_clause_around_it_for_a_label(
    text: str, found: list[tuple[str, int | str]]
) -> None:
    told = [(each.label, each.value) for each in quantities(text)]
    assert told == [(label, Decimal(value)) for label, value in found]


@pytest.mark.parametrize(
    "text",
    [
        "停水约36小时",
        "停水36至48小时",
        "停水36-48小时",
        "累计抢修36小时",
        "已恢复3万户",
        "超过120人到场",
        "3月12日停水",
        "示政办〔2026〕12号",
        "共12人",
        "涉及312户居民",
        "第3项改造",
    ],
)
def test_approximate_growing_and_unlabelled_figures_are_left_out(text: str) -> None:
    assert list(quantities(text)) == []


def test_two_figures_for_one_thing_are_told_at_the_later_record_with_both_places() -> None:
    files = pair("抢修期间停水36小时。", "抢修期间停水48小时。")
    (told,) = problems(figure_conflict, files)
    assert (told.mark.file, told.mark.line) == (f"content/{ANSWER}", 4)
    assert told.also is not None
    assert (told.also.file, told.also.line) == (RUMOUR_AT, 10)
    assert dict(told.values) == {
        "words": "抢修期间停水□小时",
        "value": "48小时",
        "near": "36小时",
        "other": f"{RUMOUR_AT}:10",
    }
    assert levels(figure_conflict, files) == [("warning", "figure-conflict")]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("抢修期间停水36小时。", "抢修期间停水36 小时。"),
        ("城东区3.2万户停气", "城东区32000户停气"),
        ("城东区停水36小时", "城西区停水48小时"),
        ("3月12日停水36小时", "3月13日停水48小时"),
        ("停水36小时", "停水3个街道"),
        ("停水36小时。停水48小时。", "停水24小时"),
    ],
    ids=["same", "same unit", "places", "days", "units", "twice in one"],
)
def test_what_agrees_or_counts_something_else_passes(older: str, newer: str) -> None:
    assert problems(figure_conflict, pair(older, newer)) == []


@pytest.mark.parametrize(
    "more",
    [
        "事件: {编号: 20260313-tingshui}\n",
        f"{EVENT}关联:\n  纠正: [rumours/20260312-tingshui]\n",
        f"{EVENT}关联:\n  替代: [rumours/20260312-tingshui]\n",
        f"{EVENT}公开方式: 不予公开\n",
        f"{EVENT}变更记录:\n  - {{时间: 2026-03-14 10:00, 类型: 撤回, 说明: 数字有误}}\n",
    ],
    ids=["other event", "corrects", "supersedes", "not public", "withdrawn"],
)
def test_other_events_and_what_is_replaced_or_not_public_are_not_compared(more: str) -> None:
    assert places(figure_conflict, pair("抢修期间停水36小时", "抢修期间停水48小时", more)) == []


def test_a_relation_ties_as_an_event_does_and_news_may_count_anew() -> None:
    tie = "关联:\n  同一事件: [rumours/20260312-tingshui]\n"
    assert places(figure_conflict, pair("抢修停水36小时", "抢修停水48小时", tie)) == [
        (4, 5, "figure-conflict")
    ]
    news = f"{EVENT}最新进展:\n  - {{时间: 2026-03-14 10:00, 正文: 抢修停水48小时}}\n"
    assert places(figure_conflict, pair("抢修停水36小时", "正在抢修", news)) == []


def test_a_draft_is_told_and_not_what_is_published() -> None:
    files = pair("抢修期间停水36小时", "抢修期间停水48小时")
    files[RUMOUR] = merge(files[RUMOUR], "状态: 草稿")
    (told,) = problems(figure_conflict, files)
    assert (told.mark.file, told.level.value) == (RUMOUR_AT, "note")


def told_of(texts: list[str]) -> int:
    """How many pairs of texts give two figures under one label."""
    read = [{each.label: each for each in quantities(text)} for text in texts]
    return sum(1 for one, other in combinations(read, 2) if _differ(one, other))


def _differ(one: dict[str, Quantity], other: dict[str, Quantity]) -> bool:
    return any(one[key].value != other[key].value for key in one.keys() & other.keys())


def test_real_clarifications_are_seldom_told_of(
    shared: Path, figure: Callable[[str, object], None]
) -> None:
    with (shared / "data/text/dxy/dxy_rumors_dev.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    versions = defaultdict(list)
    for row in rows:
        versions[row["id"]].append(row["body"])
    told = sum(told_of(texts) for texts in versions.values())
    apart = told_of([texts[-1] for texts in versions.values()])
    figure("figure-conflict: told of versions in dxy", f"{told} of {len(rows)}")
    figure("figure-conflict: told of rumours in dxy", f"{apart} of {len(versions)}")
    assert len(rows) > 200
    assert (told, apart) == (0, 0)


def test_an_event_of_very_many_records_costs_no_more_for_each(full_size: bool) -> None:
    count = 2_000 if full_size else 300
    text = merge(RESPONSE, f"{EVENT}事实: 抢修期间停水36小时。")
    files = {f"responses/2026/20260312-a{number}.yml": text for number in range(count)}
    files["responses/2026/20260313-b.yml"] = text.replace("36", "48")
    compared = 0

    class Counted(Decimal):
        def __ne__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return not self == other

    def counted(text: str) -> Iterator[Quantity]:
        for each in quantities(text):
            yield replace(each, value=Counted(each.value))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(figure_conflict, "quantities", counted)
        assert len(problems(figure_conflict, files)) == 1
    assert 0 < compared <= 3 * len(files)
