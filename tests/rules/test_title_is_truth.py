"""The title is the fact, never the rumour."""

import pytest

from huiying.rules import title_is_truth
from tests.rules.helper import CLARIFICATION, ENGLISH, merge, places

CLAIM = "紧急通知！3月12日开始全市停水三天，抓紧接水"


@pytest.mark.parametrize(
    "title",
    [
        "3月12日起全市正常供水，没有停水三天的安排",
        "全市6座水厂运行正常",
        "不会停水三天",
    ],
)
def test_a_title_that_states_the_fact_passes(title: str) -> None:
    assert places(title_is_truth, merge(CLARIFICATION, f"标题: {title}")) == []


@pytest.mark.parametrize(
    ("title", "key"),
    [
        pytest.param(CLAIM, "title-is-truth", id="the claim"),
        pytest.param(
            "紧急通知\uff13月12日开始 全市停水三天…抓紧接水", "title-is-truth", id="folded"
        ),
        pytest.param(f"网传“{CLAIM}”系谣言", "title-is-truth", id="around the claim"),
        pytest.param("全市停水三天", "title-is-truth", id="a piece of the claim"),
        pytest.param("3月12日要停水三天？", "title-is-truth.question", id="full-width mark"),
        pytest.param("3月12日要停水三天?", "title-is-truth.question", id="half-width mark"),
        pytest.param("3月12日要停水三天吗", "title-is-truth.question", id="particle"),
        pytest.param("3月12日要停水三天吗……", "title-is-truth.question", id="particle and dots"),
    ],
)
def test_a_title_that_repeats_or_asks_is_named(title: str, key: str) -> None:
    text = merge(CLARIFICATION, f"标题: {title}")
    assert places(title_is_truth, text) == [(1, 5, key)]
    text = merge(ENGLISH, f"title: {title}")
    assert places(title_is_truth, text) == [(1, 8, key)]


def test_a_short_claim_may_stand_inside_the_fact() -> None:
    text = merge(CLARIFICATION, "标题: 全市没有停水\n网传说法:\n  - 原话: 停水")
    assert places(title_is_truth, text) == []
    text = merge(CLARIFICATION, "标题: 停水\n网传说法:\n  - 原话: 停水！")
    assert places(title_is_truth, text) == [(1, 5, "title-is-truth")]


def test_what_is_accurate_is_the_fact() -> None:
    text = merge(CLARIFICATION, f"标题: {CLAIM}\n结论: 属实")
    assert places(title_is_truth, text) == []
