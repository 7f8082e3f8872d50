"""What is for the public does not lead to what is not."""

import pytest

from huiying.rules import disclosure
from tests.rules.helper import (
    ANSWER,
    CLARIFICATION,
    MATTER,
    RESPONSE,
    RUMOUR,
    TOPIC,
    levels,
    merge,
    places,
)

HIDDEN = "responses/20260312-shuiguan"


def site(text: str, how: str = "不予公开") -> dict[str, str]:
    """A rumour, a response that is not for the public, and a topic."""
    return {RUMOUR: text, ANSWER: merge(RESPONSE, f"公开方式: {how}"), MATTER: TOPIC}


@pytest.mark.parametrize("how", ["不予公开", "依申请公开"])
@pytest.mark.parametrize(
    "target",
    [
        f"/{HIDDEN}",
        f"/{HIDDEN}/",
        f"/{HIDDEN}/#a",
        f"https://hy.example/hygq/{HIDDEN}/",
        f"http://HY.example:443/hygq/{HIDDEN}/?a=1",
        f"//hy.example/hygq//{HIDDEN}/index.html",
        f"/hygq/topics/../{HIDDEN.replace('s', '%73', 1)}",
    ],
)
def test_a_link_to_it_is_an_error(target: str, how: str) -> None:
    text = merge(CLARIFICATION, f"事实: 见[通报]({target})。")
    assert places(disclosure, site(text, how)) == [(10, 5, "disclosure")]
    assert levels(disclosure, site(text, how)) == [("error", "disclosure")]


def test_an_address_of_its_own_field_is_judged_alike() -> None:
    text = merge(CLARIFICATION, f"证据:\n  - 正文: 见通报\n    网址: /{HIDDEN}/")
    assert [each[2] for each in places(disclosure, site(text))] == ["disclosure"]


@pytest.mark.parametrize(
    "text",
    [
        merge(CLARIFICATION, "事实: 见[专题](/topics/gongshui/)。"),
        merge(CLARIFICATION, f"事实: 见[别处](https://other.example/{HIDDEN}/)。"),
        merge(CLARIFICATION, f"内部:\n  备注: 见 /{HIDDEN}/"),
        merge(CLARIFICATION, f"事实: 见[通报](/{HIDDEN}-2/)。"),
    ],
)
def test_other_links_and_internal_notes_pass(text: str) -> None:
    assert places(disclosure, site(text)) == []


def test_what_is_for_the_public_may_be_linked_to() -> None:
    text = merge(CLARIFICATION, f"事实: 见[通报](/{HIDDEN}/)。\n关联:\n  同一事件: [{HIDDEN}]")
    assert places(disclosure, site(text, "主动公开")) == []


def test_what_is_not_public_itself_may_lead_there_and_a_draft_is_only_told() -> None:
    text = merge(CLARIFICATION, f"事实: 见[通报](/{HIDDEN}/)。")
    assert places(disclosure, site(merge(text, "公开方式: 依申请公开"))) == []
    assert levels(disclosure, site(merge(text, "状态: 草稿"))) == [("note", "disclosure")]


def test_a_relation_to_it_is_a_note() -> None:
    text = merge(CLARIFICATION, f"关联:\n  同一事件: [{HIDDEN}]")
    assert levels(disclosure, site(text)) == [("note", "disclosure.relation")]
    files = site(merge(CLARIFICATION, "关联:\n  所属专题: [gongshui]"), "主动公开")
    files[MATTER] = merge(TOPIC, "公开方式: 不予公开")
    assert levels(disclosure, files) == [("note", "disclosure.relation")]
