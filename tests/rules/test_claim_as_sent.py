"""A clarification carries the rumour as people were sent it."""

import pytest

from huiying.rules import claim_as_sent
from tests.rules.helper import CLARIFICATION, ENGLISH, levels, merge, places, problems

TITLE = "3月12日起全市正常供水，没有停水三天的安排"


def with_claims(*texts: str) -> str:
    lines = "".join(f'\n  - 原话: "{text}"' for text in texts)
    return merge(CLARIFICATION, f"网传说法:{lines}")


@pytest.mark.parametrize(
    "text",
    [
        "紧急通知！3月12日开始全市停水三天，抓紧接水",
        "关于3月12日停水的紧急通知：全市停水三天，请转告家人",
        "听说要停水三天，有人知道是真的吗？",
        "有人送检了，重金属超标几十倍",
        "老年卡不年审就作废",
        "全市停水三天，别信他们的说法，快接水",
    ],
)
def test_words_as_they_were_sent_pass(text: str) -> None:
    assert places(claim_as_sent, with_claims(text)) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("停水", "claim-as-sent", id="a label"),
        pytest.param("停水！！！三天！！！", "claim-as-sent", id="marks do not count"),
        pytest.param("网传全市停水三天，引起市民关注", "claim-as-sent.told", id="网传"),
        pytest.param("近日，网上流传全市停水三天的消息", "claim-as-sent.told", id="近日，网上流传"),
        pytest.param("有网民称3月12日全市停水三天", "claim-as-sent.told", id="有网民称"),
        pytest.param("关于3月12日全市停水三天的说法", "claim-as-sent.told", id="的说法"),
        pytest.param("全市停水三天的不实信息。", "claim-as-sent.told", id="不实信息"),
        pytest.param(TITLE.replace("，", " "), "claim-as-sent.same", id="the title"),
    ],
)
def test_an_editors_words_are_no_message(text: str, key: str) -> None:
    assert places(claim_as_sent, with_claims(text)) == [(5, 9, key)]


def test_one_claim_as_it_was_sent_is_enough() -> None:
    assert places(claim_as_sent, with_claims("网传停水", "3月12日开始全市停水三天")) == []
    assert places(claim_as_sent, with_claims("网传停水", "停水")) == [(5, 9, "claim-as-sent.told")]


def test_the_words_by_which_it_is_known_are_told() -> None:
    [found] = problems(claim_as_sent, with_claims("网传全市停水三天"))
    assert found.values == {"words": "网传"}
    text = merge(ENGLISH, f"claims:\n  - text: {TITLE}\nshort_title: 正常供水")
    [found] = problems(claim_as_sent, text)
    assert found.values == {"key": "title"}


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("", [("warning", "claim-as-sent")]),
        ("状态: 草稿", [("note", "claim-as-sent")]),
        ("结论: 正在核实", [("note", "claim-as-sent")]),
        (
            "发布时间: 2019-01-01 08:00\n历史资料来源: 旧网站",
            [("note", "claim-as-sent")],
        ),
        ("变更记录: [{时间: 2026-03-15 10:00, 类型: 撤回, 说明: 重复}]", []),
        ("网传说法: []", []),
    ],
)
def test_only_what_is_approved_and_stands_is_warned_of(
    fragment: str, expected: list[tuple[str, str]]
) -> None:
    text = merge(with_claims("停水"), fragment)
    assert levels(claim_as_sent, text) == expected
